import { cellWidth, padCells } from './cells.ts';
import { plainText } from './plain-text.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';
import type { Theme } from './theme.ts';
import { wrap, type Content } from './wrap.ts';

/** Below this width a label gets a line of its own, so that the text keeps room. */
const STACKED_BELOW = 60;
const STACKED_INDENT = 2;
const LABEL_COLUMN = 12;
/** Longer lines are hard to read, however wide the terminal. */
const READING_WIDTH = 100;

export function isStacked(theme: Theme): boolean {
  return theme.width < STACKED_BELOW;
}

/** Cells for text without a label column. */
export function pageWidth(theme: Theme): number {
  return Math.min(theme.width, READING_WIDTH);
}

/** Cells for text beside a label or, on a narrow terminal, below it. */
export function bodyWidth(theme: Theme): number {
  return pageWidth(theme) - indentOf(theme);
}

/** Puts a label before lines made for `bodyWidth`. No lines, no label. */
export function labelled(theme: Theme, label: string, lines: readonly string[]): string[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const name = plainText(theme, label);
  const room = LABEL_COLUMN - cellWidth(name);
  if (isStacked(theme) || room < 1) {
    return [theme.style.label(name), ...indented(lines, indentOf(theme))];
  }
  return [theme.style.label(name) + ' '.repeat(room) + first, ...indented(rest, LABEL_COLUMN)];
}

export function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}

/**
 * A command on a line of its own. It is never wrapped, even where it overflows: it has to
 * survive being copied into a shell, and a line break put in by us would run half of it.
 */
export function commandLine(theme: Theme, command: string, indent = 0): string {
  return ' '.repeat(indent) + theme.style.command(sanitizeLine(command));
}

/**
 * Rows of name and content, the contents in one column of at least `least` cells from the
 * left; below each other where a name takes more than half the width.
 */
export function pairs(
  theme: Theme,
  rows: readonly (readonly [name: string, content: Content])[],
  width: number,
  least = 0,
): string[] {
  const column = Math.max(least, ...rows.map(([name]) => cellWidth(plainText(theme, name))));
  if (column > width / 2) {
    return rows.flatMap(([name, content]) => [
      ...wrap(theme, [{ text: name, style: 'muted' }], width),
      ...indented(wrap(theme, content, width - 2), 2),
    ]);
  }
  return rows.flatMap(([name, content]) =>
    beside(theme, name, column, wrap(theme, content, width - column - 2)),
  );
}

/** Lines with a quiet name of `column` cells before the first of them. */
export function beside(
  theme: Theme,
  name: string,
  column: number,
  lines: readonly string[],
): string[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const head = theme.style.muted(padCells(plainText(theme, name), column));
  return [`${head}  ${first}`, ...indented(rest, column + 2)];
}

/** The lines of blocks with an empty line between blocks; empty blocks leave no gap. */
export function joinBlocks(blocks: readonly (readonly string[])[]): string {
  const filled = blocks.filter((block) => block.length > 0);
  return filled.map((block) => `${block.join('\n')}\n`).join('\n');
}

function indentOf(theme: Theme): number {
  return isStacked(theme) ? STACKED_INDENT : LABEL_COLUMN;
}
