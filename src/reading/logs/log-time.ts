import { objectOf, parseJson, listOf, type JsonObject } from '../../model/json.ts';
import { withoutColours } from '../../model/colours.ts';
import { epochMs, TIME_FORMATS, ZONES, type TimeFields } from './time-formats.ts';

/** Reads the time of an entry of a log. */

const SEARCHED = 600;
/** Where the head of a line ends: a time further on is one that the line speaks of. */
const HEAD = 80;
/** A bracket may stand before the time that a line begins with. */
const FIRST_PLACE = 1;
const DAY_MS = 86_400_000;
/** Names of the member that holds the time of a record, the most certain first. */
const MEMBERS: readonly string[] = [
  'time',
  'timestamp',
  '@timestamp',
  'ts',
  '@t',
  'datetime',
  'date',
  'asctime',
  '_time',
  't',
  'eventTime',
  'timeUnixNano',
  'observedTimeUnixNano',
  '__REALTIME_TIMESTAMP',
  'timestampInMs',
  'EdgeStartTimestamp',
  'start_time',
  'StartUTC',
  'createdAt',
  'created_at',
];
/** Objects that wrap a record: its time can be inside. */
const WRAPPERS: readonly string[] = ['_source', 'attributes', 'fields', 'result'];
const OTLP: readonly string[] = ['resourceLogs', 'scopeLogs', 'logRecords'];
/** Of a record that is cut: a member at its end, after everything that has members of its own. */
const LAST_MEMBER =
  /"(?:time|timestamp|@timestamp|ts|@t|datetime|date)"\s?:\s?("[^"{}]{8,40}"|1\d{9}(?:\d{3}){0,3}(?:\.\d{1,9})?)\s?(?:,\s?"[\w.@-]{1,40}"\s?:\s?(?:"[^"{}]{0,80}"|[\w.-]{1,30})\s?){0,8}\}\s{0,4}$/;
const FIRST_MEMBER =
  /^\{\s?"(?:time|@timestamp|ts|@t)"\s?:\s?("20[^"{}]{8,40}"|1\d{9}(?:\d{3}){0,3}(?:\.\d{1,9})?)\s?[,}]/;
const TAIL = 600;
/** Words before a time that is not the time of the line: of a window, a contract, a retry. */
const ABOUT_ELSE =
  /(?:reset|renew|expire|until|till|valid|next|retry|again|before|after|since|creat|updat|period|end|start|due|birth|last|from|scheduled)\w{0,12}["']?(?: (?:at|on|in|is|it|time|date)){0,2} ?[:=]? ?["'(]?$/i;

/**
 * Epoch milliseconds of an entry, or null. A record says it in a member of its own; in other text
 * the first time counts that is not said to be another one. A time without a zone is taken as UTC,
 * as log collectors write it; one without a year as the last such day before `now`.
 */
export function timeOf(entry: string, now: number): number | null {
  const plain = withoutColours(entry.slice(0, SEARCHED * 4));
  if (plain.startsWith('{')) return recordTime(entry, now);
  return firstTime(plain.slice(0, SEARCHED), now)?.at ?? null;
}

/** The time that a line begins with; null also when it only speaks of one. */
export function headTimeOf(line: string, now: number): number | null {
  if (line.startsWith('{')) return recordTime(line, now);
  const found = firstTime(withoutColours(line).slice(0, SEARCHED), now);
  return found !== null && found.index <= HEAD ? found.at : null;
}

/** True for a record: it has a time of its own or none. */
export function isRecord(entry: string): boolean {
  return entry.startsWith('{') && entry.includes('"');
}

interface Found {
  readonly at: number;
  readonly index: number;
}

/** Without one of these no notation fits. */
const CLOCK_LIKE = /\d:\d\d|\dT\d{4}|1\d{9}/;
/** What most lines begin with: it is read without the rest of the notations. */
const USUAL = /^["[]?(20\d\d)-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{3})\d{0,6})?Z/;

function firstTime(text: string, now: number): Found | null {
  const [usual, year, month, day, hour, minute, second, ms = 0] = USUAL.exec(text) ?? [];
  if (usual !== undefined) {
    const date = [Number(year), Number(month) - 1, Number(day)] as const;
    const at = Date.UTC(...date, Number(hour), Number(minute), Number(second), Number(ms));
    return { at, index: 0 };
  }
  if (!CLOCK_LIKE.test(text)) return null;
  let best: Found | null = null;
  for (const { pattern, read } of TIME_FORMATS) {
    const match = pattern.exec(text);
    if (match === null || (best !== null && match.index >= best.index)) continue;
    if (ABOUT_ELSE.test(text.slice(Math.max(0, match.index - 40), match.index))) continue;
    const value = read(match.groups ?? {});
    const at = typeof value === 'object' && value !== null ? msOf(value, now) : value;
    if (at !== null) best = { at, index: match.index };
    if (best !== null && best.index <= FIRST_PLACE) return best;
  }
  return best;
}

function recordTime(text: string, now: number): number | null {
  // Most records begin with it, and to parse them takes long.
  const member = FIRST_MEMBER.exec(text)?.[1];
  const at = member === undefined ? null : (epochMs(member) ?? timeOfText(member, now));
  if (at !== null) return at;
  const record = objectOf(parseJson(text.trim()));
  if (record !== null) return timeIn(record, now);
  // Cut, or a record with something below it.
  const line = text.split('\n', 1)[0] ?? '';
  const first = line.length < text.length ? objectOf(parseJson(line.trim())) : null;
  if (first !== null) return timeIn(first, now);
  const last = LAST_MEMBER.exec(line.slice(-TAIL))?.[1];
  return topTime(line, now) ?? (last === undefined ? null : timeOfText(last, now));
}

/** The time in the members at the beginning of a cut record, before the first object in it. */
function topTime(text: string, now: number): number | null {
  const inner = text.slice(1, SEARCHED);
  const end = inner.search(/[{[]/);
  return firstTime(end === -1 ? inner : inner.slice(0, end), now)?.at ?? null;
}

function timeIn(record: JsonObject, now: number): number | null {
  for (const name of MEMBERS) {
    const at = timeOfValue(record[name], now);
    if (at !== null) return at;
  }
  for (const name of WRAPPERS) {
    const inner = objectOf(record[name]);
    const at = inner === null ? null : timeIn(inner, now);
    if (at !== null) return at;
  }
  return otlpTime(record, now);
}

function otlpTime(record: JsonObject, now: number): number | null {
  let inner: JsonObject | null = record;
  for (const name of OTLP) inner = objectOf((listOf(inner?.[name]) ?? [])[0]);
  return inner === null ? null : timeIn(inner, now);
}

function timeOfValue(value: unknown, now: number): number | null {
  if (typeof value === 'number') return epochMs(String(value));
  return typeof value === 'string' ? timeOfText(value, now) : null;
}

function timeOfText(text: string, now: number): number | null {
  const found = firstTime(text.slice(0, HEAD), now);
  return found !== null && found.index <= 1 + 'Wed, '.length ? found.at : null;
}

function msOf({ year, month, day, hour, minute, second, ms, zone }: TimeFields, now: number) {
  const inYear = (of: number): number =>
    Date.UTC(of, month - 1, day, hour, minute, second, ms) - offsetOf(zone);
  if (year !== undefined) return inYear(year);
  const current = new Date(now).getUTCFullYear();
  // A day ahead is a clock or a zone; more is last year.
  return inYear(current) > now + DAY_MS ? inYear(current - 1) : inYear(current);
}

/** Milliseconds that a zone is ahead of UTC. */
function offsetOf(zone: string | undefined): number {
  const named = ZONES[zone ?? ''];
  if (named !== undefined) return named * 3_600_000;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return 0;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ms : ms;
}
