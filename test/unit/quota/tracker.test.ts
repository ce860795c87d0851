import { describe, expect, it } from 'vitest';
import type { Provenance } from '../../../src/model/report.ts';
import type { Sample, WatchedWindow } from '../../../src/model/watch.ts';
import { Tracker } from '../../../src/quota/window/tracker.ts';

const START = Date.UTC(2026, 10, 23, 14);
const MINUTE_MS = 60_000;

interface Stated {
  readonly limit?: number;
  readonly left: number;
  readonly resetsAt?: number;
}

function sample(
  minutes: number,
  windows: Partial<Record<WatchedWindow, Stated>>,
  more: Partial<Sample> = {},
): Sample {
  const figure = (value: number | undefined, source: Provenance = 'header') =>
    value === undefined ? null : { value, source };
  return {
    at: START + minutes * MINUTE_MS,
    source: 'relay',
    windows: (['minute', 'hour', 'day'] as const).flatMap((name) => {
      const stated = windows[name];
      if (stated === undefined) return [];
      const { limit, left, resetsAt } = stated;
      const used = limit === undefined ? undefined : limit - left;
      return [
        {
          name,
          limit: figure(limit),
          used: figure(used, 'inferred'),
          left: figure(left),
          resetsAt: figure(resetsAt),
        },
      ];
    }),
    credits: null,
    plan: null,
    call: null,
    retryAt: null,
    oddities: [],
    ...more,
  };
}

function track(samples: readonly Sample[]) {
  const tracker = new Tracker();
  const events = samples.flatMap((one) => tracker.take(one));
  return { tracker, kinds: events.map(({ kind }) => kind), events };
}

function hourAt(tracker: Tracker, minutes: number) {
  const { windows } = tracker.view(START + minutes * MINUTE_MS);
  return windows.find(({ name }) => name === 'hour');
}

/** So many requests in each minute, one sample a minute, on an hour of 150. */
function steadily(perMinute: number, minutes: number, resetsAt?: number): Sample[] {
  return Array.from({ length: minutes + 1 }, (_, at) =>
    sample(at, {
      hour: {
        limit: 150,
        left: Math.max(0, 150 - at * perMinute),
        ...(resetsAt === undefined ? {} : { resetsAt }),
      },
    }),
  );
}

describe('a window', () => {
  it.each([
    ['cool', 1, 'cool'],
    ['on pace', 2.4, 'on pace'],
    ['hot', 5, 'hot'],
  ])('is %s', (_what, perMinute, pace) => {
    const { tracker } = track(steadily(perMinute, 20, START + 60 * MINUTE_MS));

    expect(hourAt(tracker, 20)?.pace).toBe(pace);
  });

  it('runs out where the line meets zero, and says which rate would last', () => {
    const { tracker } = track(steadily(5, 20, START + 60 * MINUTE_MS));
    const hour = hourAt(tracker, 20);

    expect(hour?.runsOutAt).toBeCloseTo(START + 30 * MINUTE_MS, -3);
    expect(hour?.lastingRate).toBeCloseTo(50 / 40, 5);
    expect(tracker.view(START + 20 * MINUTE_MS).binds).toBe('hour');
  });

  it('is empty, and says so once', () => {
    const { kinds, tracker } = track(steadily(10, 20, START + 60 * MINUTE_MS));

    expect(hourAt(tracker, 20)?.pace).toBe('empty');
    expect(kinds.filter((kind) => kind === 'empty')).toEqual(['empty']);
  });

  it('is full again when its stated reset has passed, which is marked as inferred', () => {
    const { tracker } = track(steadily(5, 20, START + 30 * MINUTE_MS));
    const hour = hourAt(tracker, 31);

    expect(hour?.left).toEqual({ value: 150, source: 'inferred' });
    expect(hour?.resetsAt).toEqual({ value: START + 90 * MINUTE_MS, source: 'inferred' });
  });

  it('infers a reset from a jump of the counter', () => {
    const { tracker, kinds } = track([
      sample(0, { hour: { limit: 150, left: 60 } }),
      sample(1, { hour: { limit: 150, left: 55 } }),
      sample(2, { hour: { limit: 150, left: 148 } }),
    ]);
    const hour = hourAt(tracker, 2);

    expect(kinds).toEqual(['reset']);
    expect(hour?.jumps).toBe(1);
    expect(hour?.resetsAt).toEqual({ value: START + 61.5 * MINUTE_MS, source: 'inferred' });
  });

  it('takes an answer that arrives late for what it is', () => {
    const { kinds, tracker } = track([
      sample(0, { hour: { limit: 150, left: 60 } }),
      sample(1, { hour: { limit: 150, left: 50 } }),
      sample(1.01, { hour: { limit: 150, left: 52 } }),
      sample(2, { hour: { limit: 150, left: 45 } }),
    ]);

    expect(kinds).toEqual([]);
    expect(tracker.view(START + 2 * MINUTE_MS).rates.short).toBeCloseTo(7.5, 5);
  });

  it('notices a changed ceiling and takes it for no reset', () => {
    const { kinds } = track([
      sample(0, { day: { limit: 18_000, left: 17_400 } }),
      sample(1, { day: { limit: 1500, left: 898 } }),
    ]);

    expect(kinds).toEqual(['limit']);
  });

  it('counts requests across resets of the shorter window', () => {
    const { tracker } = track([
      sample(0, { minute: { limit: 50, left: 20 }, day: { limit: 1500, left: 1000 } }),
      sample(1, { minute: { limit: 50, left: 40 }, day: { limit: 1500, left: 970 } }),
      sample(2, { minute: { limit: 50, left: 40 }, day: { limit: 1500, left: 940 } }),
    ]);

    expect(tracker.view(START + 2 * MINUTE_MS).rates.short).toBeCloseTo(30, 5);
  });
});

describe('an alert', () => {
  it('is raised when both spans agree, and ends when the pace falls', () => {
    const hot = steadily(5, 10, START + 60 * MINUTE_MS);
    const calm = Array.from({ length: 15 }, (_, at) =>
      sample(11 + at, { hour: { limit: 150, left: 100, resetsAt: START + 60 * MINUTE_MS } }),
    );

    expect(track(hot).kinds).toEqual(['alert']);
    expect(track([...hot, ...calm]).kinds).toEqual(['alert', 'calm']);
  });

  it('is not raised by one spike', () => {
    const quiet = (from: number, left: number) =>
      Array.from({ length: 30 }, (_, at) =>
        sample(from + at, { hour: { limit: 150, left, resetsAt: START + 120 * MINUTE_MS } }),
      );

    expect(track([...quiet(0, 150), ...quiet(30, 60)]).kinds).toEqual([]);
  });
});

describe('own calls', () => {
  const poll = (minutes: number, left: number) =>
    sample(minutes, { hour: { limit: 150, left } }, { source: 'poll' });

  it('are known not to be counted once a counter stands still', () => {
    const { tracker } = track([poll(0, 100), poll(0.25, 100)]);

    expect(tracker.view(START).own).toMatchObject({ calls: 2, counted: false });
  });

  it('are taken as counted while every counter moves', () => {
    const { tracker } = track([poll(0, 100), poll(0.25, 99), poll(0.5, 98)]);

    expect(tracker.view(START + 0.5 * MINUTE_MS).own).toEqual({
      calls: 3,
      lastMinute: 3,
      counted: true,
    });
    expect(tracker.ownIn('hour')).toBe(3);
  });
});

it('tells the same oddity once', () => {
  const odd = (minutes: number) =>
    sample(minutes, { hour: { left: 5 } }, { oddities: ['header x: "-1" is negative'] });
  const { tracker } = track([odd(0), odd(1), odd(2)]);

  expect(tracker.view(START).events.map(({ text }) => text)).toEqual([
    'header x: "-1" is negative',
  ]);
});
