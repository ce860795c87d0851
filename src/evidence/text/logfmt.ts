import type { JsonObject } from '../../model/json.ts';
import type { Recogniser } from './paste.ts';
import { entriesOf } from './structured-error.ts';

const PAIR =
  /(?<![\w.-])([A-Za-z@_][\w.@-]{0,60})=("(?:[^"\\]|\\.){0,4000}"|'[^']{0,4000}'|[^\s"']{0,2000})/g;
const MOST_PAIRS = 60;
const FEWEST_PAIRS = 3;

/** The pairs of a logfmt line (`level=error status=429 msg="…"`), or null when it has too few. */
function logfmtOf(line: string): JsonObject | null {
  const pairs: [string, string][] = [];
  for (const [, name = '', value = ''] of line.matchAll(PAIR)) {
    pairs.push([name, value.replace(/^["']|["']$/g, '').replaceAll('\\"', '"')]);
    if (pairs.length >= MOST_PAIRS) break;
  }
  return pairs.length < FEWEST_PAIRS ? null : Object.fromEntries(pairs);
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
