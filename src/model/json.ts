/** A JSON object from outside: nothing is known about its members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses JSON text; `undefined` when it is none. A `__proto__` member stays a plain member. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

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
