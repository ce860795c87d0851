const BREAKS_AND_CONTROLS = /[\s\p{Cc}\u2028\u2029]+/gu;

/**
 * Text from outside as one line of at most `most` UTF-16 units, control characters and runs of
 * blanks as one blank. It bounds and flattens; making it safe to show is the renderer's part.
 */
export function oneLine(text: string, most: number): string {
  // Blanks shrink, so a few times the wanted length is enough to look at.
  const line = text
    .slice(0, most * 4)
    .replace(BREAKS_AND_CONTROLS, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
