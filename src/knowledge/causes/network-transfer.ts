import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { HOST_ANSWERS, ORIGIN, USAGE_PROBED } from '../verifications.ts';
import { LOST_ANSWER } from './lost-answer.ts';

const unread = { layer: 'network', subject: 'failure', severity: 'fail' } as const;

const RAW = `curl -sS -i -m 30 ${ORIGIN}/v3/account/usage`;

/** The status and the headers came, and they say what is the matter: the body adds nothing to it. */
const REFUSED = [{ status: { min: 400 } }] as const;

/** Connected, and the answer could not be read. */
export const networkTransferCauses = [
  {
    ...unread,
    id: 'response-malformed',
    title: 'The answer is not valid HTTP',
    when: [{ failure: 'malformed-response' }],
    signs: [{ facts: { failure: 'malformed-response' }, makes: 'certain' }],
    tell: 'HTTPParserError, a bad chunk or a bad header line',
    meaning:
      'What came back breaks the rules of HTTP. A gateway in between is a likelier source than Lusha.',
    reasons: [
      { text: 'The port belongs to another service.', source: 'measured/node-errors' },
      { text: 'A proxy or filter writes broken headers or chunks.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Look at the raw answer.',
        command: RAW,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      {
        text: 'Go around the proxy once and compare.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --proxy none',
        source: 'inferred',
        when: [{ proxyUrl: /./ }],
      },
    ],
    retry: BACKOFF,
    credits: LOST_ANSWER,
    sources: ['measured/node-errors'],
  },
  {
    ...unread,
    id: 'headers-too-large',
    title: 'The headers of the answer are too large',
    when: [{ failure: 'headers-too-large' }],
    signs: [{ facts: { failure: 'headers-too-large' }, makes: 'certain' }],
    tell: 'UND_ERR_HEADERS_OVERFLOW or HPE_HEADER_OVERFLOW',
    meaning:
      'The headers exceed what a client accepts, so the answer was dropped. Lusha sends few and short ones.',
    reasons: [
      { text: 'A proxy or portal adds cookies or policies without end.', source: 'inferred' },
      { text: 'Another server than Lusha answers.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'See which header is so long.',
        command: `curl -sS -o /dev/null -D - -m 30 ${ORIGIN}/v3/account/usage | cut -c1-100`,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: AFTER_FIX,
    credits: LOST_ANSWER,
    sources: ['measured/node-errors'],
  },
  {
    ...unread,
    id: 'body-cut',
    title: 'The answer broke off, or is not as long as it says',
    when: [{ failure: ['body-cut', 'length-mismatch'] }],
    unless: REFUSED,
    signs: [{ facts: { failure: ['body-cut', 'length-mismatch'] }, makes: 'certain' }],
    tell: 'fewer bytes came than Content-Length promised, or the connection ended inside the body',
    meaning:
      'The answer began, and its body has no end or another length than announced. Do not use what is there: half a list looks like a short list.',
    reasons: [
      { text: 'The connection was lost while the body was read.', source: 'measured/node-errors' },
      { text: 'A proxy rewrites bodies and leaves the old length.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Send the request again.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'With large lists, ask for smaller pages.',
        source: 'inferred',
        unless: [{ free: true }],
      },
    ],
    retry: BACKOFF,
    credits: LOST_ANSWER,
    sources: ['measured/node-errors'],
  },
  {
    ...unread,
    id: 'body-too-large',
    title: 'The answer is larger than lusha-doctor reads',
    when: [{ failure: 'body-too-large' }],
    unless: REFUSED,
    signs: [{ facts: { failure: 'body-too-large' }, makes: 'certain' }],
    tell: 'reading stopped at the size limit, before or after decompression',
    meaning:
      'The body passed the bound that protects this tool. The answers to its probes are a few kilobytes, so this is not what Lusha sends.',
    reasons: [
      { text: 'Another server answers, for example with a download.', source: 'inferred' },
      { text: 'A small compressed body unpacks to an enormous one.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'See who answers, and with how many bytes.',
        command: `curl -sS -o /dev/null -m 30 --max-filesize 10000000 -w '%{http_code} %{size_download} %{content_type}\\n' ${ORIGIN}/v3/account/usage`,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: AFTER_FIX,
    sources: ['measured/node-errors'],
  },
  {
    ...unread,
    id: 'body-undecodable',
    title: 'The answer cannot be decompressed',
    when: [{ failure: 'body-undecodable' }],
    unless: REFUSED,
    signs: [{ facts: { failure: 'body-undecodable' }, makes: 'certain' }],
    tell: 'Z_DATA_ERROR or Z_BUF_ERROR, or a Content-Encoding that no client knows',
    meaning: 'Content-Encoding names a compression and the bytes do not follow it.',
    reasons: [
      {
        text: 'A proxy unpacked the body and left the header, or damaged the bytes.',
        source: 'inferred',
      },
      { text: 'The body was cut.', source: 'measured/node-errors' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Ask for an uncompressed answer and compare.',
        command: `curl -sS -i -m 30 -H 'Accept-Encoding: identity' ${ORIGIN}/v3/account/usage`,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: BACKOFF,
    credits: LOST_ANSWER,
    sources: ['measured/node-errors'],
  },
  {
    ...unread,
    id: 'headers-timeout',
    title: 'Connected, but no answer came in time',
    when: [{ failure: 'headers-timeout' }],
    unless: REFUSED,
    signs: [{ facts: { failure: 'headers-timeout' }, makes: 'certain' }],
    tell: 'the time ran out in the phase wait; UND_ERR_HEADERS_TIMEOUT',
    meaning:
      'The request was sent to {host|the host}, and the answer was not there in time (milliseconds of waiting: {slowMs|see the timings}). The other side may still be working on it.',
    reasons: [
      {
        text: 'The request is heavy.',
        source: 'inferred',
        unless: [{ free: true }],
      },
      { text: 'The server is slow or overloaded.', source: 'inferred' },
      {
        text: 'A gateway or proxy on the way accepted the request and waits itself.',
        source: 'measured/proxies',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Allow more time.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --timeout 30',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      { text: 'In your own program allow 60 s for an answer.', source: 'inferred' },
    ],
    retry: BACKOFF,
    credits: LOST_ANSWER,
    sources: ['measured/node-errors'],
  },
  {
    ...unread,
    id: 'body-timeout',
    title: 'The answer began and was not complete in time',
    when: [{ failure: 'body-timeout' }],
    unless: REFUSED,
    signs: [{ facts: { failure: 'body-timeout' }, makes: 'certain' }],
    tell: 'the time ran out in the phase body; UND_ERR_BODY_TIMEOUT',
    meaning: 'Status and headers are there, the body stalled or drips. What arrived is not usable.',
    reasons: [
      { text: 'The connection is very slow or loses packets.', source: 'inferred' },
      { text: 'A virus scanner or proxy holds the body back.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Allow more time.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --timeout 30',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'With large lists, ask for smaller pages.',
        source: 'inferred',
        unless: [{ free: true }],
      },
    ],
    retry: BACKOFF,
    credits: LOST_ANSWER,
    sources: ['measured/node-errors'],
  },
] as const satisfies readonly Cause[];
