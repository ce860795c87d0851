import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Jumps } from '../../../../src/reading/logs/jumps.ts';
import { timeOf } from '../../../../src/reading/logs/log-time.ts';
import { readEntry } from '../../../../src/reading/logs/read-entry.ts';
import { signatureOf } from '../../../../src/reading/logs/signature.ts';
import { maskContacts } from '../../../../src/redact/contacts.ts';
import { maskCredentials } from '../../../../src/redact/credentials.ts';
import { LogScanner } from '../../../../src/reading/logs/log-scanner.ts';
import { Survey } from '../../../../src/reading/logs/survey.ts';
import { Timeline } from '../../../../src/reading/logs/timeline.ts';
import { packingOf, unpacked } from '../../../../src/reading/logs/unpack.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const AT = '2026-11-23T14:03:12.000Z';

describe('timeOf', () => {
  it.each([
    ['2026-11-23T14:03:12Z x', AT],
    ['2026-11-23 14:03:12,431 x', '2026-11-23T14:03:12.431Z'],
    ['2026/11/23 14:03:12 x', AT],
    ['2026-11-23T15:03:12+01:00 x', AT],
    ['1.2.3.4 - - [23/Nov/2026:15:03:12 +0100] "GET', AT],
    ['date: Mon, 23 Nov 2026 14:03:12 GMT', AT],
    ['Nov 23 14:03:12 host app: x', AT],
    ['Dec 23 14:03:12 host app: x', '2025-12-23T14:03:12.000Z'],
    ['1795442592.431 12 10.0.0.1 TCP_MISS', '2026-11-23T14:03:12.431Z'],
    ['{"time":1795442592431}', '2026-11-23T14:03:12.431Z'],
    ['{"ts":1795442592.431}', '2026-11-23T14:03:12.431Z'],
    ['2026-11-23T14:03Z x', '2026-11-23T14:03:00.000Z'],
    ['20261123T140312Z x', AT],
    ['2026-11-23 15:03:12 CET x', AT],
    ['2026-11-23 09:03:12 EST x', AT],
    ['2026-11-23 14:03:12 WARN x', AT],
    ['11/23/2026 2:03:12 PM x', AT],
    ['23/11/2026 14:03:12 x', AT],
    ['05/06/2026 14:03:12 x', null],
    ['23.11.2026 14:03:12 x', AT],
    ['Mon Nov 23 14:03:12 2026 x', AT],
    ['Mon Nov 23 14:03:12 UTC 2026 x', AT],
    ['[Mon Nov 23 14:03:12.431000 2026] [proxy:error] x', '2026-11-23T14:03:12.431Z'],
    ['E1123 14:03:12.431000       1 a.go:429] x', '2026-11-23T14:03:12.431Z'],
    ['1795442592 x', AT],
    ['[1795442592431] x', '2026-11-23T14:03:12.431Z'],
    ['1795442592431000 x', '2026-11-23T14:03:12.431Z'],
    ['{"timestampInMs":1795442592431}', '2026-11-23T14:03:12.431Z'],
    ['{"__REALTIME_TIMESTAMP":"1795442592431000"}', '2026-11-23T14:03:12.431Z'],
    [
      '{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1795442592431000000"}]}]}]}',
      '2026-11-23T14:03:12.431Z',
    ],
    // The log's own time, not one that it speaks of.
    ['{"time":1795442592000,"body":{"timestamp":"2025-01-01T00:00:00Z"}}', AT],
    ['{"body":{"timestamp":"2025-01-01T00:00:00Z"},"timestamp":"2026-11-23T14:03:12Z"}', AT],
    ['{"body":{"timestamp":"2025-01-01T00:00:00Z"}}', null],
    ['{"resetsAt":"2025-01-01T00:00:00Z","expires":1767225600000}', null],
    ['Nov 23 14:03:12 host app: quota, reset at 2026-11-24T00:00:00Z', AT],
    ['quota exceeded resetsAt=2026-11-24T00:00:00Z', null],
    ['\u001B[32m2026-11-23T14:03:12Z\u001B[0m x', AT],
    ['{"level":30}', null],
    ['no time', null],
  ])('reads %s', (line, expected) => {
    const at = timeOf(line, NOW);
    expect(at === null ? null : new Date(at).toISOString()).toBe(expected);
  });
});

it('gives entries that differ in ids, times and counters one signature, and statuses another', () => {
  const line = (id: number, status: number) =>
    `2026-11-23T14:03:${id}Z POST /v3 ${status} ${id}1ms id=0f0f${id}aa batch=${id}`;
  expect(signatureOf(line(12, 429))).toBe(signatureOf(line(47, 429)));
  expect(signatureOf(line(12, 429))).not.toBe(signatureOf(line(12, 403)));
  expect(signatureOf('enrich 200 x')).not.toBe(signatureOf('enrich 429 x'));
});

it('tells long entries apart that differ in their middle only', () => {
  const dump = (message: string) => `${'config '.repeat(500)}${message}${' socket'.repeat(400)}`;
  expect(signatureOf(dump('Daily API quota'))).not.toBe(signatureOf(dump('Hourly API quota')));
  expect(signatureOf(dump('at 12:00:01'))).toBe(signatureOf(dump('at 12:00:02')));
});

it('tells a window that is empty from one that is not', () => {
  expect(signatureOf('daily-left: 0 hourly-left: 57')).not.toBe(
    signatureOf('daily-left: 57 hourly-left: 0'),
  );
});

describe('Timeline', () => {
  it('loses no event, whatever the times are', () => {
    const time = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 60 }), (times) => {
        const timeline = new Timeline();
        for (const at of times) timeline.add(at);
        const steps = timeline.steps(48);
        expect(steps?.counts.reduce((sum, one) => sum + one, 0)).toBe(times.length);
        expect(steps?.counts.length).toBeLessThanOrEqual(48);
      }),
    );
  });

  it('has nothing to show without an event', () => {
    expect(new Timeline().steps(48)).toBeNull();
  });
});

describe('Jumps', () => {
  it('tells once of a rate that is three times what is usual', () => {
    const jumps = new Jumps();
    const told: unknown[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      for (let one = 0; one < 4; one += 1) jumps.add('a', minute * 60_000 + one);
    }
    for (let one = 0; one < 40; one += 1) {
      const jump = jumps.add('a', 300_000 + one);
      if (jump !== null) told.push(jump);
    }
    expect(told).toEqual([{ perMinute: 12, usualPerMinute: 4 }]);
  });
});

describe('readEntry', () => {
  it.each([
    ['ERROR https://api.hubapi.com/x returned 403', 'other'],
    ['ERROR https://api.lusha.com/v3/account/usage returned 403', 'lusha'],
    ['ERROR connect ECONNREFUSED 127.0.0.1:5432', 'other'],
    ['ERROR call returned 403', 'unknown'],
    ['1.2.3.4 - - [x] "GET /index.html HTTP/1.1" 404 12', 'other'],
    ['1.2.3.4 - - [x] "GET /v3/account/usage HTTP/1.1" 404 12', 'unknown'],
  ])('says whose call failed in %s', (line, whose) => {
    expect(readEntry(line, NOW)?.whose.whose).toBe(whose);
  });

  it.each([
    'listening on port 443',
    'price 429.00 for order 500',
    'line 404 of file',
    'took 503 ms',
    '403 rows',
  ])('finds no status in "%s"', (line) => {
    const failure = readEntry(`2026-11-23 14:00:00 INFO ${line}`, NOW);
    expect(failure?.facts.status).toBeUndefined();
    expect(failure?.facts.failure).toBeUndefined();
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        readEntry(text, NOW);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Survey', () => {
  it('masks what it quotes, wherever the chunks are cut', () => {
    const key = '0f0f0f0f-1111-4222-8333-444444444444';
    const mail = 'jane.doe@example.com';
    const line = `2026-11-23T14:00:00Z ERROR api_key=${key} for ${mail} +49 170 123 4567: 429 Too Many Requests\n`;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: line.length }),
        fc.integer({ min: 1, max: 90 }),
        (first, size) => {
          const survey = new Survey({ judge: () => ({ id: 'a' }), now: NOW });
          const file = survey.open('log');
          const bytes = Buffer.from(line.repeat(2));
          file.push(bytes.subarray(0, first));
          for (let at = first; at < bytes.length; at += size)
            file.push(bytes.subarray(at, at + size));
          file.end();
          const [row] = survey.tally.rows;
          expect(row?.count).toBe(2);
          for (const secret of [key, mail, '123 4567'])
            expect(row?.example.text).not.toContain(secret);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('masks what it quotes from a line that is longer than what is read of it', () => {
    const key = '0f0f0f0f-1111-4222-8333-444444444444';
    const mail = 'jane.doe@example.com';
    const secrets = [`"api_key":"${key}",`, `"Authorization":"Bearer ${key}",`, `"e":"${mail}",`];
    // Pieces begin 1024 bytes before the place that made them and end 4096 after it.
    const distanceTo = (cut: number) =>
      fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: cut - 90, max: cut + 10 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets),
        distanceTo(1024),
        distanceTo(4096),
        fc.integer({ min: 500, max: 300_000 }),
        (secret, before, after, size) => {
          const shown: string[] = [];
          const scanner = new LogScanner(
            ({ text }) => void shown.push(maskContacts(maskCredentials(text))),
          );
          const words = (length: number) =>
            `"a":"${'x'.repeat(length % 12)}",${'"a":"bcdef",'.repeat(length / 12)}`;
          const status = '"status": 429 ,';
          const near = `${secret}${words(before)}${status}${words(after)}${secret}`;
          const bytes = Buffer.from(`{${words(150_000)}${near}${words(150_000)}}\n`);
          for (let at = 0; at < bytes.length; at += size)
            scanner.push(bytes.subarray(at, at + size));
          scanner.flush();
          expect(shown.length).toBeGreaterThan(0);
          for (const part of [key.slice(0, 14), key.slice(-14), mail])
            expect(shown.join('\n')).not.toContain(part);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts what `since` leaves out', () => {
    const survey = new Survey({ judge: () => ({ id: 'a' }), now: NOW, since: NOW - 1000 });
    const file = survey.open('log');
    file.push(Buffer.from('error 429 x\n2020-01-01T00:00:00Z error 429 Too Many Requests\n'));
    file.end();
    expect([survey.tally.total, survey.leftOut, survey.leftOutUndated]).toEqual([0, 1, 1]);
  });
});

describe('packing', () => {
  it.each([
    ['text', Buffer.from('hello\tworld\n')],
    ['gzip', Buffer.from([0x1f, 0x8b, 8])],
    ['utf-16le', Buffer.from([0xff, 0xfe, 65, 0])],
    ['packed', Buffer.from('PK\u0003\u0004')],
    ['utf-16le', Buffer.from('a log without a mark', 'utf16le')],
    ['utf-16be', Buffer.from('a log without a mark', 'utf16le').swap16()],
    ['binary', Buffer.from(Array.from({ length: 100 }, (_, at) => at % 9))],
  ])('tells %s', (packing, bytes) => {
    expect(packingOf(bytes)).toBe(packing);
  });

  it.each([
    ['gzip of UTF-16', gzipSync(Buffer.from('\uFEFFone\ntwo\n', 'utf16le')), 'one\ntwo\n'],
    ['bare carriage returns', Buffer.from('one\rtwo\r'), 'one\ntwo\n'],
    ['line ends of Windows', Buffer.from('one\r\ntwo\r\n'), 'one\r\ntwo\r\n'],
  ])('is undone for %s', async (_, bytes, text) => {
    async function* whole() {
      yield bytes;
    }
    const out: Uint8Array[] = [];
    for await (const chunk of unpacked(whole(), new AbortController().signal)) out.push(chunk);
    expect(
      Buffer.concat(out)
        .toString()
        .replace(/^\uFEFF/, ''),
    ).toBe(text);
  });

  it('is told also when the first chunks are single bytes', async () => {
    async function* bytewise() {
      for (const byte of [0xff, 0xfe, 65, 0, 66, 0]) yield Buffer.from([byte]);
    }
    const out: Uint8Array[] = [];
    for await (const chunk of unpacked(bytewise(), new AbortController().signal)) out.push(chunk);
    expect(Buffer.concat(out).toString()).toContain('AB');
  });
});
