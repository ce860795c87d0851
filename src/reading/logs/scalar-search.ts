import { CANDIDATE_BYTES, canLead, isCandidate, isDigit, isMarkBefore } from './candidate.ts';
import { NEEDLES } from './needles.ts';
import type { SearchWindow } from './search-window.ts';

/**
 * The search for a machine without vectors. A table of byte pairs says how far it may skip (Wu and
 * Manber, 1994), so that most bytes are never looked at.
 */

/** Length of a needle in bytes. */
const NEEDLE = 5;
const DIGIT_0 = 48;
const DIGIT_4 = 52;
const DIGIT_5 = 53;
const DIGIT_9 = 57;

const SKIPS = skipTable();

/** A window on the heap of the program. */
export function scalarWindow(capacity: number): SearchWindow {
  let bytes = Buffer.alloc(capacity);
  let view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    get bytes() {
      return bytes;
    },
    grow(needed) {
      const larger = Buffer.alloc(needed);
      bytes.copy(larger);
      bytes = larger;
      view = new DataView(larger.buffer, larger.byteOffset, larger.byteLength);
    },
    next: (from, to) => nextCandidate(view, from, to),
  };
}

function nextCandidate(bytes: DataView, from: number, to: number): number {
  let at = Math.max(from, CANDIDATE_BYTES - 1);
  while (at < to) {
    const pair = bytes.getUint16(at - 1);
    const skip = SKIPS.getUint8(pair);
    if (skip !== 0) {
      at += skip;
    } else if (isCandidate(bytes, at)) {
      return at;
    } else if (isDigit(pair & 0xff)) {
      // Between two digits no needle begins, and a status begins only at a 4 or 5 after a mark.
      const begins = canLead(pair >> 8) && isMarkBefore(bytes.getUint8(at - 2));
      at += begins ? 1 : CANDIDATE_BYTES;
    } else {
      at += 1;
    }
  }
  return -1;
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
    if (!isMarkBefore(byte)) continue;
    for (const lead of [DIGIT_4, DIGIT_5]) put(byte, lead, CANDIDATE_BYTES - 2);
    for (let other = 0; other < 256; other += 1) put(other, byte, CANDIDATE_BYTES - 1);
  }
  return skips;
}

/** The codes of a character in lower and in upper case. */
function bothCases(code: number): readonly number[] {
  return code >= 97 && code <= 122 ? [code, code ^ 0x20] : [code];
}
