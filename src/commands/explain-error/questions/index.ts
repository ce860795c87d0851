import type { FoundRow } from '../../../render/pages/search-results.ts';
import { showDocument, type Lookup } from '../lookup.ts';
import { answerOf, isWholeAnswer, PageIndex, type PageHit } from './page-index.ts';
import { knownMessageIn } from '../../../reading/matches/known-message.ts';

/** Where a question goes on to something else. */
const CLAUSES = /[,;?!]\s|\.\s|\s-+\s|\b(?:but|although|even though|because)\b/i;

/**
 * The pages that fit a question, best first. Where none does, those that fit the message it
 * quotes, or a part of it that speaks of little else.
 */
export function pagesFor(question: string): readonly PageHit[] {
  const index = new PageIndex();
  const whole = index.find(question);
  if (answerOf(whole).length > 0) return whole;
  const parts = [knownMessageIn(question) ?? '', ...question.split(CLAUSES)];
  for (const part of parts.filter((one) => one !== '' && one !== question)) {
    const hits = index.find(part);
    if (isWholeAnswer(hits)) return hits;
  }
  return whole;
}

/**
 * Shows the page that fits a question clearly best, or names the best three; null when none fits.
 * `hits` is what the index found, best first. Exit code 0: a question is no verdict, whatever the page says.
 */
export async function answerQuestion(
  hits: readonly PageHit[],
  lookup: Lookup,
): Promise<number | null> {
  const answer = answerOf(hits);
  const [best] = answer;
  if (best === undefined) return null;
  const file = (await lookup.lastResort?.()) ?? null;
  if (file !== null) return file;
  return answer.length === 1 ? showPage(best.row, lookup) : offerPages(answer, lookup);
}

async function showPage({ kind, id }: FoundRow, lookup: Lookup): Promise<number> {
  const asked: Lookup = { ...lookup, byClass: false };
  if (kind === 'status') {
    const { explainStatus } = await import('../pages/status.ts');
    return explainStatus(Number(id), asked);
  }
  if (kind === 'cause') {
    const { explainCause } = await import('../pages/cause.ts');
    const shown = await explainCause(id, asked);
    if (shown !== null) return shown;
  }
  const { explainNamed } = await import('../pages/named.ts');
  return (await explainNamed(id, asked)) ?? 1;
}

function offerPages(hits: readonly PageHit[], lookup: Lookup): Promise<number> {
  const rows = hits.map(({ row }) => row);
  return showDocument(
    rows.map((row, index) => ({ ...row, score: rounded(hits[index]?.score ?? 0) })),
    lookup,
    async (theme) => {
      const { renderSearchResults } = await import('../../../render/pages/search-results.ts');
      return renderSearchResults({ title: 'These pages come nearest', rows, more: 0 }, theme);
    },
    rows.map(({ id, title }) => [id, title]),
  );
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
