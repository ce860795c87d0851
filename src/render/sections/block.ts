import { bodyWidth, commandLine, isStacked, labelled } from '../text/layout.ts';
import { sanitizeBlock } from '../../redact/sanitize.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** Text under a label; `code` stands as it is and is never wrapped into another shape. */
export interface Block {
  readonly label: string;
  readonly lines: readonly string[];
  /** A command to copy, on a line of its own. */
  readonly command?: string;
  /** Several lines whose indentation matters, such as JSON. */
  readonly code?: string;
}

const MOST_CODE_LINES = 400;

/** The lines of a block. */
export function blockLines({ label, lines, command, code }: Block, theme: Theme): string[] {
  const width = bodyWidth(theme);
  const text = lines.flatMap((line) => wrap(theme, [line], width, 2));
  return [
    ...labelled(theme, label, [
      ...text,
      ...(code === undefined ? [] : codeLines(code, theme, width)),
    ]),
    // From the first cell on, so that copying it takes nothing else along.
    ...(command === undefined ? [] : [commandLine(theme, command, isStacked(theme) ? 0 : 2)]),
  ];
}

/** A line that is too long goes on below, further in than it began. */
function codeLines(code: string, theme: Theme, width: number): string[] {
  const lines = sanitizeBlock(code).split('\n');
  const shown = lines.slice(0, MOST_CODE_LINES).flatMap((line) => {
    const indent = Math.min(/^ */.exec(line)?.[0].length ?? 0, Math.floor(width / 2));
    const broken = wrap(theme, [line.trim()], width - indent, 2);
    return broken.map((part) => ' '.repeat(indent) + part);
  });
  const more = lines.length - MOST_CODE_LINES;
  return more > 0 ? [...shown, `(${more} more lines)`] : shown;
}
