import { balancedEnd } from './matches/balanced.ts';
import { continuesAbove, followerOf, type Follower } from './logs/continuation.ts';
import { announcesFailure, headKindOf } from './logs/line-head.ts';

/** Lines of a text that belong together: what one program wrote at one time about one thing. */
export interface TextEntry {
  readonly text: string;
  /** Numbers of its first and last line, from 1. */
  readonly first: number;
  readonly last: number;
  /** The program of several whose lines are mixed; empty where there is one. */
  readonly stream: string;
}

/** One line of the text, without the name of the program before it. */
interface Line {
  readonly text: string;
  readonly number: number;
}

/** What collectors put before each line, the most common first; the group is the stream. */
const PREFIXES: readonly RegExp[] = [
  // docker compose: `worker-1  | text`
  /^([\w.-]{1,60}) {1,20}\| ?/,
  // logcat: `I/flutter (22119): text`
  /^[VDIWEF]\/([\w.-]{1,60}) {0,2}\( ?\d{1,6}\): ?/,
  // npm: `npm ERR! text`
  /^(npm) (?:ERR!|error|warn|WARN) ?/,
  // GitHub Actions and other runners: a time and nothing else
  /^()20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z ?/,
  // Heroku: `2021-04-08T21:16:52.774274+00:00 app[web.1]: text`
  /^20\d\d-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) ([\w-]{1,40}\[[\w.-]{1,60}\]): ?/,
  // journald, syslog: `Nov 23 14:00:01 host unit[123]: text`
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,80} ([\w./-]{1,60}(?:\[\d{1,8}\])?): ?/,
  // kubetail, stern: `pod-abc container text`
  /^(?:\+ )?([\w-]{5,80}(?:-[a-z\d]{5,10}){1,2}) [\w-]{1,60} (?:› |\| )?/,
];
const LEAST_SHARE = 0.7;

/** The lines without what a collector put before each of them. */
export function withoutPrefixes(lines: readonly string[]): readonly string[] {
  const prefix = prefixOf(lines);
  return prefix === null ? lines : lines.map((line) => line.replace(prefix, ''));
}

/** What most lines begin with; null where they do not. */
function prefixOf(lines: readonly string[]): RegExp | null {
  const told = lines.filter((line) => line.trim() !== '');
  const isUsual = (prefix: RegExp) => {
    const fitting = told.filter((line) => prefix.test(line)).length;
    return fitting >= 2 && fitting / told.length >= LEAST_SHARE;
  };
  return PREFIXES.find(isUsual) ?? null;
}

/** Splits a text into its entries: each line with a head begins one, and so does each that continues none. */
export function entriesOf(lines: readonly string[]): readonly TextEntry[] {
  return streamsOf(lines)
    .flatMap(({ stream, lines: own }) => entriesIn(own, stream))
    .sort((a, b) => a.first - b.first);
}

interface Stream {
  readonly stream: string;
  readonly lines: readonly Line[];
}

/** The lines of each program; of several only where most lines say whose they are. */
function streamsOf(lines: readonly string[]): readonly Stream[] {
  const numbered = lines.map((text, at) => ({ text, number: at + 1 }));
  const whole = [{ stream: '', lines: numbered }];
  const prefix = prefixOf(lines);
  if (prefix === null) return whole;
  const streams = new Map<string, Line[]>();
  let last = '';
  for (const { text, number } of numbered) {
    const match = prefix.exec(text);
    last = match?.[1] ?? last;
    const own = streams.get(last) ?? [];
    own.push({ text: text.slice(match?.[0].length ?? 0), number });
    streams.set(last, own);
  }
  const all = [...streams].map(([stream, own]) => ({ stream, lines: own }));
  // A head that each line has of its own says more than the lines of several entries do.
  const isSplit = all.some(({ lines: own }) => own.some(({ text }) => continuesAbove(text)));
  return isSplit || all.length > 1 ? all : whole;
}

/** What somebody typed at the prompt of R: `> resp_status(resp)` */
const R_PROMPT = /^> [a-z_.][\w.]{0,60}(?:\(|\$| <- | \|> |$)/;

function entriesIn(lines: readonly Line[], stream: string): TextEntry[] {
  const glued = gluedLines(lines);
  const entries: TextEntry[] = [];
  let open: Line[] = [];
  let waiting: Line[] = [];
  let follow: Follower | null = null;
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (first !== undefined && last !== undefined) {
      const text = open.map((line) => line.text).join('\n');
      entries.push({ text, first: first.number, last: last.number, stream });
    }
    open = [];
    waiting = [];
    follow = null;
  };
  for (const [at, line] of lines.entries()) {
    if (follow !== null && glued[at] === true) {
      open.push(...waiting, line);
      waiting = [];
      continue;
    }
    const verdict =
      follow === null || R_PROMPT.test(line.text) ? 'out' : (follow satisfies Follower)(line.text);
    if (verdict === 'maybe') {
      waiting.push(line);
      continue;
    }
    if (verdict === 'in' || verdict === 'last') {
      open.push(...waiting, line);
      waiting = [];
      if (verdict === 'last') close();
      continue;
    }
    close();
    if (line.text.trim() === '') continue;
    open = [line];
    follow = followerFor(line.text);
  }
  close();
  return entries;
}

/** After a head that announces a failure everything up to the next head belongs to it. */
function followerFor(first: string): Follower {
  if (headKindOf(first) !== 'dated' || !announcesFailure(first)) return followerOf(first);
  return (line) => {
    if (line.trim() === '') return 'maybe';
    return headKindOf(line) === null ? 'in' : 'out';
  };
}

/** True for each line that stands inside an object or a page which began on a line above. */
function gluedLines(lines: readonly Line[]): readonly boolean[] {
  const glued = lines.map(() => false);
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    const end = /[{[]\s{0,3}$/.test(text) ? objectEnd(lines, at) : pageEnd(lines, at, text);
    if (end === null) continue;
    for (let inside = at + 1; inside <= end; inside += 1) glued[inside] = true;
    at = Math.max(at, end - 1);
  }
  return glued;
}

const LONGEST_OBJECT = 400;

/** The line on which the object ends that begins at the end of a line; null when it has no end. */
function objectEnd(lines: readonly Line[], at: number): number | null {
  const part = lines.slice(at, at + LONGEST_OBJECT).map(({ text }) => text);
  const joined = part.join('\n');
  const start = (part[0] ?? '').search(/[{[]\s{0,3}$/);
  if (joined.charAt(start) !== '{' && !/^\s{0,20}[[{"\d\]]/.test(part[1] ?? '')) return null;
  const end = balancedEnd(joined, start);
  if (end === null) return null;
  return at + joined.slice(0, end).split('\n').length - 1;
}

function pageEnd(lines: readonly Line[], at: number, text: string): number | null {
  if (!/<(?:!doctype html|html)\b/i.test(text) || /<\/html>/i.test(text)) return null;
  const end = lines
    .slice(at + 1, at + LONGEST_OBJECT)
    .findIndex((line) => /<\/html>/i.test(line.text) || headKindOf(line.text) === 'dated');
  if (end === -1) return null;
  return /<\/html>/i.test(lines[at + 1 + end]?.text ?? '') ? at + 1 + end : at + end;
}
