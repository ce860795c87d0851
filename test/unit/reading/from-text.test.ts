import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/evidence/facts.ts';
import { readPasted } from '../../../src/reading/from-text.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const GUARD = '{"statusCode":401,"message":"Invalid API key","error":"Unauthorized"}';
const USAGE = { path: '/v3/account/usage', endpoint: 'account.usage', endpointVersion: 'v3' };

/** What a text is taken for, with the facts of each exchange in it. */
function read(text: string): { kind: string; facts: readonly Record<string, unknown>[] } {
  const { kind, entries } = readPasted(text);
  const facts = entries.map((entry) => {
    const found = Object.entries(factsOf(entry.exchange, { now: NOW, extra: entry.facts }));
    return Object.fromEntries(found.map(([name, { value }]) => [name, value]));
  });
  return { kind, facts };
}

describe('a status', () => {
  it.each([
    ['403', { status: 403 }],
    [' 403\n', { status: 403 }],
    ['HTTP 403', { status: 403 }],
    ['HTTP/1.1 403 Forbidden', { status: 403, statusText: 'Forbidden' }],
    ['HTTP/2 401 ', { status: 401 }],
    ['status code: 429', { status: 429 }],
    ['429 Too Many Requests', { status: 429, statusText: 'Too Many Requests' }],
    ['403 again', { status: 403 }],
    ['Error 403 from Lusha', { status: 403 }],
    ['status 403 - what now?', { status: 403 }],
    ['403: why?', { status: 403 }],
    ['403 Your account is not active', { status: 403, message: 'Your account is not active' }],
    ['400 "a new sentence"', { status: 400, message: 'a new sentence' }],
    ['401: Invalid API key', { status: 401, message: 'Invalid API key' }],
    ['404 page not found', { status: 404, statusText: 'page not found' }],
    [
      '429 - Limit: 25 calls per day',
      { status: 429, message: 'Limit: 25 calls per day', windowEmpty: 'day', windowLimit: 25 },
    ],
  ])('is read from %j', (text, facts) => {
    expect(read(text)).toEqual({ kind: 'status', facts: [facts] });
  });

  it.each(['42', '4033', '999', '600'])('is not %j', (text) => {
    expect(read(text).kind).toBe('nothing');
  });
});

describe('a body', () => {
  it('gives its status and who answers like that', () => {
    expect(read(GUARD)).toEqual({
      kind: 'json-body',
      facts: [
        {
          status: 401,
          bodyKind: 'json-object',
          message: 'Invalid API key',
          errorName: 'Unauthorized',
          answeredBy: 'lusha',
        },
      ],
    });
  });

  it.each([
    ['quoted once more', JSON.stringify(GUARD)],
    ['in a list', `[${GUARD}]`],
    ['in a fence', `\`\`\`json\n${GUARD}\n\`\`\``],
    ['in colours', `\u001B[1;31m${GUARD}\u001B[0m`],
    ['with a byte order mark', `\uFEFF${GUARD}`],
  ])('is read when it stands %s', (_, text) => {
    expect(read(text)).toMatchObject({ kind: 'json-body', facts: [{ status: 401 }] });
  });

  it('of a success has facts but no status', () => {
    const body = {
      requestId: 'a',
      results: [{ error: { code: 'NOT_FOUND' } }],
      billing: { creditsCharged: 0 },
    };
    expect(read(JSON.stringify(body, null, 2))).toEqual({
      kind: 'json-body',
      facts: [
        {
          bodyKind: 'json-object',
          requestId: 'a',
          itemErrors: ['NOT_FOUND'],
          itemCount: 1,
          emptyResult: true,
          creditsCharged: 0,
          shape: 'success',
          answeredBy: 'lusha',
        },
      ],
    });
  });

  it('inside other words is found as well', () => {
    expect(read('Lusha said {"message":"Something went wrong"} and gave up')).toMatchObject({
      kind: 'json-body',
      facts: [{ message: 'Something went wrong', answeredBy: 'lusha' }],
    });
  });

  it('is not a failure that a program wrote down as JSON', () => {
    const logged = { level: 'error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' };
    expect(read(JSON.stringify(logged))).toMatchObject({
      kind: 'structured-error',
      facts: [{ failure: 'connection-refused', failureCode: 'ECONNREFUSED' }],
    });
  });

  it('of HTML says its status in the title', () => {
    const page =
      '<html><head><title>502 Bad Gateway</title></head><center>nginx/1.22</center></html>';
    expect(read(page)).toEqual({
      kind: 'html-page',
      facts: [
        {
          status: 502,
          bodyKind: 'html',
          answeredBy: 'other',
          product: 'nginx',
          productSays: 'unreachable',
        },
      ],
    });
    expect(read('<!doctype html><title>Sign in</title><input type=password>').facts[0]).toEqual({
      bodyKind: 'html',
      answeredBy: 'captive-portal',
      product: undefined,
    });
  });
});

describe('an HTTP response', () => {
  const HEAD =
    'HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nx-daily-requests-left: 5\r\n\r\n';

  it('is read from the output of curl -i', () => {
    expect(read(`${HEAD}${GUARD}\r\n`)).toEqual({
      kind: 'http-response',
      facts: [
        {
          status: 401,
          statusText: 'Unauthorized',
          bodyKind: 'json-object',
          contentType: 'application/json',
          message: 'Invalid API key',
          errorName: 'Unauthorized',
          answeredBy: 'lusha',
        },
      ],
    });
  });

  it('is read with the command that asked for it', () => {
    const command = `$ curl -si -X POST "https://api.lusha.com/v3/account/usage?x=1" \\\n  -H 'Authorization: Bearer abc' \\\n  -d '{}'\n`;
    expect(read(command + HEAD + GUARD).facts).toMatchObject([
      { ...USAGE, method: 'POST', keyPlacement: 'bearer', status: 401 },
    ]);
  });

  it('is read with the request before it', () => {
    const request = 'GET /v3/account/usage HTTP/1.1\nHost: api.lusha.com\nAccept: */*\n\n';
    const [entry] = readPasted(request + HEAD + GUARD).entries;
    expect(entry?.exchange.request).toEqual({
      method: 'GET',
      origin: 'https://api.lusha.com',
      path: '/v3/account/usage',
      headerNames: ['Host', 'Accept'],
      keyPlacement: 'none',
    });
  });

  it("is one of several: interim ones are skipped, the tunnel is the proxy's", () => {
    const text = `HTTP/1.0 200 Connection established\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 302 Found\nLocation: http://api.lusha.com/\n\nHTTP/1.1 200 OK\n\n<html>`;
    expect(read(text).facts).toMatchObject([
      { status: 302, connectStatus: 200, redirect: 'to-clear-text' },
      { status: 200, connectStatus: 200, bodyKind: 'html' },
    ]);
  });

  it('may have lost its empty line', () => {
    expect(read(`HTTP/1.1 401 Unauthorized\nServer: x\n${GUARD}`).facts).toMatchObject([
      { status: 401, message: 'Invalid API key' },
    ]);
  });

  it('is followed by an error when it was cut', () => {
    const text = `HTTP/1.1 200 OK\n\n{"a":\ncurl: (18) transfer closed with 12 bytes remaining to read`;
    expect(read(text).facts).toMatchObject([
      { status: 200, bodyKind: 'broken-json', failure: 'body-cut' },
    ]);
  });
});

describe('the output of curl -v', () => {
  const VERBOSE = [
    '*   Trying 192.0.2.7:443...',
    '* Connected to api.lusha.com (192.0.2.7) port 443 (#0)',
    '* SSL connection using TLSv1.3 / TLS_AES_128_GCM_SHA256',
    '* Server certificate:',
    '*  subject: CN=*.lusha.com',
    '*  start date: Jan  1 00:00:00 2026 GMT',
    '*  expire date: Dec  3 12:00:00 2026 GMT',
    '*  issuer: O=Zscaler Inc.; CN=Zscaler Intermediate Root CA',
    '} [5 bytes data]',
    '> GET /v3/account/usage HTTP/2',
    '> Host: api.lusha.com',
    '> x-api-key: abc',
    '> ',
    '< HTTP/2 401 ',
    '< content-type: application/json',
    '< ',
    '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current',
    '                                 Dload  Upload   Total   Spent    Left  Speed',
    '100    69  100    69    0     0    700      0 --:--:-- --:--:-- --:--:--   704',
    GUARD,
    '* Connection #0 to host api.lusha.com left intact',
  ].join('\n');

  it('gives request, connection, certificate and response', () => {
    const [entry] = readPasted(VERBOSE).entries;
    expect(entry?.exchange).toMatchObject({
      peer: { address: '192.0.2.7', family: 4, port: 443 },
      tls: { version: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256' },
      response: { status: 401, body: { text: GUARD } },
    });
    expect(read(VERBOSE).facts).toMatchObject([
      {
        ...USAGE,
        method: 'GET',
        keyPlacement: 'x-api-key',
        certificateDays: 10,
        product: 'Zscaler',
        answeredBy: 'lusha',
      },
    ]);
  });

  it('gives the proxy that refused the tunnel', () => {
    const text = [
      "* Uses proxy env variable HTTPS_PROXY == 'http://me:secret@proxy.example:3128'",
      '* Connected to proxy.example (192.0.2.1) port 3128 (#0)',
      '* Establish HTTP proxy tunnel to api.lusha.com:443',
      '> CONNECT api.lusha.com:443 HTTP/1.1',
      '> Host: api.lusha.com:443',
      '> ',
      '< HTTP/1.1 407 Proxy Authentication Required',
      '< Server: squid/5.7',
      '< ',
      '* CONNECT tunnel failed, response 407',
      'curl: (56) CONNECT tunnel failed, response 407',
    ].join('\n');
    expect(read(text)).toEqual({
      kind: 'http-response',
      facts: [
        {
          failure: 'proxy-auth-required',
          failureCode: 'curl 56',
          failurePhase: 'proxy',
          proxyUrl: 'http://[masked]@proxy.example:3128',
          proxySource: 'HTTPS_PROXY',
          connectStatus: 407,
          answeredBy: 'proxy',
          product: 'Squid',
        },
      ],
    });
    const [entry] = readPasted(text).entries;
    expect(entry?.exchange.proxy).toMatchObject({
      url: 'http://[masked]@proxy.example:3128',
      source: 'HTTPS_PROXY',
    });
    expect(entry?.exchange.peer).toBeUndefined();
  });

  it('gives the failure when there is no answer', () => {
    const text =
      "*   Trying 192.0.2.7:443...\n* connect to 192.0.2.7 port 443 failed: Connection refused\ncurl: (7) Failed to connect to api.lusha.com port 443 after 2 ms: Couldn't connect to server";
    expect(read(text)).toMatchObject({
      kind: 'http-response',
      facts: [{ failure: 'connection-refused', failureCode: 'curl 7', answeredBy: 'nobody' }],
    });
  });
});

describe('a message', () => {
  it.each([
    ['Invalid API key', 'Invalid API key'],
    ['"Invalid API key format"', 'Invalid API key format'],
    ['  missing\n  Authorization header ', 'missing Authorization header'],
  ])('is read from %j', (text, message) => {
    expect(read(text)).toEqual({ kind: 'message', facts: [{ message }] });
  });

  it('about a limit gives the limit', () => {
    expect(
      read('Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 81671 seconds.').facts,
    ).toMatchObject([{ windowEmpty: 'day', windowLimit: 25, windowReset: 81_671 }]);
  });

  it('that names the call gives the call', () => {
    expect(
      read(
        "Access to fetch at 'https://api.lusha.com/v3/account/usage' has been blocked by CORS policy",
      ).facts,
    ).toMatchObject([USAGE]);
  });
});

it.each([
  ['empty text', ''],
  ['blanks', ' \n\t\n'],
  ['a key alone', '00000000-1111-4222-8333-444444444444'],
  ['a key with its name', 'LUSHA_API_KEY=00000000-1111-4222-8333-444444444444'],
  ['digits and signs', '--- 12345 ---'],
  ['a long text without a trace', 'lorem ipsum '.repeat(200)],
  ['a shopping list', Array.from({ length: 20 }, () => '* Apples').join('\n')],
])('finds nothing in %s', (_, text) => {
  expect(readPasted(text)).toEqual({ kind: 'nothing', entries: [], truncated: false });
});

it('says when it did not read everything', () => {
  const long = `HTTP/1.1 500 x\n\n${'x'.repeat(1_100_000)}`;
  expect(readPasted(long)).toMatchObject({ kind: 'http-response', truncated: true });
});
