import type { KeyDefectName } from '../model/fact.ts';

/** One thing wrong with a key's text, and where. */
export interface KeyDefect {
  readonly name: KeyDefectName;
  /** 1-based position of the first offending character; null when it is about the whole text. */
  readonly position: number | null;
  /** What stands there, for example `line feed U+000A`; never a character of the key itself. */
  readonly what: string;
}

/** The result of looking at a key's text, without any network. */
export interface KeyInspection {
  readonly defects: readonly KeyDefect[];
  /** What can be sent: surrounding white space removed. Null when no header can or should carry it. */
  readonly sendable: string | null;
  /** Why it is not sent; null when it is. */
  readonly unsendable: string | null;
  /** The text with its defects taken out, when that leaves a well-formed key. */
  readonly repaired: string | null;
}
