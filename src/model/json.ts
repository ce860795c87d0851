/** A JSON object from outside: nothing is known about its members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Nothing the API says or takes is nested a tenth as deep; what walks through it may recurse. */
const DEEPEST = 200;

/**
 * Parses JSON text; `undefined` when it is none, or is nested deeper than anything that means
 * something. A `__proto__` member stays a plain member.
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  if (text.length <= DEEPEST) return false;
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isQuoted && unit === BACKSLASH) at += 1;
    else if (unit === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (unit === BRACKET || unit === BRACE) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (unit === BRACKET + 2 || unit === BRACE + 2) depth -= 1;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** The closing ones stand two places behind these. */
const BRACKET = 0x5b;
const BRACE = 0x7b;

/** The value as an object, or null when it is anything else (a list included). */
export function objectOf(value: unknown): JsonObject | null {
  return isObject(value) ? value : null;
}

/** The value as a list, or null when it is anything else. */
export function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** The objects in a list, in order; other entries are left out. Empty when the value is no list. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return (listOf(value) ?? []).filter(isObject);
}

/** The value as text without outer blanks, or null when it is no text or blank. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** The value as a whole number that is exact and not negative, or null. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
