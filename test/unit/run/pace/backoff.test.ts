import { describe, expect, it } from 'vitest';
import { backoffMs, nextTry } from '../../../../src/run/pace/backoff.ts';

const RULES = { attempts: 6, longestSeconds: 120 };

describe('backoffMs', () => {
  it.each([
    [1, 500, 1_000],
    [2, 1_000, 2_000],
    [3, 2_000, 4_000],
    [6, 16_000, 32_000],
    [7, 30_000, 60_000],
    [500, 30_000, 60_000],
  ])('waits after %d failures between %d and %d ms', (failures, least, most) => {
    expect(backoffMs(failures, 0)).toBe(least);
    expect(backoffMs(failures, 1)).toBe(most);
  });
});

describe('nextTry', () => {
  it.each([
    ['what the answer asks for', { failures: 1, askedSeconds: 37, window: 'minute' }, 37_000],
    ['by backoff where nothing is said', { failures: 3, askedSeconds: null, window: null }, 2_000],
    [
      'by backoff for the minute window',
      { failures: 1, askedSeconds: null, window: 'minute' },
      500,
    ],
  ] as const)('waits %s', (_what, failed, ms) => {
    expect(nextTry(failed, RULES, 0)).toMatchObject({ go: true, ms });
  });

  it.each([
    [
      'the day window',
      { failures: 1, askedSeconds: 81_671, window: 'day' },
      /day window opens in 81671 s/,
    ],
    [
      'a day window without an end',
      { failures: 1, askedSeconds: null, window: 'day' },
      /nobody says until when/,
    ],
    [
      'an hour window without an end',
      { failures: 1, askedSeconds: null, window: 'hour' },
      /nobody says/,
    ],
    [
      'more attempts than agreed',
      { failures: 6, askedSeconds: 1, window: null },
      /6 attempts failed/,
    ],
  ] as const)('does not wait for %s', (_what, failed, because) => {
    const next = nextTry(failed, RULES, 0);
    expect(next).toMatchObject({ go: false });
    expect(next.because).toMatch(because);
  });

  it('waits for a day window when told to', () => {
    const failed = { failures: 1, askedSeconds: 7_200, window: 'day' } as const;
    expect(nextTry(failed, { ...RULES, longestSeconds: 10_000 }, 0)).toMatchObject({
      go: true,
      ms: 7_200_000,
    });
  });
});
