import type { KeyPicture } from '../model/report.ts';
import { prefixOf } from './shape.ts';

/** Longer text fits no line, and its beginning says nothing. */
const LONGEST = 80;
/** From here on a secret may show its ends; the same rule as the mask. */
const SHOWS_ENDS_FROM = 32;
const END = 4;

const HIDDEN = '•';
const QUOTES = /^["'`\u2018-\u201F]$/;
const STRAY = /^[^\x21-\x7E]$|^["'`]$/u;

/**
 * The key's text with everything that belongs to the key masked and everything that does not
 * made visible and marked. Null when nothing is to be marked, or when the text is too long.
 */
export function pictureOf(text: string): KeyPicture | null {
  const characters = Array.from(text);
  if (characters.length > LONGEST) return null;
  const prefix = Array.from(text.slice(0, prefixOf(text)?.length ?? 0)).length;
  const isStray = (character: string, index: number): boolean =>
    index < prefix || STRAY.test(character);
  const secret = characters.flatMap((character, index) => (isStray(character, index) ? [] : index));
  const shown = secret.length < SHOWS_ENDS_FROM ? [] : endsOf(secret, prefix > 0);
  const cells = characters.map((character, index) => {
    if (index < prefix && /^[\x20-\x7E]$/.test(character)) return character;
    if (isStray(character, index)) return visible(character);
    return shown.includes(index) ? character : HIDDEN;
  });
  const marks = runsOf(characters.map(isStray));
  return marks.length === 0 ? null : { text: cells.join(''), marks };
}

/** Beside a readable prefix the beginning stays hidden: together they would be a piece of the value. */
function endsOf(secret: readonly number[], hasPrefix: boolean): readonly number[] {
  return hasPrefix ? secret.slice(-END) : [...secret.slice(0, END), ...secret.slice(-END)];
}

/** One cell for a character that cannot be seen or must not be taken for what it looks like. */
function visible(character: string): string {
  if (QUOTES.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x20) return '␣';
  if (code === 0x7f) return '␡';
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '◊';
}

function runsOf(marked: readonly boolean[]): KeyPicture['marks'] {
  const runs: { from: number; to: number }[] = [];
  for (const [index, isMarked] of marked.entries()) {
    if (!isMarked) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.to === index) last.to = index + 1;
    else runs.push({ from: index + 1, to: index + 1 });
  }
  return runs;
}
