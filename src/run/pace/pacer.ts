import type { QuotaWindow } from '../../model/report.ts';

/** Gap between two requests where nothing stands against it: ten a second of 25 allowed (docs/rate-limiting). */
const LEAST_GAP_MS = 100;
const MINUTE_MS = 60_000;
/** Requests of the minute window that are left to the user's own programs. */
const MINUTE_SHARE = 0.2;
/** Share of what is left in the hour and day windows that a run may use up. */
const LONG_SHARE = 0.5;

/** Spaces requests so that the windows they come from keep room for everybody else. */
export class Pacer {
  readonly #gapMs: number;
  #sent: number[] = [];
  #minute: { left: number; limit: number; at: number } | null = null;

  /** `gapMs` is the least time between two requests. */
  constructor(gapMs: number = LEAST_GAP_MS) {
    this.#gapMs = gapMs;
  }

  /** Takes note of what an answer says about the windows; times are milliseconds of one clock. */
  note(windows: readonly QuotaWindow[], now: number): void {
    const minute = windows.find(({ name }) => name === 'minute');
    const { left = null, limit = null } = minute ?? {};
    if (left !== null && limit !== null) this.#minute = { left, limit, at: now };
  }

  sent(now: number): void {
    this.#sent = [...this.#sent.filter((at) => at > now - MINUTE_MS), now];
  }

  /** Milliseconds to wait before the next request. */
  waitMs(now: number): number {
    const last = this.#sent.at(-1);
    const gap = last === undefined ? 0 : Math.max(0, last + this.#gapMs - now);
    const minute = this.#minute;
    if (minute === null || minute.at <= now - MINUTE_MS) return gap;
    const since = this.#sent.filter((at) => at > minute.at).length;
    const keep = Math.min(minute.limit - 1, Math.ceil(minute.limit * MINUTE_SHARE));
    if (minute.left - since > keep) return gap;
    const first = this.#sent[0] ?? now;
    return Math.max(gap, first + MINUTE_MS - now);
  }
}

/** How many of `wanted` requests the hour and day windows bear, and which of them decides. */
export function affordable(
  wanted: number,
  windows: readonly QuotaWindow[],
): { readonly requests: number; readonly by: QuotaWindow | null } {
  let requests = wanted;
  let by: QuotaWindow | null = null;
  for (const window of windows) {
    if (window.name === 'minute' || window.left === null) continue;
    const share = Math.floor(window.left * LONG_SHARE);
    if (share < requests) [requests, by] = [share, window];
  }
  return { requests, by };
}
