import { NEEDLES } from './needles.ts';

/**
 * What makes a place of a log worth reading: a number that can be a status, or a needle. A place is
 * named by its last byte. Views are used instead of arrays because their reads are numbers, never
 * undefined, and a check for that would double the time.
 */

const DIGIT_0 = 48;
const DIGIT_4 = 52;
const DIGIT_5 = 53;
const DIGIT_9 = 57;
/** Sets the bit that makes an ASCII letter lower case, in four bytes at once. */
export const FOLD = 0x20_20_20_20;

/** What may stand before a status, and after it. */
export const MARKS_BEFORE = ' "\'=([{\t\n|,;:>/`';
export const MARKS_AFTER = ' "\'),;:]}|\t\r\n.<\\`-/';
const BEFORE = setOf(MARKS_BEFORE);
const AFTER = setOf(MARKS_AFTER);
/** The last two letters of names whose value can be a status: status, code, error, http, response. */
const LABEL_ENDS = new Set(['us', 'de', 'or', 'tp', 'rr', 'on', 'se', 'ed'].map(pairOf));

/** The first byte of each needle by its last four. */
const NEEDLE_STARTS: ReadonlyMap<number, number> = new Map(
  NEEDLES.map((needle) => [endKey(needle.slice(-4)), needle.charCodeAt(0)]),
);

/** True when a candidate ends at `last`, which is 3 or more. Reads one byte beyond. */
export function isCandidate(bytes: DataView, last: number): boolean {
  if (isDigit(bytes.getUint8(last))) return isStatusLike(bytes, last);
  const start = NEEDLE_STARTS.get(bytes.getInt32(last - 3, true) | FOLD);
  return start !== undefined && last > 3 && (bytes.getUint8(last - 4) | 0x20) === start;
}

function isDigit(byte: number): boolean {
  return byte >= DIGIT_0 && byte <= DIGIT_9;
}

/** True for the first digit of a status that tells of a failure. */
function canLead(byte: number): boolean {
  return byte === DIGIT_4 || byte === DIGIT_5;
}

/** True for what may stand before a status. */
function isMarkBefore(byte: number): boolean {
  return BEFORE.getUint8(byte) === 1;
}

function isStatusLike(bytes: DataView, last: number): boolean {
  return (
    canLead(bytes.getUint8(last - 2)) &&
    isDigit(bytes.getUint8(last - 1)) &&
    isMarkBefore(bytes.getUint8(last - 3)) &&
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

/** Four bytes as one number, letters in lower case. */
function endKey(end: string): number {
  return Buffer.from(end, 'latin1').readInt32LE(0) | FOLD;
}

function pairOf(letters: string): number {
  return (letters.charCodeAt(0) << 8) | letters.charCodeAt(1);
}

function setOf(characters: string): DataView {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return new DataView(table.buffer);
}
