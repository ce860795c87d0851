import { distance } from '../format.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A moment seen from `now`: seconds only within the hour, the date only beyond a day. UTC. */
export function clockTime(at: number, now: number): string {
  const text = isoSeconds(at);
  const away = Math.abs(at - now);
  if (away >= DAY_MS) return text.slice(5, 16).replace('T', ' ');
  return text.slice(11, away < HOUR_MS ? 19 : 16);
}

/** The same with its distance: `15:00:00, in 41 min`. */
export function clockTimeAndDistance(at: number, now: number): string {
  return `${clockTime(at, now)}, ${distance(at - now)}`;
}

/** A length of time in one short word: `45s`, `12m`, `3h`, `2d`. */
export function shortSpan(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 100) return `${seconds}s`;
  if (seconds < 6000) return `${Math.round(seconds / 60)}m`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)}h` : `${Math.round(seconds / 86_400)}d`;
}

/** ISO time to the second; text that cannot be a date becomes `?`. */
export function isoSeconds(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '?' : `${date.toISOString().slice(0, 19)}Z`;
}

/** A rate as people compare it: `3.6`, `120`, `0.04`. */
export function perMinute(rate: number): string {
  if (rate === 0) return '0';
  if (rate < 0.1) return rate.toFixed(2);
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
}

/** A rate to keep, as a person would follow it: calls a minute, or one call in so many seconds. */
export function paceToKeep(rate: number): string {
  if (rate <= 0) return 'no call at all';
  if (rate >= 10) return `${Math.floor(rate)} calls a minute`;
  return `1 call in ${Math.ceil(60 / rate)} s`;
}
