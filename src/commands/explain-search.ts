import { maskEcho } from './echo.ts';
import { hitsFor } from './explain-hits.ts';
import { showDocument, type Lookup } from './explain-lookup.ts';
import { showUnrecognised } from './explain-unrecognised.ts';

/** More are counted, not listed. */
const MOST_HITS = 12;

/** The causes, endpoints and disagreements whose texts fit some words, best first. */
export async function searchCauses(question: string, lookup: Lookup): Promise<number> {
  const hits = hitsFor(question);
  if (hits.length === 0) return showUnrecognised(question, lookup);
  const rows = hits.slice(0, MOST_HITS);
  const document = rows.map(({ thing, score }) => ({ ...thing, score }));
  return showDocument(
    document,
    lookup,
    async (theme) => {
      const { renderSearchResults } = await import('../render/search-results.ts');
      return renderSearchResults(
        {
          question: maskEcho(question),
          rows: rows.map(({ thing }) => thing),
          more: hits.length - rows.length,
        },
        theme,
      );
    },
    rows.map(({ thing: { id, title } }) => [id, title]),
  );
}
