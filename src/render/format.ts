/** Numbers and times as people read them. Times are UTC: a report is read elsewhere than it was made. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** `1 request`, `2 requests`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Whole milliseconds below a second, else seconds: `131 ms`, `2.4 s`, `75 s`. */
export function duration(ms: number): string {
  if (ms > 0 && ms < 1) return '<1 ms';
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  return ms < 10_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 1_000)} s`;
}

/** Seconds with two decimals, `0.41 s`: the length of a run, comparable between runs. */
export function runTime(ms: number): string {
  return `${(ms / 1_000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

/** A distance in time in at most two units: `in 37 s`, `in 1 h 20 min`, `12 d ago`, `now`. */
export function distance(ms: number): string {
  const seconds = Math.ceil(Math.abs(ms) / 1_000);
  if (seconds === 0) return 'now';
  return ms > 0 ? `in ${span(seconds)}` : `${span(seconds)} ago`;
}

/** A length of time in at most two units: `37 s`, `1 h 20 min`, `12 d`. */
export function span(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 10) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return hours < 48 ? `${Math.round(minutes / 60)} h` : `${Math.round(hours / 24)} d`;
}

/** A reset so far back says nothing about the window of today: its source is stale. */
const STALE_MS = 2 * 60_000;

/** True for a stated reset that lies too far back to be of use; both in epoch milliseconds. */
export function isStale(resetsAt: number, now: number): boolean {
  return now - resetsAt > STALE_MS;
}

/**
 * An ISO time with its distance from the report's time: `14:03:12 UTC, in 37 s`. Seconds
 * only within the hour, the date only beyond a day. Text that is no time is returned as it is.
 */
export function instant(iso: string, relativeTo: string): string {
  const at = Date.parse(iso);
  const from = Date.parse(relativeTo);
  if (Number.isNaN(at)) return iso;
  const whole = new Date(at).toISOString().replace('T', ' ');
  if (Number.isNaN(from)) return `${whole.slice(0, 19)} UTC`;
  const away = Math.abs(at - from);
  const time = whole.slice(away < DAY_MS ? 11 : 0, away < HOUR_MS ? 19 : 16);
  return `${time} UTC, ${distance(at - from)}`;
}

/** Only the day of an ISO time, `2026-12-01`; text that is no time is returned as it is. */
export function day(iso: string): string {
  return Number.isNaN(Date.parse(iso)) ? iso : new Date(iso).toISOString().slice(0, 10);
}

/** A bar of `cells` characters, filled by `share` (0 to 1). Anything above zero shows. */
export function bar(
  glyph: { barFull: string; barEmpty: string },
  share: number,
  cells: number,
): string {
  const bounded = Math.min(1, Math.max(0, share));
  const rounded = Math.round(bounded * cells);
  const full = bounded > 0 ? Math.max(1, rounded) : rounded;
  return glyph.barFull.repeat(full) + glyph.barEmpty.repeat(cells - full);
}

/** Ascending statuses, runs of three or more as a range: `200, 201, 400-499`. */
export function statusRanges(statuses: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const status of statuses) {
    const run = runs.at(-1);
    if (run !== undefined && status === run[1] + 1) run[1] = status;
    else runs.push([status, status]);
  }
  return runs
    .flatMap(([first, last]) => {
      if (last === first) return [String(first)];
      return last === first + 1 ? [String(first), String(last)] : [`${first}-${last}`];
    })
    .join(', ');
}
