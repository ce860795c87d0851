import type { Diagnosis } from '../../model/diagnosis.ts';
import { statusRanges } from '../format.ts';
import type { CausePage } from '../pages/cause-page.ts';
import { joinBlocks, pageWidth } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { checkLines, commandEntry, fixLines } from './advice.ts';
import { entry } from './entry.ts';
import { headedLines } from './headed.ts';
import { wholeSentences } from './sentences.ts';

/** Reasons and steps share the room; the whole page has all of both. */
const MOST_REASONS = 2;
const REASONS_AND_FIXES = 4;

/** When the same request is worth sending again; that it fails until something changes is clear. */
const RETRY: Readonly<Partial<Record<Diagnosis['retry']['how'], string>>> = {
  backoff: 'yes, after 1 s, then 2 s, 4 s and so on up to 60 s, with some jitter',
  reset: 'yes, once the window has opened again',
  never: 'no, the same request gets the same answer',
};

/** A cause on one screen: what it is, how to tell it, why it happens, who does what. */
export function renderCauseScreen({ diagnosis, statuses }: CausePage, theme: Theme): string {
  const { cause, title, meaning, tell, reasons, fixes, retry, credits } = diagnosis;
  const came = statuses.length === 0 ? '' : `, status ${statusRanges(statuses)}`;
  return joinBlocks([
    [
      ...headedLines({ text: title, style: 'title' }, `${cause}${came}`, theme),
      ...wholeSentences(meaning, pageWidth(theme), theme),
    ],
    [
      ...entry(theme, 'Tell by', [tell]),
      ...reasons
        .slice(0, Math.min(MOST_REASONS, Math.max(0, REASONS_AND_FIXES - fixes.length)))
        .flatMap((reason, index) =>
          entry(theme, index === 0 ? 'Why' : '', [`- ${reason}`], { hang: 2 }),
        ),
    ],
    [
      ...fixLines(diagnosis, theme),
      ...checkLines(diagnosis, theme),
      ...entry(theme, 'Retry', [RETRY[retry.how] ?? '']),
      ...(credits === null ? [] : entry(theme, 'Credits', [credits])),
      ...commandEntry(theme, 'More', `lusha-doctor explain ${cause} --verbose`),
    ],
  ]);
}
