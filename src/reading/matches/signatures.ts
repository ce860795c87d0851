import {
  PORTAL_SIGNATURES,
  SIGNATURES,
  type Signature,
  type Trace,
} from '../../knowledge/signatures.ts';
import {
  fitsAround,
  folded,
  placesOf,
  searchedIn,
  type Searched,
} from '../../evidence/signatures/find-words.ts';
import { oneLine } from '../../evidence/one-line.ts';

/** The trace of a product in a text (UTF-16 units, `end` after the last), and its words. */
export interface SignatureMatch {
  readonly signature: Signature;
  readonly at: number;
  readonly end: number;
  readonly words: string;
}

/** What the caller knows about the answer that a text is, or is about. */
export interface SignatureContext {
  /** Its status, where one is known: some traces count only with certain ones. */
  readonly status?: number | null;
  /** A page stands where JSON was due. */
  readonly isPageForJson?: boolean;
}

const LONGEST_WORDS = 160;
const ALL: readonly Signature[] = [...SIGNATURES, ...PORTAL_SIGNATURES];
const HEADER_NAMES: readonly string[] = [
  ...new Set(ALL.flatMap(({ trace }) => (trace.in === 'header' ? [trace.name] : []))),
];
/** What stands before an address that somebody is sent to, and not one that is only named. */
const SENT_TO =
  /(?:location|redirect(?:ed|ing|s|url)?|moved|href|url=|final url|forwarded|sent to|src)\b[^]{0,160}$/;
const BEFORE_ADDRESS = 180;

/**
 * Every trace of a known product in any text: a raw answer, the words of a page, a page in a log
 * line, in a JSON string, in Python's or PHP's notation, with each line behind the same prefix.
 * Traces of the third kind (C: generic words, a name alone) count only with a status of 400 or
 * more, or where a page stands for JSON. In order of the text; of rows that tell the same at the
 * same place the surest.
 */
export function signaturesIn(
  text: string,
  context: SignatureContext = {},
): readonly SignatureMatch[] {
  const searched = searchedIn(text);
  const headers = headersIn(searched);
  const rows = ALL.filter((signature) => counts(signature, context));
  const found = rows.flatMap((signature) =>
    placesIn(signature, searched, headers).map(({ at, end }) => ({ signature, at, end })),
  );
  const kept: typeof found = [];
  for (const one of found.toSorted(bySureness)) {
    const isKnown = kept.some(
      (other) =>
        other.signature.product === one.signature.product &&
        other.at < one.end &&
        one.at < other.end,
    );
    if (!isKnown) kept.push(one);
  }
  return kept
    .toSorted((a, b) => a.at - b.at)
    .map((one) => ({ ...one, words: oneLine(text.slice(one.at, one.end), LONGEST_WORDS) }));
}

interface Place {
  readonly signature: Signature;
  readonly at: number;
  readonly end: number;
}

function bySureness(a: Place, b: Place): number {
  return a.signature.sure.localeCompare(b.signature.sure) || b.end - b.at - (a.end - a.at);
}

function counts({ sure, statuses }: Signature, context: SignatureContext): boolean {
  const { status = null, isPageForJson = false } = context;
  if (statuses !== undefined) return status !== null && statuses.includes(status);
  return sure !== 'C' || isPageForJson || (status !== null && status >= 400);
}

interface HeaderLine {
  readonly name: string;
  readonly value: string;
  readonly at: number;
  readonly end: number;
}

const HEADER = new RegExp(
  String.raw`(?<![\w-])(${HEADER_NAMES.join('|')})["']? ?[:=] ?[["']{0,2}([^"'\n]{1,300})`,
  'g',
);

/** Names that are ordinary words as well: as headers they begin a line or stand in quotes. */
const PLAIN_NAMES: readonly string[] = ['server', 'via', 'link', 'location'];

function isInHead(text: string, at: number): boolean {
  return /(?:^|[\n\r{[(,;|"'<>*]|\\[nr])[ \t"'<>*]{0,12}$/.test(
    text.slice(Math.max(0, at - 16), at),
  );
}

/** Header lines of known names, as HTTP, JSON and other languages print them. */
function headersIn({ text, marked }: Searched): readonly HeaderLine[] {
  return [...marked.text.matchAll(HEADER)].flatMap((match) => {
    const [whole, name = '', value = ''] = match;
    const at = marked.places[match.index] ?? 0;
    if (PLAIN_NAMES.includes(name) && !isInHead(text, at) && !/^\S{1,60}\/\d/.test(value))
      return [];
    const last = marked.places[match.index + whole.length] ?? text.length;
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd === -1 ? last : Math.min(last, lineEnd);
    const shown = value.slice(0, end - at);
    return [{ name, value: shown, at, end }];
  });
}

function placesIn(
  signature: Signature,
  searched: Searched,
  headers: readonly HeaderLine[],
): readonly { readonly at: number; readonly end: number }[] {
  const { trace } = signature;
  if (trace.in === 'header') return headers.filter((line) => isOf(line, trace));
  if (trace.in !== 'location') return placesOf(signature, searched);
  const { text, places } = searched.marked;
  const spans =
    trace.fits === undefined
      ? fitsAround(text, folded(trace.anchor), escaped(folded(trace.anchor)))
      : fitsAround(text, folded(trace.anchor), trace.fits);
  return spans
    .filter(([at]) => SENT_TO.test(text.slice(Math.max(0, at - BEFORE_ADDRESS), at)))
    .map(([at, end]) => ({ at: places[at] ?? 0, end: places[end] ?? searched.text.length }));
}

function isOf({ name, value }: HeaderLine, trace: Extract<Trace, { in: 'header' }>): boolean {
  return name === trace.name && (trace.value?.test(value) ?? true);
}

function escaped(words: string): RegExp {
  return new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
}
