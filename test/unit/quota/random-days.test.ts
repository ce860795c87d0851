import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../src/quota/reading.ts';
import { Tracker } from '../../../src/quota/window/tracker.ts';
import { ModelledAccount, type Stretch } from '../../support/traffic.ts';

const START = Date.UTC(2026, 10, 23, 0, 2);
const MINUTE_MS = 60_000;
const POLL_MS = 15_000;
const PERIODS_MS = [7000, 30_000, 60_000, 120_000, 240_000];

/** Numbers from 0 to 1, the same ones for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function randomDay(random: () => number): readonly Stretch[] {
  return Array.from({ length: 12 }, () => {
    const everyMs = PERIODS_MS[Math.floor(random() * PERIODS_MS.length)] ?? MINUTE_MS;
    const perMinute = 0.3 + random() * 6;
    return {
      minutes: 60 + Math.floor(random() * 120),
      everyMs,
      burst: Math.max(1, Math.round((perMinute * everyMs) / MINUTE_MS)),
    };
  });
}

describe('random days', () => {
  it.each([7, 11, 23])('announces every wall of day %i', (seed) => {
    const account = new ModelledAccount(START, { hour: 250, day: 2500 }, randomDay(dice(seed)));
    const tracker = new Tracker();
    const alarmed = new Map<string, number>();
    const lastWall = new Map<string, number>();
    const unannounced: string[] = [];
    let walls = 0;
    for (let at = START; at < START + 23.5 * 60 * MINUTE_MS; at += POLL_MS) {
      const seen = account.walls.length;
      account.advance(at);
      for (const wall of account.walls.slice(seen)) {
        const isNew = wall.at - (lastWall.get(wall.name) ?? 0) > 20 * MINUTE_MS;
        lastWall.set(wall.name, wall.at);
        if (!isNew) continue;
        walls += 1;
        const ahead = at - (alarmed.get(wall.name) ?? 0);
        if (ahead > 5 * MINUTE_MS) unannounced.push(`${wall.name} ${new Date(at).toISOString()}`);
      }
      const answer = { status: 200, headers: [], json: account.usage('resets'), message: null };
      tracker.take({ at, source: 'poll', call: null, ...readingOf({ ...answer, now: at }) });
      for (const { name, alert } of tracker.view(at).windows) if (alert) alarmed.set(name, at);
    }

    expect(walls).toBeGreaterThan(3);
    expect(unannounced).toEqual([]);
  });
});
