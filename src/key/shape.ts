/** Lusha keys are UUIDs (docs.stackone.com Lusha guide; observed 2026-10: anything else is a 400). */
const KEY_SHAPE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Characters of a key. */
export const KEY_LENGTH = 36;

/** True for text of the one shape a Lusha key has. */
export function isWellFormedKey(text: string): boolean {
  return KEY_SHAPE.test(text);
}

/** Characters without a width, as part of a character class; a byte order mark is none of them. */
export const INVISIBLE = String.raw`\u200B-\u200F\u2060-\u2064\u00AD\u061C\u180E\u202A-\u202E\u2066-\u2069`;

const PREFIX =
  /^(?:["']?\s*)(?:(?:authorization\s*[:=]\s*)?(bearer|token|basic)\s+|(?:export\s+)?(?:x-|[a-z]+_)?api[_-]?key\s*[:=]\s*)/i;

/** What stands before a key that was copied together with its surroundings. */
export interface Prefix {
  /** Characters it takes, quotes and blanks around it included. */
  readonly length: number;
  /** The scheme of an Authorization header, as written; null for a header or variable name. */
  readonly scheme: string | null;
}

/** The scheme, header name or variable name at the beginning of the text, if there is one. */
export function prefixOf(text: string): Prefix | null {
  const found = PREFIX.exec(text);
  return found === null ? null : { length: found[0].length, scheme: found[1] ?? null };
}
