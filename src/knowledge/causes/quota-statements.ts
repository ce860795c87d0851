import type { Pattern, Statement } from '../../model/cause.ts';

/** Words that every 429 may carry, whichever limit it is about. */
export const TOO_MANY = /^(?:too many requests|rate limit exceeded)[.!]?$/i;

/** What holds for every 429. */
export const NO_CREDIT = {
  text: 'A 429 costs no credit; you pay for delivered data only.',
  source: 'article#429',
} as const satisfies Statement;

/** The answer states how long to wait. */
export const WAIT_STATED = [{ waitSeconds: { min: 0 } }] as const satisfies readonly Pattern[];

/** What the answer itself asks for; the rhythm of the article is for answers that state nothing. */
export const WAIT_AS_STATED = {
  text: 'Wait {waitSeconds} s: the answer asks for it ({waitSource}). Sooner it fails again.',
  source: 'inferred',
  when: WAIT_STATED,
} as const;

export const PLAN_DECIDES = {
  text: 'Your plan sets how many calls you may make; there can be a limit per minute, per hour and per day.',
  source: 'article#429',
} as const satisfies Statement;

export const HEADERS = {
  text: 'To watch the limit, the article names X-RateLimit-Remaining and X-RateLimit-Reset; neither has been seen. Live answers carry x-rate-limit-minute and x-minute-requests-left, with hourly and daily twins, and no header says when a window opens again.',
  source: 'article#429-headers',
} as const satisfies Statement;

export const ACCOUNT_WIDE = {
  text: 'By the rate-limit page the windows belong to the account, by a help page to each key. Do not count on a second key.',
  source: 'docs/rate-limiting',
} as const satisfies Statement;

export const KEY_IS_FINE = {
  text: 'A 429 is no sign of a bad key: do not replace the key because of it.',
  source: 'code/integrations',
} as const satisfies Statement;

export const READ_THE_LIMITS = {
  text: 'The limits of each plan are on the rate-limit page of docs.lusha.com; those of your account are in the usage answer.',
  source: 'article#429',
} as const satisfies Statement;
