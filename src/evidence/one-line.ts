import { maskContacts } from '../redact/contacts.ts';

const BREAKS_AND_CONTROLS = /[\s\p{Cc}\u2028\u2029]+/gu;

/**
 * Text from outside as one line of at most `most` UTF-16 units, control characters and runs of
 * blanks as one blank. It bounds and flattens; making it safe to show is the renderer's part. Only
 * contact data goes before the cut: half an address is none that could be found later.
 */
export function oneLine(text: string, most: number): string {
  // Blanks shrink, so a few times the wanted length is enough to look at.
  const line = text
    .slice(0, most * 4)
    .replace(BREAKS_AND_CONTROLS, ' ')
    .trim();
  if (line.length <= most) return line;
  const masked = maskContacts(line);
  if (masked.length > most) return `${masked.slice(0, most - 1).trimEnd()}…`;
  return text.length > most * 4 ? `${masked.replace(/\S{0,400}$/, '').trimEnd()}…` : masked;
}
