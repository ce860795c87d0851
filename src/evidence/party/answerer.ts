import type { Certainty } from '../../model/cause.ts';
import type { Party } from '../../model/fact.ts';

/** Who produced an answer, how sure that is, and the observations that say so. */
export interface Answerer {
  readonly party: Party;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
  /** The proxy, CDN or server product that left its mark, whoever answered. */
  readonly product?: string;
}
