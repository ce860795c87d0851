import { NEEDLES } from './needles.ts';

/**
 * Finds the places of a log that are worth reading: a number that can be a status, or a needle.
 * A table of byte pairs says how far the search may skip (Wu and Manber, 1994), so that most bytes
 * are never looked at. Views are used instead of arrays because their reads are numbers, never
 * undefined, and a check for that would double the time.
 */

/** Length of a needle in bytes. */
const NEEDLE = 5;
/** Length of a status with the mark before it; the mark after it is looked at apart. */
const STATUS = 4;
const DIGIT_0 = 48;
const DIGIT_4 = 52;
const DIGIT_5 = 53;
const DIGIT_9 = 57;
/** Sets the bit that makes an ASCII letter lower case, in four bytes at once. */
const FOLD = 0x20_20_20_20;

/** What may stand before a status, and after it. */
const BEFORE = setOf(' "\'=([{\t\n|,:>/`');
const AFTER = setOf(' "\'),;:]}|\t\r\n.<\\`-/');
/** The last two letters of names whose value can be a status: status, code, error, http, response. */
const LABEL_ENDS = new Set(['us', 'de', 'or', 'tp', 'rr', 'on', 'se', 'ed'].map(pairOf));

const NEEDLE_KEYS: ReadonlySet<number> = new Set(NEEDLES.map(keyOf));
const SKIPS = skipTable();

/**
 * Position of the last byte of the next candidate that ends at or after `from` and before `to`,
 * or -1. Reads one byte beyond `to`, which has to exist.
 */
export function nextCandidate(bytes: DataView, from: number, to: number): number {
  let at = from < STATUS - 1 ? STATUS - 1 : from;
  while (at < to) {
    const pair = bytes.getUint16(at - 1);
    const skip = SKIPS.getUint8(pair);
    if (skip !== 0) {
      at += skip;
    } else if (isDigit(pair & 0xff)) {
      if (isStatusLike(bytes, at)) return at;
      // Between two digits no needle begins, and a status begins only at a 4 or 5 after a mark.
      const begins = canLead(pair >> 8) && BEFORE.getUint8(bytes.getUint8(at - 2)) === 1;
      at += begins ? 1 : STATUS;
    } else {
      if (NEEDLE_KEYS.has(bytes.getUint32(at - 3) | FOLD)) return at;
      at += 1;
    }
  }
  return -1;
}

function isStatusLike(bytes: DataView, last: number): boolean {
  return (
    canLead(bytes.getUint8(last - 2)) &&
    BEFORE.getUint8(bytes.getUint8(last - 3)) === 1 &&
    AFTER.getUint8(bytes.getUint8(last + 1)) === 1 &&
    !isCounter(bytes, last)
  );
}

/**
 * True for a number that is plainly something else: the fraction of a time (`12:00:00,431`), or the
 * value of a member whose name does not end like one that holds a status (`"port":443`).
 */
function isCounter(bytes: DataView, last: number): boolean {
  const byte = (at: number): number => (at < 0 ? 0 : bytes.getUint8(at));
  let mark = last - 3;
  if (byte(mark) === COMMA) return isDigit(byte(mark - 1)) && byte(mark - 3) === COLON;
  // A blank and a quote may stand between the mark and the value: `"status": "429"`.
  if (byte(mark) === QUOTE || byte(mark) === APOSTROPHE) mark -= 1;
  if (byte(mark) === BLANK) mark -= 1;
  if (byte(mark) !== COLON && byte(mark) !== EQUALS) return false;
  mark -= 1;
  while (NAME_ENDS.has(byte(mark))) mark -= 1;
  return !LABEL_ENDS.has(((byte(mark - 1) | 0x20) << 8) | byte(mark) | 0x20);
}

const BLANK = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const COMMA = 44;
const COLON = 58;
const EQUALS = 61;
const BACKSLASH = 92;
/** Between a name and the mark after it: `"status\": 429`. */
const NAME_ENDS: ReadonlySet<number> = new Set([BLANK, QUOTE, APOSTROPHE, BACKSLASH]);

function isDigit(byte: number): boolean {
  return byte >= DIGIT_0 && byte <= DIGIT_9;
}

function canLead(byte: number): boolean {
  return byte === DIGIT_4 || byte === DIGIT_5;
}

function skipTable(): DataView {
  const skips = new DataView(new Uint8Array(65_536).fill(NEEDLE - 1).buffer);
  const put = (first: number, second: number, skip: number): void => {
    const pair = (first << 8) | second;
    skips.setUint8(pair, Math.min(skips.getUint8(pair), skip));
  };
  for (const needle of NEEDLES) {
    for (let end = 1; end < NEEDLE; end += 1) {
      for (const first of bothCases(needle.charCodeAt(end - 1))) {
        for (const second of bothCases(needle.charCodeAt(end)))
          put(first, second, NEEDLE - 1 - end);
      }
    }
  }
  for (let digit = DIGIT_0; digit <= DIGIT_9; digit += 1) {
    for (const lead of [DIGIT_4, DIGIT_5]) put(lead, digit, 1);
    for (let other = DIGIT_0; other <= DIGIT_9; other += 1) put(digit, other, 0);
  }
  for (let byte = 0; byte < 256; byte += 1) {
    if (BEFORE.getUint8(byte) === 0) continue;
    for (const lead of [DIGIT_4, DIGIT_5]) put(byte, lead, STATUS - 2);
    for (let other = 0; other < 256; other += 1) put(other, byte, STATUS - 1);
  }
  return skips;
}

function bothCases(code: number): readonly number[] {
  return code >= 97 && code <= 122 ? [code, code ^ 0x20] : [code];
}

/** The last four bytes as one number, as `getUint32` reads them, letters in lower case. */
function keyOf(needle: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = Buffer.from(needle.slice(-4), 'latin1');
  return (a << 24) | (b << 16) | (c << 8) | d | FOLD;
}

function pairOf(letters: string): number {
  return (letters.charCodeAt(0) << 8) | letters.charCodeAt(1);
}

function setOf(characters: string): DataView {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return new DataView(table.buffer);
}
