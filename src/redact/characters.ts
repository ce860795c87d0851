/** Characters without a width, which can stand unseen between two others. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;

/**
 * True for what may stand between two characters of a key without making it another one: controls,
 * blanks, line breaks, box drawing, the bar of an ASCII table, characters without a width, and the
 * hyphens, which a key keeps its worth without. Takes a UTF-16 unit.
 */
export function isNoise(unit: number): boolean {
  return (
    unit <= 0x20 ||
    unit === HYPHEN ||
    unit === 0x7c ||
    (unit >= 0x7f && (unit <= 0xa0 || (unit >= 0x2500 && unit <= 0x257f) || isInvisible(unit)))
  );
}

/** A key keeps its worth without its hyphens, and yet they tell words apart. */
export const HYPHEN = 0x2d;

function isInvisible(unit: number): boolean {
  return INVISIBLE.test(String.fromCharCode(unit));
}

/** Upper-case ASCII letters become lower case: hexadecimal is the same secret in both. */
export function fold(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

/** Tells control sequences (`ESC [ … letter`) from text, one UTF-16 unit after the other. */
export class ControlSequences {
  #state: 'text' | 'escape' | 'sequence' = 'text';

  /** True within a sequence. */
  get isOpen(): boolean {
    return this.#state !== 'text';
  }

  /** True when the unit is part of a sequence. */
  takes(unit: number): boolean {
    if (unit === 0x1b) {
      this.#state = 'escape';
      return true;
    }
    if (this.#state === 'text') return false;
    if (this.#state === 'escape') {
      this.#state = unit === 0x5b ? 'sequence' : 'text';
      return this.#state === 'sequence';
    }
    if (unit >= 0x20 && unit <= 0x3f) return true;
    this.#state = 'text';
    return unit >= 0x40 && unit <= 0x7e;
  }
}
