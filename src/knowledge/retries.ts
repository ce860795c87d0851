import type { Retry } from '../model/cause.ts';

/** The same request fails again until something is changed. */
export const AFTER_FIX = { worth: false, how: 'after-fix' } as const satisfies Retry;

/** Nothing will change the answer. */
export const NEVER = { worth: false, how: 'never' } as const satisfies Retry;

/** The figures are those of `article#429`; the jitter is from `docs/rate-limiting`. */
export const BACKOFF = {
  worth: true,
  how: 'backoff',
  note: 'Start with 1 s, double after each failure up to 60 s, and add random jitter.',
} as const satisfies Retry;
