import type { Meaning, Party } from '../../model/fact.ts';

/**
 * How much a trace proves. A: only this product writes it. B: its default text, of which copies
 * exist. C: generic words, or a name alone; it counts only where a second sign says that the
 * answer is not the API's.
 */
type Sureness = 'A' | 'B' | 'C';

/** A trace that a product leaves in an answer: a header, a place that it sends to, or words. */
export interface Signature {
  readonly product: string;
  /** Who answered when the trace is in an answer that is not Lusha's. */
  readonly party: Party;
  readonly sure: Sureness;
  /** `wrote`: only in answers the product makes itself. `passed`: also in answers it hands on. */
  readonly as: 'wrote' | 'passed';
  readonly means: Meaning;
  /** Status the answer must have for the trace to count. */
  readonly statuses?: readonly number[];
  readonly trace: Trace;
}

/**
 * Where the trace is. Words and expressions are compared with the folded text: lower case, blanks
 * collapsed, escapes and entities decoded, once with its tags and once without. Expressions must
 * be linear, since the text is hostile, and are tried around places where their anchor stands.
 */
export type Trace =
  | { readonly in: 'header'; readonly name: string; readonly value?: RegExp }
  | { readonly in: 'location'; readonly anchor: string; readonly fits?: RegExp }
  | { readonly in: 'page' | 'json'; readonly words: string; readonly beside?: readonly string[] }
  | { readonly in: 'page' | 'json'; readonly anchor: string; readonly fits: RegExp };

/** Makes the rows of one product. */
export interface Rows {
  /** Words of which each is a trace of its own. */
  says(sure: Sureness, means: Meaning, ...words: readonly string[]): readonly Signature[];
  /** Words that count only where the others stand near them. */
  saysBeside(
    sure: Sureness,
    means: Meaning,
    words: string,
    ...beside: readonly string[]
  ): readonly Signature[];
  /** An expression, looked for where its anchor stands. */
  fits(sure: Sureness, means: Meaning, anchor: string, fits: RegExp): readonly Signature[];
  /** The same in a JSON body, which is otherwise data and proves nothing. */
  json(sure: Sureness, means: Meaning, ...words: readonly string[]): readonly Signature[];
  jsonFits(sure: Sureness, means: Meaning, anchor: string, fits: RegExp): readonly Signature[];
  /** A header of answers that the product makes itself. Its name is in lower case. */
  sends(sure: Sureness, means: Meaning, name: string, value?: RegExp): readonly Signature[];
  /** The same with certain statuses only. */
  sendsWith(
    statuses: readonly number[],
    means: Meaning,
    name: string,
    value?: RegExp,
  ): readonly Signature[];
  /** A header that also stands on what it hands on. */
  passes(name: string, value?: RegExp): readonly Signature[];
  /** Pieces of the address that it redirects to. */
  leadsTo(sure: Sureness, means: Meaning, ...anchors: readonly string[]): readonly Signature[];
  leadsToFit(sure: Sureness, means: Meaning, anchor: string, fits: RegExp): readonly Signature[];
}

export function rowsOf(product: string, party: Party): Rows {
  const row = (
    sure: Sureness,
    means: Meaning,
    trace: Trace,
    rest: Partial<Pick<Signature, 'as' | 'statuses'>> = {},
  ): Signature => ({ product, party, sure, means, as: 'wrote', trace, ...rest });
  const header = (name: string, value?: RegExp): Trace => ({
    in: 'header',
    name,
    ...(value === undefined ? {} : { value }),
  });
  return {
    says: (sure, means, ...words) =>
      words.map((one) => row(sure, means, { in: 'page', words: one })),
    saysBeside: (sure, means, words, ...beside) => [
      row(sure, means, { in: 'page', words, beside }),
    ],
    fits: (sure, means, anchor, fits) => [row(sure, means, { in: 'page', anchor, fits })],
    json: (sure, means, ...words) =>
      words.map((one) => row(sure, means, { in: 'json', words: one })),
    jsonFits: (sure, means, anchor, fits) => [row(sure, means, { in: 'json', anchor, fits })],
    sends: (sure, means, name, value) => [row(sure, means, header(name, value))],
    sendsWith: (statuses, means, name, value) => [
      row('A', means, header(name, value), { statuses }),
    ],
    passes: (name, value) => [row('B', 'trace', header(name, value), { as: 'passed' })],
    leadsTo: (sure, means, ...anchors) =>
      anchors.map((anchor) => row(sure, means, { in: 'location', anchor })),
    leadsToFit: (sure, means, anchor, fits) => [row(sure, means, { in: 'location', anchor, fits })],
  };
}
