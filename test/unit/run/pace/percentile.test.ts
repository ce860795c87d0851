import { describe, expect, it } from 'vitest';
import { percentile, spreadOf } from '../../../../src/run/pace/percentile.ts';

describe('percentile', () => {
  it.each([
    [[5], 0.5, 5],
    [[4, 1, 3, 2], 0.5, 2],
    [[10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0.9, 9],
    [[3, 1, 2], 1, 3],
    [[3, 1, 2], 0, 1],
  ])('of %j at %d is %d', (samples, share, value) => {
    expect(percentile(samples, share)).toBe(value);
  });

  it('has nothing to say about nothing', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(spreadOf([])).toBeNull();
  });

  it('sums a run up', () => {
    expect(spreadOf([1, 2, 3, 4, 100])).toEqual({ p50: 3, p90: 100, max: 100, count: 5 });
  });
});
