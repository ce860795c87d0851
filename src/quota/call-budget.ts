import type { WatchView, WindowOutlook } from '../model/watch.ts';
import { WINDOW_MS } from './request-history.ts';

const MINUTE_MS = 60_000;
/** The usage endpoint allows five calls a minute (spec3). One is left to other programs. */
const OWN_CALLS = 4;
const ALL_CALLS = 5;

/**
 * A bucket of four tokens; each comes back a minute after it was taken, so that no minute,
 * wherever it begins, sees a fifth own call. Calls of other processes on this machine count
 * against the fifth. Times are milliseconds of one clock.
 */
export class CallBudget {
  #own: number[] = [];

  /**
   * Milliseconds to wait before the next call is allowed. `known` are the calls that any process
   * of this machine put down, the own ones among them.
   */
  waitMs(now: number, known: readonly number[] = []): number {
    // A clock that was put back must not make us wait for an hour.
    const own = this.#own.filter((at) => at > now - MINUTE_MS && at <= now);
    const others = known.filter((at) => at > now - MINUTE_MS && at <= now);
    const all = others.length > own.length ? others : own;
    return Math.max(untilBelow(own, OWN_CALLS, now), untilBelow(all, ALL_CALLS, now));
  }

  take(now: number): void {
    this.#own = [...this.#own.filter((at) => at > now - MINUTE_MS), now];
  }
}

function untilBelow(times: readonly number[], most: number, now: number): number {
  if (times.length < most) return 0;
  const freed = times.toSorted((a, b) => a - b)[times.length - most] ?? now;
  return Math.max(0, freed + MINUTE_MS - now);
}

/** Below this share of the limit a window has little left. */
const LITTLE = 0.25;
/** Own calls may take up to this share: of the limit before polling slows, of what is left after. */
const OWN_SHARE = 0.1;
const AFTER_RESET_MS = 1000;
const SLOWEST_MS = 10 * MINUTE_MS;
const LONGEST_BACKOFF_MS = 5 * MINUTE_MS;

/** When to ask next, and why not sooner when it is not the interval that decides. */
export interface NextPoll {
  readonly ms: number;
  readonly because: string | null;
}

export interface PollSituation {
  readonly intervalMs: number;
  /** Calls in a row that failed. */
  readonly failures: number;
  /** Epoch milliseconds until which the last answer asked to wait. */
  readonly retryAt: number | null;
  readonly view: WatchView;
  /** Own calls since the window's last reset. */
  readonly ownIn: (name: WindowOutlook['name']) => number;
}

/** How long to wait before the next own call. The budget of calls a minute comes on top. */
export function nextPoll({ intervalMs, failures, retryAt, view, ownIn }: PollSituation): NextPoll {
  if (failures > 0) {
    const backoff = Math.min(LONGEST_BACKOFF_MS, intervalMs * 2 ** Math.min(failures, 10));
    const asked = retryAt === null ? 0 : retryAt - view.now;
    if (asked > backoff) return { ms: Math.min(asked, 60 * MINUTE_MS), because: 'asked to wait' };
    return { ms: backoff, because: `${failures} failed in a row` };
  }
  if (!view.own.counted) return { ms: intervalMs, because: null };
  const slow = view.windows.map((window) => slowFor(window, ownIn(window.name), view.now));
  const slowest = Math.max(0, ...slow);
  if (slowest <= intervalMs) return { ms: intervalMs, because: null };
  return { ms: Math.min(SLOWEST_MS, slowest), because: 'to leave the rest to your calls' };
}

/** Milliseconds between own calls that this window bears; 0 when it has plenty. */
function slowFor({ name, limit, left, resetsAt }: WindowOutlook, own: number, now: number): number {
  const length = WINDOW_MS[name];
  if (name !== 'hour' && name !== 'day' && name !== 'month') return 0;
  if (limit === null || left === null || length === null) return 0;
  if (left.value > limit.value * LITTLE && own < limit.value * OWN_SHARE) return 0;
  const untilReset = resetsAt === null ? length : Math.max(0, resetsAt.value - now);
  // Not later than just after the reset, when everything is different.
  return Math.min(untilReset / Math.max(1, left.value * OWN_SHARE), untilReset + AFTER_RESET_MS);
}
