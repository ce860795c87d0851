import type { Diagnosis } from '../../model/diagnosis.ts';
import { conflictLines, type ConflictNote } from './conflicts.ts';
import { statusRanges } from '../format.ts';
import { bodyWidth, joinBlocks, labelled, pageWidth } from '../text/layout.ts';
import { creditLines, fixLines, verifyLines, whoActsLines } from '../sections/advice.ts';
import { noteLines, reasonLines } from '../sections/finding.ts';
import { sourceLines } from '../sections/sources.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** A cause with everything that belongs on its page. */
export interface CausePage {
  readonly diagnosis: Diagnosis;
  readonly statuses: readonly number[];
  /** What the overview of the error-code article says of its statuses. */
  readonly article: readonly string[];
  /** Topics on which the sources of this cause disagree. */
  readonly conflicts: readonly ConflictNote[];
}

/** Everything the catalogue knows about one cause, as a page to read from top to bottom. */
export function renderCausePage(page: CausePage, theme: Theme): string {
  const { diagnosis, statuses, article, conflicts } = page;
  const { cause, layer, title, meaning, tell } = diagnosis;
  const width = bodyWidth(theme);
  const came = statuses.length === 0 ? 'no status' : `status ${statusRanges(statuses)}`;
  return joinBlocks([
    [
      ...wrap(theme, [{ text: title, style: 'title' }], pageWidth(theme)),
      ...wrap(
        theme,
        [cause, '  ', { text: `layer ${layer}, ${came}`, style: 'muted' }],
        pageWidth(theme),
      ),
    ],
    [
      ...labelled(theme, 'MEANING', wrap(theme, [meaning], width)),
      ...labelled(theme, 'TELL BY', wrap(theme, [tell], width)),
      ...reasonLines(diagnosis, theme),
    ],
    [
      ...whoActsLines(diagnosis, theme),
      ...fixLines(diagnosis, theme),
      ...verifyLines(diagnosis, theme),
      ...labelled(theme, 'RETRY', wrap(theme, [retryText(diagnosis)], width)),
      ...creditLines(diagnosis, theme),
    ],
    [
      ...labelled(
        theme,
        'ARTICLE',
        article.flatMap((text) => wrap(theme, [text], width, 2)),
      ),
      ...noteLines(diagnosis, theme),
    ],
    ...conflicts.filter(isOfArticle).map((conflict) => disputeLines(conflict, theme)),
    otherDisputes(conflicts, theme),
    sourceLines(diagnosis, theme),
  ]);
}

/** In full where the article takes part: its statement is shown with what speaks against it. */
function isOfArticle({ statements }: ConflictNote): boolean {
  return statements.some(({ source }) => source?.id.startsWith('article#') === true);
}

function disputeLines(conflict: ConflictNote, theme: Theme): string[] {
  const topic = wrap(theme, [{ text: conflict.topic, style: 'strong' }], bodyWidth(theme));
  return [...labelled(theme, 'DISPUTED', topic), ...conflictLines(conflict, theme)];
}

function otherDisputes(conflicts: readonly ConflictNote[], theme: Theme): string[] {
  const others = conflicts.filter((conflict) => !isOfArticle(conflict));
  return labelled(
    theme,
    'DISPUTED',
    others.flatMap(({ id, topic }) =>
      wrap(
        theme,
        [topic, '  ', { text: `explain ${id}`, style: 'command', solid: true }],
        bodyWidth(theme),
        2,
      ),
    ),
  );
}

const RETRY: Readonly<Record<Diagnosis['retry']['how'], string>> = {
  backoff:
    'yes: wait 1 s, then double the wait after each failure up to 60 s, with a random part in every wait',
  reset: 'yes, once the window has reset; before that every retry fails',
  'after-fix': 'no, waiting is pointless: the same request fails again until something is changed',
  never: 'no, waiting is pointless: the same request gets the same answer',
};

/** Whether and how to send the request again; the note only where it adds to the rule. */
export function retryText({ retry, severity }: Pick<Diagnosis, 'retry' | 'severity'>): string {
  const { how, note, worth } = retry;
  if (severity === 'ok' && !worth) return 'not needed: the same request gets the same answer.';
  const adds = note !== null && !note.startsWith('Start with 1 s');
  return `${RETRY[how]}.${adds ? ` ${note}` : ''}`;
}
