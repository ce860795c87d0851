import { objectOf, parseJson, type JsonObject } from '../model/json.ts';
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
import { OVER, REPORTS, THOUGHT_UP } from '../knowledge/text-kinds/moods.ts';
import { balancedEnd } from './matches/balanced.ts';
import { successIn } from './matches/status-mention.ts';
import { isProse, isSaid, supposesQuoted, unquoted } from './matches/mood.ts';
import { withoutPrefixes } from './entries.ts';
import { announcesFailure, headKindOf } from './logs/line-head.ts';

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
/** A definition inside another text, in lines. */
const LONGEST_DEFINITION = 400;

/** Tells mentions from events: test runs, diffs, code, documentation and the like, line by line. */
export function lineKindsOf(lines: readonly string[], text: string): LineKinds {
  if (lines.length > MOST_LINES) return lines.map(() => null);
  const definition = definitionIn(text);
  if (definition !== null) return lines.map(() => definition);
  const short = withoutPrefixes(lines).map((line) => line.slice(0, LONGEST_LINE));
  const runtime = short.map((line, at) => isRuntime(line) || isRuntime(lines[at] ?? ''));
  const whole = wholeKindOf(short, runtime);
  if (whole !== null) return short.map(() => whole);
  const found: (MentionKind | null)[] = testRunOf(
    short.map((line) => line.replace(BUILD_LEVEL, '')),
  );
  for (const [at, line] of short.entries()) if (PLANNED.test(line)) found[at] ??= 'dry run';
  for (const [at, kind] of definitionLines(lines).entries()) found[at] ??= kind;
  for (const [at, line] of short.entries()) {
    if (COMMIT.test(line)) found[at] ??= 'changelog';
  }
  for (const [at, kind] of diffLines(short).entries()) found[at] ??= kind;
  const quoted = quotedBlocks(short);
  const printed = short.map(
    (line, at) => quoted[at] === true || (runtime[at] === true && !isProse(line) && !isSaid(line)),
  );
  if (isTalk(short, runtime, found)) {
    for (const [at, kind] of talkLines(short, printed).entries()) found[at] ??= kind;
    for (const [at, line] of short.entries()) {
      if ((runtime[at] !== true || isSaid(line)) && supposesQuoted(line, text))
        found[at] ??= 'conversation';
    }
  }
  for (const [at, kind] of codeLines(short, runtime).entries()) found[at] ??= kind;
  return found;
}

/** A JSON document that defines something to be run later: a workflow, a collection, a dashboard. */
function definitionIn(text: string): MentionKind | null {
  if (!/^\s*\{/.test(text)) return null;
  const document = objectOf(parseJson(text));
  return document === null ? null : definedBy(document);
}

function definedBy(document: JsonObject): MentionKind | null {
  const has = (path: string) =>
    path.split('.').reduce<unknown>((at, name) => objectOf(at)?.[name], document) !== undefined;
  return DEFINITIONS.find(({ members }) => members.every(has))?.kind ?? null;
}

/** The lines of definitions inside another text. */
function definitionLines(lines: readonly string[]): (MentionKind | null)[] {
  const found: (MentionKind | null)[] = lines.map(() => null);
  for (let at = 0; at < lines.length; at += 1) {
    if (!/^\s{0,8}\{\s{0,3}(?:"|$)/.test(lines[at] ?? '')) continue;
    const block = lines.slice(at, at + LONGEST_DEFINITION).join('\n');
    const end = balancedEnd(block, block.indexOf('{'));
    const document = end === null ? null : objectOf(parseJson(block.slice(0, end)));
    const kind = document === null ? null : definedBy(document);
    if (end === null) continue;
    const last = at + block.slice(0, end).split('\n').length - 1;
    if (kind !== null) found.fill(kind, at, last + 1);
    at = last;
  }
  return found;
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

/** True for the lines of a block that a person set in, where a program printed one of them. */
function quotedBlocks(lines: readonly string[]): readonly boolean[] {
  const quoted = lines.map(() => false);
  for (let at = 0; at < lines.length; at += 1) {
    if (!SET_IN.test(lines[at] ?? '')) continue;
    const rest = lines.slice(at).findIndex((line) => line.trim() !== '' && !SET_IN.test(line));
    const end = rest === -1 ? lines.length : at + rest;
    const isPrinted = lines.slice(at, end).some((line) => isRuntime(line.trimStart()));
    if (isPrinted) quoted.fill(true, at, end);
    at = end - 1;
  }
  return quoted;
}

/** What a person puts before the lines of something that is quoted. */
const SET_IN = /^(?: {2,12}|\t)\S/;

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

/** A line of a history: its subject says what a change was about. */
const COMMIT =
  /^\s{0,8}(?:[*|/\\] ?){0,6}(?:pick |fixup |squash )?(?=[\da-f]{0,11}\d)(?=[\da-f]{0,11}[a-f])[\da-f]{7,12} \S|^\s{0,8}[*-]? ?(?:fix|feat|chore|docs|refactor|perf|build|revert)(?:\([^)\n]{1,60}\))?!?: \S/;

/** What Maven and Gradle put before each line of a run. */
const BUILD_LEVEL = /^\[(?:INFO|WARNING|ERROR)\] {1,2}/;

/** What a program says that it would do. */
const PLANNED = /\bdry[- _]?run\b|\[(?:plan|noop|no-op|simulate|what-?if)\]|^What if: /i;

/** As short a line says who speaks or when, and no more. */
const LONGEST_NAME = 20;
/** The part of a conversation's lines that are sentences. */
const LEAST_PROSE = 1 / 3;

/** A text of people, in which no program tells of a failure. */
function isTalk(lines: readonly string[], runtime: readonly boolean[], kinds: LineKinds): boolean {
  const printed = lines.map((line, at) => runtime[at] === true && !isSaid(line));
  if (lines.some((line, at) => printed[at] === true && tellsOfFailure(line))) return false;
  const own = lines.flatMap((line, at) =>
    kinds[at] === null && printed[at] !== true ? [unquoted(line)] : [],
  );
  const told = own.filter((line) => line.trim().length > LONGEST_NAME).length;
  return own.filter(isProse).length >= told * LEAST_PROSE;
}

function tellsOfFailure(line: string): boolean {
  const isOver = OVER.some((words) => words.test(line));
  return announcesFailure(line) && successIn(line) === null && !isOver && !NO_FAILURES.test(line);
}

const NO_FAILURES = /\b(?:fail(?:ed|ures?)?|err(?:ors?)?)["']?\s?[=:]\s?0\b/i;

/**
 * A conversation about a failure that is over, or that nobody has met; what is said to go on, after that,
 * is none. What programs printed when all was well is no part of it.
 */
function talkLines(lines: readonly string[], printed: readonly boolean[]): (MentionKind | null)[] {
  const isOf = (kind: readonly RegExp[]) => (line: string) =>
    kind.some((words) => words.test(line));
  const thought = lines.some(isOf(THOUGHT_UP)) ? 0 : -1;
  const end = Math.max(lines.findLastIndex(isOf(OVER)), thought);
  return lines.map((line, at) => {
    const goesOn = at > end && isOf(REPORTS)(line);
    const isTold = end !== -1 && (at <= end || isProse(line));
    return isTold && printed[at] !== true && !goesOn ? 'conversation' : null;
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
