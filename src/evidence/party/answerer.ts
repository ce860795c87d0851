import type { Certainty } from '../../model/cause.ts';
import type { Meaning, Party } from '../../model/fact.ts';

/** Who produced an answer, how sure that is, and the observations that say so. */
export interface Answerer {
  readonly party: Party;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
  /** The proxy, CDN or server product that left its mark, whoever answered. */
  readonly product?: string;
  /** What that product says it did, when it answered itself and says more than that it was there. */
  readonly means?: Meaning;
}
