import { describe, expect, it } from 'vitest';
import type { WatchView, WindowOutlook } from '../../../src/model/watch.ts';
import { nextPoll, type PollSituation } from '../../../src/quota/call-budget.ts';
import { Tracker } from '../../../src/quota/window/tracker.ts';

const MINUTE_MS = 60_000;

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
