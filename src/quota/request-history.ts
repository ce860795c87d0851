import type { WatchedWindow } from '../model/watch.ts';

/** Kept at most: two hours, in steps of five seconds. */
const KEPT_MS = 2 * 3_600_000;
const STEP_MS = 5000;

interface Point {
  at: number;
  total: number;
}

/** How fast requests were made in a span of time. */
export interface Rate {
  /** Requests a millisecond. */
  readonly perMs: number;
  /** Milliseconds that are really covered. */
  readonly spanMs: number;
  readonly count: number;
  /** Most requests between two neighbouring samples: how coarse the counting was. */
  readonly coarsest: number;
  /** Requests a millisecond by the straight line through all points: bursts at the ends weigh less. */
  readonly trend: number;
}

/**
 * The number of requests over time, put together from the counters of several windows. A window
 * that was reset in between has lost some of its count, another one has not: the largest
 * increase is the nearest to the truth, because one request counts in all of them.
 */
export class RequestHistory {
  #points: Point[] = [];

  /** Adds what was counted since the last time; `at` never goes back. */
  add(at: number, requests: number): void {
    const last = this.#points.at(-1);
    if (last === undefined) {
      this.#points.push({ at, total: requests });
      return;
    }
    const total = last.total + requests;
    const before = this.#points.at(-2);
    if (before !== undefined && last.at - before.at < STEP_MS) {
      last.at = Math.max(at, last.at);
      last.total = total;
    } else {
      this.#points.push({ at: Math.max(at, last.at), total });
    }
    const oldest = this.#points.findIndex((point) => point.at >= at - KEPT_MS);
    // Seldom and many at once: removing from the front moves the whole list.
    if (oldest > 200) this.#points = this.#points.slice(oldest);
  }

  get total(): number {
    return this.#points.at(-1)?.total ?? 0;
  }

  /** Milliseconds between the first and the last point. */
  get watchedMs(): number {
    return (this.#points.at(-1)?.at ?? 0) - (this.#points[0]?.at ?? 0);
  }

  /** The rate between two times before the last point, both in milliseconds back from it. */
  rate(fromAgo: number, toAgo = 0): Rate | null {
    const last = this.#points.at(-1);
    if (last === undefined) return null;
    const first = this.#pointBefore(last.at - fromAgo) ?? 0;
    const end = toAgo === 0 ? this.#points.length - 1 : this.#pointBefore(last.at - toAgo);
    const from = this.#points[first];
    const to = end === null ? undefined : this.#points[end];
    if (from === undefined || to === undefined || end === null || to.at <= from.at) return null;
    const count = to.total - from.total;
    const spanMs = to.at - from.at;
    const coarsest = this.#coarsest(first, end);
    return { perMs: count / spanMs, spanMs, count, coarsest, trend: this.#trend(first, end) };
  }

  /** Requests per `slotMs` for the last `slots` slots before `now`, null where nothing was watched. */
  slots(now: number, slots: number, slotMs: number): readonly (number | null)[] {
    const start = now - slots * slotMs;
    const counts = Array.from({ length: slots }, (): number | null => null);
    const first = Math.max(1, this.#pointBefore(start) ?? 1);
    for (let index = first; index < this.#points.length; index += 1) {
      const from = this.#points[index - 1];
      const to = this.#points[index];
      if (from !== undefined && to !== undefined) spread(counts, from, to, start, slotMs);
    }
    return counts;
  }

  #pointBefore(at: number): number | null {
    let low = 0;
    let high = this.#points.length - 1;
    if ((this.#points[0]?.at ?? Infinity) > at) return null;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#points[middle]?.at ?? Infinity) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Slope of the least-squares line, by the time each point stood for. */
  #trend(first: number, end: number): number {
    const start = this.#points[first]?.at ?? 0;
    const base = this.#points[first]?.total ?? 0;
    let n = 0;
    let sumX = 0;
    let sumY = 0;
    let sumXX = 0;
    let sumXY = 0;
    for (let index = first; index <= end; index += 1) {
      const x = (this.#points[index]?.at ?? start) - start;
      const y = (this.#points[index]?.total ?? base) - base;
      n += 1;
      sumX += x;
      sumY += y;
      sumXX += x * x;
      sumXY += x * y;
    }
    const spread = n * sumXX - sumX * sumX;
    return spread === 0 ? 0 : Math.max(0, (n * sumXY - sumX * sumY) / spread);
  }

  #coarsest(first: number, end: number): number {
    let most = 0;
    for (let index = first + 1; index <= end; index += 1) {
      const step = (this.#points[index]?.total ?? 0) - (this.#points[index - 1]?.total ?? 0);
      most = Math.max(most, step);
    }
    return most;
  }
}

/** Shares the requests between two points out to the slots they lie in, by time. */
function spread(counts: (number | null)[], from: Point, to: Point, start: number, slotMs: number) {
  const spanMs = Math.max(1, to.at - from.at);
  const begin = Math.max(0, Math.floor((from.at - start) / slotMs));
  const end = Math.min(counts.length - 1, Math.floor((to.at - start) / slotMs));
  for (let slot = begin; slot <= end; slot += 1) {
    const slotStart = start + slot * slotMs;
    const shared = Math.min(to.at, slotStart + slotMs) - Math.max(from.at, slotStart);
    const part = ((to.total - from.total) * Math.max(0, shared)) / spanMs;
    counts[slot] = (counts[slot] ?? 0) + part;
  }
}

/** Lengths of windows in milliseconds; an unnamed one has none. */
export const WINDOW_MS: Readonly<Record<WatchedWindow, number | null>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  month: 30 * 86_400_000,
  unnamed: null,
};
