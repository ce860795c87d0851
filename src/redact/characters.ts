/**
 * True for what a layout may put between two characters of a key: controls, blanks, line
 * breaks, box drawing, the bar of an ASCII table. Takes a UTF-16 unit.
 */
export function isNoise(unit: number): boolean {
  return (
    unit <= 0x20 ||
    (unit >= 0x7f && unit <= 0xa0) ||
    (unit >= 0x2500 && unit <= 0x257f) ||
    unit === 0x7c
  );
}

/** Upper-case ASCII letters become lower case: hexadecimal is the same secret in both. */
export function fold(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

/** Tells control sequences (`ESC [ … letter`) from text, one UTF-16 unit after the other. */
export class ControlSequences {
  #state: 'text' | 'escape' | 'sequence' = 'text';

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
