import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogReader } from '../../../src/quota/log/log-reader.ts';

function read(text: string) {
  const reader = new LogReader();
  return [...text.split('\n').flatMap((line) => reader.take(line)), ...reader.flush()];
}

/** `429 x-daily-requests-left=5 @14:00:00`, one answer a line. */
function shown(text: string): string[] {
  return read(text).map(({ at, status, headers }) =>
    [
      status ?? '-',
      ...headers.map(({ name, value }) => `${name}=${value}`),
      ...(at === null ? [] : [`@${new Date(at).toISOString().slice(11, 19)}`]),
    ].join(' '),
  );
}

describe('a log', () => {
  it.each<[string, string, string[]]>([
    [
      'a dump of curl -i',
      'HTTP/1.1 200 OK\nx-daily-requests-left: 888\ncontent-type: application/json\n\n{"results":[]}\n',
      ['200 x-daily-requests-left=888 content-type=application/json'],
    ],
    [
      'two dumps in a row',
      'HTTP/2 200 \nx-daily-requests-left: 5\n\nHTTP/2 429 \nx-daily-requests-left: 0\n',
      ['200 x-daily-requests-left=5', '429 x-daily-requests-left=0'],
    ],
    [
      'curl -v',
      '< HTTP/1.1 200 OK\n< x-hourly-requests-left: 46\n< x-rate-limit-hourly: 150\n',
      ['200 x-hourly-requests-left=46 x-rate-limit-hourly=150'],
    ],
    [
      'a JSON log with headers somewhere inside',
      '{"time":"2026-11-23T14:00:00Z","res":{"statusCode":200,"headers":{"x-daily-requests-left":"7"}}}',
      ['200 x-daily-requests-left=7 @14:00:00'],
    ],
    [
      'a JSON log with epoch milliseconds and lists of values',
      '{"time":1795442400000,"status":429,"headers":{"X-Daily-Requests-Left":["0"]}}',
      ['429 x-daily-requests-left=0 @14:00:00'],
    ],
    [
      'a line of text that names headers',
      '2026-11-23 14:00:00 INFO lusha quota x-daily-requests-left=12 x-rate-limit-daily=100',
      ['- x-daily-requests-left=12 x-rate-limit-daily=100 @14:00:00'],
    ],
    [
      'a dictionary of Python',
      "DEBUG headers {'X-Daily-Requests-Left': '12', 'X-Rate-Limit-Daily': '100'}",
      ['- x-daily-requests-left=12 x-rate-limit-daily=100'],
    ],
    [
      'an error message',
      '14:00 ERROR Hourly API rate limit exceeded. Limit: 150 calls per hour. Reset in 37 seconds',
      ['429'],
    ],
    ['anything else', 'started\nlistening on 8080\nGET / 200\n', []],
  ])('%s', (_what, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('keeps the text of a refusal', () => {
    const [answer] = read('ERROR Daily API rate limit exceeded. Limit: 25 calls per day.');

    expect(answer?.body).toContain('Daily API rate limit exceeded. Limit: 25 calls per day.');
  });

  it('reads a usage body that stands on one line', () => {
    const [answer] = read('{"credits":{"total":1},"rateLimits":{"daily":{"limit":5}}}');

    expect(answer).toMatchObject({ status: 200, headers: [] });
  });

  it('keeps the body of a dumped answer', () => {
    const [answer] = read(
      'HTTP/1.1 429 Too Many\nx-daily-requests-left: 0\n\n{"message":"wait"}\n',
    );

    expect(answer?.body.trim()).toBe('{"message":"wait"}');
  });

  it('survives any text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.string().map((text) => `HTTP/1.1 ${text}`),
      fc.string().map((text) => `x-daily-requests-left: ${text}`),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(read(lines.join('\n')).length).toBeLessThanOrEqual(lines.length * 10 + 1);
      }),
    );
  });

  it('takes long lines without taking long', () => {
    const hostile = [
      'x-daily-requests-left'.repeat(40_000),
      '{'.repeat(60_000),
      '-'.repeat(200_000),
    ];

    expect(read(hostile.join('\n'))).toEqual([]);
  });
});
