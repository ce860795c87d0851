import { throttleError } from '../error-answers.ts';
import type { Answer } from '../http/answer.ts';
import { secondsUntilReset, type WindowView } from './windows.ts';

/** Part of the header names for each window (live/2026-07-v3-contract). */
const HEADER_WORD = { day: 'daily', hour: 'hourly', minute: 'minute' } as const;

/** The six rate headers as the live API sends them; a window without a limit has none. */
export function rateHeaders(windows: readonly WindowView[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    windows.flatMap(({ name, limit, remaining }) => [
      [`x-rate-limit-${HEADER_WORD[name]}`, String(limit)],
      [`x-${HEADER_WORD[name]}-requests-left`, String(remaining)],
    ]),
  );
}

export const BURST_TEXT = 'Too many requests. Please wait before making another request.';

/** The 429 of a used-up window at `now` (epoch ms). Only day and hour say when they reset. */
export function windowExhausted(window: WindowView, now: number): Answer {
  const { name, limit } = window;
  const seconds = secondsUntilReset(window, now);
  if (name === 'minute') return throttleError(BURST_TEXT, now);
  const text =
    name === 'day'
      ? `Daily API rate limit exceeded. Limit: ${limit} calls per day. Reset in ${seconds} seconds.`
      : `Hourly API rate limit exceeded. Limit: ${limit} calls per hour. Reset in ${seconds} seconds`;
  return { ...throttleError(text, now), retryAt: window.resetsAt };
}
