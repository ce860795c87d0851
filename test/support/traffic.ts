const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A stretch of one traffic pattern: `burst` requests at once, again and again. */
export interface Stretch {
  readonly minutes: number;
  readonly burst: number;
  readonly everyMs: number;
}

/** A window of a modelled account. */
interface Window {
  readonly name: 'hour' | 'day';
  readonly lengthMs: number;
  limit: number;
  used: number;
  opensAt: number;
}

/**
 * An account with an hour and a day window under a pattern of traffic, on a clock of its own
 * that starts at `start` (epoch milliseconds). Knows the truth that a forecast is held against.
 */
export class ModelledAccount {
  now: number;
  readonly #windows: Window[];
  readonly #stretches: readonly (Stretch & { readonly from: number; readonly to: number })[];
  #nextBurst: number;
  /** Moments at which a request met an empty window, by window. */
  readonly walls: { name: string; at: number }[] = [];

  constructor(start: number, limits: { hour: number; day: number }, pattern: readonly Stretch[]) {
    this.now = start;
    const midnight = Math.floor(start / DAY_MS) * DAY_MS;
    const hour = Math.floor(start / HOUR_MS) * HOUR_MS;
    this.#windows = [
      { name: 'hour', lengthMs: HOUR_MS, limit: limits.hour, used: 0, opensAt: hour },
      { name: 'day', lengthMs: DAY_MS, limit: limits.day, used: 0, opensAt: midnight },
    ];
    let from = start;
    this.#stretches = pattern.map((stretch) => {
      const to = from + stretch.minutes * MINUTE_MS;
      const placed = { ...stretch, from, to };
      from = to;
      return placed;
    });
    this.#nextBurst = start;
  }

  setLimit(name: 'hour' | 'day', limit: number): void {
    for (const window of this.#windows) if (window.name === name) window.limit = limit;
  }

  /** Lets time pass up to `to`, with the requests of the pattern. */
  advance(to: number): void {
    while (this.#nextBurst <= to) {
      const stretch = this.#stretchAt(this.#nextBurst);
      if (stretch === undefined) break;
      this.#roll(this.#nextBurst);
      for (let n = 0; n < stretch.burst; n += 1) this.#request(this.#nextBurst);
      this.#nextBurst += stretch.everyMs;
      const next = this.#stretchAt(this.#nextBurst);
      if (next !== undefined && next !== stretch) this.#nextBurst = next.from;
    }
    this.#roll(to);
    this.now = to;
  }

  #stretchAt(at: number) {
    return this.#stretches.find(({ from, to }) => at >= from && at < to);
  }

  #roll(at: number): void {
    for (const window of this.#windows) {
      while (at >= window.opensAt + window.lengthMs) {
        window.opensAt += window.lengthMs;
        window.used = 0;
      }
    }
  }

  #request(at: number): void {
    const empty = this.#windows.find(({ used, limit }) => used >= limit);
    if (empty !== undefined) {
      this.walls.push({ name: empty.name, at });
      return;
    }
    for (const window of this.#windows) window.used += 1;
  }

  /** The body of a usage answer now; asking is not counted in the windows. */
  usage(states: 'resets' | 'no resets'): object {
    const window = (wanted: Window['name']) => {
      const found = this.#windows.find(({ name }) => name === wanted);
      if (found === undefined) return null;
      const { limit, used, opensAt, lengthMs } = found;
      const resetsAt = new Date(opensAt + lengthMs).toISOString();
      return {
        limit,
        used: Math.min(used, limit),
        remaining: Math.max(0, limit - used),
        ...(states === 'resets' ? { resetsAt } : {}),
      };
    };
    return {
      credits: { total: 1000, used: 0, remaining: 1000 },
      rateLimits: { minute: null, hourly: window('hour'), daily: window('day') },
    };
  }

  /** When the window runs out if the pattern of this moment goes on, or null when it is reset before. */
  truth(name: 'hour' | 'day'): { runsOutAt: number | null; patternFor: number; burstMs: number } {
    const stretch = this.#stretchAt(this.now);
    const window = this.#windows.find((one) => one.name === name);
    if (stretch === undefined || window === undefined) {
      return { runsOutAt: null, patternFor: 0, burstMs: 0 };
    }
    const left = Math.max(0, window.limit - window.used);
    const bursts = Math.ceil(left / stretch.burst);
    const at = this.#nextBurst + Math.max(0, bursts - 1) * stretch.everyMs;
    const reset = window.opensAt + window.lengthMs;
    return {
      runsOutAt: stretch.burst > 0 && at < reset ? at : null,
      patternFor: this.now - stretch.from,
      burstMs: stretch.everyMs,
    };
  }
}
