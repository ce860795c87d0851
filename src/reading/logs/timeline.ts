/** How many buckets a timeline keeps; it coarsens when the time it spans grows. */
const BUCKETS = 120;
const FIRST_WIDTH_MS = 1000;

/**
 * Counts over time without knowing beforehand how long that is: when a time falls outside, buckets
 * are joined in pairs. Needs the same memory for a minute and for a year.
 */
export class Timeline {
  #from: number | null = null;
  #widthMs = FIRST_WIDTH_MS;
  #counts = Array.from({ length: BUCKETS }, () => 0);

  /** Counts one event at `at`, epoch milliseconds. */
  add(at: number): void {
    this.#from ??= Math.floor(at / this.#widthMs) * this.#widthMs;
    while (!this.#holds(at)) this.#coarsen(at);
    const index = Math.floor((at - this.#from) / this.#widthMs);
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
  }

  /** The counts of the time between the first and the last event in at most `most` steps. */
  steps(most: number): {
    readonly fromMs: number;
    readonly stepMs: number;
    readonly counts: readonly number[];
  } | null {
    if (this.#from === null) return null;
    const first = this.#counts.findIndex((count) => count > 0);
    const last = this.#counts.findLastIndex((count) => count > 0);
    const used = this.#counts.slice(first, last + 1);
    const joined = Math.max(1, Math.ceil(used.length / most));
    const counts: number[] = [];
    for (let at = 0; at < used.length; at += joined) {
      counts.push(used.slice(at, at + joined).reduce((sum, count) => sum + count, 0));
    }
    return { fromMs: this.#from + first * this.#widthMs, stepMs: this.#widthMs * joined, counts };
  }

  #holds(at: number): boolean {
    const from = this.#from ?? at;
    return at >= from && at < from + BUCKETS * this.#widthMs;
  }

  /** Doubles the width; an earlier time moves the beginning back. */
  #coarsen(at: number): void {
    const from = this.#from ?? at;
    const width = this.#widthMs * 2;
    const lastUsed = from + BUCKETS * this.#widthMs;
    const start =
      at < from ? Math.max(Math.floor(at / width) * width, lastUsed - BUCKETS * width) : from;
    const aligned = Math.floor(start / width) * width;
    const counts = Array.from({ length: BUCKETS }, () => 0);
    for (const [index, count] of this.#counts.entries()) {
      if (count === 0) continue;
      const into = Math.floor((from + index * this.#widthMs - aligned) / width);
      const bucket = Math.min(BUCKETS - 1, into);
      counts[bucket] = (counts[bucket] ?? 0) + count;
    }
    this.#from = aligned;
    this.#widthMs = width;
    this.#counts = counts;
  }
}
