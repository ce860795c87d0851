import type { WatchStatus, WatchView, WindowOutlook } from '../../src/model/watch.ts';

export const VIEW_TIME = Date.UTC(2026, 10, 23, 14, 18, 5);
const MINUTE_MS = 60_000;

function outlook(name: WindowOutlook['name'], more: Partial<WindowOutlook>): WindowOutlook {
  return {
    name,
    limit: null,
    used: null,
    left: null,
    resetsAt: null,
    jumps: 0,
    pace: 'unknown',
    runsOutAt: null,
    sure: true,
    lastingRate: null,
    alert: false,
    ...more,
  };
}

const header = (value: number) => ({ value, source: 'header' }) as const;
const inferred = (value: number) => ({ value, source: 'inferred' }) as const;

/** A view in which everything there is happens at once. */
export const BUSY_VIEW: WatchView = {
  now: VIEW_TIME,
  samples: 48,
  lastReadingAt: VIEW_TIME,
  windows: [
    outlook('minute', {
      limit: header(50),
      left: header(26),
      resetsAt: header(VIEW_TIME + 21_000),
      pace: 'cool',
    }),
    outlook('hour', {
      limit: header(150),
      left: header(46),
      resetsAt: inferred(VIEW_TIME + 42 * MINUTE_MS),
      jumps: 6,
      pace: 'hot',
      runsOutAt: VIEW_TIME + 12 * MINUTE_MS,
      lastingRate: 46 / 42,
      alert: true,
    }),
    outlook('day', {
      limit: header(1500),
      left: header(888),
      resetsAt: { value: VIEW_TIME + 580 * MINUTE_MS, source: 'body' },
      pace: 'on pace',
    }),
  ],
  binds: 'hour',
  rates: { watchedMinutes: 90, short: 3.6, shortMinutes: 5, long: 2.1, longMinutes: 60 },
  lastHalfHour: [
    ...Array.from({ length: 10 }, () => null),
    ...Array.from({ length: 20 }, (_, n) => n),
  ],
  credits: { total: 1000, used: 188, left: 812 },
  plan: 'pro',
  events: [
    {
      at: VIEW_TIME - 40 * MINUTE_MS,
      kind: 'limit',
      text: 'limit of the day window changed from 18000 to 1500',
    },
    {
      at: VIEW_TIME - MINUTE_MS,
      kind: 'call',
      text: 'contacts.search: 403, The plan \u001B[31mlacks it',
    },
  ],
  own: { calls: 48, lastMinute: 4, counted: true },
  trouble: {
    status: 403,
    endpoint: 'contacts.search',
    cause: 'plan-lacks-endpoint',
    title: 'The plan lacks it',
  },
};

/** Nothing is known yet. */
export const EMPTY_VIEW: WatchView = {
  ...BUSY_VIEW,
  samples: 0,
  lastReadingAt: null,
  windows: [],
  binds: null,
  rates: { watchedMinutes: 0, short: null, shortMinutes: 5, long: null, longMinutes: 60 },
  lastHalfHour: Array.from({ length: 30 }, () => null),
  credits: null,
  plan: null,
  events: [],
  own: { calls: 0, lastMinute: 0, counted: true },
  trouble: null,
};

export const STATUS: WatchStatus = {
  what: 'api.lusha.com every 15 s',
  key: '9f2c-41ab-0d11',
  paused: false,
  nextAt: VIEW_TIME + 15_000,
  because: null,
};
