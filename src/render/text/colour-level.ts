/** 0 none, 1 sixteen colours, 2 256 colours, 3 true colour. */
export type ColourLevel = 0 | 1 | 2 | 3;

type Env = Readonly<Record<string, string | undefined>>;

export interface ColourWish {
  readonly env: Env;
  readonly isTTY: boolean;
  /** Bits of colour the terminal announces: 1, 4, 8 or 24. */
  readonly colorDepth: number;
  /** `--color` is true, `--no-color` is false. */
  readonly flag?: boolean | undefined;
}

const FORCED: Readonly<Record<string, ColourLevel>> = { '0': 0, '1': 1, '2': 2, '3': 3, false: 0 };

/**
 * How many colours to use. The nearest wish wins: the option, then FORCE_COLOR, NO_COLOR,
 * CLICOLOR_FORCE, TERM=dumb, CLICOLOR=0, and last what the stream can show.
 */
export function colourLevel({ env, isTTY, colorDepth, flag }: ColourWish): ColourLevel {
  const able = levelOfDepth(colorDepth);
  const atLeastSome = able === 0 ? 1 : able;
  if (flag !== undefined) return flag ? atLeastSome : 0;
  const forced = env['FORCE_COLOR'];
  if (forced === 'true') return atLeastSome;
  const level = forced === undefined ? undefined : FORCED[forced];
  if (level !== undefined) return level;
  if (isSet(env['NO_COLOR'])) return 0;
  if (isSet(env['CLICOLOR_FORCE']) && env['CLICOLOR_FORCE'] !== '0') return atLeastSome;
  if (env['TERM'] === 'dumb' || env['CLICOLOR'] === '0') return 0;
  return isTTY ? able : 0;
}

/**
 * True when glyphs beyond ASCII would arrive as rubbish: asked for with `--ascii`, a
 * terminal without the characters, or a locale that names another encoding.
 */
export function wantsAscii(env: Env, flag?: boolean): boolean {
  if (flag === true || env['TERM'] === 'dumb' || env['TERM'] === 'linux') return true;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(isSet);
  return locale !== undefined && !/utf-?8/i.test(locale);
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

function levelOfDepth(bits: number): ColourLevel {
  if (bits >= 24) return 3;
  if (bits >= 8) return 2;
  return bits >= 4 ? 1 : 0;
}
