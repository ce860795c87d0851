import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** No paragraph is longer, so that each can be taken in at a glance. */
export const MOST_LINES = 3;

/** As many whole sentences as fit into a paragraph, at least the first. */
export function wholeSentences(text: string, width: number, theme: Theme): string[] {
  const sentences = text.split(/(?<=[.!?]) +(?=[A-Z"])/);
  let lines: string[] = [];
  for (let count = 1; count <= sentences.length; count += 1) {
    const more = wrap(theme, [sentences.slice(0, count).join(' ')], width);
    if (more.length > MOST_LINES && lines.length > 0) break;
    lines = more;
  }
  return lines;
}
