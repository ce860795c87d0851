/**
 * Makes an instance of the search. The factor is one by which no two needles get the same slot.
 * Throws where WebAssembly or its vectors are missing.
 */
export default function instantiate(imports: { needles: { multiplier: number } }): {
  /** One page of 65,536 bytes; growing it makes a new buffer, and throws when there is no room. */
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /**
   * Position of the last byte of the next place from `from`, which is 3 or more, and before `to`
   * that can be a candidate, or -1. Every candidate is found; not all that is found is one.
   */
  readonly next: (from: number, to: number) => number;
};
