import { withoutColours } from '../../model/colours.ts';

/**
 * What the head of a line says about the line: that an entry of its own begins there, or nothing.
 * After a `dated` head of a failure everything up to the next head belongs to the entry; a `level`
 * and a `record` stand for their own line.
 */
export type HeadKind = 'dated' | 'level' | 'record' | null;

const BEFORE_STAMP = String.raw`^(?:[\w.-]{1,40} {1,10}\| )?(?:<\d{1,3}>\d{0,2} ?)?[[("]{0,2}`;
const STAMPS: readonly string[] = [
  String.raw`20\d\d[-/.]\d\d[-/.]\d\d[T ,_]{1,2}\d{1,2}:\d\d`,
  String.raw`20\d{6}T\d{4}`,
  String.raw`\d{1,2}[./]\d{1,2}[./]20\d\d,? {1,2}\d{1,2}:\d\d`,
  String.raw`(?:[A-Z][a-z]{2},? )?[A-Z][a-z]{2} {1,2}\d{1,2}(?: 20\d\d)? \d\d:\d\d:\d\d`,
  String.raw`(?:[A-Z][a-z]{2}, )?\d{1,2}[ /-][A-Z][a-z]{2}[ /-]20\d\d[ :]\d\d:\d\d`,
  String.raw`1\d{9}(?:\d{3}){0,3}(?:\.\d{1,9})?[\]\s|,;:]`,
  String.raw`[IWEF]\d{4} \d\d:\d\d:\d\d`,
  String.raw`[DIWEFA], \[20\d\d-`,
  String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?[ \]|]`,
];
const DATED = new RegExp(`${BEFORE_STAMP}(?:${STAMPS.join('|')})`);
const KEYED = /^(?:time|ts|timestamp|level|lvl)=/;
/** Servers put the client's address first. */
const ACCESS = /^(?:\d{1,3}\.){3}\d{1,3}[ :,]|^[^[]{5,140} \[\d\d\/[A-Z][a-z]{2}\/20/;
const LEVEL =
  /^(?:\[(?:trace|debug|info|notice|warn|warning|error|err|critical|fatal|severe)\]|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERRO|CRITICAL|FATAL|FATA|SEVERE)(?:[\]:|[]| {1,4}))/;
const RECORD =
  /^\{\s?"(?:timestamp|log)"|^\{.{0,150}"(?:level|severity|time|ts|@timestamp|@t|timestampInMs|__REALTIME_TIMESTAMP|__CURSOR)"\s?:/;

/** wget begins with the time and the URL, and ends with a time and the result. */
const WGET = /^--20\d\d-\d\d-\d\d \d\d:\d\d:\d\d-- /;
const WGET_END = /^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d (?:ERROR \d{3}: |\()/;

export function headKindOf(line: string): HeadKind {
  const first = line.charCodeAt(0);
  // Most lines below a head are indented; an empty line has no first character.
  if (first === 32 || first === 9 || Number.isNaN(first)) return null;
  const text = first === 27 ? withoutColours(line) : line;
  if (first === 123) return RECORD.test(text) ? 'record' : null;
  if (DATED.test(text) || WGET.test(text)) return 'dated';
  return LEVEL.test(text) || KEYED.test(text) || ACCESS.test(text) ? 'level' : null;
}

const HEALTHY = /\b(?:INFO|DEBUG|TRACE|NOTICE|info|debug|trace|INF|DBG)\b/;
const FAILING =
  /\b(?:err|warn|warning|crit|critical|fatal|severe|alert|emerg|panic|wrn|[45]\d\d)\b|error|except|fail|refused|timed? ?out|unhandled|uncaught|traceback/i;

/** True for a head that announces what went wrong: the lines below it tell more. */
export function announcesFailure(line: string): boolean {
  const text = withoutColours(line);
  return WGET.test(text) || (!HEALTHY.test(text) && FAILING.test(text));
}

const FINE_STAMP =
  /^(\S{0,30}20\d\d[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[.,]\d{3,9}\S{0,8} .{0,80}?\b[A-Z]{4,8}[:\]|]{1,2} )(.*)$/;
const PART =
  /^(?:(?:[A-Z]\w{0,60}(?:::|\.)){1,6}[A-Z]\w{0,60}: |\/[\w./-]{1,150}:\d{1,6}:in |at \S|File ")/;

/**
 * True when a line with a head of its own goes on with the record in the first line: same instant,
 * same thread, same level, and an exception or a frame where the first has its record.
 */
export function retellsRecord(first: string, line: string): boolean {
  const [, stamp, said = ''] = FINE_STAMP.exec(first) ?? [];
  if (stamp === undefined || !line.startsWith(stamp)) return false;
  return said.startsWith('{') && PART.test(line.slice(stamp.length));
}

/** True for the line with which a run of wget ends. */
export function endsRun(first: string, line: string): boolean {
  return WGET.test(first) && WGET_END.test(line);
}
