import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lushaRateHeaders, unnamedLimit, windowsFromHeaders } from '../../../src/quota/headers.ts';
import { headerList } from '../../support/answers.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const NOTHING = { limit: null, used: null, left: null, resetsAt: null, source: 'header' };

describe('windowsFromHeaders', () => {
  it.each([
    [
      'the counters of the live API',
      {
        'x-rate-limit-daily': '1500',
        'x-daily-requests-left': '888',
        'x-daily-usage': '612',
        'x-rate-limit-minute': '50',
        'x-minute-requests-left': '26',
      },
      [
        { ...NOTHING, name: 'minute', limit: 50, left: 26 },
        { ...NOTHING, name: 'day', limit: 1500, used: 612, left: 888 },
      ],
    ],
    [
      'the hour, in any case',
      { 'X-Rate-Limit-Hourly': '150', 'X-Hourly-Requests-Left': '0' },
      [{ ...NOTHING, name: 'hour', limit: 150, left: 0 }],
    ],
    [
      'the names of 2025 with a reset in seconds',
      { 'X-RateLimit-Remaining-Daily': '4', 'X-RateLimit-Reset-Daily': '60' },
      [{ ...NOTHING, name: 'day', left: 4, resetsAt: '2026-11-23T12:01:00.000Z' }],
    ],
    [
      'the names of the V2 overview',
      { 'X-RateLimit-Limit-day': '25', 'X-RateLimit-Remaining-day': '5' },
      [{ ...NOTHING, name: 'day', limit: 25, left: 5 }],
    ],
    ['names that leave the window open', { 'X-RateLimit-Remaining': '3' }, []],
    ['a monthly counter nobody has seen', { 'x-monthly-requests-left': '3' }, []],
    ['no counters', { 'content-type': 'text/html' }, []],
  ])('reads %s', (_, headers, expected) => {
    expect(windowsFromHeaders(headerList(headers), NOW)).toEqual(expected);
  });

  it.each(['-1', '12.5', 'NaN', '1e3', '5, 5', '', '0x10', '9'.repeat(30)])(
    'takes "%s" for no number at all',
    (value) => {
      expect(windowsFromHeaders(headerList({ 'x-daily-requests-left': value }))).toEqual([]);
    },
  );

  it('drops a figure that is stated twice with different values', () => {
    const headers = [
      { name: 'x-daily-requests-left', value: '5' },
      { name: 'X-Daily-Requests-Left', value: '6' },
      { name: 'x-rate-limit-daily', value: '25' },
      { name: 'x-rate-limit-daily', value: '25' },
    ];
    expect(windowsFromHeaders(headers)).toEqual([{ ...NOTHING, name: 'day', limit: 25 }]);
  });

  it('states nothing that no header states, for any headers', () => {
    const name = fc.constantFrom(
      'x-rate-limit-daily',
      'x-daily-requests-left',
      'x-daily-usage',
      'x-ratelimit-reset-day',
      'x-ratelimit-remaining',
    );
    const value = fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String));
    fc.assert(
      fc.property(fc.array(fc.record({ name, value })), (headers) => {
        for (const { limit, used, left } of windowsFromHeaders(headers, NOW)) {
          for (const amount of [limit, used, left]) {
            const stated = amount === null || headers.some((one) => Number(one.value) === amount);
            expect(stated).toBe(true);
          }
          expect(left !== null && limit !== null && left > limit).toBe(false);
        }
      }),
    );
  });
});

describe('unnamedLimit', () => {
  it('reads limits whose window nobody names', () => {
    const headers = headerList({
      'X-RateLimit-Limit': '25',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': '37',
    });
    expect(unnamedLimit(headers, NOW)).toEqual({ limit: 25, left: 0, resetsAt: NOW + 37_000 });
    expect(unnamedLimit(headerList({ 'RateLimit-Reset': '37' }))).toEqual({
      limit: null,
      left: null,
      resetsAt: null,
    });
    expect(unnamedLimit(headerList({ 'x-rate-limit-daily': '25' }))).toBeNull();
  });
});

it('knows which counters only Lusha sends', () => {
  const headers = headerList({
    'X-RateLimit-Remaining': '1',
    'X-Daily-Requests-Left': '1',
    'x-rate-limit-minute': '5',
  });
  expect(lushaRateHeaders(headers)).toEqual(['X-Daily-Requests-Left', 'x-rate-limit-minute']);
});
