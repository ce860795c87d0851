import { contractOf } from '../../evidence/body/contract.ts';
import {
  listOf,
  objectOf,
  objectsIn,
  parseJson,
  textOf,
  type JsonObject,
} from '../../model/json.ts';
import { timeOf } from './log-time.ts';

/** Where exports of log services keep their records. */
const LISTS: readonly (readonly string[])[] = [
  ['events'],
  ['hits', 'hits'],
  ['entries'],
  ['logs'],
  ['logEvents'],
  ['records'],
  ['messages'],
  ['results'],
  ['data'],
];
/** Members that hold the line as the program wrote it. */
const LINES: readonly string[] = ['message', '@message', '_raw', 'log', 'textPayload', 'MESSAGE'];
const MOST_RECORDS = 20_000;

/** The lines that Loki answers a query with: `{"data":{"result":[{"values":[["<ns>","<line>"]]}]}}`. */
function lokiLines(document: unknown): readonly string[] {
  const data = objectOf(objectOf(document)?.['data']);
  const streams = objectsIn(data?.['result'] ?? document);
  return streams.flatMap(({ values }) =>
    (listOf(values) ?? []).flatMap((pair): string[] => {
      const [at, line] = listOf(pair) ?? [];
      const written = textOf(line);
      const ns = Number(textOf(at));
      if (written === null || !(ns > FIRST_NS && ns < LAST_NS)) return [];
      return [`${new Date(ns / NS_PER_MS).toISOString()} ${written.trimEnd()}`];
    }),
  );
}

const NS_PER_MS = 1e6;
/** The years 2001 to 2286: a number outside is no time in ns. */
const FIRST_NS = 1e18;
const LAST_NS = 1e19;

/** The records of an export as entries of a log; null when the text is no list of such records. */
export function recordsIn(text: string, now: number): readonly string[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const document = parseJson(text);
  const lines = lokiLines(document);
  if (lines.length > 0) return lines.slice(0, MOST_RECORDS);
  const records = listIn(document).slice(0, MOST_RECORDS);
  if (records.length < 2) return null;
  const entries = records.map((record) => ({ record, json: JSON.stringify(record) }));
  const logged = entries.filter(
    ({ record, json }) => lineOf(record) !== null || timeOf(json, now) !== null,
  );
  if (logged.length * 2 < records.length) return null;
  return entries.map(({ record, json }) => asEntry(record, json, now));
}

/**
 * The items of a JSON list of more than `most` as the lines of a log; null when the text is none. So many
 * are counted one by one and never held together.
 */
export function linesOfList(text: string, most: number, now: number): string | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const document = parseJson(text);
  const lines = lokiLines(document);
  if (lines.length > most) return lines.join('\n');
  const items = listIn(document);
  if (items.length <= most) return null;
  return items.map((item) => asEntry(item, JSON.stringify(item), now)).join('\n');
}

function listIn(document: unknown): readonly JsonObject[] {
  if (listOf(document) !== null) return objectsIn(document);
  const top = objectOf(document);
  // An answer of the API can have a list too: it is one failure.
  if (top === null || contractOf(top, null) !== null) return [];
  for (const path of LISTS) {
    let inner: unknown = top;
    for (const name of path) inner = objectOf(inner)?.[name];
    if (listOf(inner) !== null) return objectsIn(inner);
  }
  return [];
}

function lineOf(record: JsonObject): string | null {
  for (const name of LINES) {
    const line = textOf(record[name]);
    if (line !== null) return line;
  }
  return null;
}

/** A record that is little more than its line is read as the line. */
function asEntry(record: JsonObject, json: string, now: number): string {
  const inner = objectOf(record['_source']) ?? record;
  const line = lineOf(inner);
  const text = inner === record ? json : JSON.stringify(inner);
  if (line === null || line.length * 2 < text.length) return text;
  const at = timeOf(json, now);
  return at === null ? line.trimEnd() : `${new Date(at).toISOString()} ${line.trimEnd()}`;
}
