import { listOf, objectOf, parseJson, type JsonObject } from '../../model/json.ts';

/**
 * The JSON object that a text is, also inside one layer of quoting or of a list. Null when the
 * text is anything else.
 */
export function jsonObjectOf(text: string): JsonObject | null {
  const value = parseJson(text.trim());
  const unquoted = typeof value === 'string' ? parseJson(value) : value;
  const list = listOf(unquoted);
  return objectOf(list?.length === 1 ? list[0] : unquoted);
}

/** The JSON object between the first brace and the last one of a text, also when its quotes are escaped. */
export function jsonObjectIn(text: string): JsonObject | null {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || end < start) return null;
  const between = text.slice(start, end + 1);
  const object = objectOf(parseJson(between));
  if (object !== null || !/^\{\s*\\"/.test(between)) return object;
  return objectOf(parseJson(between.replaceAll('\\"', '"')));
}
