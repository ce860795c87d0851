import { containerPrefix, type ContainerPrefix } from './container-line.ts';
import { continuesAbove, followerOf, goesOnAbove, type Follower } from './continuation.ts';
import { isReceiving, isSending, isTraceLine, isTraceMark } from './curl-trace.ts';
import { announcesFailure, endsRun, headKindOf, retellsRecord } from './line-head.ts';

/** Where an entry of a log begins and ends. Works on bytes and looks at the starts of lines only. */

const NEWLINE = 10;
/** Bytes of an entry that are read. */
export const MOST_ENTRY = 65_536;
const MOST_LINES = 1000;
const LEAST_LINES = 4;
/** Bytes of a line that show what it is. */
const HEAD = 240;

export interface Bounds {
  readonly start: number;
  /** After the last byte; the line break is not part of it. */
  readonly end: number;
}

export interface EntryBounds extends Bounds {
  /** True when it goes on up to the next line with a head, further than it is read. */
  readonly goesOn: boolean;
  /** True when a line with a head begins it, or stands above it. */
  readonly hasHead: boolean;
}

/** Start of the line that holds `at`. */
export function lineStart(bytes: Buffer, at: number, least: number): number {
  return at <= least ? least : Math.max(least, bytes.lastIndexOf(NEWLINE, at - 1) + 1);
}

/** End of the line that holds `at`; -1 when it does not end before `to`. */
export function lineEnd(bytes: Buffer, at: number, to: number): number {
  const end = bytes.indexOf(NEWLINE, at);
  return end >= to ? -1 : end;
}

/**
 * Finds the entries of one log. It keeps in mind how far up a head was found: in a log without any,
 * looking for one would take longer than all the rest.
 */
export class EntryFinder {
  #reach = MOST_LINES;

  /**
   * The entry that a line belongs to: with the lines above when it continues them, and with those
   * below that continue it. Null when more bytes are needed to know; with `isLast` there are none.
   */
  around(
    bytes: Buffer,
    line: Bounds,
    least: number,
    to: number,
    isLast: boolean,
  ): EntryBounds | null {
    const { start, hasHead } = this.#startOf(bytes, line, least);
    const first = lineAt(bytes, start, line.end);
    const isLoose = headKindOf(first.text) === 'dated' && announcesFailure(first.text);
    const follower = isLoose ? looseFollower(first.text) : followerFor(first.text);
    let end = start < line.start ? lineEnd(bytes, start, to) : line.end;
    let next = end + 1;
    let prefix = first.prefix;
    for (let lines = 0; lines < MOST_LINES && next - start < MOST_ENTRY; lines += 1) {
      const stop = next >= to ? -1 : lineEnd(bytes, next, to);
      if (stop === -1 && !isLast) {
        return to - start > MOST_ENTRY ? { start, end, goesOn: isLoose, hasHead } : null;
      }
      if (next >= to) return { start, end: Math.max(end, line.end), goesOn: false, hasHead };
      const below = lineAt(bytes, next, stop === -1 ? to : stop);
      const verdict = isPartOf(prefix, below.prefix) ? 'in' : follower(below.text);
      if (verdict === 'out') return { start, end: Math.max(end, line.end), goesOn: false, hasHead };
      next = (stop === -1 ? to : stop) + 1;
      if (verdict !== 'maybe') end = next - 1;
      if (verdict === 'last')
        return { start, end: Math.max(end, line.end), goesOn: false, hasHead };
      ({ prefix } = below);
    }
    return { start, end: Math.max(end, line.end), goesOn: isLoose, hasHead };
  }

  #startOf(bytes: Buffer, line: Bounds, least: number): Start {
    const first = lineAt(bytes, line.start, line.end);
    const isPlain = first.prefix === null;
    if (isPlain && headKindOf(first.text) !== null) return { start: line.start, hasHead: true };
    if (isTraceLine(first.text)) return { start: traceStart(bytes, line, least), hasHead: true };
    const start = continuedStart(bytes, line, least);
    if (headKindOf(lineAt(bytes, start, line.end).text) !== null) return { start, hasHead: true };
    const head = this.#headAbove(bytes, start, least);
    return { start: head?.announces === true ? head.start : start, hasHead: head !== null };
  }

  /** The nearest line above with a head. */
  #headAbove(
    bytes: Buffer,
    from: number,
    least: number,
  ): { readonly start: number; readonly announces: boolean } | null {
    let start = from;
    for (let lines = 0; lines < this.#reach && start > least; lines += 1) {
      start = lineStart(bytes, start - 1, least);
      if (from - start > MOST_ENTRY) break;
      const { text } = lineAt(bytes, start, from);
      const kind = headKindOf(text);
      if (kind === null) continue;
      this.#reach = MOST_LINES;
      return { start, announces: kind === 'dated' && announcesFailure(text) };
    }
    this.#reach = Math.max(LEAST_LINES, this.#reach >> 1);
    return null;
  }
}

interface Start {
  readonly start: number;
  readonly hasHead: boolean;
}

/** The lines above that a line continues by its own form. */
function continuedStart(bytes: Buffer, line: Bounds, least: number): number {
  let { start } = line;
  for (let lines = 0; lines < MOST_LINES && start > least; lines += 1) {
    if (line.end - start > MOST_ENTRY) return start;
    const { text, prefix } = lineAt(bytes, start, line.end);
    const above = lineStart(bytes, start - 1, least);
    const over = lineAt(bytes, above, start - 1);
    const isContinued =
      isPartOf(over.prefix, prefix) || (continuesAbove(text) && goesOnAbove(text, over.text));
    if (!isContinued) return start;
    start = above;
  }
  return start;
}

/** A call of a trace: from where it connects, or sends, up to where the next one sends. */
function traceStart(bytes: Buffer, line: Bounds, least: number): number {
  let { start } = line;
  let begins = line.start;
  let hasSent = false;
  for (let lines = 0; lines < MOST_LINES; lines += 1) {
    const { text } = lineAt(bytes, start, line.end);
    if (!isTraceLine(text) || line.end - start > MOST_ENTRY) break;
    if (hasSent && isReceiving(text)) break;
    if (isTraceMark(text)) begins = start;
    hasSent ||= isSending(text);
    if (start <= least) break;
    start = lineStart(bytes, start - 1, least);
  }
  return begins;
}

function followerFor(first: string): Follower {
  return isTraceMark(first) ? traceFollower(first) : followerOf(first);
}

function traceFollower(first: string): Follower {
  let hasReceived = isReceiving(first);
  return (line) => {
    if (!isTraceLine(line)) return 'out';
    if (hasReceived && isSending(line)) return 'out';
    hasReceived ||= isReceiving(line);
    return 'in';
  };
}

/** Everything up to the next head. */
function looseFollower(first: string): Follower {
  return (line) => {
    if (line.trim() === '') return 'maybe';
    if (endsRun(first, line)) return 'last';
    return headKindOf(line) === null || retellsRecord(first, line) ? 'in' : 'out';
  };
}

interface LineHead {
  readonly text: string;
  readonly prefix: ContainerPrefix | null;
}

/** The head of a line, without what a container's log puts before it. */
function lineAt(bytes: Buffer, start: number, end: number): LineHead {
  const stop = lineEnd(bytes, start, end);
  const text = bytes.toString('latin1', start, Math.min(stop === -1 ? end : stop, start + HEAD));
  const prefix = containerPrefix(text);
  return prefix === null ? { text, prefix } : { text: text.slice(prefix.length), prefix };
}

function isPartOf(above: ContainerPrefix | null, line: ContainerPrefix | null): boolean {
  return above?.isPart === true && above.stream === line?.stream;
}
