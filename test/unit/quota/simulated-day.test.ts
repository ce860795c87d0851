import { describe, expect, it } from 'vitest';
import type { WatchEvent } from '../../../src/model/watch.ts';
import { Tracker } from '../../../src/quota/tracker.ts';
import { ModelledAccount, type Stretch } from '../../support/traffic.ts';

const START = Date.UTC(2026, 10, 23, 0, 2);
const POLL_MS = 15_000;
const MINUTE_MS = 60_000;

/** Quiet night, steady morning, a burst every minute, a hot hour, a single spike, an evening. */
const DAY: readonly Stretch[] = [
  { minutes: 178, burst: 1, everyMs: 120_000 },
  { minutes: 240, burst: 2, everyMs: 60_000 },
  { minutes: 120, burst: 20, everyMs: 600_000 },
  { minutes: 20, burst: 1, everyMs: 60_000 },
  { minutes: 100, burst: 1, everyMs: 7_000 },
  { minutes: 120, burst: 1, everyMs: 60_000 },
  { minutes: 1, burst: 40, everyMs: 60_000 },
  { minutes: 239, burst: 1, everyMs: 90_000 },
  { minutes: 60, burst: 8, everyMs: 60_000 },
  { minutes: 360, burst: 1, everyMs: 60_000 },
];

interface Judged {
  readonly at: number;
  readonly window: 'hour' | 'day';
  readonly error: number;
}

function simulate(states: 'resets' | 'no resets') {
  const account = new ModelledAccount(START, { hour: 300, day: 6000 }, DAY);
  const tracker = new Tracker();
  const events: WatchEvent[] = [];
  const judged: Judged[] = [];
  const hot: { window: string; at: number; alarmed: boolean; patternFor: number }[] = [];
  for (let n = 0; n < (24 * 60 * MINUTE_MS) / POLL_MS - 8; n += 1) {
    const at = START + n * POLL_MS;
    if (n === 3000) account.setLimit('day', 1500);
    account.advance(at);
    const sample = account.usage(0, states);
    const happened = tracker.take(sample);
    events.push(...happened);
    for (const outlook of tracker.view(at).windows) {
      if (outlook.name !== 'hour' && outlook.name !== 'day') continue;
      const { runsOutAt, patternFor, burstMs } = account.truth(outlook.name);
      if (runsOutAt !== null && outlook.left?.value !== 0) hot.push({ window: outlook.name, at, alarmed: outlook.alert, patternFor });
      if (!outlook.sure || patternFor < 6 * MINUTE_MS) continue;
      if (runsOutAt === null || outlook.runsOutAt === null) continue;
      const off = Math.max(0, Math.abs(outlook.runsOutAt - runsOutAt) - burstMs - POLL_MS);
      judged.push({ at, window: outlook.name, error: off / (runsOutAt - at + 1) });
    }
  }
  return { account, events, judged, hot };
}

describe('a simulated day', () => {
  it('debug', () => {
    const { events, judged, account, hot } = simulate('resets');
    const t = (at: number) => new Date(at).toISOString().slice(11, 19);
    console.log(judged.length, Math.max(...judged.map((j) => j.error)));
    console.log(judged.filter((j) => j.error > 0.1).slice(0, 40).map((j) => `${t(j.at)} ${j.window} ${j.error.toFixed(2)}`).join('\n'));
    console.log(events.filter((e) => e.kind !== 'reset').map((e) => `${t(e.at)} ${e.kind} ${e.text}`).join('\n'));
    const walls = account.walls.filter((w, i) => i === 0 || w.at - account.walls[i-1]!.at > 600_000);
    console.log(walls.map((w) => `${t(w.at)} ${w.name}`).join('\n'));
    let last = 0; for (const h of hot) { if (h.at - last > 60_000) console.log('hot from', h.window, t(h.at), h.alarmed); last = h.at; }
    expect(1).toBe(1);
  });
});
