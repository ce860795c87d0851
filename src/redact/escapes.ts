import { HYPHEN, isNoise } from './characters.ts';

/** Told a character of a text and where it stands there, first and last unit. */
export type Give = (unit: number, from: number, to: number) => void;

interface Escape {
  /** A whole escape at the beginning of the text. */
  readonly whole: RegExp;
  /** The beginning of one. */
  readonly part: RegExp;
  /** What it stands for; null for nothing. */
  readonly unit: (digits: string) => number | null;
}

const hexadecimal = (digits: string) => Number.parseInt(digits, 16) % 65_536;

/** How a character is written by its number, by the sign that every such form begins with. */
const ESCAPES: Readonly<Record<string, readonly Escape[]>> = {
  // A URL.
  '%': [{ whole: /^%([\da-f]{2})/i, part: /^%[\da-f]?$/i, unit: hexadecimal }],
  // Strings of programs, also JSON in JSON; octal numbers.
  '\\': [
    {
      whole: /^\\{1,8}(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\})/i,
      part: /^\\{1,8}(?:x[\da-f]?|u(?:[\da-f]{0,3}|\{[\da-f]{0,6}))?$/i,
      unit: hexadecimal,
    },
    {
      whole: /^\\{1,8}([0-3][0-7]{2})/,
      part: /^\\{1,8}(?:[0-3][0-7]?)?$/,
      unit: (digits) => Number.parseInt(digits, 8),
    },
  ],
  // HTML and XML.
  '&': [
    {
      whole: /^&#x0{0,4}([\da-f]{1,4});/i,
      part: /^&(?:#(?:x[\da-f]{0,8})?)?$/i,
      unit: hexadecimal,
    },
    { whole: /^&#0{0,4}(\d{1,5});/, part: /^&#\d{0,9}$/, unit: Number },
  ],
  // Quoted-printable, whose lines may be broken anywhere, also where they became one line.
  '=': [
    { whole: /^=([\da-f]{2})/i, part: /^=[\da-f]?$/i, unit: hexadecimal },
    { whole: /^=(?:\r?\n| )()/, part: /^=\r?$/, unit: () => null },
  ],
  // What hostile characters become when they are made visible.
  '<': [
    { whole: /^<U\+([\da-f]{4,6})>/i, part: /^<(?:U(?:\+[\da-f]{0,6})?)?$/i, unit: hexadecimal },
  ],
  '^': [{ whole: /^\^([@A-Z[\\\]^_?])/, part: /^\^$/, unit: () => null }],
};
const SIGNS = new Set(Object.keys(ESCAPES).map((sign) => sign.charCodeAt(0)));
/** What an escape begins with, as the inside of a character class. */
export const ESCAPE_SIGNS = Object.keys(ESCAPES)
  .map((sign) => `\\${sign}`)
  .join('');

/**
 * Reads through escapes, one UTF-16 unit after the other: gives each character that stands there,
 * with its place. One layer of escaping; several readers in a row undo as many.
 */
export class EscapeReader {
  readonly #give: Give;
  #text = '';
  #places: { readonly from: number; readonly to: number }[] = [];

  constructor(give: Give) {
    this.#give = give;
  }

  /** Goes on where another one is. */
  follow(other: EscapeReader): void {
    this.#text = other.#text;
    this.#places = [...other.#places];
  }

  /** True while it is not known yet whether an escape goes on. */
  get isOpen(): boolean {
    return this.#text !== '';
  }

  read(unit: number, from: number, to: number): void {
    if (this.#text === '' && !SIGNS.has(unit)) {
      this.#give(unit, from, to);
      return;
    }
    // A layout breaks lines within an escape as well; `=` before a line break is one of its own.
    const isWithin = this.#text !== '' && !/^=\r?$/.test(this.#text);
    if (isWithin && isNoise(unit) && unit !== HYPHEN) return;
    this.#text += String.fromCharCode(unit);
    this.#places.push({ from, to });
    while (this.#text !== '' && this.#settle());
  }

  /** True when the beginning of what is kept could be read. */
  #settle(): boolean {
    const escapes = ESCAPES[this.#text.charAt(0)] ?? [];
    for (const { whole, unit } of escapes) {
      const found = whole.exec(this.#text);
      if (found === null) continue;
      const digits = found.slice(1).find((group) => group !== undefined) ?? '';
      this.#take(found[0].length, unit(digits));
      return true;
    }
    if (escapes.some(({ part }) => part.test(this.#text))) return false;
    this.#take(1, this.#text.charCodeAt(0));
    return true;
  }

  #take(count: number, unit: number | null): void {
    const taken = this.#places.splice(0, count);
    this.#text = this.#text.slice(count);
    const from = taken[0]?.from;
    const to = taken.at(-1)?.to;
    if (unit !== null && from !== undefined && to !== undefined) this.#give(unit, from, to);
  }
}
