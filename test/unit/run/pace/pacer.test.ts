import { describe, expect, it } from 'vitest';
import type { QuotaWindow } from '../../../../src/model/report.ts';
import { affordable, Pacer } from '../../../../src/run/pace/pacer.ts';

function window(name: QuotaWindow['name'], limit: number, left: number): QuotaWindow {
  return { name, limit, left, used: limit - left, resetsAt: null, source: 'header' };
}

/** Sends as many requests as fit into a span, each after the wait it is told, against a window of a minute. */
function sentWithin(ms: number, limit: number): readonly number[] {
  const pacer = new Pacer();
  const times: number[] = [];
  for (let now = 0; now < ms;) {
    const wait = pacer.waitMs(now);
    if (wait > 0) {
      now += wait;
      continue;
    }
    times.push(now);
    pacer.sent(now);
    const used = times.filter((at) => at > now - 60_000).length;
    pacer.note([window('minute', limit, Math.max(0, limit - used))], now);
  }
  return times;
}

describe('Pacer', () => {
  it.each([5, 40, 50, 300])('never uses up a minute window of %d', (limit) => {
    const times = sentWithin(300_000, limit);
    const fullest = Math.max(
      ...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length),
    );
    expect(fullest).toBeLessThan(limit);
    expect(fullest).toBeGreaterThan(1);
  });

  it('leaves a gap even where no window is known', () => {
    const pacer = new Pacer();
    pacer.sent(1_000);
    expect(pacer.waitMs(1_000)).toBe(100);
    expect(pacer.waitMs(5_000)).toBe(0);
  });
});

describe('affordable', () => {
  it.each([
    ['nothing is known', [], 50],
    ['there is plenty', [window('day', 1_500, 1_400)], 50],
    ['the day is short', [window('day', 100, 60), window('hour', 400, 400)], 30],
    ['the day is over', [window('day', 25, 0)], 0],
    ['only the minute is short', [window('minute', 5, 1)], 50],
  ] as const)('of 50 requests when %s', (_what, windows, requests) => {
    expect(affordable(50, windows).requests).toBe(requests);
  });
});
