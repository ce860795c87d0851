import type { Diagnosis } from '../model/diagnosis.ts';
import { bodyWidth, joinBlocks, labelled, pageWidth } from './layout.ts';
import { creditLines, fixLines, retryLines, verifyLines, whoActsLines } from './sections/advice.ts';
import { noteLines, reasonLines } from './sections/finding.ts';
import { sourceLines } from './sections/sources.ts';
import type { Theme } from './theme.ts';
import { wrap } from './wrap.ts';

/** Everything the catalogue knows about one cause, as a page to read from top to bottom. */
export function renderCausePage(page: Diagnosis, theme: Theme): string {
  const { cause, layer, title, meaning, tell } = page;
  const width = bodyWidth(theme);
  return joinBlocks([
    [
      ...wrap(theme, [{ text: title, style: 'title' }], pageWidth(theme)),
      ...wrap(theme, [cause, '  ', { text: `layer ${layer}`, style: 'muted' }], pageWidth(theme)),
    ],
    [
      ...labelled(theme, 'MEANING', wrap(theme, [meaning], width)),
      ...labelled(theme, 'LOOK AT', wrap(theme, [tell], width)),
      ...reasonLines(page, theme),
    ],
    [
      ...whoActsLines(page, theme),
      ...fixLines(page, theme),
      ...verifyLines(page, theme),
      ...retryLines(page, theme, ''),
      ...creditLines(page, theme),
    ],
    [...noteLines(page, theme), ...sourceLines(page, theme)],
  ]);
}
