import { oneLine } from '../../evidence/one-line.ts';
import { maskContacts } from '../../redact/contacts.ts';
import { maskCredentials } from '../../redact/credentials.ts';
import { withoutColours } from '../../model/colours.ts';
import { inContext } from './entry-context.ts';
import { headKindOf } from './line-head.ts';
import { LogScanner, type LogEntry } from './log-scanner.ts';
import { headTimeOf, isRecord, timeOf } from './log-time.ts';
import { readEntry, type LoggedFailure } from './read-entry.ts';
import { retold } from './retold.ts';
import { SearchWindow } from './search-window.ts';
import { signatureOf } from './signature.ts';
import { Tally, type Verdict } from './tally.ts';

/** Turns a failure into what is counted; null when it is none after all. */
export type Judge<V extends Verdict> = (failure: LoggedFailure) => V | null;

export interface SurveyOptions<V extends Verdict> {
  readonly judge: Judge<V>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Entries before this time, and entries without a time, are left out. Epoch milliseconds. */
  readonly since?: number | undefined;
  /** Called for each entry that was counted, with whether it is the first of its kind. */
  readonly onCounted?: (verdict: V, at: number | null, isNew: boolean, lines: LineSpan) => void;
}

/** The lines of an entry, from 1. */
interface LineSpan {
  readonly first: number;
  readonly last: number;
}

const MOST_REMEMBERED = 4000;
const LONGEST_EXAMPLE = 300;
const LONGEST_HEADER = 2000;

/** Reads logs, chunk by chunk, and counts what failed in them. Memory does not grow with the input. */
export class Survey<V extends Verdict> {
  readonly tally = new Tally<V>();
  readonly #options: SurveyOptions<V>;
  /** What entries of one form turned out to be: failures in a log repeat. */
  readonly #known = new Map<string, V | null>();
  /** Windows of files that ended: a new one costs close to a millisecond, and files can be many. */
  readonly #spare: SearchWindow[] = [];
  #leftOut = 0;
  #leftOutUndated = 0;
  #bytes = 0;
  #lines = 0;

  constructor(options: SurveyOptions<V>) {
    this.#options = options;
  }

  /** A file of the survey: push its chunks, then end it. */
  open(file: string): { push: (chunk: Uint8Array) => void; flush: () => void; end: () => void } {
    const window = this.#spare.pop() ?? new SearchWindow();
    let header: string | null | undefined;
    const scanner = new LogScanner((entry) => this.#take(entry, file, header), window);
    return {
      push: (chunk) => {
        this.#bytes += chunk.length;
        if (header === undefined && chunk.length > 0) header = headerIn(chunk);
        scanner.push(chunk);
      },
      flush: () => scanner.flush(),
      end: () => {
        scanner.flush();
        this.#lines += scanner.lines;
        this.#spare.push(window);
      },
    };
  }

  /** Counts what was read by other means. */
  read(bytes: number, lines: number): void {
    this.#bytes += bytes;
    this.#lines += lines;
  }

  /** Failed entries that `since` left out because they are older. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** Failed entries that `since` left out because nobody knows when they were. */
  get leftOutUndated(): number {
    return this.#leftOutUndated;
  }

  /** Bytes read, after decompression. */
  get bytes(): number {
    return this.#bytes;
  }

  get lines(): number {
    return this.#lines;
  }

  /** Counts an entry that was read by other means. */
  take(entry: LogEntry, file: string): void {
    this.#take(entry, file, null);
  }

  #take(entry: LogEntry, file: string, header: string | null = null): void {
    const { line, before, isPiece } = entry;
    const text = retold(entry.text);
    const verdict = this.#verdictOn(isPiece ? text : inContext(text, before, header));
    if (verdict === null) return;
    const { since, onCounted } = this.#options;
    const at = this.#timeOf(text, entry);
    if (since !== undefined && at === null) {
      this.#leftOutUndated += 1;
      return;
    }
    if (since !== undefined && at !== null && at < since) {
      this.#leftOut += 1;
      return;
    }
    const isNew = this.tally.add(verdict, { at, file, line }, () => exampleOf(text));
    const last = line + entry.text.split('\n').length - 1;
    onCounted?.(verdict, at, isNew, { first: line, last });
  }

  /** A piece of a line says nothing of the time of the line: its head does. */
  #timeOf(text: string, { before, isPiece }: LogEntry): number | null {
    const { now } = this.#options;
    if (isPiece) return headTimeOf(before, now);
    const own = timeOf(text, now);
    return own ?? (isRecord(text) ? null : timeBefore(before, now));
  }

  #verdictOn(text: string): V | null {
    const signature = signatureOf(text);
    const known = this.#known.get(signature);
    if (known !== undefined) return known;
    const { judge, now } = this.#options;
    const failure = readEntry(text, now);
    const verdict = failure === null ? null : judge(failure);
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(signature, verdict);
    return verdict;
  }
}

/** The first line of a file, when it can name the columns of a table. */
function headerIn(chunk: Uint8Array): string | null {
  const [line = ''] = Buffer.from(chunk.subarray(0, LONGEST_HEADER)).toString().split('\n', 1);
  const isHeader = /[,;\t|].*[,;\t|]/.test(line) && headKindOf(line) === null;
  return isHeader ? line.replace(/^\uFEFF/, '').trimEnd() : null;
}

/** The time of the nearest line above that has one. */
function timeBefore(before: string, now: number): number | null {
  const lines = before.split('\n').slice(1).reverse();
  for (const line of lines) {
    const at = headTimeOf(line, now);
    if (at !== null) return at;
  }
  return null;
}

/** Masked before it is cut: a part of a key could not be told from other text. */
function exampleOf(text: string): string {
  return oneLine(maskContacts(maskCredentials(withoutColours(text))), LONGEST_EXAMPLE);
}
