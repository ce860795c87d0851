import { EntryFinder, lineEnd, lineStart, MOST_ENTRY, type Bounds } from './entry-bounds.ts';
import { countLines } from './line-count.ts';
import { pieceOf } from './long-line.ts';
import { SearchWindow } from './search-window.ts';

/** A part of a log that may tell of a failure. */
export interface LogEntry {
  readonly text: string;
  /** Number of its first line, from 1. */
  readonly line: number;
  /** Text of a few lines before it, where a time may stand; of a very long line, its head. */
  readonly before: string;
  /** True for a part of a line that is too long to be read whole. */
  readonly isPiece: boolean;
}

const NEWLINE = 10;
/** What stays of the bytes before, so that an entry can begin in an earlier chunk. */
const KEPT = 65_536;
/** A line longer than this is read in pieces of this size. */
const LONGEST_LINE = 262_144;
/** How much of such a line is read around a place, in bytes, and in how many places. */
const PIECE_BEFORE = 1024;
const PIECE_AFTER = 4096;
const MOST_PIECES = 500;
const BEFORE = 400;

/**
 * Splits a stream of bytes into entries that are worth reading and hands each to `take`. Memory is
 * bounded: two chunks and a little of what came before, whatever the lines are like.
 */
export class LogScanner {
  readonly #take: (entry: LogEntry) => void;
  readonly #search: SearchWindow;
  readonly #finder = new EntryFinder();
  /** Bytes of the window that are filled, and the first that is not scanned. */
  #filled = 1;
  #scanned = 0;
  /** Line breaks before `#counted` in everything that was pushed. */
  #lines = -1;
  #counted = 0;
  /** End of the last entry that was handed out; nothing before it is read again. */
  #taken = 1;
  /** Pieces read of the line that is open. */
  #pieces = 0;
  /** True when the window begins inside a line, and how that line begins. */
  #isFrontCut = false;
  #cutHead = '';
  /** True when the entry that was handed out last goes on up to the next line with a head. */
  #isInside = false;
  /** True when the line that is open was handed out as far as it was there. */
  #isOpenTaken = false;

  /** The window is the scanner's own until its last `flush`; what is in it does not matter. */
  constructor(take: (entry: LogEntry) => void, search = new SearchWindow()) {
    this.#take = take;
    this.#search = search;
    // A line break stands before the first line, as before every other.
    this.#window[0] = NEWLINE;
  }

  push(chunk: Uint8Array): void {
    this.#append(chunk);
    this.#scan(false);
    this.#forget();
  }

  /** Reads what was held back. The scanner can go on afterwards: a log may grow. */
  flush(): void {
    this.#scan(true);
    if (this.#taken === this.#filled && this.#isOpen) this.#isOpenTaken = true;
    this.#forget();
  }

  /** Lines seen so far, the last one also when it has no end. */
  get lines(): number {
    this.#countTo(this.#filled);
    return this.#lines + (this.#isOpen ? 1 : 0);
  }

  get #isOpen(): boolean {
    return this.#window[this.#filled - 1] !== NEWLINE;
  }

  #append(chunk: Uint8Array): void {
    const needed = this.#filled + chunk.length + 1;
    if (needed > this.#window.length) this.#search.grow(needed + KEPT);
    this.#window.set(chunk, this.#filled);
    this.#filled += chunk.length;
    // The search looks at one byte beyond the end.
    this.#window[this.#filled] = NEWLINE;
  }

  #scan(isLast: boolean): void {
    while (true) {
      const at = this.#search.next(this.#scanned, this.#filled - (isLast ? 0 : 1));
      if (at === -1) {
        // A candidate may begin in the last bytes and end in the next chunk.
        this.#scanned = Math.max(this.#scanned, this.#filled - (isLast ? 0 : 4));
        return;
      }
      const start = lineStart(this.#window, at, this.#taken);
      const stop = lineEnd(this.#window, at, this.#filled);
      const isOpen = stop === -1 && !isLast;
      if (isOpen && this.#filled - start <= LONGEST_LINE) {
        this.#scanned = at;
        return;
      }
      const line = { start, end: stop === -1 ? this.#filled : stop };
      if (this.#isOpenTaken && start === this.#taken) {
        this.#skip(line.end);
        continue;
      }
      this.#isOpenTaken = false;
      if (line.end - line.start > MOST_ENTRY || this.#isCutAt(start)) {
        this.#givePiece(line, at, isLast);
        continue;
      }
      const entry = this.#finder.around(this.#window, line, this.#taken, this.#filled, isLast);
      if (entry === null) {
        this.#scanned = at;
        return;
      }
      if (this.#isInside && !entry.hasHead) {
        this.#skip(entry.end);
        continue;
      }
      this.#isInside = entry.goesOn;
      this.#give(entry, isLast, false);
    }
  }

  /** Leaves out what belongs to an entry that was handed out. */
  #skip(end: number): void {
    this.#taken = end;
    this.#scanned = Math.max(this.#scanned, end + 1);
  }

  /** A very long line is no line of a log: what surrounds the place is read, then the next place. */
  #givePiece(line: Bounds, at: number, isLast: boolean): void {
    this.#pieces = this.#isCutAt(line.start) ? this.#pieces + 1 : 1;
    if (this.#pieces > MOST_PIECES) return this.#skip(line.end);
    const start = Math.max(line.start, at - PIECE_BEFORE);
    this.#give({ start, end: Math.min(line.end, at + PIECE_AFTER) }, isLast, true);
  }

  #give({ start, end }: Bounds, isLast: boolean, isPiece: boolean): void {
    this.#countTo(start);
    const isCutAtEnd = end < this.#filled ? this.#window[end] !== NEWLINE : !isLast;
    const text = pieceOf(this.#text(start, end), this.#isCutAt(start), isCutAtEnd);
    const before = isPiece ? this.#headOf(start) : this.#text(Math.max(0, start - BEFORE), start);
    this.#skip(end);
    if (text !== '') this.#take({ text, line: this.#lines + 1, before, isPiece });
  }

  /** How the line that holds `at` begins. */
  #headOf(at: number): string {
    const start = lineStart(this.#window, at, 0);
    if (start === 0 && this.#isFrontCut) return this.#cutHead;
    return this.#text(start, Math.min(start + BEFORE, this.#filled));
  }

  get #window(): Buffer {
    return this.#search.bytes;
  }

  #text(start: number, end: number): string {
    return this.#window.toString('utf8', start, end);
  }

  #isCutAt(start: number): boolean {
    return start === 0 ? this.#isFrontCut : this.#window[start - 1] !== NEWLINE;
  }

  #countTo(end: number): void {
    if (end <= this.#counted) return;
    this.#lines += countLines(this.#window, this.#counted, end);
    this.#counted = end;
  }

  /** Moves what is still needed to the front of the window. */
  #forget(): void {
    const open = lineStart(this.#window, this.#scanned, this.#taken);
    const from = Math.max(0, Math.min(open, this.#scanned) - KEPT);
    const least = Math.max(from, this.#filled - LONGEST_LINE - KEPT - MOST_ENTRY);
    // A log that grows line by line is not moved for each of them.
    if (least < KEPT) return;
    this.#countTo(least);
    this.#cutHead = this.#headOf(least);
    this.#isFrontCut = this.#window[least - 1] !== NEWLINE;
    this.#window.copyWithin(0, least, this.#filled);
    this.#filled -= least;
    this.#scanned = Math.max(0, this.#scanned - least);
    this.#counted = Math.max(0, this.#counted - least);
    this.#taken = Math.max(0, this.#taken - least);
    this.#window[this.#filled] = NEWLINE;
  }
}
