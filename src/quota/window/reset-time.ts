const DAY_SECONDS = 86_400;
/** No request window is longer; a figure beyond it is a mistake or a lie. */
const LONGEST_WAIT_SECONDS = 366 * DAY_SECONDS;
/** A reset value from here on can only be an epoch time, below it only a duration. */
const EPOCH_SECONDS = 1_000_000_000;
const EPOCH_MILLISECONDS = 1_000_000_000_000;

const HTTP_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const ISO_TIME = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/;

/** A non-negative number of seconds from text, whole and plausible as a wait, or null. */
export function waitOf(text: string): number | null {
  if (!/^\d{1,9}$/.test(text)) return null;
  const seconds = Number(text);
  return seconds <= LONGEST_WAIT_SECONDS ? seconds : null;
}

/** Epoch milliseconds of an HTTP date (RFC 9110, the fixed form); null for any other text. */
export function httpDate(text: string): number | null {
  const day = HTTP_DATE.exec(text.trim())?.[1];
  if (day === undefined) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) || new Date(ms).getUTCDate() !== Number(day) ? null : ms;
}

/** Epoch milliseconds of an ISO 8601 time with a zone; null for anything else, 31 February included. */
export function isoTime(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const [, year, month, day] = ISO_TIME.exec(value.trim()) ?? [];
  if (year === undefined) return null;
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (midnight.getUTCDate() !== Number(day)) return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}

/**
 * Epoch milliseconds meant by a reset header: a time in any usual notation or, when `now`
 * (epoch milliseconds) is known, a number of seconds from now. Null when it could be neither.
 */
export function resetTime(text: string, now?: number): number | null {
  const value = text.trim();
  if (!/^\d{1,15}$/.test(value)) return isoTime(value) ?? httpDate(value);
  const number = Number(value);
  if (number >= EPOCH_MILLISECONDS) return number;
  if (number >= EPOCH_SECONDS) return number * 1000;
  const wait = waitOf(value);
  return wait === null || now === undefined ? null : now + wait * 1000;
}

/**
 * Seconds a Retry-After header asks to wait: its number, or its date seen from `now`
 * (epoch milliseconds). Null when it says neither.
 */
export function retryAfterSeconds(text: string, now?: number): number | null {
  const value = text.trim();
  const date = httpDate(value);
  if (date === null) return waitOf(value);
  if (now === undefined) return null;
  const seconds = Math.max(0, Math.ceil((date - now) / 1000));
  return seconds <= LONGEST_WAIT_SECONDS ? seconds : null;
}

/** ISO text of an epoch time in milliseconds, or null when no date can hold it. */
export function isoText(ms: number | null): string | null {
  if (ms === null) return null;
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
