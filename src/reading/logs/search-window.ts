import { scalarWindow } from './scalar-search.ts';
import { vectorWindow } from './vector-search.ts';

/** The bytes of a log that are being searched. */
export interface SearchWindow {
  /** Valid until the window grows. */
  readonly bytes: Buffer;
  /** Makes room for so many bytes and keeps what is there. */
  grow(needed: number): void;
  /**
   * Position of the last byte of the next candidate that ends at or after `from` and before `to`,
   * or -1. Reads one byte beyond `to`, which has to exist.
   */
  next(from: number, to: number): number;
}

/** Room for two chunks of a file and what is kept of the one before, in bytes. */
const CAPACITY = 2 * 1_048_576;

/** A window that is searched as fast as this machine can. */
export function openWindow(): SearchWindow {
  try {
    return vectorWindow(CAPACITY);
  } catch {
    // No WebAssembly (`--jitless`), no vectors, or too little address space for its memory.
    return scalarWindow(CAPACITY);
  }
}
