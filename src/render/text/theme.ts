import type { ChalkInstance } from 'chalk';
import type { CheckStatus } from '../../model/report.ts';
import type { ColourLevel } from './colour-level.ts';

export { colourLevel, wantsAscii } from './colour-level.ts';

/** Wraps one line's text in escape codes, or returns it as it is. */
type Style = (text: string) => string;

const STYLES = {
  ok: (chalk) => chalk.green,
  warn: (chalk) => chalk.yellow,
  fail: (chalk) => chalk.red,
  unknown: (chalk) => chalk.yellow,
  skip: (chalk) => chalk.dim,
  title: (chalk) => chalk.bold,
  label: (chalk) => chalk.bold,
  strong: (chalk) => chalk.bold,
  muted: (chalk) => chalk.dim,
  command: (chalk) => chalk.cyan,
  path: (chalk) => chalk.cyan,
} satisfies Record<string, (chalk: ChalkInstance) => Style>;
export type StyleName = keyof typeof STYLES;

/** Everything drawn that is not a word. Check states always differ in shape, not only in colour. */
interface Glyphs {
  readonly status: Readonly<Record<CheckStatus, string>>;
  readonly barFull: string;
  readonly barEmpty: string;
  readonly arrow: string;
  readonly match: string;
  readonly separator: string;
  readonly ellipsis: string;
}

const UNICODE: Glyphs = {
  status: { ok: '✓', warn: '!', fail: '✗', unknown: '?', skip: '–' },
  barFull: '█',
  barEmpty: '░',
  arrow: '→',
  match: '◀',
  separator: ' · ',
  ellipsis: '…',
};

/** States are padded to one width, so that what follows them stays in its column. */
const ASCII: Glyphs = {
  status: { ok: '[ok]  ', warn: '[!]   ', fail: '[FAIL]', unknown: '[?]   ', skip: '[--]  ' },
  barFull: '#',
  barEmpty: '.',
  arrow: '->',
  match: '<-',
  separator: ', ',
  ellipsis: '...',
};

/** How text may look: colours, glyphs and the room there is. */
export interface Theme {
  /** Cells in a line, 40 to 200. */
  readonly width: number;
  readonly ascii: boolean;
  /** No terminal but a program or a file reads it: an entry of a list stays on its line. */
  readonly piped: boolean;
  /** Addresses may be written as links (OSC 8). */
  readonly hyperlinks: boolean;
  readonly style: Readonly<Record<StyleName, Style>>;
  readonly glyph: Glyphs;
}

export interface ThemeWish {
  readonly level: ColourLevel;
  readonly ascii: boolean;
  readonly hyperlinks?: boolean;
  readonly piped?: boolean;
  /** Columns of the stream; 0 when it does not say. */
  readonly width: number;
}

const USUAL_WIDTH = 80;

/** Builds a theme. Loads chalk only when there is a colour to draw: the import alone costs about 16 ms. */
export async function createTheme(wish: ThemeWish): Promise<Theme> {
  const { level, ascii, width, hyperlinks = false, piped = false } = wish;
  return {
    width: width > 0 ? Math.min(200, Math.max(40, Math.floor(width))) : USUAL_WIDTH,
    ascii,
    piped,
    hyperlinks,
    style: level === 0 ? PLAIN : await coloured(level),
    glyph: ascii ? ASCII : UNICODE,
  };
}

const plain: Style = (text) => text;
const PLAIN = stylesFrom(() => plain);

async function coloured(level: ColourLevel): Promise<Theme['style']> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level });
  return stylesFrom((name) => STYLES[name](chalk));
}

function stylesFrom(style: (name: StyleName) => Style): Theme['style'] {
  return {
    ok: style('ok'),
    warn: style('warn'),
    fail: style('fail'),
    unknown: style('unknown'),
    skip: style('skip'),
    title: style('title'),
    label: style('label'),
    strong: style('strong'),
    muted: style('muted'),
    command: style('command'),
    path: style('path'),
  };
}
