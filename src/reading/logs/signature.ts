import { createHash } from 'node:crypto';

/** A longer form is kept as its digest. */
const LONGEST = 4000;
/**
 * What differs from one entry to the next: times, ids, addresses, counters. Statuses stay, and so
 * does a lone 0: nothing left of a window is what tells it from one with some left.
 */
const VOLATILE =
  /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\d+(?=\s?(?:ms|s|m|h|[kmg]i?b|b)\b)|\b(?=[a-f]*\d)[\da-f]{7,64}\b|\.\d+|\d{4,}|(?<!\d)(?![45])\d{3}(?!\d)|(?<!\d)(?!0(?!\d))\d{1,2}(?!\d)/gi;

/**
 * Entries with the same signature tell of the same failure. The whole entry counts: what went wrong
 * stands in the middle of an entry where a client writes down its settings before and after it.
 */
export function signatureOf(text: string): string {
  const form = text.replace(VOLATILE, '#');
  return form.length <= LONGEST ? form : createHash('sha256').update(form).digest('base64');
}
