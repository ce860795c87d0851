import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { certificates, SERVED_NAME, type Certificates } from '../support/certificates.ts';
import { judged, lifted, type Asked, type Judgement } from '../support/faults.ts';
import { hasty, probing, TEST_KEY, type Wish } from '../support/probing.ts';
import { LOGIN_WANTED, SQUID_DENIAL, startProxy, type ProxyManner } from '../support/proxies.ts';
import { recorder } from '../support/recorder.ts';
import { afterRequest, saying, Servers } from '../support/servers.ts';
import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';

/** One row: what the server does, the verdict, its layer, and the exit code. */
type Fault = readonly [
  what: string,
  bring: () => Promise<Judgement>,
  verdict: string,
  layer: string,
  exitCode: number,
];

const servers = new Servers();
afterAll(() => servers.close());

const NAMES: readonly Fault[] = [
  ['the name does not exist', unresolved('ENOTFOUND'), 'dns-not-found', 'network', 3],
  ['the resolver gives up', unresolved('EAI_AGAIN'), 'dns-failure', 'network', 3],
  ['the resolver refuses', unresolved('EREFUSED'), 'dns-failure', 'network', 3],
  [
    'the resolver is silent',
    () => lift({ ...hasty('dns'), lookup: () => new Promise(() => {}) }),
    'dns-timeout',
    'network',
    3,
  ],
  [
    'the name has no address',
    () => lift({ lookup: () => Promise.resolve([]) }),
    'dns-not-found',
    'network',
    3,
  ],
];

const CONNECTIONS: readonly Fault[] = [
  [
    'nothing listens',
    async () => judged((await servers.nobody()).url),
    'connection-refused',
    'network',
    3,
  ],
  [
    'no way leads to the address',
    () => judged('https://127.255.255.255:4443'),
    'network-unreachable',
    'network',
    3,
  ],
  [
    'it resets at once',
    raw((socket) => socket.resetAndDestroy()),
    'connection-reset',
    'network',
    3,
  ],
  [
    'it resets after the request',
    raw(afterRequest((socket) => socket.resetAndDestroy())),
    'connection-reset',
    'network',
    3,
  ],
  ['it closes without an answer', raw(saying('')), 'connection-closed', 'network', 3],
];

const weak = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' } as const;
const other = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' } as const;

const HANDSHAKES: readonly Fault[] = [
  ['its certificate has expired', tls('expired'), 'tls-expired', 'tls', 3],
  ['its certificate begins tomorrow', tls('notYetValid'), 'tls-not-yet-valid', 'tls', 3],
  ['its certificate is for another name', tls('wrongName'), 'tls-wrong-name', 'tls', 3],
  ['its certificate signs itself', tls('selfSigned'), 'tls-self-signed', 'tls', 3],
  ['nobody knows its authority', tls('unknownAuthority'), 'tls-unknown-ca', 'tls', 3],
  ['a company proxy signed its certificate', tls('companyChain'), 'tls-unknown-ca', 'tls', 3],
  ['it forgets the intermediate', tls('missingIntermediate'), 'tls-unknown-ca', 'tls', 3],
  ['its certificate is for clients', tls('wrongPurpose'), 'tls-bad-certificate', 'tls', 3],
  [
    'it speaks plain HTTP on the TLS port',
    async () => {
      const { port } = await servers.http(recorder().handle);
      return judged(`https://127.0.0.1:${port}`);
    },
    'tls-plain-http',
    'tls',
    3,
  ],
  ['it only knows TLS 1.1', tls('good', weak), 'tls-protocol-mismatch', 'tls', 3],
  ['it shares no cipher', tls('good', other), 'tls-protocol-mismatch', 'tls', 3],
  ['it stalls in the handshake', rawTls(() => {}), 'tls-timeout', 'tls', 3],
  [
    'it hangs up in the handshake',
    rawTls((socket) => socket.once('data', () => socket.end())),
    'connection-closed',
    'network',
    3,
  ],
  [
    'it resets in the handshake',
    rawTls((socket) => socket.once('data', () => socket.resetAndDestroy())),
    'connection-reset',
    'network',
    3,
  ],
  [
    'it answers the handshake with noise',
    rawTls((socket) => socket.end(Buffer.alloc(64, 0xff))),
    'tls-plain-http',
    'tls',
    3,
  ],
];

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const GZIPPED = gzipSync(JSON.stringify({ rateLimits: { day: 'x'.repeat(500) } }));

const ANSWERS: readonly Fault[] = [
  [
    'it takes the request and stays silent',
    raw(saying('', 'stay')),
    'headers-timeout',
    'network',
    3,
  ],
  [
    'its headers never end',
    raw(dripping('HTTP/1.1 200 OK\r\n', 'x-more: 1\r\n')),
    'headers-timeout',
    'network',
    3,
  ],
  [
    'it sends one informational answer after the other',
    raw(dripping('', 'HTTP/1.1 103 Early Hints\r\n\r\n')),
    'headers-timeout',
    'network',
    3,
  ],
  [
    'it speaks another protocol',
    raw(saying('SSH-2.0-OpenSSH_9.2\r\n')),
    'response-malformed',
    'network',
    3,
  ],
  [
    'its status line is broken',
    raw(saying('HTTP/1.1 abc OK\r\n\r\n')),
    'response-malformed',
    'network',
    3,
  ],
  [
    'a header line is broken',
    raw(saying('HTTP/1.1 200 OK\r\nbad header\u0000: 1\r\n\r\n')),
    'response-malformed',
    'network',
    3,
  ],
  [
    'it states two lengths',
    raw(saying('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab')),
    'body-cut',
    'network',
    3,
  ],
  [
    'it switches the protocol unasked',
    raw(saying('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n')),
    'response-malformed',
    'network',
    3,
  ],
  [
    'its headers are larger than 64 KiB',
    raw(saying(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(80_000)}\r\n\r\n`)),
    'headers-too-large',
    'network',
    3,
  ],
  [
    'a chunk is none',
    raw(saying(`${OK}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n`)),
    'response-malformed',
    'network',
    3,
  ],
  [
    'the body ends early',
    raw(saying(`${OK}content-length: 100\r\n\r\n{"a`)),
    'body-cut',
    'network',
    3,
  ],
  [
    'the last chunk is missing',
    raw(saying(`${OK}transfer-encoding: chunked\r\n\r\n3\r\n{"a\r\n`)),
    'body-cut',
    'network',
    3,
  ],
  [
    'it resets in the body',
    raw(
      afterRequest((socket) => {
        socket.write(`${OK}content-length: 100\r\n\r\n{"a`, () => {
          setTimeout(() => socket.resetAndDestroy(), 20);
        });
      }),
    ),
    'body-cut',
    'network',
    3,
  ],
  [
    'the body stalls',
    raw(saying(`${OK}content-length: 99\r\n\r\n{"a`, 'stay')),
    'body-timeout',
    'network',
    3,
  ],
  [
    'the body drips',
    raw(dripping(`${OK}content-length: 99999\r\n\r\n`, ' ')),
    'body-timeout',
    'network',
    3,
  ],
  [
    'the gzip body breaks off',
    encoded('gzip', GZIPPED.subarray(0, 40)),
    'body-undecodable',
    'network',
    3,
  ],
  [
    'the gzip body has a wrong checksum',
    encoded(
      'gzip',
      GZIPPED.map((byte, at) => (at > GZIPPED.length - 8 ? ~byte : byte)),
    ),
    'body-undecodable',
    'network',
    3,
  ],
  [
    'it uses a coding nobody asked for',
    encoded('zstd', Buffer.from('?')),
    'body-undecodable',
    'network',
    3,
  ],
  [
    'a small gzip body unpacks to 64 MiB of JSON',
    encoded('gzip', gzipSync(`{"a":"${'x'.repeat(64 * 1024 * 1024)}"}`)),
    'body-too-large',
    'network',
    3,
  ],
  [
    'a body without end begins as JSON',
    raw(
      afterRequest((socket) => {
        socket.write(`${OK}\r\n{"a":"`);
        const pour = () => {
          while (!socket.destroyed && socket.write('x'.repeat(16_384)));
        };
        socket.on('drain', pour);
        pour();
      }),
    ),
    'body-too-large',
    'network',
    3,
  ],
];

const RATE_HEADERS = {
  'content-type': 'application/json',
  'x-rate-limit-daily': '1500',
  'x-daily-requests-left': '1400',
  'x-daily-usage': '100',
};

const BODIES: readonly Fault[] = [
  ['200 and a page', page(200, {}, '<html><title>Welcome</title></html>'), 'login-page', 'edge', 3],
  [
    '200 and a form for a password',
    page(200, {}, '<html><title>Sign in</title><input type="password"></html>'),
    'login-page',
    'edge',
    3,
  ],
  ['200 and somebody else’s JSON', json(200, { hello: 'world' }), 'wrong-host', 'edge', 3],
  ['200 and a list', json(200, []), 'wrong-host', 'edge', 3],
  ['200 and a bare number', json(200, 1e308), 'wrong-host', 'edge', 3],
  ['200 and nothing', page(200, {}, ''), 'wrong-host', 'edge', 3],
  ['200 and NUL bytes', page(200, {}, '\0\0\0\0\0\0'), 'wrong-host', 'edge', 3],
  [
    '200, Lusha’s counters, and a JSON body cut in half',
    page(200, RATE_HEADERS, '{"requestId":"r-1","results":[{"id"'),
    'contract-broken',
    'service',
    7,
  ],
  [
    '500, Lusha’s counters, and a JSON body cut in half',
    page(500, RATE_HEADERS, '{"statusCode":500,"mess'),
    'service-error',
    'service',
    7,
  ],
  [
    '200, Lusha’s counters, and an empty body',
    page(200, RATE_HEADERS, ''),
    'contract-broken',
    'service',
    7,
  ],
  [
    '200 and JSON nested 100 000 deep',
    page(200, { 'content-type': 'application/json' }, '['.repeat(100_000)),
    'wrong-host',
    'edge',
    3,
  ],
];

const PROXIES: readonly Fault[] = [
  [
    'the proxy is down',
    async () => viaProxyAt((await servers.nobody()).url),
    'proxy-unreachable',
    'proxy',
    3,
  ],
  ['the proxy wants a login', viaProxy({ say: LOGIN_WANTED }), 'proxy-auth-required', 'proxy', 3],
  [
    'the proxy denies the host',
    viaProxy({ say: SQUID_DENIAL }),
    'proxy-refused-connect',
    'proxy',
    3,
  ],
  [
    'the proxy of a variable denies the host',
    async () => {
      const proxy = await startProxy(servers, { say: SQUID_DENIAL });
      return judged('https://api.lusha.test', { world: { env: { HTTPS_PROXY: proxy.url } } });
    },
    'proxy-refused-connect',
    'proxy',
    3,
  ],
  [
    'the proxy sends us to a login page',
    viaProxy({ say: 'HTTP/1.1 302 Found\r\nlocation: http://login.example/\r\n\r\n' }),
    'proxy-refused-connect',
    'proxy',
    3,
  ],
  [
    'the proxy cannot reach the host',
    viaProxy({ say: 'HTTP/1.1 503 Service Unavailable\r\nserver: squid/5.7\r\n\r\n' }),
    'proxy-cannot-reach',
    'proxy',
    3,
  ],
  ['the proxy is silent', viaProxy('silent'), 'proxy-timeout', 'proxy', 3],
  [
    'the proxy answers with noise',
    viaProxy({ say: 'hello\r\n\r\n' }),
    'proxy-bad-answer',
    'proxy',
    3,
  ],
  ['the proxy hangs up', viaProxy('close'), 'proxy-bad-answer', 'proxy', 3],
  [
    'the headers of the proxy have no measure',
    viaProxy({ say: `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(80_000)}\r\n\r\n` }),
    'proxy-bad-answer',
    'proxy',
    3,
  ],
  ['the tunnel breaks before TLS', viaProxy('grant-then-close'), 'connection-closed', 'network', 3],
  [
    'the proxy grants the tunnel and answers itself',
    viaProxy({ say: 'HTTP/1.1 200 OK\r\n\r\n<html>log in</html>' }),
    'tls-plain-http',
    'tls',
    3,
  ],
  [
    'the proxy speaks SOCKS',
    () => viaProxyAt('socks5://127.0.0.1:9'),
    'proxy-unsupported',
    'proxy',
    3,
  ],
  [
    'squid answers in the place of Lusha',
    page(
      403,
      { server: 'squid/5.7', 'x-squid-error': 'ERR_ACCESS_DENIED 0', via: '1.1 p (squid/5.7)' },
      '<html><title>ERROR</title>Access Denied.</html>',
    ),
    'proxy-denied',
    'proxy',
    3,
  ],
  [
    'tinyproxy filters the host',
    page(403, { server: 'tinyproxy/1.11.1' }, '<html><title>403 Filtered</title></html>'),
    'proxy-denied',
    'proxy',
    3,
  ],
  [
    'Zscaler blocks the category',
    page(403, { server: 'Zscaler/6.2' }, '<html><title>Access Denied</title></html>'),
    'proxy-denied',
    'proxy',
    3,
  ],
  [
    'Blue Coat blocks the category with status 200',
    page(200, { server: 'BlueCoat-Security-Appliance' }, '<html>Blue Coat</html>'),
    'proxy-denied',
    'proxy',
    3,
  ],
  [
    'squid cannot reach the server',
    page(502, { 'x-squid-error': 'ERR_CONNECT_FAIL 111' }, '<html>squid</html>'),
    'proxy-cannot-reach',
    'proxy',
    3,
  ],
  ['a 407 without a proxy', page(407, {}, 'who are you'), 'proxy-auth-required', 'proxy', 3],
];

const EDGES: readonly Fault[] = [
  [
    'Cloudflare challenges',
    page(
      403,
      { server: 'cloudflare', 'cf-ray': '8f1-FRA', 'cf-mitigated': 'challenge' },
      '<html><title>Just a moment...</title></html>',
    ),
    'waf-challenge',
    'edge',
    3,
  ],
  [
    'Cloudflare finds no server behind it',
    page(522, { server: 'cloudflare', 'cf-ray': '8f1-FRA' }, 'error code: 522'),
    'cdn-error',
    'edge',
    3,
  ],
  [
    'CloudFront blocks',
    page(
      403,
      { server: 'CloudFront', 'x-amz-cf-id': 'Zx==', 'x-cache': 'Error from cloudfront' },
      '<html>Generated by cloudfront (CloudFront)</html>',
    ),
    'waf-challenge',
    'edge',
    3,
  ],
  [
    'Akamai blocks',
    page(
      403,
      { server: 'AkamaiGHost' },
      '<html><title>Access Denied</title>Reference #18.2</html>',
    ),
    'waf-challenge',
    'edge',
    3,
  ],
  [
    'the AWS load balancer has no server',
    page(
      503,
      { server: 'awselb/2.0' },
      '<html><head><title>503 Service Temporarily Unavailable</title></head></html>',
    ),
    'cdn-error',
    'edge',
    3,
  ],
  [
    'the AWS API gateway refuses',
    json(403, { message: 'Forbidden' }, { 'x-amzn-errortype': 'ForbiddenException' }),
    'waf-challenge',
    'edge',
    3,
  ],
  [
    'nginx has no upstream',
    page(
      502,
      { server: 'nginx' },
      '<html><center><h1>502 Bad Gateway</h1></center><center>nginx</center></html>',
    ),
    'cdn-error',
    'edge',
    3,
  ],
  ['a portal says 511', page(511, {}, '<html>log in</html>'), 'captive-portal', 'edge', 3],
  [
    'a portal redirects',
    redirect(302, 'http://hotspot.example/login?url=x'),
    'redirect-to-login',
    'edge',
    3,
  ],
  [
    'single sign-on redirects',
    redirect(302, 'https://sso.example/saml2?x=1'),
    'redirect-to-login',
    'edge',
    3,
  ],
  [
    'the answer redirects to another host',
    redirect(308, 'https://elsewhere.example/v3'),
    'redirect-other-origin',
    'edge',
    3,
  ],
  [
    'the answer redirects to another host without naming a scheme',
    redirect(301, '//elsewhere.example/v3'),
    'redirect-other-origin',
    'edge',
    3,
  ],
  [
    'the answer redirects to another path',
    redirect(301, '/v3/account/usage/'),
    'redirect-same-origin',
    'edge',
    3,
  ],
  [
    'the answer redirects to clear text',
    async () => {
      const { arrivals, handle } = recorder((_request, response) => {
        response.writeHead(301, { location: 'http://127.0.0.1/v3/account/usage' }).end();
      });
      const server = await servers.https((await certificates()).good, handle);
      const found = await withCa(server.url);
      expect(arrivals).toHaveLength(1);
      return found;
    },
    'redirect-to-clear-text',
    'edge',
    3,
  ],
  ['the answer redirects nowhere', redirect(302, ''), 'redirect-unusable', 'edge', 3],
  ['a cache says 304', page(304, {}, ''), 'not-modified', 'edge', 3],
];

const lushaSays = (status: number, error: string, message: string) =>
  json(status, { statusCode: status, error, message });

const LUSHA: readonly Fault[] = [
  [
    'Lusha does not know the key',
    lushaSays(401, 'Unauthorized', 'Invalid API key'),
    'key-unknown',
    'key',
    4,
  ],
  [
    'the key was dropped on the way',
    json(401, {
      statusCode: 401,
      error: 'invalid_request',
      error_description: 'missing Authorization header',
    }),
    'key-dropped-on-the-way',
    'proxy',
    3,
  ],
  [
    'the key was sent as Bearer',
    json(
      401,
      {
        statusCode: 401,
        error: 'invalid_request',
        error_description: 'invalid Bearer token format',
      },
      {},
      { args: ['--auth', 'bearer'] },
    ),
    'key-sent-as-bearer',
    'key',
    4,
  ],
  [
    'Lusha calls the key malformed',
    lushaSays(400, 'Bad Request', 'Invalid API key format'),
    'key-malformed',
    'key',
    4,
  ],
  [
    'the day window is empty',
    lushaSays(
      429,
      'Too Many Requests',
      'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 60 seconds.',
    ),
    'quota-day-exhausted',
    'quota',
    6,
  ],
  [
    'Lusha fails',
    lushaSays(500, 'Internal Server Error', 'Internal server error'),
    'service-error',
    'service',
    7,
  ],
  [
    'the gateway knows no such path',
    json(404, { message: 'no Route matched with those values', request_id: 'abc123' }),
    'path-unknown',
    'request',
    8,
  ],
];

const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  names: NAMES,
  connections: CONNECTIONS,
  handshakes: HANDSHAKES,
  answers: ANSWERS,
  bodies: BODIES,
  proxies: PROXIES,
  edges: EDGES,
  lusha: LUSHA,
};

describe.each(Object.entries(FAULTS))('%s', (_group, faults) => {
  it.each(faults)('%s', async (_what, bring, verdict, layer, exitCode) => {
    const found = await bring();
    expect({ verdict: found.verdict, layer: found.layer, exitCode: found.exitCode }).toEqual({
      verdict,
      layer,
      exitCode,
    });
  });
});

it('there are at least sixty faults, each told once', () => {
  const all = Object.values(FAULTS).flat();
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(([what]) => what)).size).toBe(all.length);
});

it.each([['check-key'], ['watch-ratelimit', '--once']])(
  'every command tells the same of a fault: %s',
  async (...command) => {
    const proxy = await startProxy(servers, { say: SQUID_DENIAL });
    const found = await judged('https://localhost', { command, args: ['--proxy', proxy.url] });
    expect(found).toMatchObject({ verdict: 'proxy-refused-connect', layer: 'proxy', exitCode: 3 });
    expect(found.ran.stdout).not.toContain(TEST_KEY);
  },
);

function lift(wish: Wish): Promise<Judgement> {
  return probing('https://nowhere.invalid', wish).then(lifted);
}

function unresolved(code: string): () => Promise<Judgement> {
  return () => lift({ lookup: () => Promise.reject(Object.assign(new Error(code), { code })) });
}

function raw(onConnection: (socket: Socket) => void): () => Promise<Judgement> {
  return async () => judged((await servers.tcp(onConnection)).url);
}

function rawTls(onConnection: (socket: Socket) => void): () => Promise<Judgement> {
  return async () => judged((await servers.tcp(onConnection, 'https')).url);
}

function tls(
  name: Exclude<keyof Certificates, 'authority'>,
  options: TlsOptions = {},
): () => Promise<Judgement> {
  return async () => {
    const minted = await certificates();
    return withCa((await servers.https(minted[name], recorder().handle, options)).url);
  };
}

async function withCa(url: string, args: readonly string[] = []) {
  const { authority } = await certificates();
  return judged(url, {
    args: ['--ca', 'ca.pem', ...args],
    world: { files: { 'ca.pem': authority } },
  });
}

function viaProxyAt(proxy: string): Promise<Judgement> {
  return judged(`https://${SERVED_NAME}`, { args: ['--proxy', proxy] });
}

function viaProxy(manner: ProxyManner): () => Promise<Judgement> {
  return async () => viaProxyAt((await startProxy(servers, manner)).url);
}

function encoded(coding: string, bytes: Uint8Array): () => Promise<Judgement> {
  const head = `${OK}content-encoding: ${coding}\r\ncontent-length: ${bytes.length}\r\n\r\n`;
  return raw(saying(Buffer.concat([Buffer.from(head), bytes])));
}

function page(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
  asked: Asked = {},
): () => Promise<Judgement> {
  return async () => {
    const server = await servers.http((_request, response) => {
      response.writeHead(status, headers).end(body);
    });
    return judged(server.url, asked);
  };
}

function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  asked: Asked = {},
): () => Promise<Judgement> {
  const type = { 'content-type': 'application/json', ...headers };
  return page(status, type, JSON.stringify(body), asked);
}

function redirect(status: number, location: string): () => Promise<Judgement> {
  return page(status, location === '' ? {} : { location }, '');
}

/** Sends the head, then the same drop again and again, faster than any limit for silence. */
function dripping(head: string, drop: string): (socket: Socket) => void {
  return afterRequest((socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(drop), 40);
    socket.on('close', () => clearInterval(timer));
  });
}
