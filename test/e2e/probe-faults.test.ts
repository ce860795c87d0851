import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange, FailureKind, Phase } from '../../src/model/exchange.ts';
import type { ProxyChoice } from '../../src/probe/proxy/proxy-settings.ts';
import { certificates, SERVED_NAME, type Certificates } from '../support/certificates.ts';
import { hasty, probing, ROOMY, type Wish } from '../support/probing.ts';
import { LOGIN_WANTED, SQUID_DENIAL, startProxy, type ProxyManner } from '../support/proxies.ts';
import { recorder } from '../support/recorder.ts';
import { afterRequest, saying, Servers } from '../support/servers.ts';

const servers = new Servers();
afterEach(() => servers.close());

/** What a row expects: the failure, and what is known besides it. */
interface Expected {
  readonly kind: FailureKind;
  readonly phase: Phase | readonly Phase[];
  readonly code?: string | RegExp;
  /** Status of the response that is kept in spite of the failure. */
  readonly status?: number;
}

type Row = readonly [fault: string, run: () => Promise<Exchange>, expected: Expected];

function check(exchange: Exchange, { kind, phase, code, status }: Expected): void {
  expect(exchange.failure).toMatchObject({ kind });
  expect([phase].flat()).toContain(exchange.failure?.phase);
  if (code !== undefined) expect(exchange.failure?.code).toMatch(code);
  expect(exchange.response?.status).toBe(status);
}

/** Every phase up to the failing one is there and done; the failing one is there and failed. */
function checkPhases({ phases, failure }: Exchange): void {
  const outcomes = phases.map(({ outcome }) => outcome);
  expect(outcomes).toEqual([...outcomes.slice(1).map(() => 'done'), 'failed']);
  expect(phases.at(-1)?.phase).toBe(failure?.phase);
}

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

describe('names and connections', () => {
  const rows: readonly Row[] = [
    [
      'the name does not exist',
      () => probing('https://nowhere.invalid', { lookup: failing('ENOTFOUND') }),
      { kind: 'dns-not-found', phase: 'dns', code: 'ENOTFOUND' },
    ],
    [
      'the resolver gives up',
      () => probing('https://nowhere.invalid', { lookup: failing('EAI_AGAIN') }),
      { kind: 'dns-failure', phase: 'dns', code: 'EAI_AGAIN' },
    ],
    [
      'the resolver is silent',
      () =>
        probing('https://nowhere.invalid', {
          ...hasty('dns'),
          lookup: () => new Promise(() => {}),
        }),
      { kind: 'dns-timeout', phase: 'dns', code: 'TIMEOUT' },
    ],
    [
      'the name has no address',
      () => probing('https://nowhere.invalid', { lookup: () => Promise.resolve([]) }),
      { kind: 'dns-not-found', phase: 'dns', code: 'ENODATA' },
    ],
    [
      'nothing listens',
      async () => probing((await servers.nobody()).url),
      { kind: 'connection-refused', phase: 'tcp', code: 'ECONNREFUSED' },
    ],
    [
      'nothing listens on any of several addresses',
      async () => {
        const { port } = await servers.nobody();
        return probing(`https://${SERVED_NAME}:${port}`, {
          lookup: () =>
            Promise.resolve([
              { address: '::1', family: 6 },
              { address: '127.0.0.1', family: 4 },
            ]),
        });
      },
      { kind: 'connection-refused', phase: 'tcp', code: 'ECONNREFUSED' },
    ],
    [
      'the connection is reset at once',
      async () => probing((await servers.tcp((socket) => socket.resetAndDestroy())).url),
      { kind: 'connection-reset', phase: ['tcp', 'send', 'wait'], code: /ECONNRESET|EPIPE/ },
    ],
    [
      'the connection is reset after the request',
      () => fromRaw(afterRequest((socket) => socket.resetAndDestroy())),
      { kind: 'connection-reset', phase: 'wait', code: 'ECONNRESET' },
    ],
    [
      'the connection is closed without an answer',
      () => fromRaw(saying('')),
      { kind: 'connection-closed', phase: 'wait', code: 'UND_ERR_SOCKET' },
    ],
  ];
  it.each(rows)('%s', async (_fault, run, expected) => {
    const exchange = await run();
    check(exchange, expected);
    checkPhases(exchange);
  });
});

describe('answers that are not one', () => {
  const rows: readonly Row[] = [
    [
      'no answer at all',
      () => fromRaw(() => {}, hasty('wait')),
      { kind: 'headers-timeout', phase: 'wait', code: 'TIMEOUT' },
    ],
    [
      'headers that never end',
      () => fromRaw(dripping('HTTP/1.1 200 OK\r\n', 'x-more: 1\r\n'), hasty('wait')),
      { kind: 'headers-timeout', phase: 'wait' },
    ],
    [
      'one informational answer after the other',
      () => fromRaw(dripping('', 'HTTP/1.1 103 Early Hints\r\n\r\n'), hasty('wait')),
      { kind: 'headers-timeout', phase: 'wait' },
    ],
    [
      'another protocol',
      () => fromRaw(saying('SSH-2.0-OpenSSH_9.2\r\n')),
      { kind: 'malformed-response', phase: 'wait', code: 'HTTPParserError' },
    ],
    [
      'a malformed status line',
      () => fromRaw(saying('HTTP/1.1 abc OK\r\n\r\n')),
      { kind: 'malformed-response', phase: 'wait' },
    ],
    [
      'a malformed header',
      () => fromRaw(saying('HTTP/1.1 200 OK\r\nbad header\u0000: 1\r\n\r\n')),
      { kind: 'malformed-response', phase: 'wait' },
    ],
    [
      'two lengths that contradict each other',
      () => fromRaw(saying('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab')),
      { kind: 'length-mismatch', phase: 'wait' },
    ],
    [
      'a switch of protocols nobody asked for',
      () =>
        fromRaw(
          saying('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
        ),
      { kind: 'malformed-response', phase: 'wait', code: 'UND_ERR_SOCKET' },
    ],
    [
      'headers without measure',
      () => fromRaw(saying(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)),
      { kind: 'headers-too-large', phase: 'wait', code: 'UND_ERR_HEADERS_OVERFLOW' },
    ],
    [
      'a chunk that is none',
      () => fromRaw(saying(`${OK}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n`)),
      { kind: 'malformed-response', phase: 'body', status: 200 },
    ],
    [
      'a body that ends before its length',
      () => fromRaw(saying(`${OK}content-length: 100\r\n\r\nabc`)),
      { kind: 'body-cut', phase: 'body', status: 200 },
    ],
    [
      'a body that ends before its length on a connection to be closed',
      () => fromRaw(saying(`${OK}connection: close\r\ncontent-length: 100\r\n\r\nabc`)),
      { kind: 'length-mismatch', phase: 'body', status: 200 },
    ],
    [
      'a chunked body without its last chunk',
      () => fromRaw(saying(`${OK}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n`)),
      { kind: 'body-cut', phase: 'body', status: 200 },
    ],
    [
      'a connection reset in the body',
      () =>
        fromRaw(
          afterRequest((socket) => {
            socket.write(`${OK}content-length: 100\r\n\r\nabc`, () => {
              setTimeout(() => socket.resetAndDestroy(), 20);
            });
          }),
        ),
      { kind: 'body-cut', phase: 'body', code: 'ECONNRESET', status: 200 },
    ],
    [
      'a body that stalls',
      () => fromRaw(saying(`${OK}content-length: 9\r\n\r\nabc`, 'stay'), hasty('body')),
      { kind: 'body-timeout', phase: 'body', code: 'TIMEOUT', status: 200 },
    ],
    [
      'a body that drips',
      () => fromRaw(dripping(`${OK}content-length: 99999\r\n\r\n`, '.'), hasty('body')),
      { kind: 'body-timeout', phase: 'body', status: 200 },
    ],
    [
      'a gzip body that breaks off',
      () => fromEncoded('gzip', GZIPPED.subarray(0, GZIPPED.length - 12)),
      { kind: 'body-undecodable', phase: 'body', code: 'Z_BUF_ERROR', status: 200 },
    ],
    [
      'a gzip body with a wrong checksum',
      () =>
        fromEncoded(
          'gzip',
          GZIPPED.map((byte, at) => (at > GZIPPED.length - 8 ? ~byte : byte)),
        ),
      { kind: 'body-undecodable', phase: 'body', code: 'Z_DATA_ERROR', status: 200 },
    ],
    [
      'a content coding nobody asked for',
      () => fromEncoded('zstd', Buffer.from('?')),
      { kind: 'body-undecodable', phase: 'body', code: 'Z_UNKNOWN_CODING', status: 200 },
    ],
  ];
  it.each(rows)('%s', async (_fault, run, expected) => {
    const exchange = await run();
    check(exchange, expected);
    checkPhases(exchange);
  });

  it.each([
    ['stalls', () => fromRaw(saying(`${OK}content-length: 9\r\n\r\nabc`, 'stay'), hasty('body'))],
    ['is cut', () => fromRaw(saying(`${OK}content-length: 9\r\n\r\nabc`))],
  ])('what was read of a body that %s is kept', async (_fault, run) => {
    expect((await run()).response?.body).toMatchObject({ text: 'abc', wireBytes: 3 });
  });
});

describe('TLS', () => {
  const good = async () => (await certificates()).good;
  const weak = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' } as const;
  const other = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' } as const;
  const rows: readonly Row[] = [
    [
      'an expired certificate',
      () => fromTls('expired'),
      { kind: 'tls-expired', phase: 'tls', code: 'CERT_HAS_EXPIRED' },
    ],
    [
      'a certificate that is not valid yet',
      () => fromTls('notYetValid'),
      { kind: 'tls-not-yet-valid', phase: 'tls', code: 'CERT_NOT_YET_VALID' },
    ],
    [
      'a certificate for another name',
      () => fromTls('wrongName'),
      { kind: 'tls-wrong-name', phase: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ],
    [
      'a self-signed certificate',
      () => fromTls('selfSigned'),
      { kind: 'tls-self-signed', phase: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    ],
    [
      'an authority nobody knows',
      () => fromTls('unknownAuthority'),
      { kind: 'tls-unknown-ca', phase: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    ],
    [
      'the authority of a company proxy',
      () => fromTls('companyChain'),
      { kind: 'tls-unknown-ca', phase: 'tls', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
    ],
    [
      'a missing intermediate',
      () => fromTls('missingIntermediate'),
      { kind: 'tls-unknown-ca', phase: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    ],
    [
      'a certificate for another purpose',
      () => fromTls('wrongPurpose'),
      { kind: 'tls-bad-certificate', phase: 'tls', code: 'INVALID_PURPOSE' },
    ],
    [
      'a server that speaks plain HTTP',
      async () => {
        const { port } = await servers.http(recorder().handle);
        return probing(`https://127.0.0.1:${port}`);
      },
      { kind: 'tls-plain-http', phase: 'tls' },
    ],
    [
      'a server of yesterday',
      async () => probing((await servers.https(await good(), recorder().handle, weak)).url),
      { kind: 'tls-protocol-mismatch', phase: 'tls' },
    ],
    [
      'no common cipher',
      async () => probing((await servers.https(await good(), recorder().handle, other)).url),
      { kind: 'tls-protocol-mismatch', phase: 'tls' },
    ],
    [
      'a handshake that stalls',
      async () => probing((await servers.tcp(() => {}, 'https')).url, hasty('tls')),
      { kind: 'tls-timeout', phase: 'tls', code: 'TIMEOUT' },
    ],
    [
      'a handshake that is cut',
      async () => {
        const cut = await servers.tcp((socket) => socket.once('data', () => socket.end()), 'https');
        return probing(cut.url);
      },
      { kind: 'connection-closed', phase: 'tls', code: 'ECONNRESET' },
    ],
    [
      'a handshake that is reset',
      async () => {
        const cut = await servers.tcp(
          (socket) => socket.once('data', () => socket.resetAndDestroy()),
          'https',
        );
        return probing(cut.url);
      },
      { kind: 'connection-reset', phase: 'tls', code: 'ECONNRESET' },
    ],
    [
      'noise in place of a handshake',
      async () => {
        const noise = await servers.tcp((socket) => socket.end(Buffer.alloc(64, 0xff)), 'https');
        return probing(noise.url);
      },
      { kind: 'tls-plain-http', phase: 'tls' },
    ],
  ];
  it.each(rows)('%s', async (_fault, run, expected) => {
    const exchange = await run();
    check(exchange, expected);
    checkPhases(exchange);
  });

  it('records the chain of a refused certificate with the reason', async () => {
    const { tls } = await fromTls('companyChain');
    expect(tls?.refusal).toBe('SELF_SIGNED_CERT_IN_CHAIN');
    expect(tls?.chain.map(({ subject }) => subject)).toEqual([
      'CN=localhost',
      'CN=Example Inspection CA',
    ]);
    expect(tls?.chain[0]?.validTo).toBeGreaterThan(Date.now());
  });
});

describe('proxies', () => {
  const rows: readonly Row[] = [
    [
      'the proxy cannot be reached',
      async () => viaProxyAt((await servers.nobody()).url),
      { kind: 'proxy-unreachable', phase: 'tcp', code: 'ECONNREFUSED' },
    ],
    [
      'the name of the proxy does not exist',
      () => viaProxyAt('http://proxy.invalid:3128', { lookup: failing('ENOTFOUND') }),
      { kind: 'proxy-unreachable', phase: 'dns', code: 'ENOTFOUND' },
    ],
    [
      'the proxy wants a login',
      () => viaProxy({ say: LOGIN_WANTED }),
      { kind: 'proxy-auth-required', phase: 'proxy', code: 'CONNECT_407' },
    ],
    [
      'the proxy denies the host',
      () => viaProxy({ say: SQUID_DENIAL }),
      { kind: 'proxy-refused', phase: 'proxy', code: 'CONNECT_403' },
    ],
    [
      'the proxy sends us to a login page',
      () => viaProxy({ say: 'HTTP/1.1 302 Found\r\nlocation: http://login.example/\r\n\r\n' }),
      { kind: 'proxy-refused', phase: 'proxy', code: 'CONNECT_302' },
    ],
    [
      'the proxy is silent',
      () => viaProxy('silent', hasty('proxy')),
      { kind: 'proxy-timeout', phase: 'proxy', code: 'TIMEOUT' },
    ],
    [
      'the proxy answers with noise',
      () => viaProxy({ say: 'hello there\r\n\r\n' }),
      { kind: 'proxy-bad-answer', phase: 'proxy', code: /^HPE_/ },
    ],
    [
      'the proxy hangs up',
      () => viaProxy('close'),
      { kind: 'proxy-bad-answer', phase: 'proxy', code: 'ECONNRESET' },
    ],
    [
      'the headers of the proxy have no measure',
      () => viaProxy({ say: `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}\r\n\r\n` }),
      { kind: 'proxy-bad-answer', phase: 'proxy', code: 'HPE_HEADER_OVERFLOW' },
    ],
    [
      'the tunnel breaks before TLS',
      () => viaProxy('grant-then-close'),
      { kind: 'connection-closed', phase: 'tls', code: 'ECONNRESET' },
    ],
    [
      'the proxy grants the tunnel and then answers itself',
      () => viaProxy({ say: 'HTTP/1.1 200 OK\r\n\r\n<html>log in</html>' }),
      { kind: 'tls-plain-http', phase: 'tls' },
    ],
    [
      'the target cannot be reached through the tunnel',
      async () => {
        const { port } = await servers.nobody();
        return viaProxy('allow', {}, `https://${SERVED_NAME}:${port}`);
      },
      { kind: 'proxy-bad-answer', phase: 'proxy' },
    ],
    [
      'the certificate of the proxy itself is not trusted',
      async () => {
        const proxy = await startProxy(servers, 'allow', (await certificates()).selfSigned);
        return viaProxyAt(proxy.url);
      },
      { kind: 'tls-self-signed', phase: 'proxy' },
    ],
  ];
  it.each(rows)('%s', async (_fault, run, expected) => {
    const exchange = await run();
    check(exchange, expected);
    checkPhases(exchange);
  });

  it('no SOCKS: said before anything is dialled', async () => {
    const exchange = await viaProxyAt('socks5://127.0.0.1:1080');
    check(exchange, { kind: 'proxy-unsupported', phase: 'proxy', code: 'socks5' });
    expect(exchange.phases).toEqual([]);
  });

  it('keeps the page of a refusal, for whoever has to name the proxy', async () => {
    const { proxy } = await viaProxy({ say: SQUID_DENIAL });
    expect(proxy?.connect).toMatchObject({ status: 403, statusText: 'Forbidden' });
    expect(proxy?.connect?.headers).toContainEqual({ name: 'Server', value: 'squid/5.7' });
    expect(proxy?.connect?.body.text).toContain('Access Denied.');
  });

  it.each([
    ['chunked', 'transfer-encoding: chunked\r\n\r\n6\r\ndenied\r\n0\r\n\r\n'],
    ['of announced length', 'content-length: 6\r\n\r\ndenied, and more'],
  ])('reads a refusal that is %s', async (_framing, rest) => {
    const { proxy } = await viaProxy({ say: `HTTP/1.1 403 No\r\n${rest}` });
    expect(proxy?.connect?.body.text).toBe('denied');
  });
});

describe('ended from outside', () => {
  it.each([
    ['SIGINT', 'interrupted'],
    ['deadline', 'deadline'],
  ] as const)('%s in the middle of a wait', async (reason, kind) => {
    const stop = new AbortController();
    const silent = await servers.tcp(afterRequest(() => stop.abort(reason)));
    check(await probing(silent.url, { signal: stop.signal }), { kind, phase: 'wait' });
  });

  it('nothing is dialled when it was over before it began', async () => {
    const { arrivals, handle } = recorder();
    const server = await servers.http(handle);
    const exchange = await probing(server.url, { signal: AbortSignal.abort('SIGTERM') });
    check(exchange, { kind: 'interrupted', phase: 'tcp', code: 'SIGTERM' });
    expect(arrivals).toEqual([]);
  });

  it('the limit for the whole exchange counts over all phases', async () => {
    const limits = { ...ROOMY, timeoutMs: 500 };
    const drip = dripping('HTTP/1.1 200 OK\r\n\r\n', '.');
    check(await fromRaw(drip, { limits }), { kind: 'body-timeout', phase: 'body', status: 200 });
  });
});

const OK = 'HTTP/1.1 200 OK\r\n';
const GZIPPED = gzipSync('{"message":"compressed"}'.repeat(20));

async function fromRaw(serve: Parameters<Servers['tcp']>[0], wish: Wish = {}): Promise<Exchange> {
  return probing((await servers.tcp(serve)).url, wish);
}

function fromEncoded(coding: string, body: Uint8Array): Promise<Exchange> {
  const head = `${OK}content-encoding: ${coding}\r\ncontent-length: ${body.length}\r\n\r\n`;
  return fromRaw(saying(Buffer.concat([Buffer.from(head), body])));
}

async function fromTls(name: Exclude<keyof Certificates, 'authority'>): Promise<Exchange> {
  const minted = await certificates();
  const server = await servers.https(minted[name], recorder().handle);
  return probing(server.url, { ca: [minted.authority] });
}

async function viaProxy(
  manner: ProxyManner,
  wish: Wish = {},
  target = `https://${SERVED_NAME}`,
): Promise<Exchange> {
  return viaProxyAt((await startProxy(servers, manner)).url, wish, target);
}

async function viaProxyAt(
  address: string,
  wish: Wish = {},
  target = `https://${SERVED_NAME}`,
): Promise<Exchange> {
  const proxy: ProxyChoice = { kind: 'proxy', url: new URL(address), source: 'HTTPS_PROXY' };
  return probing(target, { ca: [(await certificates()).authority], ...wish, proxy });
}

/** Sends `start`, then `more` again and again until the other side has had enough. */
function dripping(start: string, more: string): Parameters<Servers['tcp']>[0] {
  return afterRequest((socket) => {
    socket.write(start);
    const drip = setInterval(() => socket.write(more), 10);
    socket.on('close', () => clearInterval(drip));
  });
}
