import type { Signature } from '../../knowledge/signatures.ts';
import type { Header } from '../../model/exchange.ts';
import { headerValues } from '../header.ts';
import { oneLine } from '../one-line.ts';
import { fitsAround, folded, placesOf, searchedIn, type Searched } from './find-words.ts';
import { foldText } from './folded-text.ts';

/** A signature that an answer shows, with the words for a person. */
export interface Sighting {
  readonly signature: Signature;
  readonly says: string;
}

/** What signatures are looked for in. */
export interface Traces {
  readonly status: number | null;
  readonly headers: readonly Header[];
  /** Beginning of the body's text; empty for JSON, where words prove nothing. */
  readonly page: string;
  /** The body where it is JSON: some products answer in JSON of their own. */
  readonly json?: string;
}

const LONGEST_SHOWN = 120;

/** All signatures of the table that the answer shows, in table order. One place counts once. */
export function sightings(signatures: readonly Signature[], traces: Traces): readonly Sighting[] {
  const page = searchedIn(traces.page);
  const json = searchedIn(traces.json ?? '');
  const told = new Set<string>();
  const taken: { product: string; at: number; end: number }[] = [];
  return signatures.flatMap((signature) => {
    const { statuses, product, trace } = signature;
    const { status } = traces;
    if (statuses !== undefined && (status === null || !statuses.includes(status))) return [];
    if (trace.in === 'header' || trace.in === 'location') {
      const says = inHead(signature, traces.headers);
      if (says === null || told.has(`${product} ${says}`)) return [];
      told.add(`${product} ${says}`);
      return [{ signature, says }];
    }
    const where = trace.in === 'json' && json.text !== '' ? json : page;
    const [first] = where.text === '' ? [] : placesOf(signature, where);
    if (first === undefined) return [];
    const { at, end } = first;
    const isKnown = taken.some(
      (other) => other.product === product && other.at < end && at < other.end,
    );
    taken.push({ product, at, end });
    return isKnown ? [] : [{ signature, says: quoted(where, at, end) }];
  });
}

function inHead({ trace }: Signature, headers: readonly Header[]): string | null {
  if (trace.in === 'header') {
    const { name, value } = trace;
    const fit = headerValues(headers, name).find((one) => value?.test(one) ?? true);
    return fit === undefined ? null : `header ${name}: ${oneLine(fit, LONGEST_SHOWN)}`;
  }
  if (trace.in !== 'location') return null;
  const { anchor, fits } = trace;
  const fit = headerValues(headers, 'location').find((one) => {
    const address = foldText(one).text;
    if (!address.includes(folded(anchor))) return false;
    return fits === undefined || fitsAround(address, folded(anchor), fits).length > 0;
  });
  return fit === undefined ? null : `header location: ${oneLine(fit, LONGEST_SHOWN)}`;
}

function quoted({ text }: Searched, at: number, end: number): string {
  return `the page says "${oneLine(text.slice(at, end), LONGEST_SHOWN)}"`;
}
