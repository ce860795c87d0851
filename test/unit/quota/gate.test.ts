import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/model/watch.ts';
import { conditionOf, floorOf, holds, releaseOf, windowsBelow } from '../../../src/quota/gate.ts';
import { Tracker } from '../../../src/quota/window/tracker.ts';

const NOW = Date.UTC(2026, 10, 23, 14);

function viewWith(left: number) {
  const figure = (value: number) => ({ value, source: 'body' }) as const;
  const tracker = new Tracker();
  const sample: Sample = {
    at: NOW,
    source: 'poll',
    windows: [
      {
        name: 'day',
        limit: figure(1500),
        used: figure(1500 - left),
        left: figure(left),
        resetsAt: figure(NOW + 1000),
      },
    ],
    credits: { total: 100, used: 60, left: 40 },
    plan: null,
    call: null,
    retryAt: null,
    oddities: [],
  };
  tracker.take(sample);
  return tracker.view(NOW);
}

describe('--until', () => {
  it.each([
    ['day.left>100', 101, true],
    ['day.left>100', 100, false],
    ['day.left >= 100', 100, true],
    ['day.left<10%', 149, true],
    ['day.left<10%', 150, false],
    ['day.used=1500', 0, true],
    ['credits.left>=40', 1, true],
    ['credits.left>40%', 1, false],
    ['hour.left>0', 1, null],
  ])('%s with %i left: %s', (text, left, expected) => {
    const condition = conditionOf(text);

    expect(condition.ok && holds(condition.value, viewWith(left))).toBe(expected);
  });

  it.each(['day', 'day.left', 'week.left>1', 'day.left>', 'day.left>-1', 'day.left~5', ''])(
    'refuses "%s"',
    (text) => {
      expect(conditionOf(text).ok).toBe(false);
    },
  );
});

describe('--fail-below', () => {
  it.each([
    ['10%', 149, ['day']],
    ['10%', 150, []],
    ['50', 49, ['day']],
    ['50', 50, []],
  ])('%s with %i left: %j', (text, left, expected) => {
    const floor = floorOf(text);
    const below = floor.ok ? windowsBelow(floor.value, viewWith(left).windows) : [];

    expect(below.map(({ name }) => name)).toEqual(expected);
  });

  it.each(['101%', 'ten', '-5', ''])('refuses "%s"', (text) => {
    expect(floorOf(text).ok).toBe(false);
  });
});

it('tells when an empty account is released', () => {
  expect(releaseOf(viewWith(0).windows)).toEqual({ window: 'day', at: NOW + 1000 });
  expect(releaseOf(viewWith(1).windows)).toBeNull();
});
