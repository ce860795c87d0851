import { objectOf, parseJson } from '../model/json.ts';
import { DEFINITIONS, REPORTED, RUNTIME_LINES, TEXT_KINDS } from '../knowledge/text-kinds/kinds.ts';
import {
  FAILED_COUNTS,
  FAILED_TEST,
  PASSED_SUMMARY,
  PASSED_TEST,
  RUN_MARKS,
  STOOD_IN,
} from '../knowledge/text-kinds/test-runs.ts';
import type { MentionKind, TextKind } from '../knowledge/text-kinds/text-kind.ts';
import { OVER, REPORTS } from '../knowledge/text-kinds/moods.ts';
import { isProse } from './matches/mood.ts';
import { headKindOf } from './logs/line-head.ts';

/** For each line of a text the kind of text that only speaks of failures; null where things happen. */
export type LineKinds = readonly (MentionKind | null)[];

/** A longer text is a log, whatever its first lines look like. */
const MOST_LINES = 20_000;
const LONGEST_LINE = 1000;
/** How far a region of code reaches, in lines. */
const NEAR = 4;
const LEAST_NEAR = 0.6;
/** So many times the fewest marks need less of the text around them. */
const MANY = 2;

/** Tells mentions from events: test runs, diffs, code, documentation and the like, line by line. */
export function lineKindsOf(lines: readonly string[], text: string): LineKinds {
  if (lines.length > MOST_LINES) return lines.map(() => null);
  const definition = definitionIn(text);
  if (definition !== null) return lines.map(() => definition);
  const short = lines.map((line) => line.slice(0, LONGEST_LINE));
  const runtime = short.map(isRuntime);
  const whole = wholeKindOf(short, runtime);
  if (whole !== null) return short.map(() => whole);
  const found: (MentionKind | null)[] = testRunOf(short);
  for (const [at, line] of short.entries()) if (PLANNED.test(line)) found[at] ??= 'dry run';
  for (const [at, kind] of diffLines(short).entries()) found[at] ??= kind;
  for (const [at, kind] of talkLines(short, runtime).entries()) found[at] ??= kind;
  for (const [at, kind] of codeLines(short, runtime).entries()) found[at] ??= kind;
  return found;
}

/** A JSON document that defines something to be run later: a workflow, a collection, a dashboard. */
function definitionIn(text: string): MentionKind | null {
  if (!/^\s*\{/.test(text)) return null;
  const document = objectOf(parseJson(text));
  if (document === null) return null;
  const fits = DEFINITIONS.find(({ members }) => members.every((name) => name in document));
  return fits?.kind ?? null;
}

/** The kind that covers a whole text, null where it is of several or things happen in it. */
function wholeKindOf(lines: readonly string[], runtime: readonly boolean[]): MentionKind | null {
  const told = lines.filter((line) => line.trim() !== '');
  if (told.length === 0) return null;
  const happening = runtime.filter(Boolean).length;
  const isReport = REPORTED.some((words) => words.test(told.join('\n')));
  for (const kind of TEXT_KINDS) {
    if (!isWhollyOf(kind, told)) continue;
    if (kind.kind === 'diff') return kind.kind;
    // A person who reports a failure writes headings and pastes code as well.
    if (isReport && kind.kind !== 'alert rules' && kind.kind !== 'API description') return null;
    // An example of an answer in a page is a part of the page; a trace in code is none.
    const isPage = kind.kind === 'documentation' || kind.kind === 'changelog';
    if (happening > 0 && !(isPage && happening * 6 <= told.length)) continue;
    return kind.kind;
  }
  return null;
}

function isWhollyOf(
  { marks, usual, fewestMarks, leastShare }: TextKind,
  told: readonly string[],
): boolean {
  let marked = 0;
  let fitting = 0;
  for (const line of told) {
    if (marks.some((mark) => mark.test(line))) marked += 1;
    else if (usual.some((form) => form.test(line))) fitting += 1;
  }
  const share = (marked + fitting) / told.length;
  const isPlain = marked >= fewestMarks * MANY && share >= leastShare / 3;
  return (marked >= fewestMarks && share >= leastShare) || isPlain;
}

/** A line that a program printed while it ran: a frame, an exception, a head with a time, an answer. */
function isRuntime(line: string): boolean {
  const head = headKindOf(line);
  if (head === 'dated' || head === 'record') return true;
  return RUNTIME_LINES.some((form) => form.test(line));
}

/**
 * The lines of a run of tests. Where no test failed, everything that was printed between its first
 * and its last line belongs to it; where some did, only the lines of those that passed.
 */
function testRunOf(lines: readonly string[]): (MentionKind | null)[] {
  const found: (MentionKind | null)[] = lines.map(() => null);
  const passed = placesOf(lines, PASSED_TEST);
  const marks = placesOf(lines, [...RUN_MARKS, ...PASSED_SUMMARY]);
  const failed = placesOf(lines, FAILED_TEST);
  const isRun = marks.length > 0 || passed.length + failed.length >= 2;
  if (!isRun || passed.length + marks.length === 0) return found;
  for (const at of passed) found[at] = 'test run';
  const counted = lines.flatMap((line) =>
    FAILED_COUNTS.flatMap((count) => count.exec(line)?.[1] ?? []),
  );
  const isGreen = failed.length === 0 && counted.every((count) => Number(count) === 0);
  // A test that fails against a stand-in says something about the program and nothing about Lusha.
  const isStandIn = STOOD_IN.test(lines.join('\n'));
  if (!(isGreen || isStandIn) || marks.length === 0) return found;
  const places = [...passed, ...marks, ...failed].sort((a, b) => a - b);
  // What was printed above the first test belongs to the run as well.
  const first = 0;
  const last = places.at(-1) ?? first;
  for (let at = first; at <= last; at += 1) found[at] = 'test run';
  return found;
}

function placesOf(lines: readonly string[], forms: readonly RegExp[]): number[] {
  return lines.flatMap((line, at) => (forms.some((form) => form.test(line)) ? [at] : []));
}

/** What a program says that it would do. */
const PLANNED = /\bdry[- _]?run\b|\[(?:plan|noop|no-op|simulate|what-?if)\]|^What if: /i;

/** A conversation about a failure that is over; what is said to go on, after that, is none. */
function talkLines(lines: readonly string[], runtime: readonly boolean[]): (MentionKind | null)[] {
  if (runtime.some((isPrinted, at) => isPrinted && !isProse(lines[at] ?? ''))) {
    return lines.map(() => null);
  }
  const prose = lines.map(isProse);
  const told = lines.filter((line) => line.trim() !== '').length;
  const end = lines.findLastIndex((line) => OVER.some((words) => words.test(line)));
  if (end === -1 || prose.filter(Boolean).length * 2 < told) return lines.map(() => null);
  return lines.map((line, at) => {
    const goesOn = at > end && REPORTS.some((words) => words.test(line));
    return prose[at] === true && !goesOn ? 'conversation' : null;
  });
}

const HUNK = /^@@ -\d{1,7}(?:,\d{1,7})? \+\d{1,7}(?:,\d{1,7})? @@/;
const DIFF_HEAD =
  /^(?:diff --git |index [\da-f]{7,}\.\.|--- (?:[ab]\/|\/dev)|\+\+\+ (?:[ab]\/|\/dev))/;

/** The hunks of a diff inside another text. */
function diffLines(lines: readonly string[]): (MentionKind | null)[] {
  let isInside = false;
  return lines.map((line) => {
    if (HUNK.test(line) || DIFF_HEAD.test(line)) isInside = true;
    else if (isInside && line !== '' && !/^[ +\-\\]/.test(line)) isInside = false;
    return isInside ? 'diff' : null;
  });
}

const CODE = TEXT_KINDS.find(({ kind }) => kind === 'source code');

/** Code inside another text: most lines around are code too. A printed frame quotes one line of it. */
function codeLines(lines: readonly string[], runtime: readonly boolean[]): (MentionKind | null)[] {
  const isCode = lines.map(
    (line, at) => runtime[at] !== true && (CODE?.marks.some((form) => form.test(line)) ?? false),
  );
  return lines.map((line, at) => {
    if (runtime[at] === true || line.trim() === '') return null;
    let code = 0;
    let told = 0;
    for (
      let near = Math.max(0, at - NEAR);
      near <= Math.min(lines.length - 1, at + NEAR);
      near += 1
    ) {
      if ((lines[near] ?? '').trim() === '') continue;
      told += 1;
      if (runtime[near] === true) return null;
      if (isCode[near] === true) code += 1;
    }
    return told >= 3 && code / told >= LEAST_NEAR ? 'source code' : null;
  });
}
