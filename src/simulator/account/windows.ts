import type { WindowName } from '../../model/fact.ts';

/** Lengths in milliseconds. */
const LENGTH: Readonly<Record<WindowName, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/** Longest first: the answer names the window that takes longest to open again. */
const WINDOW_NAMES: readonly WindowName[] = ['day', 'hour', 'minute'];

/** Requests allowed per window; null where the plan has no such window. */
export type Limits = Readonly<Record<WindowName, number | null>>;

/** One window in progress. Plain data: it can be written to a file and read back. */
interface WindowState {
  /** Epoch ms of its first request; null before that. */
  readonly openedAt: number | null;
  readonly used: number;
}

export type Windows = Readonly<Record<WindowName, WindowState>>;

/** A window as the usage answer and the headers show it. */
export interface WindowView {
  readonly name: WindowName;
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Epoch ms. */
  readonly resetsAt: number;
}

const UNUSED: WindowState = { openedAt: null, used: 0 };

/** Windows nobody has used yet. */
export const FRESH_WINDOWS: Windows = { minute: UNUSED, hour: UNUSED, day: UNUSED };

/** Windows in which so many requests were made, each at half of its time at `now` (epoch ms). */
export function windowsInUse(
  used: Partial<Readonly<Record<WindowName, number>>>,
  now: number,
): Windows {
  const one = (name: WindowName): WindowState => {
    const count = used[name];
    return count === undefined ? UNUSED : { openedAt: now - LENGTH[name] / 2, used: count };
  };
  return { minute: one('minute'), hour: one('hour'), day: one('day') };
}

/** What counting one request gave: the windows after it, or the window that refuses it. */
export type Counted =
  | { readonly allowed: true; readonly windows: Windows }
  | { readonly allowed: false; readonly windows: Windows; readonly refusedBy: WindowView };

/**
 * Counts one request at `now` (epoch ms). A window opens with its first request and lasts its
 * full length from there: the only recorded reset was 24 hours after the first call, not
 * midnight (live/2025-08-429). A refused request is not counted.
 */
export function countRequest(windows: Windows, limits: Limits, now: number): Counted {
  const current = expire(windows, now);
  const refusedBy = viewWindows(current, limits, now).find((window) => window.remaining === 0);
  if (refusedBy !== undefined) return { allowed: false, windows: current, refusedBy };
  return {
    allowed: true,
    windows: {
      minute: add(current.minute, now),
      hour: add(current.hour, now),
      day: add(current.day, now),
    },
  };
}

/** The limited windows as they stand at `now` (epoch ms), longest first. */
export function viewWindows(windows: Windows, limits: Limits, now: number): readonly WindowView[] {
  const current = expire(windows, now);
  return WINDOW_NAMES.flatMap((name) => {
    const limit = limits[name];
    if (limit === null) return [];
    const { openedAt, used } = current[name];
    return [
      {
        name,
        limit,
        used: Math.min(used, limit),
        remaining: Math.max(0, limit - used),
        resetsAt: (openedAt ?? now) + LENGTH[name],
      },
    ];
  });
}

/** Whole seconds from `now` until the window opens again, at least one. */
export function secondsUntilReset(window: WindowView, now: number): number {
  return Math.max(1, Math.ceil((window.resetsAt - now) / 1000));
}

function expire(windows: Windows, now: number): Windows {
  const one = (name: WindowName): WindowState => {
    const { openedAt } = windows[name];
    return openedAt !== null && now >= openedAt + LENGTH[name] ? UNUSED : windows[name];
  };
  return { minute: one('minute'), hour: one('hour'), day: one('day') };
}

function add(window: WindowState, now: number): WindowState {
  return { openedAt: window.openedAt ?? now, used: window.used + 1 };
}
