import { maskEcho } from '../../../redact/echo.ts';
import { hitsFor } from './hits.ts';
import { showDocument, type Lookup } from '../lookup.ts';
import { showUnrecognised } from '../unrecognised.ts';

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
      const { renderSearchResults } = await import('../../../render/pages/search-results.ts');
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
