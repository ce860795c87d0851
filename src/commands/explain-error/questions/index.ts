import { findEndpoint } from '../../../knowledge/look-up/endpoint-lookup.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import type { FoundRow } from '../../../render/pages/search-results.ts';
import { showDocument, type Lookup } from '../lookup.ts';
import { answerOf, isWholeAnswer, PageIndex, type PageHit } from './page-index.ts';
import { knownMessageIn } from '../../../reading/matches/known-message.ts';

/** Of one segment there are too many that are no paths: and/or, 24/7. */
const PATH =
  /(?:\b(GET|POST|PUT|PATCH|DELETE)\s+)?(?<![\w/])((?:https?:\/\/[\w.-]{1,80})?(?:\/[\w{}.-]{1,60}){2,8})/;
/** As good as a question that a page is asked with. */
const OF_A_PATH = 20;
/** Where a question goes on to something else. */
const CLAUSES = /[,;?!]\s|\.\s|\s-+\s|\b(?:but|although|even though|because)\b/i;

/**
 * The pages that fit a question, best first; an endpoint that it names by its path comes first
 * unless another page speaks of nearly all of it. Where none does, those that fit the message it
 * quotes, or a part of it that speaks of little else.
 */
export function pagesFor(question: string, index = new PageIndex()): readonly PageHit[] {
  const whole = index.find(question);
  const endpoint = endpointIn(question);
  if (endpoint !== null) {
    if (index.find(question.replace(PATH, ' ')).length === 0) return [inFrontOf([], endpoint)];
    if (!isWholeAnswer(whole)) return [inFrontOf(whole, endpoint), ...whole];
  }
  if (answerOf(whole).length > 0) return whole;
  const parts = [knownMessageIn(question) ?? '', ...question.split(CLAUSES)];
  for (const part of parts.filter((one) => one !== '' && one !== question)) {
    const hits = index.find(part);
    if (isWholeAnswer(hits)) return hits;
  }
  return whole;
}

/** The endpoint whose path a question names. */
function endpointIn(question: string): Endpoint | null {
  const [, method = '-', path = ''] = PATH.exec(question) ?? [];
  const match = findEndpoint(method, path);
  if (match.kind === 'found') return match.endpoint;
  return match.kind === 'other-method' ? match.otherMethods[0] : null;
}

/** The page of an endpoint as the best of those that were found. */
function inFrontOf([best]: readonly PageHit[], { id, method, path, purpose }: Endpoint): PageHit {
  const title = `${method} ${path}: ${purpose}`;
  return {
    row: { kind: 'endpoint', id, layer: null, title },
    share: 1,
    score: Math.max(OF_A_PATH, best?.score ?? 0),
  };
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
