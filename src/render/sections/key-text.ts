import type { ClientBehaviour, Report } from '../../model/report.ts';
import { cellWidth } from '../text/cells.ts';
import { bodyWidth, labelled, pairs } from '../text/layout.ts';
import { plainText } from '../text/plain-text.ts';
import type { Theme } from '../text/theme.ts';

/** The masked key with carets under what does not belong there; nothing where a line is too short. */
export function pictureLines({ key }: Report, theme: Theme, width: number): string[] {
  const picture = key?.picture;
  if (picture === undefined) return [];
  const text = plainText(theme, picture.text);
  const last = picture.marks.at(-1)?.to ?? 0;
  if (cellWidth(text) !== text.length || text.length > width) return [];
  const carets = Array.from({ length: last }, (_, index) =>
    picture.marks.some(({ from, to }) => from <= index + 1 && index < to) ? '^' : ' ',
  ).join('');
  return [text, theme.style.fail(carets)];
}

/** What each client makes of the key's text; clients that do the same share a line. */
export function clientLines({ clients = [] }: Report, theme: Theme): string[] {
  const same = new Map<string, string[]>();
  for (const client of clients) {
    const words = wordsOf(client, theme);
    same.set(words, [...(same.get(words) ?? []), client.client]);
  }
  const rows = [...same].map(
    ([words, names]) =>
      [names.length === clients.length ? 'all clients' : names.join(', '), [words]] as const,
  );
  return labelled(theme, 'CLIENTS', pairs(theme, rows, bodyWidth(theme)));
}

function wordsOf({ does, detail, works }: ClientBehaviour, theme: Theme): string {
  if (does === 'refuses') return `throws ${detail}; nothing is sent`;
  if (does === 'breaks') return `sends ${detail}`;
  const how = does === 'trims' ? 'arrives trimmed' : `sends it ${detail || 'as it is'}`;
  return `${how} ${theme.glyph.arrow} ${works ? 'works' : '400, not the form of a key'}`;
}
