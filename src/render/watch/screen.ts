import type { Output } from '../../model/io.ts';

const ESC = '\u001B[';

/** Draws frames on a terminal and sends only the rows that differ from what stands there. */
export class Screen {
  readonly #output: Pick<Output, 'write'>;
  #shown: readonly string[] = [];

  constructor(output: Pick<Output, 'write'>) {
    this.#output = output;
  }

  /** Forgets what stands there, for example after a change of size, and clears the screen. */
  clear(): void {
    this.#shown = [];
    this.#output.write(`${ESC}2J`);
  }

  draw(lines: readonly string[]): void {
    let text = '';
    const rows = Math.max(lines.length, this.#shown.length);
    for (let row = 0; row < rows; row += 1) {
      const line = lines[row] ?? '';
      if (line === this.#shown[row]) continue;
      text += `${ESC}${row + 1};1H${line}${ESC}K`;
    }
    this.#shown = [...lines];
    if (text !== '') this.#output.write(text);
  }
}
