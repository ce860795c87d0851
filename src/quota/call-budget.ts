import type { WatchView, WindowOutlook } from '../model/watch.ts';
import { WINDOW_MS } from './request-history.ts';

const MINUTE_MS = 60_000;

/**
 * Milliseconds until fewer than `most` of the times lie in the last `windowMs`: each call comes
 * back when it is that old, so that no such stretch, wherever it begins, sees more.
 */
export function untilBelow(
  times: readonly number[],
  most: number,
  windowMs: number,
  now: number,
): number {
  if (times.length < most) return 0;
  const freed = times.toSorted((a, b) => a - b)[times.length - most] ?? now;
  return Math.max(0, freed + windowMs - now);
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
