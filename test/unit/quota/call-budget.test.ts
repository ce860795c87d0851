import { describe, expect, it } from 'vitest';
import type { WatchView, WindowOutlook } from '../../../src/model/watch.ts';
import { CallBudget, nextPoll, type PollSituation } from '../../../src/quota/call-budget.ts';
import { Tracker } from '../../../src/quota/window/tracker.ts';

const MINUTE_MS = 60_000;

describe('the budget of own calls', () => {
  it('honours a short interval for four calls, then waits for the first to come back', () => {
    const budget = new CallBudget();
    const waits = [0, 1000, 2000, 3000].map((now) => {
      const wait = budget.waitMs(now);
      budget.take(now);
      return wait;
    });

    expect(waits).toEqual([0, 0, 0, 0]);
    expect(budget.waitMs(4000)).toBe(56_000);
    expect(budget.waitMs(MINUTE_MS)).toBe(0);
  });

  it.each([1000, 7000, 14_000, 15_000, 40_000])(
    'never lets any minute see a fifth call at an interval of %i ms',
    (interval) => {
      const budget = new CallBudget();
      const calls: number[] = [];
      for (let now = 0; now < 20 * MINUTE_MS; now += interval) {
        now += budget.waitMs(now);
        budget.take(now);
        calls.push(now);
      }

      for (const at of calls) {
        const inMinute = calls.filter((other) => other >= at && other < at + MINUTE_MS);
        expect(inMinute.length).toBeLessThanOrEqual(4);
      }
      expect(calls.length).toBeGreaterThan(20);
    },
  );

  it('leaves room for the calls of other processes: five in all', () => {
    const budget = new CallBudget();
    budget.take(1000);

    expect(budget.waitMs(5000, [500, 1000, 2000, 3000])).toBe(0);
    expect(budget.waitMs(5000, [500, 1000, 2000, 3000, 4000])).toBe(55_500);
  });
});

function situation(window: Partial<WindowOutlook>, more: Partial<PollSituation> = {}) {
  const view: WatchView = {
    ...new Tracker().view(0),
    windows: [
      {
        name: 'hour',
        limit: { value: 150, source: 'body' },
        used: null,
        left: { value: 100, source: 'body' },
        resetsAt: { value: 60 * MINUTE_MS, source: 'body' },
        jumps: 0,
        pace: 'cool',
        runsOutAt: null,
        sure: false,
        lastingRate: null,
        alert: false,
        ...window,
      },
    ],
  };
  const usual = { intervalMs: 15_000, failures: 0, retryAt: null, view, ownIn: () => 0 };
  return nextPoll({ ...usual, ...more });
}

describe('when to ask next', () => {
  it.each<[string, Partial<WindowOutlook>, Partial<PollSituation>, number]>([
    ['the interval when plenty is left', {}, {}, 15_000],
    ['slower when little is left', { left: { value: 20, source: 'body' } }, {}, 10 * MINUTE_MS],
    [
      'slower once own calls have taken their share',
      { left: { value: 120, source: 'body' } },
      { ownIn: () => 15 },
      5 * MINUTE_MS,
    ],
    ['no slower than the interval asks for', {}, { intervalMs: 30 * MINUTE_MS }, 30 * MINUTE_MS],
    ['twice the interval after a failure', {}, { failures: 1 }, 30_000],
    ['ever longer, up to five minutes', {}, { failures: 9 }, 5 * MINUTE_MS],
    ['when the answer said', {}, { failures: 1, retryAt: 90_000 }, 90_000],
  ])('%s', (_what, window, more, ms) => {
    expect(situation(window, more).ms).toBe(ms);
  });
});
