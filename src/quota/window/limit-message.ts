import type { WindowName } from '../../model/fact.ts';
import { waitOf } from './reset-time.ts';

/** What the text of a 429 says. */
export interface LimitMessage {
  /** `window`: a counted window is empty. `trial`: waiting never helps. `burst`: too fast. */
  readonly reason: 'window' | 'trial' | 'burst';
  readonly window: WindowName | null;
  readonly limit: number | null;
  /** Seconds until the window opens again. */
  readonly resetSeconds: number | null;
}

const LONGEST_TEXT = 2000;

/** docs/v2-overview and live/2025-08-429: "Limit: 25 calls per day. Reset in 81671 seconds." */
const LIMIT = /\blimit:?\s{1,3}(\d{1,12})\s{1,3}(?:calls|requests)\b/i;
const PER = /\b(?:calls|requests)\s{1,3}per\s{1,3}(minute|hour|day)\b/i;
const ADVERB = /\b(daily|hourly|minute|per-minute)\s{1,3}(?:api\s{1,3})?(?:rate|quota|request)/i;
const RESET = /\breset(?:s)?\s{1,3}in:?\s{1,3}(\d{1,9})\s{1,3}sec/i;
const EXCEEDED = /\b(?:rate|quota)\s{1,3}limit\s{1,3}exceeded\b/i;

const WINDOWS: ReadonlyMap<string, WindowName> = new Map([
  ['minute', 'minute'],
  ['per-minute', 'minute'],
  ['hour', 'hour'],
  ['hourly', 'hour'],
  ['day', 'day'],
  ['daily', 'day'],
]);

/** Reads a 429's message; null when the text is not about a limit. */
export function limitFromMessage(message: string): LimitMessage | null {
  const text = message.slice(0, LONGEST_TEXT);
  if (/\btrial limit\b/i.test(text)) {
    return { reason: 'trial', window: null, limit: null, resetSeconds: null };
  }
  const window = windowIn(text);
  const resetSeconds = waitOf(RESET.exec(text)?.[1] ?? '');
  if (window !== null || EXCEEDED.test(text)) {
    const limit = LIMIT.exec(text)?.[1];
    return {
      reason: 'window',
      window,
      limit: limit === undefined ? null : Number(limit),
      resetSeconds,
    };
  }
  if (/\btoo many requests\b/i.test(text)) {
    return { reason: 'burst', window: null, limit: null, resetSeconds };
  }
  return null;
}

/** The window named by the adverb and by "calls per"; null when they name different ones. */
function windowIn(text: string): WindowName | null {
  const named = [ADVERB, PER].flatMap((expression) => {
    const word = expression.exec(text)?.[1]?.toLowerCase();
    const window = word === undefined ? undefined : WINDOWS.get(word);
    return window === undefined ? [] : [window];
  });
  return new Set(named).size === 1 ? (named[0] ?? null) : null;
}
