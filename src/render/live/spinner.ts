import * as readline from 'node:readline';
import { Writable } from 'node:stream';
import ora from 'ora';
import type { Output } from '../../model/io.ts';
import { headOfCells } from '../text/cells.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';

/** Pure ASCII: drawn the same by every terminal. */
const FRAMES = { interval: 120, frames: ['|', '/', '-', '\\'] };
/** The frame, the blank after it, and the last column, which some terminals wrap on. */
const BESIDE_TEXT = 3;

/** Draws a spinner on a terminal of a known width. Keys typed meanwhile are left alone. */
export function startSpinner(output: Output, text: string) {
  const line = (wanted: string): string =>
    headOfCells(sanitizeLine(wanted), Math.max(0, output.columns - BESIDE_TEXT));
  const spinner = ora({
    text: line(text),
    spinner: FRAMES,
    color: false,
    stream: new TerminalStream(output),
    isEnabled: true,
    discardStdin: false,
  }).start();
  return {
    update: (next: string): void => {
      spinner.text = line(next);
    },
    stop: (): void => {
      if (spinner.isSpinning) spinner.stop();
    },
  };
}

/** The part of a terminal stream that ora uses, on top of an `Output`. */
class TerminalStream extends Writable {
  readonly isTTY = true;
  readonly #output: Output;

  constructor(output: Output) {
    super({ decodeStrings: false });
    this.#output = output;
  }

  /** Read anew each time: the window may be resized. Never 0, or ora would not return. */
  get columns(): number {
    return Math.max(1, this.#output.columns);
  }

  cursorTo(column: number): boolean {
    return readline.cursorTo(this, column);
  }

  moveCursor(right: number, down: number): boolean {
    return readline.moveCursor(this, right, down);
  }

  clearLine(direction: -1 | 0 | 1): boolean {
    return readline.clearLine(this, direction);
  }

  override _write(chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    this.#output.write(String(chunk));
    done();
  }
}
