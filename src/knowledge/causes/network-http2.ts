import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { HOST_ANSWERS, ORIGIN, USAGE_PROBED } from '../verifications.ts';

const ended = { layer: 'network', subject: 'failure', severity: 'fail' } as const;

const BROKEN = ['connection-reset', 'connection-closed'] as const;
const NOT_PROCESSED = /^(?:REFUSED_STREAM|GOAWAY, not processed)$/;
/** The code of a connection on which HTTP/2 does not work. */
export const WITHOUT_HTTP2 =
  /^(?:HTTP_1_1_REQUIRED|HTTP\/1\.1 in place of HTTP\/2|PROTOCOL_ERROR)$/;

const WITH_HTTP1 = `curl --http1.1 -sS -o /dev/null -w '%{http_code}\\n' ${ORIGIN}/v3/account/usage`;

/** The other side ended a stream or the whole connection of HTTP/2, and said why. */
export const networkHttp2Causes = [
  {
    ...ended,
    id: 'http2-refused',
    title: 'The request was turned away before anybody worked on it',
    when: [{ failure: BROKEN, failureCode: NOT_PROCESSED }],
    signs: [{ facts: { failure: BROKEN, failureCode: NOT_PROCESSED }, makes: 'certain' }],
    tell: 'REFUSED_STREAM, "Stream not processed", or a stream that began after GOAWAY',
    meaning:
      'The server ended the HTTP/2 stream and says that it did not begin with it ({failureCode|REFUSED_STREAM}). The same request may be sent again without any risk.',
    reasons: [
      {
        text: 'The connection was being closed, for a restart or because it was old.',
        source: 'rfc/9113',
      },
      { text: 'More requests ran on one connection than the server allows.', source: 'rfc/9113' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Send the request again on a new connection; it was not processed.',
        source: 'rfc/9113',
        verify: HOST_ANSWERS,
      },
      {
        text: 'If it happens often, run fewer requests side by side on one connection.',
        source: 'inferred',
      },
    ],
    retry: { worth: true, how: 'backoff', note: 'At once, on a new connection.' },
    credits: { text: 'Nothing was charged: the request was not processed.', source: 'rfc/9113' },
    sources: ['rfc/9113'],
  },
  {
    ...ended,
    id: 'http2-goaway',
    title: 'The server closed the HTTP/2 connection',
    when: [{ failure: BROKEN, failureCode: 'GOAWAY' }],
    signs: [{ facts: { failure: BROKEN, failureCode: 'GOAWAY' }, makes: 'certain' }],
    tell: 'GOAWAY, without an error or without saying which requests were processed',
    meaning:
      'The server takes no new requests on this connection. That is how a connection ends in good order; a request that was under way may or may not have been carried out.',
    reasons: [
      { text: 'The server restarts, or limits how long a connection lives.', source: 'rfc/9113' },
      {
        text: 'The client used a connection from its pool that was just being closed.',
        source: 'inferred',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Repeat the request on a new connection.',
        source: 'rfc/9113',
        verify: HOST_ANSWERS,
      },
      {
        text: 'Let your client close idle connections sooner than the server does, for example after 30 s.',
        source: 'inferred',
      },
    ],
    retry: BACKOFF,
    credits: {
      text: 'The request may have been carried out and charged; compare the balance before you repeat one that costs credits.',
      source: 'inferred',
    },
    sources: ['rfc/9113'],
  },
  {
    ...ended,
    id: 'http2-slow-down',
    title: 'The edge in front of the server asks for fewer requests at a time',
    when: [{ failure: BROKEN, failureCode: 'ENHANCE_YOUR_CALM' }],
    signs: [{ facts: { failure: BROKEN, failureCode: 'ENHANCE_YOUR_CALM' }, makes: 'certain' }],
    tell: 'ENHANCE_YOUR_CALM (0xb); Rust prints "detected excessive load generating behavior"',
    meaning:
      'The other end of the HTTP/2 connection found the load too high: too many streams, resets or pings at once. It is no request quota of Lusha, and no status was sent.',
    reasons: [
      { text: 'Many requests run side by side on one connection.', source: 'rfc/9113' },
      { text: 'The client cancels many requests, or sends pings too often.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Run fewer requests at a time, for example 10.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'Switch off keep-alive pings of the client, or make them rarer.',
        source: 'inferred',
      },
    ],
    retry: BACKOFF,
    sources: ['rfc/9113'],
  },
  {
    ...ended,
    id: 'http2-unsupported',
    title: 'HTTP/2 does not work on this way',
    when: [{ failure: BROKEN, failureCode: WITHOUT_HTTP2 }],
    signs: [
      { facts: { failure: BROKEN, failureCode: 'HTTP_1_1_REQUIRED' }, makes: 'certain' },
      { facts: { failure: BROKEN, failureCode: WITHOUT_HTTP2 }, makes: 'likely' },
    ],
    tell: 'HTTP_1_1_REQUIRED, PROTOCOL_ERROR, or an HTTP/1.1 header where a frame of HTTP/2 was due',
    meaning:
      'Client and the next machine on the way do not understand each other in HTTP/2 ({failureCode|see the code}). That machine is often a proxy or a filter.',
    reasons: [
      { text: 'A proxy that reads TLS speaks HTTP/1.1 only.', source: 'inferred' },
      { text: 'The client sends a header that HTTP/2 does not allow.', source: 'rfc/9113' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Make the call over HTTP/1.1 once. If that works, set your client to HTTP/1.1.',
        command: WITH_HTTP1,
        source: 'rfc/9113',
        verify: { command: WITH_HTTP1, expect: '401: Lusha answered and misses nothing but a key' },
      },
      {
        text: 'Go around the proxy once and compare.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --proxy none',
        source: 'inferred',
      },
    ],
    retry: AFTER_FIX,
    sources: ['rfc/9113', 'inferred'],
  },
] as const satisfies readonly Cause[];
