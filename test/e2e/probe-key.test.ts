import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { KeyPlacement } from '../../src/model/exchange.ts';
import { Secret } from '../../src/model/secret.ts';
import type { ProxyChoice } from '../../src/probe/proxy/proxy-settings.ts';
import { certificates, SERVED_NAME, type Certificates } from '../support/certificates.ts';
import { hasty, probing, TEST_KEY, type Wish } from '../support/probing.ts';
import { LOGIN_WANTED, startProxy } from '../support/proxies.ts';
import { recorder, textOf } from '../support/recorder.ts';
import { Servers } from '../support/servers.ts';

const servers = new Servers();
afterEach(() => servers.close());

const proxied = (address: string): { proxy: ProxyChoice } => ({
  proxy: { kind: 'proxy', url: new URL(address), source: '--proxy' },
});

describe('where the key is put', () => {
  it.each<[KeyPlacement, string, string]>([
    ['api_key', 'api_key', TEST_KEY],
    ['bearer', 'authorization', `Bearer ${TEST_KEY}`],
    ['authorization', 'authorization', TEST_KEY],
    ['x-api-key', 'x-api-key', TEST_KEY],
    ['api-key', 'api-key', TEST_KEY],
    ['apikey', 'apikey', TEST_KEY],
  ])('%s: in the header and nowhere else', async (keyPlacement, name, value) => {
    const { arrivals, handle } = recorder();
    const exchange = await probing((await servers.http(handle)).url, { keyPlacement });
    expect(arrivals).toHaveLength(1);
    const carrying = arrivals[0]?.headers.filter((header) => header[1].includes(TEST_KEY));
    expect(carrying).toEqual([[name, value]]);
    expect(exchange.request?.headerNames).toContain(name);
    expect(JSON.stringify(exchange)).not.toContain(TEST_KEY);
  });

  it('none: nowhere', async () => {
    const { arrivals, handle } = recorder();
    const { request } = await probing((await servers.http(handle)).url, { keyPlacement: 'none' });
    expect(arrivals.map(textOf).join()).not.toContain(TEST_KEY);
    expect(arrivals).toHaveLength(1);
    expect(request?.keyPlacement).toBe('none');
  });

  it.each([
    ['a line break', `${TEST_KEY}\n`],
    ['a line break and a header of its own', `${TEST_KEY}\r\nx-evil: 1`],
    ['a NUL', `${TEST_KEY}\u0000`],
    ['a zero-width space', `${TEST_KEY}\u200b`],
    ['a smart quote', `\u201c${TEST_KEY}`],
  ])('a key with %s is refused before anything is dialled', async (_what, text) => {
    const { arrivals, handle } = recorder();
    const { url } = await servers.http(handle);
    const exchange = await probing(url, { key: new Secret(text) });
    expect(exchange.failure).toMatchObject({ kind: 'header-refused', code: 'ERR_INVALID_CHAR' });
    expect(exchange.phases).toEqual([]);
    expect(JSON.stringify(exchange)).not.toContain(TEST_KEY);
    expect(arrivals).toEqual([]);
  });
});

describe('where the key never goes', () => {
  it.each<Exclude<keyof Certificates, 'authority' | 'good' | 'viaIntermediate'>>([
    'expired',
    'notYetValid',
    'wrongName',
    'selfSigned',
    'unknownAuthority',
    'companyChain',
    'missingIntermediate',
    'wrongPurpose',
  ])('to a server whose certificate is refused: %s', async (name) => {
    const minted = await certificates();
    const { arrivals, handle } = recorder();
    const { url } = await servers.https(minted[name], handle);
    const { tls, failure } = await probing(url, { ca: [minted.authority] });
    expect(failure?.code).toBe(tls?.refusal);
    expect(failure?.phase).toBe('tls');
    await sleep(20);
    expect(arrivals).toEqual([]);
  });

  it('to an untrusted server although NODE_TLS_REJECT_UNAUTHORIZED says so', async () => {
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    onTestFinished(() => {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    });
    const { arrivals, handle } = recorder();
    const { url } = await servers.https((await certificates()).selfSigned, handle);
    expect((await probing(url)).failure?.kind).toBe('tls-self-signed');
    expect(arrivals).toEqual([]);
  });

  it.each([
    'http://api.lusha.com',
    'http://192.0.2.1',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://0.0.0.0',
  ])('over the network in clear text: %s', async (address) => {
    const dialled: string[] = [];
    const exchange = await probing(address, {
      lookup: (name) => {
        dialled.push(name);
        return Promise.resolve([]);
      },
    });
    expect(exchange.failure?.code).toBe('KEY_IN_CLEAR_TEXT');
    expect(exchange.phases).toEqual([]);
    expect(dialled).toEqual([]);
  });

  it('to a localhost that is somewhere else', async () => {
    const { failure, phases } = await probing('http://localhost:1', {
      lookup: () => Promise.resolve([{ address: '192.0.2.1', family: 4 }]),
    });
    expect(failure?.code).toBe('KEY_IN_CLEAR_TEXT');
    expect(phases.map(({ phase }) => phase)).toEqual(['dns']);
  });

  it('to a proxy, in the request for a tunnel', async () => {
    const minted = await certificates();
    const target = recorder();
    const { port } = await servers.https(minted.good, target.handle);
    const proxy = await startProxy(servers, 'allow');
    const address = proxy.url.replace('//', '//user:p%40ss@');
    const exchange = await probing(`https://${SERVED_NAME}:${port}/v3/account/usage`, {
      ca: [minted.authority],
      headers: { 'user-agent': 'lusha-doctor/0' },
      ...proxied(address),
    });
    expect(target.arrivals.map(textOf).join()).toContain(TEST_KEY);
    expect(proxy.heads).toEqual([
      [
        `CONNECT ${SERVED_NAME}:${port} HTTP/1.1`,
        `host: ${SERVED_NAME}:${port}`,
        'connection: keep-alive',
        'user-agent: lusha-doctor/0',
        `proxy-authorization: Basic ${Buffer.from('user:p@ss').toString('base64')}`,
        '',
        '',
      ].join('\r\n'),
    ]);
    expect(exchange.proxy?.connect?.status).toBe(200);
    expect(JSON.stringify(exchange)).not.toMatch(/p%40ss|p@ss/);
    expect(target.arrivals.map(textOf).join()).not.toContain('proxy-authorization');
  });

  it('to a proxy in clear text, on the way to a target on this machine', async () => {
    const proxy = await startProxy(servers, 'allow');
    const { url } = await servers.http(recorder().handle);
    const exchange = await probing(url, proxied(proxy.url));
    expect(exchange.failure?.code).toBe('KEY_IN_CLEAR_TEXT');
    expect(proxy.heads).toEqual([]);
  });

  it('to a proxy that answers in place of the target', async () => {
    const proxy = await startProxy(servers, { say: LOGIN_WANTED });
    await probing(`https://${SERVED_NAME}`, proxied(proxy.url));
    expect(proxy.heads).toHaveLength(1);
    expect(proxy.heads.join()).not.toContain(TEST_KEY);
  });

  it('into a URL', async () => {
    const { arrivals, handle } = recorder();
    const { url } = await servers.http(handle);
    const { failure } = await probing(url, { keyPlacement: 'query' });
    expect(failure?.code).toBe('KEY_IN_URL');
    expect(arrivals).toEqual([]);
  });
});

describe('through a proxy', () => {
  it('over TLS to the proxy and TLS to the target', async () => {
    const minted = await certificates();
    const target = recorder();
    const { port } = await servers.https(minted.good, target.handle);
    const proxy = await startProxy(servers, 'allow', minted.good);
    const { response, tls } = await probing(`https://${SERVED_NAME}:${port}`, {
      ca: [minted.authority],
      ...proxied(proxy.url),
    });
    expect(response?.status).toBe(200);
    expect(tls?.chain[0]?.subject).toBe('CN=localhost');
    expect(target.arrivals).toMatchObject([{ encrypted: true, host: `${SERVED_NAME}:${port}` }]);
  });

  it('a request without the key may go in clear text, with the whole URL', async () => {
    const target = recorder();
    const { port } = await servers.http(target.handle);
    const proxy = await startProxy(servers, 'allow');
    const { response } = await probing(`http://portal.test:${port}/generate_204?a=b`, {
      keyPlacement: 'none',
      ...proxied(proxy.url),
    });
    expect(response?.status).toBe(200);
    expect(proxy.heads[0]).toMatch(`GET http://portal.test:${port}/generate_204?a=b HTTP/1.1\r\n`);
  });
});

describe('afterwards', () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

  it.each<[string, 'http' | 'https', string, Wish]>([
    ['an answer', 'http', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok', {}],
    ['a body cut at the limit', 'http', `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(100_000)}`, {}],
    ['a silent server', 'http', '', hasty('wait')],
    ['a stalled body', 'http', 'HTTP/1.1 200 OK\r\n\r\n', hasty('body')],
    ['a stalled handshake', 'https', '', hasty('tls')],
    ['noise in the handshake', 'https', 'noise', {}],
  ])('no connection and no timer is left after %s', async (_what, scheme, bytes, wish) => {
    let open = 0;
    const before = timers();
    const server = await servers.tcp((socket) => {
      open += 1;
      socket.on('close', () => {
        open -= 1;
      });
      socket.once('data', () => socket.write(bytes)).resume();
    }, scheme);
    await probing(server.url, wish);
    await expect.poll(() => open, { timeout: 2000, interval: 10 }).toBe(0);
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it('nor after a silent proxy', async () => {
    let open = 0;
    const proxy = await servers.tcp((socket) => {
      open += 1;
      socket.on('close', () => {
        open -= 1;
      });
      socket.resume();
    });
    await probing(`https://${SERVED_NAME}`, { ...hasty('proxy'), ...proxied(proxy.url) });
    await expect.poll(() => open, { timeout: 2000, interval: 10 }).toBe(0);
  });
});
