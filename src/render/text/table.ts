import { cellWidth } from './cells.ts';
import { indented, isStacked, joinBlocks, pairs } from './layout.ts';
import { plainText } from './plain-text.ts';
import type { Theme } from './theme.ts';
import { wrap } from './wrap.ts';

const GAP = 2;
/** A column is not squeezed below this, so that words stay words. */
const LEAST_COLUMN = 8;

/**
 * A table without lines that fits the width. Narrow terminals get one `header: value` block
 * per row instead. Loads the table library only when it draws a table.
 */
export async function renderTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  theme: Theme,
): Promise<string> {
  if (isStacked(theme)) return stacked(headers, rows, theme);
  const widths = columnWidths([headers, ...rows], theme);
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    chars: NO_LINES,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: widths.map((width, column) => width + (column < widths.length - 1 ? GAP : 0)),
  });
  const cell = (text: string, column: number, style?: 'muted'): string =>
    wrap(theme, [{ text, style }], widths[column] ?? LEAST_COLUMN).join('\n');
  table.push(headers.map((header, column) => cell(header, column, 'muted')));
  for (const row of rows) table.push(headers.map((_, column) => cell(row[column] ?? '', column)));
  const lines = table.toString().split('\n');
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

function stacked(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  theme: Theme,
): string {
  return joinBlocks(
    rows.map(([first = '', ...rest]) => {
      const fields = rest.map((value, index) => [`${headers[index + 1] ?? ''}:`, [value]] as const);
      return [
        ...wrap(theme, [{ text: first, style: 'strong' }], theme.width),
        ...indented(pairs(theme, fields, theme.width - 2), 2),
      ];
    }),
  );
}

/**
 * As wide as the content needs. While that is too much, the column with most to spare gives
 * way; words are broken only when no column has anything to spare.
 */
function columnWidths(rows: readonly (readonly string[])[], theme: Theme): number[] {
  const cells = (text: string): number => cellWidth(plainText(theme, text));
  const columns = (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? ''));
  const widths = columns.map((texts) => Math.max(...texts.map(cells)));
  const words = columns.map((texts) => Math.max(...texts.join(' ').split(' ').map(cells)));
  const room = theme.width - GAP * (widths.length - 1);
  const spare = (at: number): number => (widths[at] ?? 0) - Math.max(LEAST_COLUMN, words[at] ?? 0);
  for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
    const all = widths.map((_, at) => at);
    const by = all.some((at) => spare(at) > 0) ? spare : (at: number): number => widths[at] ?? 0;
    const most = all.reduce((best, at) => (by(at) > by(best) ? at : best), 0);
    widths[most] = Math.max(1, (widths[most] ?? 0) - 1);
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
