import { CAUSES } from '../../../knowledge/catalogue.ts';
import { CONTRADICTIONS } from '../../../knowledge/contradictions.ts';
import { ENDPOINTS } from '../../../knowledge/endpoints.ts';
import { search, type Findable, type Hit } from '../../../knowledge/look-up/search.ts';
import type { Cause } from '../../../model/cause.ts';
import type { FoundRow } from '../../../render/pages/search-results.ts';

/** What fits much worse than the best is no answer to the question. */
const LEAST_SHARE = 0.25;

/** Everything that fits a question, without what fits much worse than the best. */
export function hitsFor(question: string): readonly Hit<FoundRow>[] {
  const hits = search(question, [...CAUSES.map(ofCause), ...otherThings()]);
  const best = hits[0]?.score ?? 0;
  return hits.filter(({ score }) => score >= best * LEAST_SHARE);
}

function ofCause(cause: Cause): Findable<FoundRow> {
  const { id, layer, title, tell, meaning, reasons, fixes, notes = [] } = cause;
  return {
    thing: { kind: 'cause', id, layer, title },
    fields: [
      [10, id],
      [10, title],
      [6, tell],
      [4, meaning],
      [3, reasons.map(({ text }) => text).join(' ')],
      [2, fixes.map(({ text }) => text).join(' ')],
      [2, notes.map(({ text }) => text).join(' ')],
    ],
  };
}

function otherThings(): readonly Findable<FoundRow>[] {
  return [
    ...ENDPOINTS.map(({ id, method, path, purpose, hint = '' }): Findable<FoundRow> => ({
      thing: { kind: 'endpoint', id, layer: null, title: `${method} ${path}: ${purpose}` },
      fields: [
        [6, id],
        [6, path],
        [5, purpose],
        [2, hint],
      ],
    })),
    ...CONTRADICTIONS.map(({ id, topic, statements, action }): Findable<FoundRow> => ({
      thing: { kind: 'conflict', id, layer: null, title: `sources disagree: ${topic}` },
      fields: [
        [6, id],
        [6, topic],
        [2, statements.map(({ text }) => text).join(' ')],
        [1, action],
      ],
    })),
  ];
}
