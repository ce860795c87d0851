import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/model/exchange.ts';
import { certificates, SERVED_NAME } from '../support/certificates.ts';
import { probing, ROOMY, type Wish } from '../support/probing.ts';
import { recorder } from '../support/recorder.ts';
import { saying, Servers } from '../support/servers.ts';

const servers = new Servers();
afterEach(() => servers.close());

const TEXT = '{"message":"Invalid API key"}';

/** An answer with these headers and this body, byte for byte. */
async function answered(
  headers: readonly string[],
  body: Uint8Array | string,
  wish?: Wish,
): Promise<Exchange> {
  const bytes = Buffer.from(body);
  const lines = ['HTTP/1.1 401 Unauthorized', ...headers, `content-length: ${bytes.length}`];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  return probing((await servers.tcp(saying(Buffer.concat([head, bytes])))).url, wish);
}

describe('a whole exchange', () => {
  it('has every phase, the peer, the session and the response', async () => {
    const minted = await certificates();
    const { arrivals, handle } = recorder();
    const { port } = await servers.https(minted.viaIntermediate, handle);
    const exchange = await probing(`https://${SERVED_NAME}:${port}/v3/account/usage?page=1`, {
      ca: [minted.authority],
      lookup: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      headers: { 'user-agent': 'lusha-doctor/0' },
    });
    expect(exchange.failure).toBeUndefined();
    expect(exchange.phases.map(({ phase, outcome }) => `${phase} ${outcome}`)).toEqual(
      ['dns', 'tcp', 'tls', 'send', 'wait', 'body'].map((phase) => `${phase} done`),
    );
    expect(exchange).toMatchObject({
      door: 'live',
      addresses: [{ address: '127.0.0.1', family: 4 }],
      peer: { address: '127.0.0.1', family: 4, port },
      tls: { version: 'TLSv1.3', chain: [{ subject: 'CN=localhost' }, {}] },
      request: { method: 'GET', path: '/v3/account/usage?page=1', keyPlacement: 'api_key' },
      response: { status: 200, statusText: 'OK', body: { notes: [] } },
    });
    expect(exchange.tls).not.toHaveProperty('refusal');
    expect(arrivals).toMatchObject([{ method: 'GET', encrypted: true }]);
  });

  it('phases follow each other without overlapping', async () => {
    const { phases } = await probing((await servers.http(recorder().handle)).url);
    expect(phases.length).toBeGreaterThan(1);
    const ends = phases.map(({ startMs, durationMs }) => startMs + durationMs);
    const early = phases.filter(({ startMs }, at) => startMs < (ends[at - 1] ?? 0));
    expect(early).toEqual([]);
  });

  it('sends method, body and headers as given and asks for compressed JSON', async () => {
    const { arrivals, handle } = recorder();
    const { url } = await servers.http(handle);
    const { request } = await probing(`${url}/v3/contacts/search`, {
      method: 'POST',
      body: '{"ä":1}',
      headers: { 'content-type': 'application/json', Accept: 'text/html' },
    });
    const sent = new Map(arrivals[0]?.headers);
    expect(arrivals).toMatchObject([{ method: 'POST', body: '{"ä":1}' }]);
    expect(sent.get('content-length')).toBe('8');
    expect(sent.get('accept-encoding')).toBe('gzip, br, deflate');
    expect(sent.has('accept')).toBe(false);
    expect(sent.get('Accept')).toBe('text/html');
    expect(request?.bodyBytes).toBe(8);
  });

  it('keeps header names as spelled, repeated headers apart, and bytes above ASCII', async () => {
    const { response } = await answered(['X-Odd: caf\u00e9', 'x-odd: two', 'X-Empty:'], '');
    expect(response?.headers.slice(0, 3)).toEqual([
      { name: 'X-Odd', value: 'cafÃ©' },
      { name: 'x-odd', value: 'two' },
      { name: 'X-Empty', value: '' },
    ]);
  });

  it('an answer without a body is whole', async () => {
    const bare = await servers.tcp(saying('HTTP/1.1 204 No Content\r\n\r\n'));
    const { response, failure } = await probing(bare.url);
    expect(failure).toBeUndefined();
    expect(response).toMatchObject({ status: 204, body: { text: '', bytes: 0, notes: [] } });
  });

  it('what comes after the announced length is no part of the body', async () => {
    const late = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok and more';
    const { response, failure } = await probing((await servers.tcp(saying(late))).url);
    expect(failure).toBeUndefined();
    expect(response?.body.text).toBe('ok');
  });

  it('informational answers are passed over', async () => {
    const hints = 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'.repeat(3);
    const final = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';
    const { response } = await probing((await servers.tcp(saying(hints + final))).url);
    expect(response).toMatchObject({ status: 200, body: { text: 'ok' } });
  });
});

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('%i is an answer, never followed', async (status) => {
    const elsewhere = recorder();
    const { url } = await servers.http(elsewhere.handle);
    const first = await servers.http((_request, response) => {
      response.writeHead(status, { location: `${url}/login` }).end();
    });
    const { response } = await probing(first.url);
    expect(response?.status).toBe(status);
    expect(response?.headers).toContainEqual({ name: 'location', value: `${url}/login` });
    expect(elsewhere.arrivals).toEqual([]);
  });
});

describe('compressed bodies', () => {
  it.each([
    ['gzip', 'gzip', gzipSync(TEXT)],
    ['gzip by its old name', 'x-gzip', gzipSync(TEXT)],
    ['brotli', 'br', brotliCompressSync(TEXT)],
    ['deflate', 'deflate', deflateSync(TEXT)],
    ['bare deflate', 'deflate', deflateRawSync(TEXT)],
    ['two codings', 'gzip, br', brotliCompressSync(gzipSync(TEXT))],
    ['identity', 'identity', Buffer.from(TEXT)],
  ])('%s is undone', async (_name, coding, bytes) => {
    const { response, failure } = await answered([`content-encoding: ${coding}`], bytes);
    expect(failure).toBeUndefined();
    expect(response?.body).toEqual({
      text: TEXT,
      wireBytes: bytes.length,
      bytes: TEXT.length,
      notes: [],
    });
  });

  it('a body that was unpacked on the way is read as it is, and said to be undecodable', async () => {
    const { response, failure } = await answered(['content-encoding: gzip'], TEXT);
    expect(failure).toMatchObject({ kind: 'body-undecodable', code: 'Z_DATA_ERROR' });
    expect(response?.body).toMatchObject({ text: TEXT, notes: ['undecodable-encoding'] });
  });

  it('what was decoded before a break stays', async () => {
    const whole = gzipSync(TEXT);
    const broken = whole.subarray(0, whole.length - 8);
    const { response, failure } = await answered(['content-encoding: gzip'], broken);
    expect(failure).toMatchObject({ kind: 'body-undecodable', code: 'Z_BUF_ERROR' });
    expect(response?.body).toMatchObject({ text: TEXT, notes: ['undecodable-encoding'] });
  });
});

describe('bounds', () => {
  const limits = { ...ROOMY, maxBodyBytes: 1000 };

  it.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])('a bomb in %s is cut at the limit', async (coding, bomb) => {
    const wish = { limits: { ...ROOMY, maxBodyBytes: 100_000 } };
    const { response, failure } = await answered([`content-encoding: ${coding}`], bomb, wish);
    expect(failure).toBeUndefined();
    expect(response?.body.bytes).toBe(100_000);
    expect(response?.body.notes).toContain('cut-at-limit');
  });

  it('a body without end is cut at the limit', async () => {
    const endless = await servers.http((_request, response) => {
      const pour = () => {
        while (response.write('x'.repeat(4096)));
      };
      response.on('drain', pour);
      pour();
    });
    const { response, failure } = await probing(endless.url, { limits });
    expect(failure).toBeUndefined();
    expect(response?.body).toMatchObject({ text: 'x'.repeat(1000), notes: ['cut-at-limit'] });
  });

  it('a body of exactly the limit is whole', async () => {
    const { response } = await answered([], 'x'.repeat(1000), { limits });
    expect(response?.body).toMatchObject({ bytes: 1000, notes: [] });
  });

  it('a cut in the middle of a character is our doing, not a fault of the text', async () => {
    const odd = { limits: { ...ROOMY, maxBodyBytes: 999 } };
    const { response } = await answered([], 'ë'.repeat(1000), odd);
    expect(response?.body.notes).toEqual(['cut-at-limit']);
  });

  it('a compressed body that was cut on the wire gives what it held', async () => {
    const noise = Array.from({ length: 4000 }, (_, at) => String((at * 7919) % 9973)).join(' ');
    const { response, failure } = await answered(['content-encoding: gzip'], gzipSync(noise), {
      limits,
    });
    expect(failure).toBeUndefined();
    expect(response?.body.notes).toEqual(['cut-at-limit']);
    expect(noise.startsWith(response?.body.text ?? '?')).toBe(true);
  });

  it('more content codings than any service uses are not undone', async () => {
    const { failure } = await answered(['content-encoding: gzip,gzip,gzip,gzip'], gzipSync(TEXT));
    expect(failure).toMatchObject({ kind: 'body-undecodable', code: 'Z_UNKNOWN_CODING' });
  });
});
