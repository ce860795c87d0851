/** How far the end of an object or a list is looked for, in UTF-16 units. */
const LONGEST = 1_048_576;

/**
 * Where the object or list that begins at `start` ends, as the position after its last bracket;
 * null when it does not. Brackets in double-quoted strings do not count, nor do those in
 * single-quoted ones where no double quote opens a string before.
 */
export function balancedEnd(text: string, start: number): number | null {
  const stop = Math.min(text.length, start + LONGEST);
  let depth = 0;
  let quote = '';
  for (let at = start; at < stop; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\') at += 1;
    else if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"') quote = letter;
    else if (letter === "'" && opensString(text, at)) quote = letter;
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

/** An apostrophe within a word opens nothing; after a bracket, a colon or a comma it does. */
function opensString(text: string, at: number): boolean {
  return /[[{(:,=>\s]/.test(text.charAt(at - 1));
}

/** True when brackets are nested deeper than `most` levels; those in strings count as well. */
export function isDeeper(text: string, most: number): boolean {
  if (text.length <= most) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
