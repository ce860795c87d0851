import { jsonrepair } from 'jsonrepair';
import { listOf, objectOf, parseJson, type JsonObject } from '../../model/json.ts';
import { contractOf } from '../../evidence/body/contract.ts';
import { errorBodyOf } from '../../evidence/body/error-body.ts';
import { balancedEnd, isDeeper } from './balanced.ts';

/** An object that was found in a text, and where. */
export interface FoundObject {
  readonly object: JsonObject;
  readonly at: number;
  /** After its last character. */
  readonly end: number;
}

/** Longer ones have to be JSON to the letter: mending is for what people paste. */
const LONGEST_MENDED = 65_536;
/** Deeper than any answer is; far deeper ones overflow whoever walks through them. */
const MOST_DEPTH = 500;
const MOST_TRIED = 40;
/** Objects without an end; each is looked through to the end of the text. */
const MOST_CUT = 6;
/** A key and what sets it off from its value, as JSON, Python, JavaScript and Ruby write it. */
const OBJECT_START =
  /^\{\s{0,200}\\{0,7}["'“”‘’]{0,2}[\w$.-]{1,100}\\{0,7}["'“”‘’]{0,2}\s{0,20}(?::|=>)/;

/**
 * The JSON object that a text is, also inside one layer of quoting or of a list. Null when the
 * text is anything else, or is nested out of all reason.
 */
export function jsonObjectOf(text: string): JsonObject | null {
  if (isDeeper(text, MOST_DEPTH)) return null;
  const value = parseJson(text.trim());
  const unquoted = typeof value === 'string' ? parseJson(value) : value;
  const list = listOf(unquoted);
  return objectOf(list?.length === 1 ? list[0] : unquoted);
}

/**
 * The objects of a text in their order, none of them part of another: JSON, and what is nearly
 * that: escaped once more, a Python dictionary, an object as Node prints it, curly quotes, a cut end.
 */
export function jsonObjectsIn(text: string): readonly FoundObject[] {
  if (isDeeper(text, MOST_DEPTH)) return [];
  const found: FoundObject[] = [];
  let at = text.indexOf('{');
  let cut = 0;
  for (let tried = 0; at !== -1 && tried < MOST_TRIED && cut < MOST_CUT; tried += 1) {
    const end = balancedEnd(text, at);
    if (end === null) cut += 1;
    const object = objectIn(text, at, end);
    if (object !== null) found.push({ object, at, end: end ?? text.length });
    at = text.indexOf('{', object === null ? at + 1 : (end ?? text.length));
  }
  return found;
}

/** The object of a text that tells most of an answer; the first of those that tell the same. */
export function jsonObjectIn(text: string): JsonObject | null {
  return mostTelling(jsonObjectsIn(text));
}

/** The same among those that were found. */
export function mostTelling(found: readonly FoundObject[]): JsonObject | null {
  let best: { readonly object: JsonObject; readonly worth: number } | null = null;
  for (const { object } of found) {
    const worth = worthOf(object);
    if (best === null || worth > best.worth) best = { object, worth };
  }
  return best?.object ?? null;
}

function worthOf(object: JsonObject): number {
  const contract = contractOf(object, null);
  if (contract !== null) return contract.fit === 'strong' ? 3 : 2;
  return errorBodyOf(object) === null ? 0 : 1;
}

function objectIn(text: string, at: number, end: number | null): JsonObject | null {
  if (end !== null) {
    const exact = objectOf(parseJson(text.slice(at, end)));
    if (exact !== null) return exact;
  }
  const whole = text.slice(at, Math.min(end ?? text.length, at + LONGEST_MENDED));
  const span = end === null ? whole.slice(0, CUT_OFF.exec(whole)?.index) : whole;
  const object = OBJECT_START.test(span) ? mended(span) : null;
  // Anything can be mended that has no end; it counts when it tells something.
  return end === null && object !== null && worthOf(object) === 0 ? null : object;
}

/** Where a client left the rest out, `(truncated...)`, `... (173 bytes)`, or goes on with its own. */
const CUT_OFF =
  /\s{0,3}\(truncated\.{3}\)|\.{3} ?\(\d{1,9} bytes\)|\.{3} \d{1,9} more (?:characters|bytes)|\n\s{0,40}(?:at |in \/|#\d|File ")/;

/** What stands in texts for what no JSON has, and what stands in its place. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  // A string that a mail program broke, and quoted.
  [/\n>+ ?/g, ' '],
  // Ruby and Elixir.
  [/(["'\w])\s{0,20}=>/g, '$1:'],
  // Objects as Node prints them.
  [/(?<=[[{,:]\s{0,60})\[Symbol\([^)\n]{0,100}\)\](?=:)/g, '"symbol"'],
  [/(?<=[[{,:]\s{0,60})\[[A-Z]\w{1,30}(?:: [^\]\n]{0,100}|\s\w[^\]\n]{0,100})?\](?! \{)/g, 'null'],
  [/(?<=[[{,:]\s{0,60})<(?:Buffer|ref|Circular)[^>\n]{0,300}>/g, 'null'],
  [
    /(?<=[[{,:]\s{0,60})(?:\[[A-Z]\w{1,30}: [^\]\n]{1,60}\]|[A-Z]\w{1,60}(?:\(\d{1,9}\))?) (?=[[{])/g,
    '',
  ],
];

function mended(span: string): JsonObject | null {
  // A cell of a CSV file: {""status"":429}
  let plain = /^\{\s*""(?!")/.test(span) ? span.replaceAll('""', '"') : span;
  for (const [foreign, own] of FOREIGN) plain = plain.replace(foreign, own);
  try {
    return objectOf(parseJson(jsonrepair(plain)));
  } catch {
    return null;
  }
}
