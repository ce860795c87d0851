import { continuesAbove, followerOf, goesOnAbove } from './continuation.ts';

/** Where an entry of a log begins and ends. Works on bytes and looks at the starts of lines only. */

const NEWLINE = 10;
/** Bytes of an entry that are read. */
export const MOST_ENTRY = 65_536;
const MOST_LINES = 400;
/** Bytes of a line that show what it is. */
const HEAD = 80;

export interface Bounds {
  readonly start: number;
  /** After the last byte; the line break is not part of it. */
  readonly end: number;
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
 * The entry that a line belongs to: with the lines above when it continues them, and with those
 * below that continue it. Null when more bytes are needed to know; with `isLast` there are none.
 */
export function entryAround(
  bytes: Buffer,
  line: Bounds,
  least: number,
  to: number,
  isLast: boolean,
): Bounds | null {
  const start = entryStart(bytes, line, least);
  const follower = followerOf(headOf(bytes, start, line.end));
  let end = start < line.start ? lineEnd(bytes, start, to) : line.end;
  let next = end + 1;
  for (let lines = 0; lines < MOST_LINES && next - start < MOST_ENTRY; lines += 1) {
    const stop = next >= to ? -1 : lineEnd(bytes, next, to);
    if (stop === -1 && !isLast) return to - start > MOST_ENTRY ? { start, end } : null;
    if (next >= to) break;
    const verdict = follower(headOf(bytes, next, stop === -1 ? to : stop));
    if (verdict === 'out') break;
    next = (stop === -1 ? to : stop) + 1;
    if (verdict !== 'maybe') end = next - 1;
    if (verdict === 'last') break;
  }
  return { start, end: Math.max(end, line.end) };
}

function entryStart(bytes: Buffer, line: Bounds, least: number): number {
  let { start } = line;
  for (let lines = 0; lines < MOST_LINES && start > least; lines += 1) {
    const text = headOf(bytes, start, line.end);
    if (!continuesAbove(text) || line.end - start > MOST_ENTRY) return start;
    const above = lineStart(bytes, start - 1, least);
    if (!goesOnAbove(text, headOf(bytes, above, start - 1))) return start;
    start = above;
  }
  return start;
}

function headOf(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, Math.min(end, start + HEAD));
}
