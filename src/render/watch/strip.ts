import { cellWidth, headOfCells } from '../text/cells.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';
import type { StyleName, Theme } from '../text/theme.ts';

/** A piece of a line of the live view. */
interface Piece {
  readonly text: string;
  readonly style?: StyleName | undefined;
}

/** A line of the live view before it is cut and coloured. */
export type Strip = readonly (Piece | string)[];

/** Cuts a strip to `width` cells and colours what is left. Never wraps: a view has fixed rows. */
export function drawStrip(strip: Strip, theme: Theme, width: number): string {
  let room = width;
  let line = '';
  for (const piece of strip) {
    const { text, style } = typeof piece === 'string' ? { text: piece, style: undefined } : piece;
    const clean = sanitizeLine(text);
    const shown = headOfCells(clean, room);
    if (shown === '') continue;
    line += style === undefined ? shown : theme.style[style](shown);
    room -= cellWidth(shown);
    if (shown.length < clean.length) break;
  }
  return line;
}

/** Cells that a strip takes. */
export function stripWidth(strip: Strip): number {
  const text = strip.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
  return cellWidth(sanitizeLine(text));
}

/** A strip on as many lines as its words need; further lines are indented. */
export function wrapStrip(strip: Strip, width: number, indent: number): Strip[] {
  const words = strip.flatMap((piece) => {
    const { text, style } = typeof piece === 'string' ? { text: piece, style: undefined } : piece;
    return sanitizeLine(text)
      .split(/(?<= )(?=[^ ])/)
      .map((word) => ({ text: word, style }));
  });
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const word of words) {
    const cells = cellWidth(word.text.trimEnd());
    if (used + cells > width && used > indent) {
      lines.push([{ text: ' '.repeat(indent) }]);
      used = indent;
    }
    lines.at(-1)?.push(word);
    used += cellWidth(word.text);
  }
  return lines;
}
