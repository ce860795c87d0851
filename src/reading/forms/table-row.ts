import { contractOf } from '../../evidence/body/contract.ts';
import { errorBodyOf } from '../../evidence/body/error-body.ts';
import type { SentRequest } from '../../model/exchange.ts';
import { answerEntry } from './answer-entry.ts';
import { bodyOfText } from '../matches/body-text.ts';
import { jsonObjectIn } from '../matches/json-in-text.ts';
import { messageFacts } from './message-text.ts';
import type { PastedEntry, Recogniser } from '../paste.ts';
import { requestOfUrl } from '../matches/request-of-url.ts';

/** What a column holds that says something about a call. */
type Role = 'status' | 'url' | 'host' | 'path' | 'method' | 'words';

/** Names of columns without case and signs: exports, W3C logs of servers, load-test results. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...named('status', [
    'status',
    'statuscode',
    'httpstatus',
    'httpstatuscode',
    'httpcode',
    'responsestatus',
    'responsestatuscode',
    'responsecode',
    'resultcode',
    'returncode',
    'scstatus',
    'edgeresponsestatus',
  ]),
  ...named('url', ['url', 'requesturl', 'httpurl', 'fullurl', 'href', 'clientrequesturl']),
  ...named('host', [
    'host',
    'hostname',
    'cshost',
    'xhostheader',
    'domain',
    'authority',
    'requesthost',
    'clientrequesthost',
  ]),
  ...named('path', [
    'path',
    'uri',
    'endpoint',
    'route',
    'resource',
    'requestpath',
    'requesturi',
    'csuristem',
    'clientrequesturi',
    'clientrequestpath',
  ]),
  ...named('method', [
    'method',
    'verb',
    'httpmethod',
    'requestmethod',
    'csmethod',
    'clientrequestmethod',
  ]),
  ...named('words', [
    'message',
    'msg',
    'error',
    'errormessage',
    'failuremessage',
    'reason',
    'detail',
    'description',
    'body',
    'response',
    'responsebody',
    'raw',
  ]),
]);
const FIELDS = /^#Fields: ?/;
const DELIMITERS = ['\t', ';', ',', '|'] as const;
const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 200;
const LONGEST_HEADER = 4000;
const LONGEST_NAME = 60;
const MOST_ROWS = 1000;
const LINES_SEARCHED = 20;
const MOST_LINES_OF_ROW = 50;

/** The columns of a table: which cell holds what, and what stands between cells. */
interface Columns {
  /** Null for W3C logs, whose cells are separated by blanks or tabs. */
  readonly delimiter: string | null;
  readonly names: number;
  readonly at: ReadonlyMap<Role, readonly number[]>;
}

/**
 * The line that names the columns of the table that begins with `head`: the `#Fields:` of a W3C
 * log, or the first line of an export. Null when there is no table.
 */
export function headerLineIn(head: string): string | null {
  const lines = head.replace(/^\uFEFF/, '').split(/\r?\n/, LINES_SEARCHED);
  const fields = lines.find((line) => FIELDS.test(line));
  const header = fields ?? lines.find((line) => line !== '' && !line.startsWith('#'));
  return header !== undefined && columnsOf(header) !== null ? header : null;
}

/** A row below its header line, in a log that is read row by row. */
export const tableRow: Recogniser = {
  name: 'access-log',
  read: ({ lines }) => tableEntries(lines),
};

/** The calls of a table with a header line; null when the lines are none, or tell of no call. */
export function tableEntries(lines: readonly string[]): readonly PastedEntry[] | null {
  const header = headerLineIn(lines.slice(0, LINES_SEARCHED).join('\n'));
  let columns = header === null ? null : columnsOf(header);
  if (header === null || columns === null) return null;
  const entries: PastedEntry[] = [];
  const start = lines.indexOf(header) + 1;
  for (let at = start; at < lines.length && entries.length < MOST_ROWS; at += 1) {
    let row = lines[at] ?? '';
    if (row.startsWith('#')) {
      columns = columnsOf(row) ?? columns;
      continue;
    }
    // A quoted cell may hold line breaks.
    for (let more = 0; more < MOST_LINES_OF_ROW && isOpen(row, columns); more += 1) {
      at += 1;
      const next = lines[at];
      if (next === undefined) break;
      row = `${row}\n${next}`;
    }
    const entry = entryOf(row, columns);
    if (entry !== null) entries.push(entry);
  }
  return entries.length === 0 ? null : entries;
}

function columnsOf(header: string): Columns | null {
  if (header.length > LONGEST_HEADER) return null;
  const isFields = FIELDS.test(header);
  const line = header.replace(FIELDS, '').trim();
  const delimiter = isFields ? null : (delimiterOf(line) ?? undefined);
  if (delimiter === undefined) return null;
  const names = cellsOf(line, delimiter);
  if (names.length < FEWEST_COLUMNS || names.length > MOST_COLUMNS) return null;
  if (!names.every((name) => name.length <= LONGEST_NAME && /^[\p{L}_@#]/u.test(name))) return null;
  const at = new Map<Role, number[]>();
  for (const [index, name] of names.entries()) {
    const role = ROLES.get(name.toLowerCase().replaceAll(/[^a-z\d]/g, ''));
    if (role !== undefined) at.set(role, [...(at.get(role) ?? []), index]);
  }
  const saysWhat = at.has('url') || at.has('path') || at.has('host') || at.has('words');
  return at.has('status') && saysWhat ? { delimiter, names: names.length, at } : null;
}

function delimiterOf(line: string): string | null {
  const counts = DELIMITERS.map((sign) => ({ sign, cells: line.split(sign).length }));
  const [most] = counts.toSorted((a, b) => b.cells - a.cells);
  return most === undefined || most.cells < FEWEST_COLUMNS ? null : most.sign;
}

function entryOf(row: string, { delimiter, names, at }: Columns): PastedEntry | null {
  const sign = delimiter ?? (row.includes('\t') ? '\t' : ' ');
  const cells = cellsOf(row, sign);
  // The last column of a log is often free text with the delimiter in it.
  if (cells.length > names) cells.push(cells.splice(names - 1).join(sign));
  const cellsFor = (role: Role): readonly string[] =>
    (at.get(role) ?? []).flatMap((index) => {
      const cell = cells[index]?.trim() ?? '';
      return cell === '' || cell === '-' ? [] : [cell];
    });
  const status = cellsFor('status').find((cell) => /^[1-5]\d{2}$/.test(cell));
  if (status === undefined) return null;
  return entryWith(Number(status), requestOf(cellsFor), cellsFor('words'));
}

function requestOf(cellsFor: (role: Role) => readonly string[]): Partial<SentRequest> {
  const [method] = cellsFor('method').filter((cell) => /^[A-Z]{3,7}$/i.test(cell));
  const host = cellsFor('host').find((cell) => /^[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?$/.test(cell));
  const targets = [...cellsFor('url'), ...cellsFor('path')].map(requestOfUrl);
  return {
    ...(host === undefined ? {} : { origin: `https://${host.toLowerCase()}` }),
    ...targets.find(({ path }) => path !== undefined),
    ...(method === undefined ? {} : { method: method.toUpperCase() }),
  };
}

function entryWith(
  status: number,
  request: Partial<SentRequest>,
  words: readonly string[],
): PastedEntry {
  const bodies = words.flatMap((cell) => (cell.includes('{') ? (jsonObjectIn(cell) ?? []) : []));
  const body = bodies.find((one) => contractOf(one, status) !== null || errorBodyOf(one) !== null);
  if (body !== undefined) return answerEntry(JSON.stringify(body), status, request);
  const said = status < 400 ? undefined : words.find((cell) => cell.includes(' '));
  return {
    exchange: {
      door: 'pasted',
      phases: [],
      request,
      response: { status, statusText: '', headers: [], body: bodyOfText('') },
    },
    facts: said === undefined ? {} : messageFacts(said, status),
  };
}

/** The cells of a row; a quoted one may hold the delimiter, and a quote written twice. */
function cellsOf(row: string, delimiter: string | null): string[] {
  const sign = delimiter ?? ' ';
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < row.length; at += 1) {
    const letter = row.charAt(at);
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (row.charAt(at + 1) === '"') {
        cell += letter;
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === sign) {
      cells.push(cell);
      cell = '';
      if (cells.length > MOST_COLUMNS) break;
    } else cell += letter;
  }
  cells.push(cell);
  return cells;
}

/** Only where cells are quoted at all: in tabs and in server logs a quote is a sign like others. */
function isOpen(row: string, { delimiter }: Columns): boolean {
  return delimiter !== null && delimiter !== '\t' && row.split('"').length % 2 === 0;
}

function named(role: Role, names: readonly string[]): readonly (readonly [string, Role])[] {
  return names.map((name) => [name, role] as const);
}
