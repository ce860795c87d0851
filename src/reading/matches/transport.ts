import type { FailurePhrase } from '../../knowledge/transport-texts/phrase.ts';
import { PROXY_PHRASES, TUNNEL_STATUSES } from '../../knowledge/transport-texts/proxies.ts';
import { browserWordsIn } from './cors-text.ts';
import { curlReportsIn } from './curl-exit.ts';
import { codesIn } from './failure-codes-in-text.ts';
import { FAILURE_PHRASES, LAST_PHRASES } from './failure-phrases.ts';
import {
  connectionFailureIn,
  corsFailureIn,
  proxyFailureIn,
  type ReportedFailure,
} from './failure-text.ts';
import { withoutMocks } from './mocks.ts';

/** A failure below HTTP, or of a proxy, and where it is told (UTF-16 units, `end` after the last). */
export interface TransportMatch extends ReportedFailure {
  readonly at: number;
  readonly end: number;
}

interface Span {
  readonly at: number;
  readonly end: number;
}

/** How much of a text is searched, in UTF-16 units. */
const MOST_TEXT = 1_048_576;
const MOST_PLACES = 2000;
const MOST_OF_A_PHRASE = 200;

/** A line that begins something new: a time, a level, an object, a command, the error of curl. */
const HEAD =
  /^\s{0,8}(?:[\w.-]{1,60} {1,20}\| |\[?\d{4}-\d\d-\d\d[T ]\d\d:|\[?\d\d:\d\d:\d\d\b|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d\b|\{["']|\$ |(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b[ :[|]|\[(?:debug|info|warn(?:ing)?|error|fatal)\])/;
/** What follows one of these tells of the same event. */
const CHAIN =
  /^\s*(?:During handling of the above|The above exception was|Caused by\b|Suppressed:|Wrapped by|\[cause\]|\[errors\]|\* |[<>] |Traceback \(|at |File "|from |\.\.\. \d)|^\s+\S|^\s*[}\])]/;

/**
 * All failures of the transport that a text tells of, in its order. Of words and codes that are
 * about the same event (on one line, in one exception with its causes, in the notes of one call of
 * curl) the most specific is kept. A call that a library for tests refused is none.
 */
export function transportFailuresIn(text: string): readonly TransportMatch[] {
  const searched = withoutMocks(text.slice(0, MOST_TEXT));
  const regions = regionsOf(searched, placesIn(searched));
  const told = regions.flatMap(({ from, to, spans }): TransportMatch[] => {
    const region = searched.slice(from, to);
    const found = proxyFailureIn(region) ?? corsFailureIn(region) ?? connectionFailureIn(region);
    const [first] = spans;
    if (found === null || first === undefined) return [];
    const end = Math.max(...spans.map((span) => span.end));
    return [{ ...found, at: first.at, end }];
  });
  return told.filter((one, index) => !isRetold(searched, one, told[index + 1], told[index - 1]));
}

/** The same kind on the next line in other words: the one that says more is kept. */
function isRetold(
  text: string,
  one: TransportMatch,
  next: TransportMatch | undefined,
  previous: TransportMatch | undefined,
): boolean {
  const says = (match: TransportMatch): boolean => match.proxy !== undefined;
  if (next !== undefined && isNextTo(text, one, next)) return says(next) && !says(one);
  return previous !== undefined && isNextTo(text, previous, one) && !(says(one) && !says(previous));
}

function isNextTo(text: string, a: TransportMatch, b: TransportMatch): boolean {
  const between = text.slice(a.end, b.at).split('\n');
  const isNear = a.failure.kind === b.failure.kind && between.length <= 3;
  return isNear && a.failure.code !== b.failure.code && !HEAD.test(lineAt(text, b.at));
}

function lineAt(text: string, at: number): string {
  return text.slice(lineStart(text, at), lineEnd(text, at));
}

/** Where words or codes of a failure stand. What they mean is decided with what is around them. */
function placesIn(text: string): readonly Span[] {
  const lower = text.toLowerCase();
  const spans: Span[] = [
    ...TUNNEL_STATUSES.flatMap(({ says }) => spansOf(says, text, lower)),
    ...[...PROXY_PHRASES, ...FAILURE_PHRASES, ...LAST_PHRASES].flatMap(({ says }: FailurePhrase) =>
      says.flatMap((words) => spansOf(words, text, lower)),
    ),
    ...codesIn(text).map(({ at, code }) => ({ at, end: at + code.length })),
    ...curlReportsIn(text).map(({ at, end }) => ({ at, end })),
    ...browserWordsIn(text),
  ];
  return spans.toSorted((a, b) => a.at - b.at || b.end - a.end).slice(0, MOST_PLACES);
}

function spansOf(words: string | RegExp, text: string, lower: string): readonly Span[] {
  const spans: Span[] = [];
  if (typeof words !== 'string') {
    const flags = words.flags.includes('g') ? words.flags : `${words.flags}g`;
    for (const match of text.matchAll(new RegExp(words.source, flags))) {
      spans.push({ at: match.index, end: match.index + match[0].length });
      if (spans.length >= MOST_OF_A_PHRASE) break;
    }
    return spans;
  }
  const wanted = words.toLowerCase();
  let at = lower.indexOf(wanted);
  while (at !== -1 && spans.length < MOST_OF_A_PHRASE) {
    spans.push({ at, end: at + wanted.length });
    at = lower.indexOf(wanted, at + wanted.length);
  }
  return spans;
}

/** A part of the text that tells of one event, and the places in it. */
interface Region {
  readonly from: number;
  readonly to: number;
  readonly spans: Span[];
}

/** Puts places that tell of one event together, with the lines around them that belong to it. */
function regionsOf(text: string, places: readonly Span[]): readonly Region[] {
  const events: Span[][] = [];
  for (const place of places) {
    const last = events.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && isSameEvent(text, last, place)) {
      last.push(place);
    } else {
      events.push([place]);
    }
  }
  return events.map((spans, index) => {
    const start = lineStart(text, spans[0]?.at ?? 0);
    const previous = events[index - 1]?.at(-1)?.end;
    const next = events[index + 1]?.[0]?.at;
    const from = firstLine(text, start, previous === undefined ? 0 : lineEnd(text, previous));
    const end = Math.max(...spans.map((span) => span.end));
    const to = lastLine(
      text,
      lineEnd(text, end),
      next === undefined ? text.length : lineStart(text, next),
    );
    return { from, to, spans };
  });
}

function isSameEvent(text: string, spans: readonly Span[], next: Span): boolean {
  const end = Math.max(...spans.map((span) => span.end));
  if (next.at < end) return true;
  const between = text.slice(end, next.at);
  if (!between.includes('\n')) return true;
  const lines = text.slice(lineEnd(text, end) + 1, lineEnd(text, next.at)).split('\n');
  if (lines.some((line) => HEAD.test(line))) return false;
  const own = lines.at(-1) ?? '';
  if (own.startsWith('curl: (')) return text.startsWith('* ', lineStart(text, end - 1));
  return lines.length === 1 ? CHAIN.test(own) : lines.some((line) => CHAIN.test(line));
}

/** Frames of Python and Ruby stand above the words that they belong to. */
function firstLine(text: string, start: number, limit: number): number {
  let from = start;
  while (from > limit && !HEAD.test(text.slice(from, from + 200))) {
    const before = lineStart(text, from - 1);
    if (before < limit || text.slice(before, from).trim() === '') break;
    from = before;
  }
  return from;
}

/** Frames of all others stand below. */
function lastLine(text: string, end: number, limit: number): number {
  let to = end;
  while (to < limit) {
    const next = lineEnd(text, to + 1);
    const line = text.slice(to + 1, next);
    if (!CHAIN.test(line) || HEAD.test(line)) break;
    to = next;
  }
  return Math.min(to, Math.max(end, limit));
}

function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
