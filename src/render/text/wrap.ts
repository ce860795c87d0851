import { cellWidth, headOfCells } from './cells.ts';
import { hyperlink } from './hyperlinks.ts';
import { plainText } from './plain-text.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';
import type { StyleName, Theme } from './theme.ts';

/**
 * A piece of text. `solid` text breaks only where it is longer than a line. `link` is where a
 * terminal that can takes the reader; never an address from a server.
 */
export interface Span {
  readonly text: string;
  readonly style?: StyleName | undefined;
  readonly link?: string | undefined;
  readonly solid?: boolean;
}
export type Content = readonly (Span | string)[];

interface Piece {
  readonly text: string;
  readonly style: StyleName | undefined;
  readonly link?: string | undefined;
}

/** What is kept together on a line, and the blanks before it. */
interface Word {
  readonly gap: number;
  readonly pieces: readonly Piece[];
  readonly cells: number;
}

/**
 * Breaks content into lines of at most `width` cells, at blanks, and inside a word that is
 * longer than a line. Lines after the first are indented by `hang`. All text enters lines
 * here: it is sanitised before its width is measured, and styled after the lines are
 * decided, so colours can never change the layout.
 */
export function wrap(theme: Theme, content: Content, width: number, hang = 0): string[] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let used = 0;
  for (const word of wordsOf(theme, content).flatMap((word) => split(word, width - hang))) {
    if (line.length > 0 && used + word.gap + word.cells > width) {
      lines.push(line);
      line = [];
    }
    const gap = line.length > 0 ? word.gap : lines.length > 0 ? hang : 0;
    used = (line.length > 0 ? used : 0) + gap + word.cells;
    const style = word.pieces[0]?.style;
    const goesOn = line.length > 0 && line.at(-1)?.style === style;
    line.push({ text: ' '.repeat(gap), style: goesOn ? style : undefined }, ...word.pieces);
  }
  if (line.length > 0) lines.push(line);
  return lines.map((pieces) => painted(theme, pieces));
}

/** Cuts content down to one line of at most `width` cells. */
export function oneLine(theme: Theme, content: Content, width: number): string {
  const [first = '', ...more] = wrap(theme, content, width);
  if (more.length === 0) return first;
  const [shorter = ''] = wrap(theme, content, width - cellWidth(theme.glyph.ellipsis));
  return shorter + theme.glyph.ellipsis;
}

/** Splits at blanks; pieces without a blank between them form one word, whatever their styles. */
function wordsOf(theme: Theme, content: Content): Word[] {
  const words: { gap: number; pieces: Piece[]; cells: number }[] = [];
  let gap = 0;
  let apart = true;
  for (const span of content) {
    const { text, style, solid, link } = typeof span === 'string' ? { text: span } : { ...span };
    const clean = plainText(theme, text);
    for (const part of solid === true ? [clean] : clean.split(/( +)/)) {
      if (part === '') continue;
      if (solid !== true && part.startsWith(' ')) {
        gap += part.length;
        apart = true;
        continue;
      }
      const last = words.at(-1);
      const cells = cellWidth(part);
      if (apart || last === undefined) {
        words.push({ gap, pieces: [{ text: part, style, link }], cells });
      } else {
        last.pieces.push({ text: part, style, link });
        last.cells += cells;
      }
      gap = 0;
      apart = false;
    }
  }
  return words;
}

/** A word in parts of at most `room` cells. Without a gap between them they join again where they fit. */
function split(word: Word, room: number): Word[] {
  if (word.cells <= room) return [word];
  const parts: Word[] = [];
  let pieces: Piece[] = [];
  let used = 0;
  const close = (): void => {
    parts.push({ gap: parts.length === 0 ? word.gap : 0, pieces, cells: used });
    pieces = [];
    used = 0;
  };
  for (const { text, style, link } of word.pieces) {
    let rest = text;
    while (rest !== '') {
      const fitting = headOfCells(rest, room - used);
      const head = fitting === '' && used === 0 ? firstOf(rest) : fitting;
      if (head === '') {
        close();
        continue;
      }
      pieces.push({ text: head, style, link });
      used += cellWidth(head);
      rest = rest.slice(head.length);
    }
  }
  close();
  return parts;
}

/** One character, however wide, so that splitting always ends. */
function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** Joins neighbours of one style, so that a line carries no more escape codes than it needs. */
function painted(theme: Theme, pieces: readonly Piece[]): string {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '') continue;
    if (last !== undefined && last.style === piece.style && last.link === piece.link) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    } else {
      joined.push(piece);
    }
  }
  const end = joined.at(-1);
  if (end !== undefined) joined[joined.length - 1] = { ...end, text: end.text.trimEnd() };
  return joined.map((piece) => drawn(theme, piece)).join('');
}

function drawn(theme: Theme, { text, style, link }: Piece): string {
  const styled = style ? theme.style[style](text) : text;
  return link === undefined || !theme.hyperlinks ? styled : hyperlink(styled, sanitizeLine(link));
}
