import type { Layer } from '../../model/layer.ts';
import { count } from '../format.ts';
import { commandLine, joinBlocks, pageWidth, pairs } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** Something that a search found. */
export interface FoundRow {
  readonly kind: 'topic' | 'cause' | 'conflict' | 'plan' | 'status' | 'term' | 'endpoint';
  readonly id: string;
  readonly layer: Layer | null;
  readonly title: string;
}

export interface SearchResults {
  readonly title: string;
  /** Best first. */
  readonly rows: readonly FoundRow[];
  /** How many more there are. */
  readonly more: number;
}

/** What was found, best first, each with the name to explain it by. */
export function renderSearchResults({ title, rows, more }: SearchResults, theme: Theme): string {
  const width = pageWidth(theme);
  const [first] = rows;
  const rest = more === 0 ? '' : `, and ${more} more`;
  return joinBlocks([
    wrap(
      theme,
      [
        { text: title, style: 'title' },
        '   ',
        { text: `${count(rows.length, 'result')}${rest}`, style: 'muted' },
      ],
      width,
    ),
    pairs(
      theme,
      rows.map(({ id, title }) => [id, [title]] as const),
      width,
    ),
    first === undefined ? [] : [`next: ${commandLine(theme, `lusha-doctor explain ${first.id}`)}`],
  ]);
}
