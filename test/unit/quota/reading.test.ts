import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Header } from '../../../src/model/exchange.ts';
import { readingOf, type Reading } from '../../../src/quota/reading.ts';

const NOW = Date.UTC(2026, 10, 23, 14);
const SECONDS = NOW / 1000;

/** `name: value` lines as headers. */
function headers(...lines: string[]): Header[] {
  return lines.map((line) => {
    const at = line.indexOf(':');
    return { name: line.slice(0, at), value: line.slice(at + 1).trim() };
  });
}

function read(parts: {
  headers?: readonly Header[];
  json?: unknown;
  message?: string;
  status?: number;
}): Reading {
  return readingOf({
    status: parts.status ?? 200,
    headers: parts.headers ?? [],
    json: parts.json ?? null,
    message: parts.message ?? null,
    now: NOW,
  });
}

/** `hour limit=150/header left=46/header reset=+60/body`, one window a line. */
function shown({ windows }: Reading): string[] {
  return windows.map(({ name, limit, used, left, resetsAt }) =>
    [
      name,
      ...(limit === null ? [] : [`limit=${limit.value}/${limit.source}`]),
      ...(used === null ? [] : [`used=${used.value}/${used.source}`]),
      ...(left === null ? [] : [`left=${left.value}/${left.source}`]),
      ...(resetsAt === null ? [] : [`reset=+${(resetsAt.value - NOW) / 1000}/${resetsAt.source}`]),
    ].join(' '),
  );
}

describe('families of headers', () => {
  it.each<[string, string[], string[]]>([
    [
      'A',
      ['x-rate-limit-daily: 1500', 'x-daily-requests-left: 888', 'x-daily-usage: 612'],
      ['day limit=1500/header used=612/header left=888/header'],
    ],
    [
      'A, all windows',
      ['X-Minute-Requests-Left: 26', 'X-Hourly-Requests-Left: 46', 'X-Daily-Requests-Left: 888'],
      ['minute left=26/header', 'hour left=46/header', 'day left=888/header'],
    ],
    [
      'B',
      ['X-RateLimit-Remaining: 3', 'X-RateLimit-Reset: 60'],
      ['unnamed left=3/header reset=+60/header'],
    ],
    [
      'C',
      ['X-RateLimit-Remaining-Daily: 9', `X-RateLimit-Reset-Daily: ${SECONDS + 120}`],
      ['day left=9/header reset=+120/header'],
    ],
    [
      'D',
      ['RateLimit-Limit: 25', 'RateLimit-Remaining: 24', 'RateLimit-Reset: 1'],
      ['unnamed limit=25/header used=1/inferred left=24/header reset=+1/header'],
    ],
    [
      'E',
      ['X-RateLimit-Limit-hour: 150', 'X-RateLimit-Remaining-hour: 46'],
      ['hour limit=150/header used=104/inferred left=46/header'],
    ],
    ['F', ['X-RateLimit-Limit: 100'], ['unnamed limit=100/header']],
    ['G', ['x-monthly-requests-left: 4000'], ['month left=4000/header']],
    [
      'IETF',
      ['RateLimit-Policy: "hourly";q=150;w=3600', 'RateLimit: "hourly";r=46;t=61'],
      ['hour limit=150/header used=104/inferred left=46/header reset=+61/header'],
    ],
    [
      'IETF, several policies in one field',
      ['RateLimit-Policy: "m";q=50;w=60, "d";q=1500;w=86400', 'RateLimit: "d";r=888'],
      ['minute limit=50/header', 'day limit=1500/header used=612/inferred left=888/header'],
    ],
  ])('%s', (_family, lines, expected) => {
    const reading = read({ headers: headers(...lines) });

    expect(shown(reading)).toEqual(expected);
    expect(reading.oddities).toEqual([]);
  });

  it.each([
    ['a number of seconds', '90', 90],
    ['epoch seconds', String(SECONDS + 90), 90],
    ['epoch milliseconds', String(NOW + 90_000), 90],
    ['an HTTP date', new Date(NOW + 90_000).toUTCString(), 90],
    ['an ISO time', new Date(NOW + 90_000).toISOString(), 90],
  ])('reads a reset as %s', (_what, text, seconds) => {
    const { windows } = read({ headers: headers(`X-RateLimit-Reset-hour: ${text}`) });

    expect(windows[0]?.resetsAt).toEqual({ value: NOW + seconds * 1000, source: 'header' });
  });

  it.each([
    ['seconds', '37', 37],
    ['a date', new Date(NOW + 37_000).toUTCString(), 37],
  ])('reads Retry-After as %s', (_what, text, seconds) => {
    expect(read({ headers: headers(`Retry-After: ${text}`) }).retryAt).toBe(NOW + seconds * 1000);
  });
});

describe('what cannot be right', () => {
  it.each([
    ['a negative number', ['x-daily-requests-left: -3'], /"-3" is negative/],
    ['a fraction', ['x-daily-requests-left: 2.5'], /"2\.5" is a fraction/],
    ['words', ['x-daily-requests-left: many'], /is no number/],
    ['an empty value', ['x-daily-requests-left:'], /is empty/],
    [
      'one header twice',
      ['x-daily-requests-left: 5', 'x-daily-requests-left: 9'],
      /stated as 5 and as 9/,
    ],
    [
      'a sum that is none',
      ['x-rate-limit-daily: 100', 'x-daily-usage: 50', 'x-daily-requests-left: 20'],
      /limit 100, used 50 and left 20 contradict/,
    ],
    [
      'more left than the limit',
      ['x-rate-limit-daily: 100', 'x-daily-requests-left: 120'],
      /contradict/,
    ],
    ['a reset in the past', ['X-RateLimit-Reset-hour: 1000000001'], /in the past/],
    ['a reset too far away', ['X-RateLimit-Reset-hour: 7200'], /further away than a hour/],
    ['a reset that is no time', ['X-RateLimit-Reset-hour: soon'], /is no time/],
    ['a wait that is none', ['Retry-After: later'], /neither seconds nor a date/],
  ])('reports %s and does not guess', (_what, lines, oddity) => {
    const reading = read({ headers: headers(...lines) });

    expect(reading.oddities.join('\n')).toMatch(oddity);
    expect(reading.windows.map(({ left, resetsAt }) => [left, resetsAt]).flat()).not.toContainEqual(
      expect.objectContaining({ source: 'header' }),
    );
  });

  it('reports it when body and headers disagree, and says which one it follows', () => {
    const reading = read({
      headers: headers('x-hourly-requests-left: 10'),
      json: { credits: { total: 1 }, rateLimits: { hourly: { limit: 150, remaining: 50 } } },
    });

    expect(reading.oddities).toEqual(['hour left: the body says 50, the header says 10']);
    expect(reading.windows[0]?.left).toEqual({ value: 50, source: 'body' });
  });

  it('lets body and headers differ by the call itself', () => {
    const reading = read({
      headers: headers('x-hourly-requests-left: 49'),
      json: { credits: { total: 1 }, rateLimits: { hourly: { limit: 150, remaining: 50 } } },
    });

    expect(reading.oddities).toEqual([]);
  });
});

describe('bodies and messages', () => {
  it('reads a usage answer, resets and credits included', () => {
    const reading = read({
      json: {
        credits: { total: 1000, used: 188, remaining: 812 },
        plan: { category: 'pro' },
        rateLimits: {
          hourly: { limit: 150, used: 104, remaining: 46, resetsAt: '2026-11-23T15:00:00Z' },
          daily: null,
        },
      },
    });

    expect(shown(reading)).toEqual([
      'hour limit=150/body used=104/body left=46/body reset=+3600/body',
    ]);
    expect(reading.credits).toEqual({ total: 1000, used: 188, left: 812 });
    expect(reading.plan).toBe('pro');
  });

  it('never takes credits for requests', () => {
    expect(read({ json: { credits: { total: 9, used: 1, remaining: 8 } } }).windows).toEqual([]);
  });

  it('reads the text of a 429', () => {
    const reading = read({
      status: 429,
      message: 'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 81671 seconds.',
    });

    expect(shown(reading)).toEqual([
      'day limit=25/message used=25/inferred left=0/message reset=+81671/message',
    ]);
  });

  it('does not believe the text of anything but a 429', () => {
    const message = 'Hourly API rate limit exceeded. Limit: 5 calls per hour. Reset in 9 seconds';

    expect(read({ status: 500, message }).windows).toEqual([]);
  });
});

it('never throws and never makes a number that was not stated, whatever is sent', () => {
  const name = fc.constantFrom(
    'x-rate-limit-daily',
    'x-daily-requests-left',
    'x-daily-usage',
    'x-ratelimit-reset-daily',
    'ratelimit',
    'ratelimit-policy',
    'retry-after',
    'x-ratelimit-remaining',
  );
  const header = fc.record({ name, value: fc.oneof(fc.string(), fc.integer().map(String)) });
  fc.assert(
    fc.property(fc.array(header, { maxLength: 12 }), fc.jsonValue(), (list, json) => {
      const { windows, retryAt } = read({ headers: list, json });
      for (const { limit, used, left, resetsAt } of windows) {
        for (const figure of [limit, used, left, resetsAt]) {
          if (figure !== null) expect(figure.value).toBeGreaterThanOrEqual(0);
        }
      }
      expect(Number.isNaN(retryAt ?? 0)).toBe(false);
    }),
  );
});
