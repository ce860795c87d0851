import { pageOf } from '../../../diagnosis/diagnose.ts';
import { CONTRADICTIONS } from '../../../knowledge/contradictions.ts';
import { causeById } from '../../../knowledge/catalogue.ts';
import { statusesOf } from '../../../knowledge/cause-statuses.ts';
import { statusEntry } from '../../../knowledge/look-up/status-lookup.ts';
import type { Cause } from '../../../model/cause.ts';
import type { CausePage } from '../../../render/pages/cause-page.ts';
import { conflictNote } from './conflicts.ts';
import { exitCodeFor, showReport, type Lookup } from '../lookup.ts';

/** The whole page of the cause with this id; null when there is none. */
export async function explainCause(id: string, lookup: Lookup): Promise<number | null> {
  const cause = causeById(id.toLowerCase());
  if (cause === undefined) return null;
  const page = causePage(cause, lookup);
  const { diagnosis } = page;
  const found = { checks: [], diagnoses: [diagnosis], exitCode: exitCodeFor(cause, lookup) };
  return showReport(found, lookup, async (theme) => {
    if (lookup.output.quiet) {
      const { entryLines } = await import('../../../render/entry-lines.ts');
      return entryLines([[cause.id, diagnosis.title]], theme);
    }
    if (lookup.output.verbose) {
      const { renderCausePage } = await import('../../../render/pages/cause-page.ts');
      return renderCausePage(page, theme);
    }
    const { renderCauseScreen } = await import('../../../render/screen/cause-screen.ts');
    return renderCauseScreen(page, theme);
  });
}

/** A class of statuses has no line of its own in the article. */
const MOST_STATUSES = 3;

/** A cause with everything that belongs on its page. */
export function causePage(cause: Cause, { stated }: Pick<Lookup, 'stated'>): CausePage {
  const statuses = statusesOf(cause);
  const about = CONTRADICTIONS.filter(({ causes }) => causes.includes(cause.id)).map(conflictNote);
  return {
    diagnosis: pageOf(cause, stated.facts),
    statuses,
    article: statuses.length > MOST_STATUSES ? [] : statuses.flatMap(overviewLine),
    conflicts: about,
  };
}

/** What the overview of the error-code article says of a status. */
function overviewLine(status: number): readonly string[] {
  const entry = statusEntry(status);
  if (entry?.origin !== 'article') return [];
  return [`${status}: ${entry.meaning}. ${entry.commonCause.text}`];
}
