import fc from 'fast-check';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveMetrics } from '../src/commands/watch-ratelimit/metrics/serve.ts';
import type { Patience } from '../src/commands/watch-ratelimit/relay/listen.ts';
import { openRelay } from '../src/commands/watch-ratelimit/relay/relay.ts';
import { openForwarder } from '../src/probe/forward.ts';
import { systemClock } from '../test/support/clock.ts';
import { afterRequest, Servers } from '../test/support/servers.ts';
import { part, share } from './part.ts';

/** Nothing is waited for any longer. */
const SILENCE_MS = 1500;
const PATIENCE: Patience = { headMs: 400, requestMs: 600, checkMs: 50 };

async function relayTo(url: string) {
  const opened = await openRelay({
    port: 0,
    patience: PATIENCE,
    origin: url,
    clock: systemClock,
    onCall: () => {},
    forwarder: openForwarder({
      url: new URL(url),
      proxy: { kind: 'none', because: 'the proof says so' },
      ca: [],
      clock: systemClock,
    }),
  });
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

interface Said {
  readonly text: string;
  /** False when the other side did not close within the time. */
  readonly isClosed: boolean;
}

/** Sends bytes and gives back what came until the other side closed. */
function said(url: string, bytes: string, wait = SILENCE_MS): Promise<Said> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write(Buffer.from(bytes, 'latin1')),
    );
    const timer = setTimeout(() => {
      socket.destroy();
      resolve({ text, isClosed: false });
    }, wait);
    socket.on('data', (part) => (text += part.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ text, isClosed: true });
    });
  });
}

/** A server that writes down every byte and answers each head that it sees. */
async function listening(servers: Servers) {
  const heard: string[] = [];
  const { url } = await servers.tcp((socket) => {
    const at = heard.push('') - 1;
    socket.on('data', (bytes) => {
      heard[at] += bytes.toString('latin1');
      if (/\r\n\r\n/.test(heard[at] ?? '')) {
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok');
      }
    });
  });
  return { url, heard };
}

const LENGTHS = [
  '0',
  '4',
  '44',
  '+4',
  '0x4',
  '4, 4',
  '4 4',
  '-1',
  '',
  '4\t',
  '99999999999999999999',
];
const CODINGS = [
  'chunked',
  'Chunked',
  'xchunked',
  'chunked, identity',
  'identity, chunked',
  ' chunked',
  '\u000bchunked',
  'chunked;x',
  '',
];
const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n';

/** The plain form half of the time: a request that is odd all over is refused at once. */
function often(plain: string, ...odd: readonly string[]) {
  return fc.oneof({ arbitrary: fc.constant(plain), weight: 3 }, fc.constantFrom(...odd));
}

const smuggling = fc
  .record({
    line: often(
      'POST / HTTP/1.1',
      'GET / HTTP/1.1',
      'POST / HTTP/1.0',
      'POST / HTTP/1.1 ',
      'POST  / HTTP/1.1',
      'post / HTTP/1.1',
      'POST /\t HTTP/1.1',
      'POST / HTTP/2.0',
      'POST /%0d%0aHost:%20x HTTP/1.1',
    ),
    host: often('localhost', '127.0.0.1', 'localhost:1', 'LOCALHOST.'),
    length: fc.option(fc.constantFrom(...LENGTHS)),
    length2: fc.option(fc.constantFrom(...LENGTHS), { freq: 1 }),
    coding: fc.option(fc.constantFrom(...CODINGS)),
    coding2: fc.option(fc.constantFrom(...CODINGS), { freq: 1 }),
    colon: often(': ', ':', ' : ', ':\t', '\r\n : '),
    end: often('\r\n', '\n', '\r'),
    odd: often(
      '',
      'X: a\r\n b',
      'X\0: y',
      ': y',
      'Connection: content-length',
      'Connection: transfer-encoding, close',
      'Expect: 100-continue',
      'Upgrade: h2c',
      'Trailer: content-length',
    ),
    body: fc.constantFrom(
      '',
      '0\r\n\r\n',
      '4\r\nabcd\r\n0\r\n\r\n',
      '4;x=\n\r\nabcd\r\n0\r\n\r\n',
      'abcd',
      '0\r\nX: y\r\n\r\n',
      '-1\r\n',
      '00000000000000004\r\nabcd\r\n0\r\n\r\n',
    ),
  })
  .map(({ line, host, length, length2, coding, coding2, colon, end, odd, body }) => {
    const lines = [line, `Host: ${host}`];
    if (length !== null) lines.push(`Content-Length${colon}${length}`);
    if (coding !== null) lines.push(`Transfer-Encoding${colon}${coding}`);
    if (length2 !== null) lines.push(`content-length: ${length2}`);
    if (coding2 !== null) lines.push(`Transfer-Encoding: ${coding2}`);
    if (odd !== '') lines.push(odd);
    return `${lines.join(end)}${end}${end}${body}${SMUGGLED}`;
  });

/** What a server hears behind the request, which it says how long it is: nothing, if all is well. */
function behindRequest(heard: string): string {
  const end = heard.indexOf('\r\n\r\n') + 4;
  if (end < 4) return '';
  const [head, rest] = [heard.slice(0, end), heard.slice(end)];
  const length = /\r\ncontent-length: *(\d+)\r\n/i.exec(head)?.[1];
  if (length !== undefined) return rest.slice(Number(length));
  if (!/\r\ntransfer-encoding: *chunked\r\n/i.test(head)) return rest;
  return rest.replace(/^(?:[\da-f]+\r\n[^]*?\r\n)*?0\r\n(?:[^\r\n]+\r\n)*\r\n/i, '');
}

part('relay: smuggling', async (watch) => {
  const servers = new Servers();
  const upstream = await listening(servers);
  const relay = await relayTo(upstream.url);
  const finds: string[] = [];
  let passed = 0;
  const drawn = fc.sample(smuggling, share(3000));
  for (const bytes of drawn) {
    upstream.heard.length = 0;
    const answer = await watch.time(() => said(relay.url, bytes, 1200));
    await sleep(2);
    passed += upstream.heard.length > 0 ? 1 : 0;
    const both = upstream.heard.filter((heard) => behindRequest(heard) !== '');
    const ambiguous = upstream.heard.filter(
      (heard) => /\r\ncontent-length:/i.test(heard) && /\r\ntransfer-encoding:/i.test(heard),
    );
    const answers = [...answer.text.matchAll(/^HTTP\/1\.1 [2-5]\d\d/gm)].length;
    const name = JSON.stringify(bytes).slice(0, 400);
    if (both.length > 0) finds.push(`two requests in one: ${name}`);
    if (ambiguous.length > 0) finds.push(`a length and chunks go on: ${name}`);
    if (answers > 2) finds.push(`${answers} answers: ${name}`);
    if (!answer.isClosed && answers === 0) finds.push(`neither an answer nor an end: ${name}`);
  }
  await relay.close();
  await servers.close();
  return {
    runs: drawn.length,
    finds,
    note: `each hides a second request; ${passed} were passed on`,
  };
});

const HOSTS = fc.oneof(
  fc.constantFrom(
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'localhost@evil.example',
    '10.0.0.5',
    '0.0.0.0',
    '[::ffff:10.0.0.5]',
    'evil.example:9464',
    '127.1.evil',
    'lusha.com',
    'xn--localhost',
    'localhost:80:80',
    '2130706434.example',
    '',
    ' ',
    'LOCALHOST.EVIL',
  ),
  fc.domain(),
  fc.ipV4().filter((address) => !address.startsWith('127.')),
);

part('relay and metrics: foreign Host', async (watch) => {
  const servers = new Servers();
  const upstream = await listening(servers);
  const relay = await relayTo(upstream.url);
  const served = await serveMetrics({ host: '127.0.0.1', port: 0 }, 'text/plain', () =>
    Promise.resolve('lusha_credits 1'),
  );
  if (!served.ok) throw new Error(served.problem.message);
  const finds: string[] = [];
  const drawn = fc.sample(HOSTS, share(300));
  for (const host of drawn) {
    for (const form of ['Host', 'absolute', 'both']) {
      const target = form === 'Host' ? '/metrics' : `http://${host}/metrics`;
      const named = form === 'both' ? 'localhost' : host;
      const bytes = `GET ${target} HTTP/1.1\r\nHost: ${named}\r\nConnection: close\r\n\r\n`;
      const metrics = await watch.time(() => said(served.value.url, bytes));
      if (metrics.text.includes('lusha_credits') && form !== 'both') {
        finds.push(`metrics are told to ${form} ${JSON.stringify(host)}`);
      }
      await said(relay.url, bytes);
    }
  }
  if (upstream.heard.some((heard) => heard !== '')) {
    finds.push(
      `the relay sent on: ${JSON.stringify(upstream.heard.find((heard) => heard !== ''))}`,
    );
  }
  await Promise.all([relay.close(), served.value.close(), servers.close()]);
  return { runs: drawn.length * 6, finds, note: 'as Host and as the whole address' };
});

const statusLine = fc
  .tuple(
    fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2', 'http/1.1', 'ICY', 'HTTP/1.1 ', ''),
    fc.oneof(
      fc.integer({ min: 0, max: 1100 }).map((code) => String(code).padStart(3, '0')),
      fc.constantFrom('2OO', '-1', '', '1e2', '200.5', '100', '101', '103', '204', '304'),
    ),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('', '\0', '\u0007', 'a\rb', '茶', 'x'.repeat(20_000)),
    ),
    fc.constantFrom('\r\n', '\n', '\r\n\r\n', ''),
    fc.array(
      fc.constantFrom(
        'content-length: 2',
        'content-length: 2\r\ncontent-length: 3',
        'transfer-encoding: chunked',
        'connection: upgrade\r\nupgrade: x',
        'set-cookie: a\0b',
        'x: \u00ff',
        ': y',
        'x',
      ),
      { maxLength: 4 },
    ),
    fc.constantFrom('ok', '', '2\r\nok\r\n0\r\n\r\n', 'zz\r\n'),
  )
  .map(([version, code, reason, end, headers, body]) =>
    Buffer.from(`${version} ${code} ${reason}${end}${headers.join('\r\n')}\r\n\r\n${body}`, 'utf8'),
  );

part('relay: odd answers', async (watch) => {
  const servers = new Servers();
  let bytes: Buffer = Buffer.alloc(0);
  const upstream = await servers.tcp(afterRequest((socket) => void socket.end(bytes)));
  const relay = await relayTo(upstream.url);
  const finds: string[] = [];
  const drawn = fc.sample(statusLine, share(1500));
  for (const line of drawn) {
    bytes = line;
    const answer = await watch.time(() =>
      said(relay.url, 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
    );
    if (answer.text === '' || !answer.isClosed) {
      finds.push(
        `no answer, or no end of it: ${JSON.stringify(line.toString('latin1')).slice(0, 300)}`,
      );
    }
  }
  await relay.close();
  await servers.close();
  return { runs: drawn.length, finds, note: 'every client is answered' };
});

part('relay: slow heads and aborts', async (watch) => {
  const servers = new Servers();
  const upstream = await servers.http((request, response) => {
    request.on('error', () => {});
    response.write('x'.repeat(100_000));
    setTimeout(() => response.end(), 20);
  });
  const relay = await relayTo(upstream.url);
  const port = Number(new URL(relay.url).port);
  const finds: string[] = [];
  const warnings: string[] = [];
  const warned = (warning: Error): number => warnings.push(warning.message);
  process.on('warning', warned);
  const slow = [
    '',
    'G',
    'GET / HTTP/1.1\r\nHo',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nab',
  ];
  const half = await watch.time(() =>
    Promise.all(
      Array.from({ length: share(400) }, (_, at) =>
        said(relay.url, slow[at % slow.length] ?? '', 5000),
      ),
    ),
  );
  const open = half.filter(({ isClosed }) => !isClosed).length;
  if (open > 0) finds.push(`${open} of ${half.length} half-open connections are kept`);
  const aborted = share(600);
  for (let at = 0; at < aborted; at += 1) {
    const socket: Socket = connect(port, '127.0.0.1', () => {
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
      setTimeout(() => socket.destroy(), at % 40);
    });
    socket.on('error', () => {});
    if (at % 20 === 0) await sleep(20);
  }
  // Clients that read nothing: what comes waits at the server, not here.
  const before = process.memoryUsage().rss;
  const deaf = Array.from({ length: share(100) }, () => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    );
    socket.on('error', () => {}).pause();
    return socket;
  });
  await sleep(500);
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  if (grown > 200) finds.push(`clients that do not read cost ${grown.toFixed(0)} MB`);
  for (const socket of deaf) socket.destroy();
  const { text } = await said(
    relay.url,
    'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    5000,
  );
  if (!text.startsWith('HTTP/1.1 200')) finds.push('after all that, the relay does not answer');
  process.off('warning', warned);
  finds.push(...warnings.map((warning) => `Node warns: ${warning}`));
  await relay.close();
  await servers.close();
  return {
    runs: half.length + aborted + deaf.length,
    finds,
    note: `half heads, aborts, clients that do not read (${grown.toFixed(0)} MB)`,
  };
});
