import type { Statement } from '../../model/cause.ts';

/** Said of a call that costs nothing whatever becomes of it. */
export const FREE_CALL = {
  text: 'Nothing was charged: this call is free.',
  source: 'docs/account-usage',
  when: [{ free: true }],
} as const satisfies Statement;

/** What a call costs whose answer did not arrive, or not whole; the first that fits is said. */
export const LOST_ANSWER = [
  {
    text: 'Nothing was charged: the request was not sent.',
    source: 'inferred',
    when: [{ sent: false }],
  },
  {
    text: 'Nothing was charged: the status is that of a refusal.',
    source: 'docs/billing',
    when: [{ status: { min: 400, max: 499 } }],
  },
  FREE_CALL,
  {
    text: 'The request may have been carried out and charged; compare the balance before you repeat one that costs credits.',
    source: 'inferred',
  },
] as const satisfies readonly Statement[];
