import { cellWidth, padCells } from '../text/cells.ts';
import { plainText } from '../text/plain-text.ts';
import type { Theme } from '../text/theme.ts';
import { oneLine, type Content } from '../text/wrap.ts';

const GAP = 2;
/** On a terminal few long names must not push all the rest beyond its edge. */
const WIDEST = 30;

/** One entry of a list: what it is called by, and what is said of it in columns. */
export interface ListRow {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * A list, an entry a line. On a terminal a line ends at its edge; in a pipe it is whole, however
 * long, so that grep and cut find whole entries.
 */
export function renderList(rows: readonly ListRow[], theme: Theme): string {
  const cells = (text: string) => cellWidth(plainText(theme, text));
  const texts = rows.map(({ name, columns }) => [name, ...columns]);
  const count = Math.max(0, ...texts.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.min(
      theme.piped ? Infinity : WIDEST,
      Math.max(...texts.map((row) => cells(row[at] ?? ''))),
    ),
  );
  const width = theme.piped ? Infinity : theme.width;
  return texts
    .map((row) => {
      const content: Content = row.map((text, at) => ({
        text: at < row.length - 1 ? padCells(text, widths[at] ?? 0) + ' '.repeat(GAP) : text,
        style: at === 0 ? ('strong' as const) : undefined,
        solid: true,
      }));
      return `${oneLine(theme, content, width).trimEnd()}\n`;
    })
    .join('');
}

/** True when every word of a filter stands somewhere in the texts of an entry. */
export function fitsFilter(filter: string, texts: readonly string[]): boolean {
  const all = texts.join(' ').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
