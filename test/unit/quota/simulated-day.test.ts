import { describe, expect, it } from 'vitest';
import type { Sample, WatchEvent } from '../../../src/model/watch.ts';
import { readingOf } from '../../../src/quota/reading.ts';
import { ServerClock } from '../../../src/quota/server-clock.ts';
import { Tracker } from '../../../src/quota/window/tracker.ts';
import { ModelledAccount, type Stretch } from '../../support/traffic.ts';

const START = Date.UTC(2026, 10, 23, 0, 2);
const NOON = Date.UTC(2026, 10, 23, 12);
const POLL_MS = 15_000;
const MINUTE_MS = 60_000;
/** A pattern is known once twice the short span lies in it. */
const SETTLED_MS = 10 * MINUTE_MS;

/** Night, a steady morning, bursts, an hour that is too hot, one lone spike, a hot evening. */
const DAY: readonly Stretch[] = [
  { minutes: 178, burst: 1, everyMs: 120_000 },
  { minutes: 240, burst: 2, everyMs: 60_000 },
  { minutes: 120, burst: 10, everyMs: 150_000 },
  { minutes: 20, burst: 1, everyMs: 60_000 },
  { minutes: 100, burst: 1, everyMs: 7000 },
  { minutes: 120, burst: 1, everyMs: 60_000 },
  { minutes: 1, burst: 40, everyMs: 60_000 },
  { minutes: 239, burst: 1, everyMs: 90_000 },
  { minutes: 60, burst: 8, everyMs: 120_000 },
  { minutes: 360, burst: 3, everyMs: 60_000 },
];

/** How far our clock is ahead of the server's: wrong all morning, put right in the afternoon. */
function skewAt(at: number): number {
  return at < NOON ? 95_000 : 0;
}

function simulate(states: 'resets' | 'no resets') {
  const account = new ModelledAccount(START, { hour: 300, day: 6000 }, DAY);
  const tracker = new Tracker();
  const clock = new ServerClock();
  const events: WatchEvent[] = [];
  const forecasts: { at: number; window: string; error: number }[] = [];
  const falseAlerts: string[] = [];
  for (let at = START; at < START + 23.9 * 60 * MINUTE_MS; at += POLL_MS) {
    if (at === NOON) account.setLimit('day', 2300);
    account.advance(at);
    const now = clock.at(at + skewAt(at), new Date(at).toUTCString());
    const answer = { status: 200, headers: [], json: account.usage(states), message: null, now };
    const sample: Sample = { at: now, source: 'poll', call: null, ...readingOf(answer) };
    const happened = tracker.take(sample);
    events.push(...happened);
    for (const { name, sure, runsOutAt } of tracker.view(now).windows) {
      if (name !== 'hour' && name !== 'day') continue;
      const truth = account.truth(name);
      const raised = happened.some(({ kind, text }) => kind === 'alert' && text.startsWith(name));
      if (raised && truth.runsOutAt === null) falseAlerts.push(`${name} ${time(now)}`);
      if (!sure || truth.patternFor < SETTLED_MS) continue;
      if (runsOutAt === null || truth.runsOutAt === null) continue;
      // Between two bursts and between two samples nobody can know more.
      const known = truth.burstMs + POLL_MS;
      const off = Math.max(0, Math.abs(runsOutAt - truth.runsOutAt) - known);
      forecasts.push({ at, window: name, error: off / (truth.runsOutAt - at + 1) });
    }
  }
  return { account, events, forecasts, falseAlerts };
}

function time(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}

/** The first refusal of each run of refusals. */
function wallsOf(account: ModelledAccount) {
  return account.walls.filter(({ name, at }, index) => {
    const before = account.walls[index - 1];
    return before === undefined || before.name !== name || at - before.at > 15 * MINUTE_MS;
  });
}

describe('a simulated day', () => {
  const day = simulate('resets');

  it('forecasts every run-out to within a tenth once the pace is known', () => {
    const wrong = day.forecasts.filter(({ error }) => error > 0.1);

    expect(
      wrong.map(({ at, window, error }) => `${window} ${time(at)} ${error.toFixed(2)}`),
    ).toEqual([]);
    expect(day.forecasts.length).toBeGreaterThan(500);
    expect(new Set(day.forecasts.map(({ window }) => window))).toEqual(new Set(['hour', 'day']));
  });

  it('raises no alert for a window that lasts', () => {
    expect(day.falseAlerts).toEqual([]);
  });

  it('misses no wall: each is announced while there is still time', () => {
    const walls = wallsOf(day.account);

    expect(walls.map(({ name }) => name)).toEqual(['hour', 'hour', 'day']);
    for (const wall of walls) {
      const alerts = day.events.filter(
        ({ kind, text, at }) => kind === 'alert' && text.startsWith(wall.name) && at < wall.at,
      );
      const ahead = wall.at - (alerts.at(-1)?.at ?? Infinity);
      expect(ahead, `${wall.name} ${time(wall.at)}`).toBeGreaterThan(3 * MINUTE_MS);
    }
  });

  it('notices the changed ceiling and every reset', () => {
    const kinds = (wanted: string) => day.events.filter(({ kind }) => kind === wanted);

    expect(kinds('limit').map(({ text }) => text)).toEqual([
      'limit of the day window changed from 6000 to 2300',
    ]);
    expect(kinds('reset').length).toBe(23);
    expect(kinds('oddity')).toEqual([]);
  });

  it('infers the hour resets to within two samples when nobody states them', () => {
    const account = new ModelledAccount(START, { hour: 300, day: 6000 }, DAY);
    const tracker = new Tracker();
    for (let at = START; at < START + 5.5 * 60 * MINUTE_MS; at += POLL_MS) {
      account.advance(at);
      const answer = { status: 200, headers: [], json: account.usage('no resets'), message: null };
      tracker.take({ at, source: 'poll', call: null, ...readingOf({ ...answer, now: at }) });
    }
    const hour = tracker.view(START + 5.5 * 60 * MINUTE_MS).windows.find((w) => w.name === 'hour');

    expect(hour?.resetsAt?.source).toBe('inferred');
    expect(hour?.jumps).toBeGreaterThanOrEqual(2);
    const error = Math.abs((hour?.resetsAt?.value ?? 0) - Date.UTC(2026, 10, 23, 6));
    expect(error).toBeLessThanOrEqual(2 * POLL_MS);
  });
});
