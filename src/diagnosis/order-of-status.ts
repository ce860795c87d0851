import { CERTAINTIES } from '../model/cause.ts';
import { causeById } from '../knowledge/catalogue.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { couldNotCheck } from '../model/layer.ts';

/**
 * The meanings of a bare status in the order in which they are told. Surest first; then what Lusha
 * itself means before what others answer in its place, and among those the meaning that the
 * article gives first, the one that leaves the reason open last.
 */
export function orderOfStatus(rows: readonly Diagnosis[], status: number): readonly Diagnosis[] {
  const article = `article#${status}`;
  const rank = ({ cause, certainty, layer, sources }: Diagnosis) =>
    -10 * CERTAINTIES.indexOf(certainty) +
    (causeById(cause)?.leavesOpen === true ? 2 : 0) +
    (couldNotCheck(layer) ? 4 : 0) +
    (sources.some(({ id }) => id === article) ? 0 : 1);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}
