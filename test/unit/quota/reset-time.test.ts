import { describe, expect, it } from 'vitest';
import {
  httpDate,
  isoText,
  isoTime,
  resetTime,
  retryAfterSeconds,
  waitOf,
} from '../../../src/quota/window/reset-time.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('waitOf', () => {
  it.each([
    ['0', 0],
    ['37', 37],
    ['81671', 81_671],
    ['31622400', 31_622_400],
  ])('reads %s as seconds', (text, seconds) => {
    expect(waitOf(text)).toBe(seconds);
  });

  it.each(['', '-1', '1.5', '1e3', '+5', ' 5', '5s', 'NaN', '31622401', '9'.repeat(40)])(
    'does not take "%s" for a wait',
    (text) => {
      expect(waitOf(text)).toBeNull();
    },
  );
});

describe('httpDate', () => {
  it('reads the fixed form', () => {
    expect(httpDate('Mon, 23 Nov 2026 12:00:00 GMT')).toBe(NOW);
  });

  it.each([
    'Mon, 31 Feb 2026 12:00:00 GMT',
    'Monday, 23-Nov-26 12:00:00 GMT',
    '2026-11-23T12:00:00Z',
    '1',
    '',
  ])('gives null for "%s"', (text) => {
    expect(httpDate(text)).toBeNull();
  });
});

describe('isoTime', () => {
  it.each([
    '2026-11-23T12:00:00Z',
    '2026-11-23T12:00:00.000Z',
    '2026-11-23T13:00:00+01:00',
    '2026-11-23T07:00:00-05:00',
  ])('reads %s', (text) => {
    expect(isoTime(text)).toBe(NOW);
  });

  it.each([
    '2026-02-31T00:00:00Z',
    '2026-11-23',
    '2026-11-23T12:00:00',
    '2026-13-01T00:00:00Z',
    5,
    null,
  ])('gives null for %s', (value) => {
    expect(isoTime(value)).toBeNull();
  });
});

describe('resetTime', () => {
  it.each([
    ['a number of seconds', '60', NOW + 60_000],
    ['epoch seconds', String(NOW / 1000), NOW],
    ['epoch milliseconds', String(NOW), NOW],
    ['an ISO time', '2026-11-23T12:00:00Z', NOW],
    ['an HTTP date', 'Mon, 23 Nov 2026 12:00:00 GMT', NOW],
  ])('reads %s', (_, text, ms) => {
    expect(resetTime(text, NOW)).toBe(ms);
  });

  it.each(['soon', '-5', '1.5', '99999999', ''])('does not guess at "%s"', (text) => {
    expect(resetTime(text, NOW)).toBeNull();
  });

  it('cannot place a number of seconds without knowing the time', () => {
    expect(resetTime('60')).toBeNull();
  });
});

describe('retryAfterSeconds', () => {
  it.each([
    ['120', 120],
    ['Mon, 23 Nov 2026 12:00:37 GMT', 37],
    ['Mon, 23 Nov 2026 11:59:00 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', null],
    ['later', null],
    ['-3', null],
  ])('reads "%s" as %s', (text, seconds) => {
    expect(retryAfterSeconds(text, NOW)).toBe(seconds);
  });

  it('needs the time to read a date, not to read a number', () => {
    expect(retryAfterSeconds('Mon, 23 Nov 2026 12:00:37 GMT')).toBeNull();
    expect(retryAfterSeconds('5')).toBe(5);
  });
});

it('writes no ISO text for a time beyond what a date can hold', () => {
  expect(isoText(NOW)).toBe('2026-11-23T12:00:00.000Z');
  expect(isoText(1e18)).toBeNull();
  expect(isoText(null)).toBeNull();
});
