import { RATE_HEADER_FAMILIES } from '../../knowledge/rate-headers.ts';
import type { Header } from '../../model/exchange.ts';

/** One answer that was found in a log. */
export interface LoggedAnswer {
  /** Epoch milliseconds, when the log says it. */
  readonly at: number | null;
  readonly status: number | null;
  readonly headers: readonly Header[];
  /** Text of the body, as far as the log holds it. */
  readonly body: string;
  readonly method: string | null;
  readonly path: string | null;
}

/** A refusal that a log quotes without its status. */
export const LIMIT_TEXT = /rate limit exceeded|quota limit exceeded|trial limit|too many requests/i;

/** Names worth picking out of a line that is no header line by itself. */
export const RATE_NAMES = [
  ...new Set(RATE_HEADER_FAMILIES.flatMap(({ headers }) => headers.map(({ name }) => name))),
  'x-ratelimit-reset-day',
  'x-ratelimit-reset-hour',
  'x-ratelimit-reset-minute',
].toSorted((a, b) => b.length - a.length);

/** An answer of which nothing is known yet but when it was. */
export function emptyAnswer(at: number | null): LoggedAnswer {
  return { at, status: null, headers: [], body: '', method: null, path: null };
}

/** Without a rate header an answer is worth telling only when it was an error or says something. */
export function tells({ headers, status, body }: LoggedAnswer): boolean {
  const named = headers.some(({ name }) => isRateName(name.toLowerCase()));
  return named || body.includes('rateLimits') || (status !== null && status >= 400);
}

/** True for a header, in lower case, that states a limit. */
export function isRateName(name: string): boolean {
  return RATE_NAMES.includes(name) || /^ratelimit(?:-policy)?$/.test(name);
}
