import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/evidence/facts.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import type { Facts } from '../../../src/model/fact.ts';
import { answered, response, type Given } from '../../support/answers.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const BARE: Exchange = { door: 'live', phases: [] };

/** Names and values, without where they were seen. */
function valuesOf(facts: Facts): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]));
}

function read(given: Given, rest: Partial<Exchange> = {}): Record<string, unknown> {
  return valuesOf(factsOf(answered(given, rest), { now: NOW }));
}

describe('the request', () => {
  it('gives method, path without its query, endpoint and where the key was', () => {
    const request = {
      method: 'GET',
      path: '/v3/account/usage?a=1#b',
      keyPlacement: 'bearer',
    } as const;
    expect(valuesOf(factsOf({ ...BARE, request }))).toEqual({
      method: 'GET',
      path: '/v3/account/usage',
      endpoint: 'account.usage',
      endpointVersion: 'v3',
      keyPlacement: 'bearer',
      free: true,
    });
  });

  it('names a path that is in no catalogue unlisted', () => {
    const facts = factsOf({ ...BARE, request: { method: 'GET', path: '/nowhere' } });
    expect(facts.endpoint?.value).toBe('unlisted');
  });
});

describe('the response', () => {
  it('gives every fact of an error with where it was seen', () => {
    const facts = factsOf(
      answered({
        status: 401,
        headers: { 'Content-Type': 'application/json; charset=utf-8', 'X-Request-Id': 'abc' },
        body: { statusCode: 401, message: 'Invalid API key', error: 'Unauthorized' },
      }),
    );
    expect(facts).toEqual({
      status: { name: 'status', value: 401, seenIn: 'status line' },
      bodyKind: { name: 'bodyKind', value: 'json-object', seenIn: 'response body' },
      contentType: {
        name: 'contentType',
        value: 'application/json',
        seenIn: 'response header content-type',
      },
      requestId: { name: 'requestId', value: 'abc', seenIn: 'response header x-request-id' },
      message: { name: 'message', value: 'Invalid API key', seenIn: 'response body message' },
      errorName: { name: 'errorName', value: 'Unauthorized', seenIn: 'response body error' },
      answeredBy: {
        name: 'answeredBy',
        value: 'lusha',
        seenIn: 'JSON body: statusCode equal to the HTTP status, with a message',
      },
    });
  });

  it.each<[string, Given, Record<string, unknown>]>([
    [
      'items of a success, but no text of theirs as a message',
      {
        body: {
          requestId: 'a',
          results: [{ error: { code: 'NOT_FOUND' } }],
          billing: { creditsCharged: 0 },
          title: 'CEO',
        },
      },
      {
        status: 200,
        bodyKind: 'json-object',
        requestId: 'a',
        itemErrors: ['NOT_FOUND'],
        itemCount: 1,
        emptyResult: true,
        creditsCharged: 0,
        answeredBy: 'lusha',
      },
    ],
    [
      'credits, plan and the empty window of account usage',
      {
        body: {
          credits: { total: 40, used: 4, remaining: 36 },
          plan: { category: 'free' },
          rateLimits: {
            daily: { limit: 25, used: 25, remaining: 0, resetsAt: '2026-11-24T00:00:00Z' },
          },
        },
      },
      {
        status: 200,
        bodyKind: 'json-object',
        creditsLeft: 36,
        plan: 'free',
        windowEmpty: 'day',
        windowLimit: 25,
        windowReset: 43_200,
        answeredBy: 'lusha',
      },
    ],
    [
      'the text of a 429 rather than its headers',
      {
        status: 429,
        headers: { 'x-minute-requests-left': '0', 'retry-after': '30' },
        body: {
          statusCode: 429,
          message: 'Hourly API rate limit exceeded. Limit: 150 calls per hour. Reset in 37 seconds',
        },
      },
      {
        status: 429,
        bodyKind: 'json-object',
        message: 'Hourly API rate limit exceeded. Limit: 150 calls per hour. Reset in 37 seconds',
        retryAfter: 30,
        windowEmpty: 'hour',
        windowLimit: 150,
        windowReset: 37,
        waitSeconds: 37,
        waitSource: 'response body message',
        answeredBy: 'lusha',
      },
    ],
    [
      'headers of a 429 that name no window',
      { status: 429, headers: { 'x-ratelimit-limit': '25', 'x-ratelimit-reset': '12' } },
      {
        status: 429,
        bodyKind: 'empty',
        windowLimit: 25,
        windowReset: 12,
        waitSeconds: 12,
        waitSource: 'response header x-ratelimit-reset',
        answeredBy: 'other',
      },
    ],
    [
      'plain text as the message',
      { status: 503, body: 'upstream\nconnect error', headers: { 'content-type': 'text/plain' } },
      {
        status: 503,
        bodyKind: 'text',
        contentType: 'text/plain',
        message: 'upstream connect error',
        answeredBy: 'other',
      },
    ],
    [
      'the words of a page without a route, and no others of a page',
      { status: 404, body: '<html><body><pre>Cannot POST /v3/x</pre></body></html>' },
      { status: 404, bodyKind: 'html', message: 'Cannot POST /v3/x', answeredBy: 'gateway' },
    ],
    [
      'a sunset date as it was sent',
      { status: 200, headers: { Sunset: 'Wed, 18 Nov 2026 00:00:00 GMT' }, body: [] },
      {
        status: 200,
        bodyKind: 'json-other',
        sunset: 'Wed, 18 Nov 2026 00:00:00 GMT',
        sunsetWords: 'was announced to end on 2026-11-18, 5 days ago, and still answers',
        itemCount: 0,
        emptyResult: true,
        answeredBy: 'other',
      },
    ],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://api.lusha.com/v3' } },
      {
        status: 302,
        bodyKind: 'empty',
        redirect: 'to-clear-text',
        redirectTo: 'http://api.lusha.com/v3',
        answeredBy: 'other',
      },
    ],
    [
      'a redirect that leads nowhere',
      { status: 301 },
      { status: 301, bodyKind: 'empty', redirect: 'unusable', answeredBy: 'other' },
    ],
    [
      'the status of a proxy that answered in the place of the server',
      { status: 403, headers: { server: 'squid/5.7' } },
      { status: 403, bodyKind: 'empty', answeredBy: 'proxy', product: 'Squid', connectStatus: 403 },
    ],
  ])('gives %s', (_, given, expected) => {
    expect(read(given)).toEqual(expected);
  });

  it('takes the time from the server where it says it', () => {
    const headers = {
      date: 'Mon, 23 Nov 2026 10:00:00 GMT',
      'retry-after': 'Mon, 23 Nov 2026 10:00:37 GMT',
    };
    expect(read({ status: 503, headers }).retryAfter).toBe(37);
    expect(
      read({ status: 503, headers: { 'retry-after': 'Mon, 23 Nov 2026 12:00:05 GMT' } }).retryAfter,
    ).toBe(5);
  });

  it('of a pasted bare status gives the status and nothing else', () => {
    const exchange: Exchange = { door: 'pasted', phases: [], response: response({ status: 302 }) };
    expect(valuesOf(factsOf(exchange))).toEqual({ status: 302 });
  });
});

describe('a failure', () => {
  it('gives kind, code and phase', () => {
    const failure = {
      kind: 'dns-not-found',
      code: 'ENOTFOUND',
      phase: 'dns',
      message: 'x',
    } as const;
    expect(valuesOf(factsOf({ ...BARE, failure }))).toEqual({
      failure: 'dns-not-found',
      failureCode: 'ENOTFOUND',
      failurePhase: 'dns',
      sent: false,
      answeredBy: 'nobody',
    });
  });

  it.each([
    [407, 'proxy-auth-required'],
    [403, 'proxy-refused'],
    [502, 'proxy-refused'],
  ])('is seen in a tunnel answered with %i', (status, kind) => {
    const proxy = { url: 'http://p.example:1', source: 'option', connect: response({ status }) };
    expect(valuesOf(factsOf({ ...BARE, proxy }))).toEqual({
      failure: kind,
      failurePhase: 'proxy',
      proxyUrl: 'http://p.example:1',
      proxySource: 'option',
      connectStatus: status,
      answeredBy: 'proxy',
    });
  });

  it('is seen in a JSON body too long to be read to its end', () => {
    const whole = response({ body: '{"results":[{"id":' });
    const cut = { ...whole, body: { ...whole.body, notes: ['cut-at-limit'] } } as const;
    expect(valuesOf(factsOf({ ...BARE, response: cut }))).toEqual({
      status: 200,
      bodyKind: 'broken-json',
      failure: 'body-too-large',
      failurePhase: 'body',
    });
  });

  it('is seen in a certificate that was refused', () => {
    const leaf = {
      subject: 'CN=x',
      issuer: 'CN=Corp\nCA',
      validFrom: 0,
      validTo: NOW - 1,
      altNames: '',
    };
    const tls = { version: 'TLSv1.3', cipher: 'x', chain: [leaf], refusal: 'CERT_HAS_EXPIRED' };
    expect(valuesOf(factsOf({ ...BARE, tls }, { now: NOW }))).toEqual({
      failure: 'tls-expired',
      failureCode: 'CERT_HAS_EXPIRED',
      failurePhase: 'tls',
      certificateIssuer: 'CN=Corp CA',
      certificateDays: -1,
      answeredBy: 'nobody',
    });
  });
});

describe('facts from elsewhere', () => {
  it('win over derived ones', () => {
    const extra: Facts = { plan: { name: 'plan', value: 'scale', seenIn: 'option' } };
    const usage = { credits: { total: 1, used: 0, remaining: 1 }, plan: { category: 'free' } };
    expect(factsOf(answered({ body: usage }), { extra }).plan?.value).toBe('scale');
  });
});

it('measures the clock from the date of the answer', () => {
  const phases = [{ phase: 'wait', startMs: 0, durationMs: 100, outcome: 'done' }] as const;
  const headers = { date: 'Mon, 23 Nov 2026 11:00:00 GMT' };
  expect(read({ headers }, { startedAt: NOW, phases }).clockSkew).toBe(3600);
});
