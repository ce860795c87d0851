const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * Milliseconds before the attempt after `failures` failed ones: 1 s, doubling, at most 60 s
 * (article#429), of which the upper half is random so that many clients do not return at once
 * (docs/rate-limiting). `random` is from 0 to 1.
 */
export function backoffMs(failures: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.round(whole / 2 + (whole / 2) * Math.min(1, Math.max(0, random)));
}

/** What is known after a failed attempt. Seconds where the API named a time. */
export interface Failed {
  readonly failures: number;
  /** Retry-After, else "Reset in N seconds". */
  readonly askedSeconds: number | null;
  readonly window: 'minute' | 'hour' | 'day' | null;
}

export interface RetryRules {
  readonly attempts: number;
  /** The longest single wait the user agreed to. */
  readonly longestSeconds: number;
}

export type NextTry =
  | { readonly go: true; readonly ms: number; readonly because: string }
  | { readonly go: false; readonly because: string };

/** When to try again, or why not to. A window that is empty for longer than agreed ends the run. */
export function nextTry(
  { failures, askedSeconds, window }: Failed,
  { attempts, longestSeconds }: RetryRules,
  random: number,
): NextTry {
  if (failures >= attempts) return { go: false, because: `${failures} attempts failed` };
  if (askedSeconds === null) {
    if (window === 'day' || window === 'hour') {
      return { go: false, because: `the ${window} window is empty and nobody says until when` };
    }
    const ms = backoffMs(failures, random);
    return { go: true, ms, because: `backoff after ${failures} failed` };
  }
  if (askedSeconds > longestSeconds) {
    const which = window === null ? 'it' : `the ${window} window`;
    return {
      go: false,
      because: `${which} opens in ${askedSeconds} s, and --max-wait is ${longestSeconds} s`,
    };
  }
  // The same moment for everybody would be the next burst: a little jitter goes on top.
  const ms = askedSeconds * 1_000 + Math.round(250 * random);
  return { go: true, ms, because: `the answer asks for ${askedSeconds} s` };
}
