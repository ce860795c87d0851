import { LAYERS, type Layer } from '../../model/layer.ts';
import { count } from '../format.ts';
import { joinBlocks, pageWidth, pairs } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

export interface CauseRow {
  readonly cause: string;
  readonly layer: Layer;
  readonly title: string;
}

/** All causes by layer, from the caller outwards. */
export function renderCauseList(rows: readonly CauseRow[], theme: Theme): string {
  const width = pageWidth(theme);
  const column = Math.max(0, ...rows.map(({ cause }) => cause.length));
  return joinBlocks(
    LAYERS.map((layer) => {
      const own = rows.filter((row) => row.layer === layer);
      if (own.length === 0) return [];
      const heading = { text: layer.toUpperCase(), style: 'label' } as const;
      return [
        ...wrap(
          theme,
          [heading, '  ', { text: count(own.length, 'cause'), style: 'muted' }],
          width,
        ),
        ...pairs(
          theme,
          own.map(({ cause, title }) => [cause, [title]] as const),
          width,
          column,
        ),
      ];
    }),
  );
}
