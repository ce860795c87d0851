import type { JsonObject } from '../../model/json.ts';
import { balancedEnd } from '../matches/balanced.ts';
import { jsonObjectIn } from '../matches/json-in-text.ts';
import type { Recogniser } from '../paste.ts';
import { entriesOf } from './structured-error.ts';

/** A name and the sign after it; what follows is read by what it begins with. */
const NAME = /(?<![\w.-])([A-Za-z@_][\w.@-]{0,60})=/g;
const VALUE = /"((?:[^"\\]|\\.){0,4000})"|'([^']{0,4000})'|([^\s"']{0,2000})/y;
const MOST_PAIRS = 60;
const FEWEST_PAIRS = 3;

/** The pairs of a logfmt line (`level=error status=429 msg="…"`), or null when it has too few. */
function logfmtOf(line: string): JsonObject | null {
  const pairs = new Map<string, unknown>();
  let end = 0;
  for (const { 0: sign, 1: name = '', index } of line.matchAll(NAME)) {
    // A name inside a value is part of it: url=https://host/?page=2
    if (index < end) continue;
    const start = index + sign.length;
    const value = valueAt(line, start);
    end = value.end;
    if (!pairs.has(name)) pairs.set(name, value.value);
    if (pairs.size >= MOST_PAIRS) break;
  }
  return pairs.size < FEWEST_PAIRS ? null : Object.fromEntries(pairs);
}

/** Objects are written as they are, quoted or not; everything else ends at a blank. */
function valueAt(line: string, start: number): { readonly value: unknown; readonly end: number } {
  if (line.charAt(start) === '{') {
    const end = balancedEnd(line, start) ?? line.length;
    const object = jsonObjectIn(line.slice(start, end));
    if (object !== null) return { value: object, end };
  }
  VALUE.lastIndex = start;
  const [whole = '', doubled, single, bare = ''] = VALUE.exec(line) ?? [];
  const value = doubled?.replaceAll(/\\(["\\])/g, '$1') ?? single ?? bare;
  return { value, end: start + whole.length };
}

/** A failed call as a logfmt line. */
export const logfmt: Recogniser = {
  name: 'structured-error',
  read({ text, lines }) {
    if (lines.length > 1 || text.length > 16_384) return null;
    const record = logfmtOf(text);
    return record === null ||
      (record.level === undefined && record.lvl === undefined && record.status === undefined)
      ? null
      : entriesOf(record);
  },
};
