import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogScanner, type LogEntry } from '../../../../src/reading/logs/log-scanner.ts';
import { pieceOf } from '../../../../src/reading/logs/long-line.ts';

/** The entries of a log that comes in chunks of `size` bytes. */
function entriesOf(text: string | Buffer, size = 65_536): readonly LogEntry[] {
  const entries: LogEntry[] = [];
  const scanner = new LogScanner((entry) => entries.push(entry));
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
  scanner.flush();
  return entries;
}

describe('lines worth reading', () => {
  it.each([
    'POST /v3/contacts/enrich 429 12ms',
    '{"status":401}',
    '{"statusCode": "403"}',
    'status=500 ms=3',
    'HTTP/1.1" 503 62',
    'TCP_MISS/429 512',
    'code:404,',
    'Error: getaddrinfo ENOTFOUND api.lusha.com',
    'EAI_AGAIN api.lusha.com',
    'read ECONNRESET',
    'lookup api.lusha.com: no such host',
    'context deadline exceeded',
    'socket hang up',
    'Connection reset by peer',
    'Network is unreachable',
    'POST https://api.lusha.com: EOF',
    'Could not resolve host',
    'SSLCertVerificationError',
    'Daily API quota limit exceeded',
    'Too many requests',
    'Invalid API key',
    'UNAUTHORIZED',
    'Forbidden',
    'operation timed out',
    'CONNECTION REFUSED',
    'Traceback (most recent call last):',
    'UND_ERR_SOCKET',
  ])('%s', (line) => {
    expect(entriesOf(`all is well\n${line}\nand goes on\n`)).toMatchObject([
      { line: 2, text: line },
    ]);
  });

  it.each([
    '2026-11-23T14:03:12.431Z INFO ok 200 in 512ms',
    '2026-11-23 14:03:12,503 INFO ok',
    '{"port":443,"durationMs":431,"items":404}',
    'order 4290 of 14293',
    'v1.429.0 and 4.04',
  ])('not %s', (line) => {
    expect(entriesOf(`${line}\n`)).toEqual([]);
  });

  it('finds something in every failure of the corpus', () => {
    const corpus: { file: string; cause?: string; status?: number }[] = JSON.parse(
      readFileSync('fixtures/pasted/index.json', 'utf8'),
    );
    const silent = corpus
      .filter(({ cause, status }) => cause !== undefined || status !== undefined)
      .filter(({ file }) => entriesOf(readFileSync(`fixtures/pasted/${file}`)).length === 0)
      .map(({ file }) => file);
    expect(silent).toEqual([]);
  });
});

describe('entries of several lines', () => {
  it.each([
    ['a stack trace', 'Error: x timed out\n    at f (a.js:1:2)\n    at g (b.js:3:4)'],
    [
      'a cause below',
      'Exception in thread "main"\n\tat a.b(C.java:1)\nCaused by: java.net.X\n\t... 3 more',
    ],
    ['a head with its body', 'HTTP/1.1 429 Too Many Requests\na: b\n\n{"message":"x"}'],
    ['a block of JSON', '{\n  "status": 429,\n  "a": 1\n}'],
    [
      'chained tracebacks',
      'Traceback (most recent call last):\n  File "a.py", line 1\nsocket.gaierror: x\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "b.py", line 2\nx.ConnectionError: y',
    ],
    ['curl -v', '* Connected to x\n> GET / HTTP/1.1\n> \n< HTTP/1.1 403 Forbidden\n< a: b\n< '],
  ])('%s is one', (_, text) => {
    const log = `2026-11-23 INFO before\n${text}\n2026-11-23 INFO after\n`;
    expect(entriesOf(log)).toMatchObject([{ line: 2, text }]);
  });

  it.each([
    [
      'loguru',
      '2026-11-22 21:00:41.415 | ERROR    | a:b:20 - lookup failed\nTraceback (most recent call last):\n\n> File "s.py", line 14, in <module>\n    r.raise_for_status()\n    └ <Response [429]>\n\nrequests.exceptions.HTTPError: 429 Client Error',
    ],
    [
      'Laravel',
      '[2026-11-22 21:01:17] production.ERROR: Client error: 429 Too Many Requests\n{"statusCode":429,"message":"Daily (truncated...)\n {"exception":"[object] (code: 429)\n{\\"statusCode\\":429\n[stacktrace]\n#0 /a.php(72): create()\n"}',
    ],
    [
      'celery',
      '[2026-11-22 21:01:35,584: ERROR/P-4] Task x raised unexpected: HTTPError(\'401\')\nTraceback (most recent call last):\n  File "a.py", line 451\nHTTPError: 401 Client Error: Unauthorized',
    ],
    [
      'sidekiq',
      '2026-11-22T21:00:53.986Z pid=4 tid=4x1 WARN: {"error_message":"Lusha 401: Invalid API key"}\n2026-11-22T21:00:53.986Z pid=4 tid=4x1 WARN: Lusha::Unauthorized: Lusha 401: Invalid API key\n2026-11-22T21:00:53.986Z pid=4 tid=4x1 WARN: /app/lusha.rb:44:in call',
    ],
    [
      'parts of a container’s line',
      '2026-11-22T21:01:09.456Z stdout P {"status":429,\n2026-11-22T21:01:09.456Z stdout F "message":"Invalid"}',
    ],
    [
      'wget',
      '--2026-11-22 21:01:00--  https://api.lusha.com/v3/contacts/enrich\nHTTP request sent, awaiting response... 402 Payment Required\nSaving to: x\n{"statusCode":402}\n\n2026-11-22 21:01:01 ERROR 402: Payment Required.',
    ],
    [
      'curl --trace-ascii',
      '== Info: Connected to api.lusha.com port 443\n=> Send header, 20 bytes (0x14)\n0000: GET / HTTP/1.1\n<= Recv header, 27 bytes (0x1b)\n0000: HTTP/1.1 401 Unauthorized\n<= Recv data, 29 bytes (0x1d)\n0000: {"message":"Invalid API key"}',
    ],
  ])('%s is one, from its head on', (_, text) => {
    const log = `2026-11-22T21:00:00.000Z INFO ok\n${text}\n2026-11-22T21:09:00.000Z INFO ok\n`;
    expect(entriesOf(log)).toMatchObject([{ line: 2, text }]);
  });

  it('leaves lines apart that stand below a healthy one', () => {
    const log = '2026-11-22T21:00:00Z INFO start\nlusha 429 failed\nlusha 401 failed\n';
    expect(entriesOf(log).map(({ line }) => line)).toEqual([2, 3]);
  });

  it('does not count the rest of an entry that is too long to be read', () => {
    const rest = 'call failed with 429\n'.repeat(3000);
    const log = `2026-11-22T21:00:00Z ERROR dump\n${rest}2026-11-22T21:01:00Z ERROR 401 x\n`;
    expect(entriesOf(log).map(({ line }) => line)).toEqual([1, 3002]);
  });

  it('does not take two tracebacks for one', () => {
    const trace = 'Traceback (most recent call last):\n  File "a.py", line 1\nValueError: error\n';
    expect(entriesOf(`${trace}x\n${trace}`)).toHaveLength(2);
  });
});

it.each([
  ['a\nb\n', 2],
  ['a\nb', 2],
  ['', 0],
])('counts the lines of %j', (text, lines) => {
  const scanner = new LogScanner(() => {});
  scanner.push(Buffer.from(text));
  scanner.flush();
  expect(scanner.lines).toBe(lines);
});

it('does not read the rest of a line that was handed out before it came to its end', () => {
  const entries: LogEntry[] = [];
  const scanner = new LogScanner((entry) => entries.push(entry));
  for (const part of ['lusha 402 {"message":', '"Invalid key 403"}\n', 'lusha 429 x\n']) {
    scanner.push(Buffer.from(part));
    scanner.flush();
  }
  expect(entries.map(({ line }) => line)).toEqual([1, 2]);
});

it('takes the time of a very long line from its head', () => {
  const filler = '"a":"bcdef",'.repeat(40_000);
  const [entry] = entriesOf(`{"time":"2026-11-22T21:00:00Z",${filler}"status": 429 ,${filler}}\n`);
  expect(entry).toMatchObject({ isPiece: true });
  expect(entry?.before).toMatch(/^\{"time":"2026-11-22T21:00:00Z"/);
});

describe('chunks', () => {
  const log = readFileSync('fixtures/pasted/plain-log-mixed.txt', 'utf8').repeat(3);
  const whole = entriesOf(log);

  it('make no difference wherever they are cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (size) => {
        expect(entriesOf(log, size).map(({ text, line }) => ({ text, line }))).toEqual(
          whole.map(({ text, line }) => ({ text, line })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('keep what they need and no more, also of a line without an end', () => {
    const entries: LogEntry[] = [];
    const scanner = new LogScanner((entry) => entries.push(entry));
    const chunk = Buffer.from(`${'x'.repeat(500)} status 429 `.repeat(2000));
    for (let at = 0; at < 40; at += 1) scanner.push(chunk);
    scanner.flush();
    expect(entries.length).toBeGreaterThan(100);
    expect(Math.max(...entries.map(({ text }) => text.length))).toBeLessThanOrEqual(5200);
  });
});

it('leaves no part of a key at the cut ends of a long line', () => {
  const key = '0f0f0f0f-1111-4222-8333-444444444444';
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80 }), (cut) => {
      const text =
        `"Authorization": "Bearer ${key}", "and": "so", "on": "and", "so": "forth"`.slice(cut);
      const piece = pieceOf(text, true, false);
      expect(piece).not.toContain(key.slice(-6));
    }),
  );
  expect(pieceOf(`a b c ${key.slice(0, 20)}`, false, true)).toBe('a b c');
});
