import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countRequest,
  FRESH_WINDOWS,
  secondsUntilReset,
  viewWindows,
  windowsInUse,
  type Limits,
  type Windows,
} from '../../../src/simulator/account/windows.ts';
import { NOON } from './manual-clock.ts';

const PRO: Limits = { minute: 3, hour: 5, day: 8 };

function after(count: number, limits: Limits = PRO, windows: Windows = FRESH_WINDOWS): Windows {
  let current = windows;
  for (let made = 0; made < count; made += 1) current = countRequest(current, limits, NOON).windows;
  return current;
}

describe('countRequest', () => {
  it('counts each request in every window', () => {
    const left = viewWindows(after(2), PRO, NOON).map(({ name, used, remaining }) => [
      name,
      used,
      remaining,
    ]);
    expect(left).toEqual([
      ['day', 2, 6],
      ['hour', 2, 3],
      ['minute', 2, 1],
    ]);
  });

  it.each([
    { what: 'the minute', from: FRESH_WINDOWS, by: 'minute', seconds: 60 },
    {
      what: 'the hour before the minute',
      from: windowsInUse({ hour: 2 }, NOON),
      by: 'hour',
      seconds: 1800,
    },
    {
      what: 'the day before all others',
      from: windowsInUse({ hour: 5, day: 8 }, NOON),
      by: 'day',
      seconds: 43_200,
    },
  ])('names $what when it is used up', ({ from, by, seconds }) => {
    const counted = countRequest(after(3, PRO, from), PRO, NOON);
    expect(counted.allowed).toBe(false);
    if (counted.allowed) return;
    expect(counted.refusedBy.name).toBe(by);
    expect(secondsUntilReset(counted.refusedBy, NOON)).toBe(seconds);
  });

  it('does not count a refused request', () => {
    const full = after(3);
    expect(countRequest(full, PRO, NOON).windows).toEqual(full);
  });

  it.each([
    { seconds: 59.999, allowed: false },
    { seconds: 60, allowed: true },
  ])('opens a minute window again after 60 s: $seconds s', ({ seconds, allowed }) => {
    expect(countRequest(after(3), PRO, NOON + seconds * 1000).allowed).toBe(allowed);
  });

  it('lets a window last its full length from the first request on', () => {
    const first = countRequest(FRESH_WINDOWS, PRO, NOON).windows;
    const second = countRequest(first, PRO, NOON + 30_000).windows;
    const minute = viewWindows(second, PRO, NOON + 30_000).find(({ name }) => name === 'minute');
    expect(minute?.resetsAt).toBe(NOON + 60_000);
  });

  it('knows no window where the plan has no limit', () => {
    const limits: Limits = { minute: 40, hour: null, day: 100 };
    expect(viewWindows(after(1, limits), limits, NOON).map(({ name }) => name)).toEqual([
      'day',
      'minute',
    ]);
  });

  it('agrees with counting by hand, whatever the times of the requests', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40_000), { maxLength: 60 }), (gaps) => {
        const limits: Limits = { minute: 3, hour: null, day: null };
        let windows = FRESH_WINDOWS;
        let time = NOON;
        let openedAt = Number.NEGATIVE_INFINITY;
        let used = 0;
        for (const gap of gaps) {
          time += gap;
          if (time >= openedAt + 60_000) used = 0;
          if (used === 0) openedAt = time;
          const counted = countRequest(windows, limits, time);
          windows = counted.windows;
          expect(counted.allowed).toBe(used < 3);
          if (used < 3) used += 1;
          expect(viewWindows(windows, limits, time)[0]).toMatchObject({
            used,
            remaining: 3 - used,
            resetsAt: openedAt + 60_000,
          });
        }
      }),
    );
  });
});
