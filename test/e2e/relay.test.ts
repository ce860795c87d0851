import { createHash, randomBytes } from 'node:crypto';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { openForwarder, type Forwarder } from '../../src/probe/forward.ts';
import { serveMetrics } from '../../src/commands/watch-ratelimit/metrics/serve.ts';
import type { Patience } from '../../src/commands/watch-ratelimit/relay/listen.ts';
import { openRelay, type Relay } from '../../src/commands/watch-ratelimit/relay/relay.ts';
import type { RelayedCall } from '../../src/commands/watch-ratelimit/relay/witness.ts';
import { systemClock } from '../support/clock.ts';
import { certificates } from '../support/certificates.ts';
import { saying, Servers } from '../support/servers.ts';

const KEY = '7d4e8a10-0000-4000-8000-00000000beef';
const servers = new Servers();
const relays: Relay[] = [];

afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.close()));
  await servers.close();
});

async function relayTo(url: string, ca: readonly string[] = [], patience?: Patience) {
  const calls: RelayedCall[] = [];
  const opened = await openRelay({
    port: 0,
    ...(patience === undefined ? {} : { patience }),
    origin: url,
    clock: systemClock,
    onCall: (call) => calls.push(call),
    forwarder: openForwarder({
      url: new URL(url),
      proxy: { kind: 'none', because: 'the test says so' },
      ca,
      clock: systemClock,
    }),
  });
  if (!opened.ok) throw new Error(opened.problem.message);
  relays.push(opened.value);
  return { url: opened.value.url, calls };
}

/** Waits until the relay has told of so many calls. */
async function told(calls: readonly RelayedCall[], count = 1) {
  for (let n = 0; n < 200 && calls.length < count; n += 1) await sleep(10);
  return calls;
}

/** Sends bytes and gives back everything that came before the other side closed or fell silent. */
function raw(url: string, text: string): Promise<string> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    let seen = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    socket.setTimeout(500, () => socket.destroy());
    socket.on('data', (bytes) => {
      seen += bytes.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(seen));
  });
}

describe('the relay', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PURGE'])(
    'sends %s on as it is and adds no header',
    async (method) => {
      let seen: { method?: string; url?: string; raw: string[] } = { raw: [] };
      const upstream = await servers.http(
        ({ method: asked = '', url = '', rawHeaders }, answer) => {
          seen = { method: asked, url, raw: rawHeaders };
          answer.sendDate = false;
          answer.writeHead(207, 'Fine By Me', ['X-One', '1', 'x-one', '2', 'Content-Length', '0']);
          answer.end();
        },
      );
      const { url } = await relayTo(upstream.url);
      const head = `${method} /v3/x?b=2&a=1%20 HTTP/1.1\r\nHost: localhost\r\nAPI_KEY: ${KEY}\r\nx-Odd: a b\r\nConnection: close\r\n\r\n`;
      const answer = await raw(url, head);

      expect(seen.method).toBe(method);
      expect(seen.url).toBe('/v3/x?b=2&a=1%20');
      expect(seen.raw.filter((_, at) => at % 2 === 0).toSorted()).toEqual(
        [
          'API_KEY',
          'connection',
          'host',
          'x-Odd',
          ...(['POST', 'PUT', 'PATCH'].includes(method) ? ['content-length'] : []),
        ].toSorted(),
      );
      expect(answer).toBe(
        'HTTP/1.1 207 Fine By Me\r\nX-One: 1\r\nx-one: 2\r\nContent-Length: 0\r\n\r\n',
      );
    },
  );

  it('changes no byte of 50 MB there and back', async () => {
    const upstream = await servers.http((request, answer) => {
      request.pipe(answer);
    });
    const { url } = await relayTo(upstream.url);
    const sent = randomBytes(50 * 1024 * 1024);
    const response = await fetch(`${url}/echo`, { method: 'POST', body: sent });
    const received = Buffer.from(await response.arrayBuffer());

    expect(digest(received)).toBe(digest(sent));
  });

  it('does not unpack what is packed', async () => {
    const packed = Buffer.from('1f8b0800deadbeef', 'hex');
    const upstream = await servers.http((_request, answer) => {
      answer.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length });
      answer.end(packed);
    });
    const { url } = await relayTo(upstream.url);

    expect(
      await raw(url, 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
    ).toContain(packed.toString('latin1'));
  });

  it('passes an answer on while it is still being made', async () => {
    const upstream = await servers.http((_request, answer) => {
      answer.write('first');
    });
    const { url } = await relayTo(upstream.url);
    const response = await fetch(url);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();

    expect(Buffer.from(first?.value ?? []).toString()).toBe('first');
  });

  it('keeps connections open on both sides', async () => {
    const upstreamSockets = new Set<unknown>();
    const upstream = await servers.http((request, answer) => {
      upstreamSockets.add(request.socket);
      answer.end('x');
    });
    const { url } = await relayTo(upstream.url);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const clientSockets = new Set<unknown>();
    for (let n = 0; n < 3; n += 1) {
      await new Promise<void>((resolve) => {
        const request = httpRequest(url, { agent }, (answer: IncomingMessage) => {
          clientSockets.add(answer.socket);
          answer.resume().on('end', resolve);
        });
        request.end();
      });
    }
    agent.destroy();

    expect(clientSockets.size).toBe(1);
  });

  it('ends the call at Lusha when the program goes away', async () => {
    let report: (what: string) => void = () => {};
    const closed = new Promise<string>((resolve) => {
      report = resolve;
    });
    const upstream = await servers.http((request, answer) => {
      answer.write('x');
      request.socket.on('close', () => report('closed'));
    });
    const { url } = await relayTo(upstream.url);
    const response = await fetch(url);
    await response.body?.cancel();

    expect(await closed).toBe('closed');
  });
});

/** Sends a request and says how it ended. */
function failureOf(forwarder: Forwarder): Promise<string> {
  return new Promise((resolve) => {
    forwarder.send(
      { method: 'GET', target: '/', headers: [], body: null },
      {
        head: () => {},
        data: () => true,
        end: () => resolve('ended'),
        failed: () => resolve('failed'),
      },
    );
  });
}

async function closing(forwarder: Forwarder): Promise<string> {
  await sleep(100);
  await forwarder.close();
  return 'closed';
}

describe('a relay under attack', () => {
  it.each([
    [
      'characters outside latin-1',
      'HTTP/1.1 429 Zu viele für 茶\r\ncontent-length: 2\r\n\r\nok',
      429,
    ],
    ['a control character', 'HTTP/1.1 429 a\u0001b\u0007\r\ncontent-length: 2\r\n\r\nok', 429],
    [
      'bytes that are no UTF-8',
      Buffer.from('HTTP/1.1 429 \xff\xfe\r\ncontent-length: 2\r\n\r\nok', 'latin1'),
      429,
    ],
    ['the number 000', 'HTTP/1.1 000 Odd\r\ncontent-length: 2\r\n\r\nok', 502],
    ['the number 099', 'HTTP/1.1 099 Odd\r\ncontent-length: 2\r\n\r\nok', 502],
    [
      'an upgrade nobody asked for',
      'HTTP/1.1 101 Odd\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      502,
    ],
    ['no HTTP at all', 'SSH-2.0-x\r\n', 502],
  ])('passes on, or says that it cannot, a status line with %s', async (_what, line, status) => {
    const upstream = await servers.tcp(saying(line));
    const { url, calls } = await relayTo(upstream.url);
    const answer = await raw(url, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(await told(calls)).toHaveLength(1);
  });

  it.each([
    ['sends nothing', ''],
    ['sends half a head', 'GET / HTTP/1.1\r\nHost: local'],
    ['sends half a body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf'],
  ])('lets go of a client that %s', async (_what, text) => {
    const upstream = await servers.tcp(() => {});
    const { url } = await relayTo(upstream.url, [], { headMs: 100, requestMs: 150, checkMs: 30 });
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    socket.resume().on('error', () => {});

    await new Promise((resolve) => socket.on('close', resolve));
    expect(socket.destroyed).toBe(true);
  });

  it('opens two hundred connections at once without a warning of Node', async () => {
    const warnings: string[] = [];
    const warned = (warning: Error) => warnings.push(warning.message);
    process.on('warning', warned);
    onTestFinished(() => void process.off('warning', warned));
    const forwarder = openForwarder({
      url: new URL('http://localhost:1'),
      proxy: { kind: 'none', because: 'the test says so' },
      ca: [],
      clock: systemClock,
      lookup: () => new Promise(() => {}),
    });
    const failures = await Promise.all(
      Array.from({ length: 200 }, () => failureOf(forwarder)).concat(closing(forwarder)),
    );

    expect(failures.filter((failure) => failure === 'failed')).toHaveLength(200);
    expect(warnings).toEqual([]);
  });
});

describe('the metrics', () => {
  it.each([
    ['127.0.0.1', 200],
    ['localhost:9464', 200],
    ['evil.example', 421],
    ['10.0.0.5', 421],
  ])('asked for as %s are answered with %i', async (host, status) => {
    const served = await serveMetrics({ host: '127.0.0.1', port: 0 }, 'text/plain', () =>
      Promise.resolve('lusha_credits 1'),
    );
    if (!served.ok) throw new Error(served.problem.message);
    relays.push(served.value);
    const answer = await raw(served.value.url, `GET /metrics HTTP/1.1\r\nHost: ${host}\r\n\r\n`);

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.includes('lusha_credits')).toBe(status === 200);
  });
});

describe('what the relay refuses', () => {
  it.each([
    ['a Host that is not this machine', 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n', 421],
    ['being used as a proxy', 'GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n', 405],
  ])('%s', async (_what, text, status) => {
    let reached = 0;
    const upstream = await servers.http((_request, answer) => {
      reached += 1;
      answer.end();
    });
    const { url } = await relayTo(upstream.url);

    expect(await raw(url, text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(reached).toBe(0);
  });
});

describe('what the relay tells', () => {
  it('names the headers of a call and where the key was, never the key', async () => {
    const upstream = await servers.http((_request, answer) => {
      answer.writeHead(401, { 'content-type': 'application/json', 'x-echo': KEY });
      answer.end(JSON.stringify({ message: `Invalid API key ${KEY}` }));
    });
    const { url, calls } = await relayTo(upstream.url);
    await fetch(`${url}/v3/account/usage?api_key=${KEY}`, { headers: { api_key: KEY } });
    const [call] = await told(calls);

    expect(call?.exchange.request).toMatchObject({ keyPlacement: 'api_key', method: 'GET' });
    expect(call?.exchange.response?.body.text).toContain('Invalid API key [masked]');
    expect(JSON.stringify(call)).not.toContain(KEY);
  });

  it('keeps nothing of the body of a success', async () => {
    const upstream = await servers.http((_request, answer) =>
      answer.end('{"email":"a@b.example"}'),
    );
    const { url, calls } = await relayTo(upstream.url);
    const response = await fetch(`${url}/v3/contacts/enrich`);

    expect(await response.text()).toContain('a@b.example');
    expect(JSON.stringify(await told(calls))).not.toContain('a@b.example');
  });

  it('says 502 and why when nobody answers', async () => {
    const nobody = await servers.nobody();
    const { url, calls } = await relayTo(nobody.url);
    const response = await fetch(url);

    expect(response.status).toBe(502);
    expect(await response.text()).toMatch(/gave no answer \(ECONNREFUSED\)/);
    expect((await told(calls))[0]?.exchange.failure?.kind).toBe('connection-refused');
  });

  it('breaks off when Lusha breaks off', async () => {
    const upstream = await servers.tcp(saying('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf'));
    const { url, calls } = await relayTo(upstream.url);
    const response = await fetch(url);

    await expect(response.text()).rejects.toThrow();
    expect((await told(calls))[0]?.exchange.failure?.phase).toBe('body');
  });

  it('trusts what it is told to trust', async () => {
    const { good, authority } = await certificates();
    const upstream = await servers.https(good, (_request, answer) => answer.end('secure'));
    const { url } = await relayTo(upstream.url, [authority]);

    expect(await (await fetch(url)).text()).toBe('secure');
  });

  it('sends nothing before the certificate is good', async () => {
    const { good } = await certificates();
    let reached = 0;
    const upstream = await servers.https(good, (_request, answer) => {
      reached += 1;
      answer.end();
    });
    const { url, calls } = await relayTo(upstream.url);
    const response = await fetch(url, { headers: { api_key: KEY } });

    expect(response.status).toBe(502);
    expect((await told(calls))[0]?.exchange.failure?.kind).toMatch(/^tls-/);
    expect(reached).toBe(0);
  });
});

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
