import { maskEcho } from '../../../redact/echo.ts';
import { PageIndex } from '../questions/page-index.ts';
import { showDocument, type Lookup } from '../lookup.ts';
import { showUnrecognised } from '../unrecognised.ts';

const LONGEST_ECHO = 120;
/** More are counted, not listed. */
const MOST_HITS = 12;
/** What fits much worse than the best is no answer to the question. */
const LEAST_SHARE = 0.25;

/** The pages whose texts fit some words, best first. */
export async function searchPages(question: string, lookup: Lookup): Promise<number> {
  const found = new PageIndex().find(question);
  const least = (found[0]?.score ?? 0) * LEAST_SHARE;
  const hits = found.filter(({ score }) => score >= least);
  if (hits.length === 0) return showUnrecognised(question, lookup);
  const rows = hits.slice(0, MOST_HITS).map(({ row }) => row);
  return showDocument(
    rows.map((row, index) => ({
      ...row,
      score: Math.round((hits[index]?.score ?? 0) * 100) / 100,
    })),
    lookup,
    async (theme) => {
      const { renderSearchResults } = await import('../../../render/pages/search-results.ts');
      const title = `"${maskEcho(question.slice(0, LONGEST_ECHO))}"`;
      return renderSearchResults({ title, rows, more: hits.length - rows.length }, theme);
    },
    rows.map(({ id, title }) => [id, title]),
  );
}
