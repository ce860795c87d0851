import { plainText } from './text/plain-text.ts';
import type { Theme } from './text/theme.ts';

/** For `--quiet`: one line for each entry, its name first. */
export function entryLines(
  entries: readonly (readonly [name: string, text: string])[],
  theme: Theme,
): string {
  return entries.map(([name, text]) => `${plainText(theme, `${name}: ${text}`)}\n`).join('');
}
