/** The value below or at which `share` (0 to 1) of the samples lie, nearest rank; null without samples. */
export function percentile(samples: readonly number[], share: number): number | null {
  const ranked = samples.toSorted((a, b) => a - b);
  const rank = Math.ceil(Math.min(1, Math.max(0, share)) * ranked.length);
  return ranked[Math.max(0, rank - 1)] ?? null;
}

/** What a run of many calls is summed up to; milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p90: number;
  readonly max: number;
  readonly count: number;
}

/** Half, nine tenths and all of the samples; null without samples. */
export function spreadOf(samples: readonly number[]): Spread | null {
  const p50 = percentile(samples, 0.5);
  const p90 = percentile(samples, 0.9);
  const max = percentile(samples, 1);
  if (p50 === null || p90 === null || max === null) return null;
  return { p50, p90, max, count: samples.length };
}
