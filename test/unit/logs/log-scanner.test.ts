import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogScanner, type LogEntry } from '../../../src/logs/log-scanner.ts';
import { pieceOf } from '../../../src/logs/long-line.ts';

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

  it('does not take two tracebacks for one', () => {
    const trace = 'Traceback (most recent call last):\n  File "a.py", line 1\nValueError: error\n';
    expect(entriesOf(`${trace}x\n${trace}`)).toHaveLength(2);
  });
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
