import { escapeHostile } from '../redact/sanitize.ts';

/**
 * A report or a list as JSON, indented by two, ending in a line break. Characters that JSON allows
 * but a terminal obeys (C1 controls, direction marks, U+2028) are written as `\uXXXX`.
 */
export function renderJson(document: object): string {
  return `${escapeHostile(JSON.stringify(document, null, 2))}\n`;
}
