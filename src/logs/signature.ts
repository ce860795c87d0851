const LONGEST = 4000;
const TAIL = 1500;
/** What differs from one entry to the next: times, ids, addresses, counters. Statuses stay. */
const VOLATILE =
  /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\d+(?=\s?(?:ms|s|m|h|[kmg]i?b|b)\b)|\b(?=[a-f]*\d)[\da-f]{7,64}\b|\.\d+|\d{4,}|(?<!\d)(?![45])\d{3}(?!\d)|(?<!\d)\d{1,2}(?!\d)/gi;

/** Entries with the same signature tell of the same failure. */
export function signatureOf(text: string): string {
  return bounded(text).replace(VOLATILE, '#');
}

/** Head and tail: what went wrong is said at the beginning or, in traces, at the end. */
function bounded(text: string): string {
  return text.length <= LONGEST ? text : text.slice(0, LONGEST - TAIL) + text.slice(-TAIL);
}
