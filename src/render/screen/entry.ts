import { padCells } from '../text/cells.ts';
import { indented, pageWidth } from '../text/layout.ts';
import { plainText } from '../text/plain-text.ts';
import type { StyleName, Theme } from '../text/theme.ts';
import { wrap, type Content } from '../text/wrap.ts';

/** The width of `account` and a blank. */
const LABEL_CELLS = 8;

/** Cells beside a label. */
export function entryWidth(theme: Theme): number {
  return pageWidth(theme) - LABEL_CELLS;
}

/** Text with a label in the column before it. Empty text, no label. */
export function entry(
  theme: Theme,
  label: string,
  content: Content,
  { hang = 0, style = 'label' }: { readonly hang?: number; readonly style?: StyleName } = {},
): string[] {
  return under(theme, label, wrap(theme, content, entryWidth(theme), hang), style);
}

/** Lines made for `entryWidth` with a label before the first. No lines, no label. */
export function under(
  theme: Theme,
  label: string,
  [first, ...rest]: readonly string[],
  style: StyleName = 'label',
): string[] {
  if (first === undefined) return [];
  const name = plainText(theme, label);
  const gap = padCells(name, LABEL_CELLS).slice(name.length);
  return [`${theme.style[style](name)}${gap}${first}`, ...indented(rest, LABEL_CELLS)];
}
