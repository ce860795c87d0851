import { httpDate, isoTime } from '../quota/window/reset-time.ts';

const DAY_MS = 86_400_000;

/** When a Sunset header says that an endpoint ends (epoch milliseconds); null when it names no day. */
export function sunsetTime(text: string): number | null {
  return httpDate(text) ?? isoTime(text);
}

/** An announced end as a predicate, seen from `now` (both epoch milliseconds). */
export function endWords(at: number, now: number): string {
  const left = daysUntil(at, now);
  return left < 0
    ? `was announced to end on ${dayOf(at)}, ${days(-left)} ago, and still answers`
    : `ends on ${dayOf(at)}, ${left === 0 ? 'today' : `in ${days(left)}`}`;
}

/** Days from now until a time, negative for one that has passed. */
export function daysUntil(at: number, now: number): number {
  return Math.floor(at / DAY_MS) - Math.floor(now / DAY_MS);
}

/** A number of days in words. */
export function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** The day of a time, UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
