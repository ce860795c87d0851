import type { Header } from '../../model/exchange.ts';
import type { Party } from '../../model/fact.ts';
import { headerValues } from '../header.ts';
import { oneLine } from '../one-line.ts';

/** A trace that a product on the way leaves in an answer: a header, or words in the page. */
export interface Mark {
  readonly product: string;
  /** Who answered when the mark is in an answer that is not Lusha's. */
  readonly party: Party;
  /**
   * `wrote`: only in answers the product makes itself. `passed`: also in answers it hands on.
   */
  readonly as: 'wrote' | 'passed';
  /** Header name in lower case. With `value`, one value must fit as well. */
  readonly header?: string;
  readonly value?: RegExp;
  /** Words of the page in any case, or an expression, which must be linear: the text is hostile. */
  readonly body?: readonly string[] | RegExp;
  /** Status the answer must have for the mark to count. */
  readonly statuses?: readonly number[];
}

/** A mark that was found, with the words for a person. */
export interface Sighting {
  readonly mark: Mark;
  readonly says: string;
}

/** What marks are looked for in. */
export interface Traces {
  readonly status: number | null;
  readonly headers: readonly Header[];
  /** Beginning of the body's text; empty for JSON, where words prove nothing. */
  readonly page: string;
}

const LONGEST_SHOWN = 120;

/** All marks of the table that the traces show, in table order. */
export function sightings(marks: readonly Mark[], traces: Traces): readonly Sighting[] {
  return marks.flatMap((mark) => {
    const says = seen(mark, traces);
    return says === null ? [] : [{ mark, says }];
  });
}

function seen(mark: Mark, { status, headers, page }: Traces): string | null {
  const { statuses, header, value, body } = mark;
  if (statuses !== undefined && (status === null || !statuses.includes(status))) return null;
  if (header !== undefined) {
    const fit = headerValues(headers, header).find((one) => value?.test(one) ?? true);
    return fit === undefined ? null : `header ${header}: ${oneLine(fit, LONGEST_SHOWN)}`;
  }
  const words = body === undefined ? undefined : wordsIn(page, body);
  return words === undefined ? null : `the page says "${oneLine(words, LONGEST_SHOWN)}"`;
}

function wordsIn(page: string, body: readonly string[] | RegExp): string | undefined {
  if (body instanceof RegExp) return body.exec(page)?.[0];
  const lower = page.toLowerCase();
  return body.find((words) => lower.includes(words.toLowerCase()));
}
