import { FOLD, isCandidate, MARKS_AFTER, MARKS_BEFORE } from './candidate.ts';
import { NEEDLES } from './needles.ts';

/** Room for two chunks of a file and what is kept of the one before, in bytes. */
const CAPACITY = 2 * 1_048_576;
const DIGITS = '0123456789';
/** Bytes looked at together. A needle, and a status with a mark on both sides, is two longer. */
const GROUP = 3;
/** The golden ratio in 32 bits spreads groups best over the table (Knuth, volume 3, section 6.4). */
const SPREAD = 0x9e37_79b1 | 0;
const SLOT_BITS = 16;

/**
 * For each group, by its hash, where a candidate that holds it may end: bit n stands for the byte n+1
 * after the first byte of the group. Two groups may share a slot, so that this only leaves places out.
 */
const ENDS = endsTable();

/**
 * The bytes of a log that are being searched. Only every third group is looked at: one of them lies
 * within any five bytes.
 */
export class SearchWindow {
  #bytes: Buffer;
  #view: DataView;

  constructor(capacity = CAPACITY) {
    this.#bytes = Buffer.alloc(capacity);
    this.#view = viewOf(this.#bytes);
  }

  /** Valid until the window grows. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Makes room for so many bytes and keeps what is there. */
  grow(needed: number): void {
    const larger = Buffer.alloc(needed);
    this.#bytes.copy(larger);
    this.#bytes = larger;
    this.#view = viewOf(larger);
  }

  /**
   * Position of the last byte of the next candidate that ends at or after `from` and before `to`,
   * or -1. Reads one byte beyond `to`, which has to exist.
   */
  next(from: number, to: number): number {
    return nextCandidate(this.#view, Math.max(from, GROUP), to);
  }
}

function nextCandidate(bytes: DataView, from: number, to: number): number {
  for (let at = from - 2; at < to - 1; at += GROUP) {
    const ends = ENDS.getUint8(slotOf(bytes.getInt32(at - 1, true) >>> 8));
    if (ends === 0) continue;
    const last = firstOf(bytes, at, ends, from, to);
    if (last !== -1) return last;
  }
  return -1;
}

/** The first candidate that ends where the bits of `ends` say, or -1. */
function firstOf(bytes: DataView, at: number, ends: number, from: number, to: number): number {
  for (let last = at + 1, left = ends; left !== 0; last += 1, left >>= 1) {
    if ((left & 1) === 1 && last >= from && last < to && isCandidate(bytes, last)) return last;
  }
  return -1;
}

function endsTable(): DataView {
  const table = new DataView(new ArrayBuffer(2 ** SLOT_BITS));
  const put = (group: string, end: number): void => {
    const slot = slotOf(Buffer.from(`${group}\0`, 'latin1').readInt32LE());
    table.setUint8(slot, table.getUint8(slot) | (1 << (end - 1)));
  };
  for (const needle of NEEDLES) {
    for (let start = 0; start <= needle.length - GROUP; start += 1)
      put(needle.slice(start, start + GROUP), needle.length - 1 - start);
  }
  for (const digit of DIGITS) {
    for (const lead of '45') {
      for (const mark of MARKS_BEFORE) put(mark + lead + digit, 3);
      for (const other of DIGITS) put(lead + digit + other, 2);
    }
    for (const other of DIGITS) {
      for (const mark of MARKS_AFTER) put(digit + other + mark, 1);
    }
  }
  return table;
}

/** Letters count as lower case. */
function slotOf(group: number): number {
  return Math.imul(group | FOLD, SPREAD) >>> (32 - SLOT_BITS);
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
