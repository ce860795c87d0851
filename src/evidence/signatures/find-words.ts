import type { Signature } from '../../knowledge/signatures.ts';
import { foldText, withoutTags, type FoldedText } from './folded-text.ts';

/** Where the trace of a signature stands in a text (UTF-16 units, `end` after the last). */
export interface Found {
  readonly signature: Signature;
  readonly at: number;
  readonly end: number;
}

/** A text that was made ready for many signatures. */
export interface Searched {
  readonly text: string;
  /** With its tags, its words alone, and with double quotes only, as JSON has them. */
  readonly marked: FoldedText;
  readonly bare: FoldedText;
  readonly quoted: FoldedText;
}

/** Windows around an anchor in which an expression is tried, and how near a second sign must be. */
const BEFORE = 400;
const AFTER = 2400;
const NEAR = 4000;
const MOST_PLACES = 50;

export function searchedIn(text: string): Searched {
  const marked = foldText(text);
  const quoted = { text: marked.text.replaceAll("'", '"'), places: marked.places };
  return { text, marked, bare: withoutTags(marked), quoted };
}

/** All places of the words of one signature, in order. Headers and addresses are not looked at. */
export function placesOf(signature: Signature, searched: Searched): readonly Found[] {
  const { trace } = signature;
  if (trace.in !== 'page' && trace.in !== 'json') return [];
  const { marked, bare, quoted } = searched;
  const views = trace.in === 'json' ? [quoted] : bare === marked ? [marked] : [marked, bare];
  const found: Found[] = [];
  for (const view of views) {
    for (const [at, end] of spansOf(trace, view)) {
      const place = { signature, at: placeOf(view, at), end: placeOf(view, end) };
      if (!found.some((other) => other.at < place.end && place.at < other.end)) found.push(place);
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

function placeOf({ places, text }: FoldedText, at: number): number {
  return places[Math.min(at, text.length)] ?? 0;
}

type WordTrace = Extract<Signature['trace'], { in: 'page' | 'json' }>;
type Span = readonly [number, number];

function spansOf(trace: WordTrace, view: FoldedText): readonly Span[] {
  if ('words' in trace) {
    const words = folded(trace.words);
    return occurrences(view.text, words)
      .filter((at) => (trace.beside ?? []).every((other) => isNear(view.text, folded(other), at)))
      .map((at) => [at, at + words.length]);
  }
  return fitsAround(view.text, folded(trace.anchor), trace.fits);
}

/** Where an expression fits, tried around each place of its anchor; everywhere without one. */
export function fitsAround(text: string, anchor: string, fits: RegExp): readonly Span[] {
  if (anchor === '') {
    const match = fits.exec(text);
    return match === null ? [] : [[match.index, match.index + match[0].length]];
  }
  const spans: Span[] = [];
  let done = 0;
  for (const place of occurrences(text, anchor)) {
    if (place < done) continue;
    const from = Math.max(done, place - BEFORE);
    const match = fits.exec(text.slice(from, place + AFTER));
    if (match === null) continue;
    const at = from + match.index;
    done = Math.max(at + match[0].length, place + 1);
    spans.push([at, at + match[0].length]);
  }
  return spans;
}

function isNear(text: string, words: string, at: number): boolean {
  const place = text.indexOf(words, Math.max(0, at - NEAR));
  return place !== -1 && place < at + NEAR;
}

function occurrences(text: string, words: string): readonly number[] {
  const places: number[] = [];
  let at = text.indexOf(words);
  while (at !== -1 && places.length < MOST_PLACES) {
    places.push(at);
    at = text.indexOf(words, at + words.length);
  }
  return places;
}

const FOLDED = new Map<string, string>();

/** The words of a signature as they stand in a folded text. */
export function folded(words: string): string {
  const known = FOLDED.get(words);
  if (known !== undefined) return known;
  const text = foldText(words).text;
  FOLDED.set(words, text);
  return text;
}
