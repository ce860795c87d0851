import {
  CANDIDATE_BYTES,
  endKey,
  isCandidate,
  MARKS_AFTER,
  MARKS_BEFORE,
  NEEDLE_ENDS,
} from './candidate.ts';
import type { SearchWindow } from './search-window.ts';
import instantiate from './vector-search.wat';

/**
 * The search in WebAssembly, sixteen places at once; its tables are filled here. How the bytes of
 * its memory are laid out is said in `vector-search.wat`.
 */

const PAGE = 65_536;
const NIBBLES = 16;
const MARKS_AT = 128;
const KEYS_AT = 384;
const WINDOW_AT = 2048;
/** The search looks at whole blocks, so that it reads beyond the end. */
const BEYOND = 32;

const IS_BEFORE = 1;
const IS_AFTER = 2;
/** Statuses take two of the eight bits, so that fewer marks are taken for one another. */
const STATUS_BITS = [1, 2];
const NEEDLE_BITS = [4, 8, 16, 32, 64, 128];

/** A window in a memory of its own. Throws where WebAssembly or its vectors are missing. */
export function vectorWindow(capacity: number): SearchWindow {
  const multiplier = multiplierFor(NEEDLE_ENDS.map(endKey));
  const { memory, next } = instantiate({ needles: { multiplier } });
  fillTables(new DataView(memory.buffer), multiplier);
  let bytes = Buffer.alloc(0);
  let view = new DataView(memory.buffer);
  const grow = (needed: number): void => {
    const size = WINDOW_AT + needed + BEYOND;
    memory.grow(Math.ceil((size - memory.buffer.byteLength) / PAGE));
    bytes = Buffer.from(memory.buffer, WINDOW_AT);
    view = new DataView(memory.buffer, WINDOW_AT);
  };
  grow(capacity);
  return {
    get bytes() {
      return bytes;
    },
    grow,
    next(from, to) {
      let at = next(Math.max(from, CANDIDATE_BYTES - 1), to);
      while (at !== -1 && !isCandidate(view, at)) at = next(at + 1, to);
      return at;
    },
  };
}

function fillTables(memory: DataView, multiplier: number): void {
  for (const [marks, bit] of [[MARKS_BEFORE, IS_BEFORE] as const, [MARKS_AFTER, IS_AFTER] as const])
    for (const mark of marks) addBits(memory, MARKS_AT + mark.charCodeAt(0), bit);
  for (const end of NEEDLE_ENDS) {
    const key = endKey(end);
    memory.setUint32(KEYS_AT + slotOf(key, multiplier) * CANDIDATE_BYTES, key, true);
  }
  const allow = (place: number, byte: number, bit: number): void => {
    const table = place * 2 * NIBBLES;
    addBits(memory, table + (byte & 15), bit);
    addBits(memory, table + NIBBLES + (byte >> 4), bit);
  };
  for (const mark of MARKS_BEFORE) {
    const byte = mark.charCodeAt(0);
    allow(0, byte, STATUS_BITS[byte < 48 ? 0 : 1] ?? 0);
  }
  for (const bit of STATUS_BITS) {
    for (const lead of '45') allow(1, lead.charCodeAt(0), bit);
    for (const digit of '0123456789') {
      for (const place of [2, 3]) allow(place, digit.charCodeAt(0), bit);
    }
  }
  // Neighbours in the alphabet share their first letters, and a bit: that lets the fewest others in.
  NEEDLE_ENDS.toSorted().forEach((end, at) => {
    const bit = NEEDLE_BITS[Math.floor((at * NEEDLE_BITS.length) / NEEDLE_ENDS.length)] ?? 0;
    for (let place = 0; place < end.length; place += 1) {
      allow(place, end.charCodeAt(place), bit);
      allow(place, end.toUpperCase().charCodeAt(place), bit);
    }
  });
}

function addBits(memory: DataView, at: number, bits: number): void {
  memory.setUint8(at, memory.getUint8(at) | bits);
}

/** A factor by which no two keys get the same slot. */
function multiplierFor(keys: readonly number[]): number {
  let multiplier = 0x9e37_79b1 | 0;
  while (new Set(keys.map((key) => slotOf(key, multiplier))).size < keys.length) {
    multiplier = (multiplier + 2) | 0;
  }
  return multiplier;
}

function slotOf(key: number, multiplier: number): number {
  return Math.imul(key, multiplier) >>> 24;
}
