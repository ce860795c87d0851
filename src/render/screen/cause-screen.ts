import type { Diagnosis } from '../../model/diagnosis.ts';
import { statusRanges } from '../format.ts';
import type { CausePage } from '../pages/cause-page.ts';
import { joinBlocks, pageWidth } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { checkLines, commandEntry, fixLines } from './advice.ts';
import { entry } from './entry.ts';
import { headedLines } from './headed.ts';
import { wholeSentences } from './sentences.ts';

/** The whole page has all reasons; where there is much to do, one is enough here. */
const MOST_REASONS = 2;
const MANY_FIXES = 3;

/** When the same request is worth sending again, in a few words. */
const RETRY: Readonly<Record<Diagnosis['retry']['how'], string>> = {
  backoff: 'yes, after 1 s, then 2 s, 4 s and so on up to 60 s, with some jitter',
  reset: 'yes, once the window has opened again',
  'after-fix': 'only after something was changed',
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
        .slice(0, fixes.length < MANY_FIXES ? MOST_REASONS : 1)
        .flatMap((reason, index) =>
          entry(theme, index === 0 ? 'Why' : '', [`- ${reason}`], { hang: 2 }),
        ),
    ],
    [
      ...fixLines(diagnosis, theme),
      ...checkLines(diagnosis, theme),
      ...entry(theme, 'Retry', [RETRY[retry.how]]),
      ...(credits === null ? [] : entry(theme, 'Credits', [credits])),
      ...commandEntry(theme, 'More', `lusha-doctor explain ${cause} --verbose`),
    ],
  ]);
}
