import { cellWidth } from '../text/cells.ts';
import { indented, pageWidth } from '../text/layout.ts';
import { plainText } from '../text/plain-text.ts';
import type { Theme } from '../text/theme.ts';
import { wrap, type Content, type Span } from '../text/wrap.ts';

/** Blanks between a heading and what stands at the right edge. */
const GAP = 2;

/**
 * A heading with a quiet remark at the right edge of its line, or below it where it does not
 * fit; `before` are words that belong to the heading.
 */
export function headedLines(
  heading: Span,
  remark: string,
  theme: Theme,
  before: readonly Span[] = [],
): string[] {
  const width = pageWidth(theme);
  const lead = before.flatMap((span): Content => [span, '  ']);
  const left: Content = [...lead, heading];
  if (remark === '') return wrap(theme, left, width, GAP);
  const cells = (text: string) => cellWidth(plainText(theme, text));
  const start = before.reduce((sum, { text }) => sum + cells(text) + GAP, 0);
  const padding = width - start - cells(heading.text) - cells(remark);
  if (padding >= GAP) {
    const edge = { text: ' '.repeat(padding) + remark, style: 'muted', solid: true } as const;
    return wrap(theme, [...left, edge], width);
  }
  const indent = Math.max(0, Math.min(width - cells(remark), start === 0 ? GAP : start));
  const below = wrap(theme, [{ text: remark, style: 'muted' }], width - indent);
  return [...wrap(theme, left, width, GAP), ...indented(below, indent)];
}
