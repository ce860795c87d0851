import type { Statement } from '../../model/cause.ts';

/** One topic on which sources disagree. */
export interface Contradiction {
  readonly id: string;
  readonly topic: string;
  /** Two or more that cannot all be true. */
  readonly statements: readonly [Statement, Statement, ...Statement[]];
  /** What a real call showed; null where nobody recorded one. */
  readonly observed: Statement | null;
  /** What this tool does about it. */
  readonly action: string;
  /** Ids of the causes whose pages it belongs on. */
  readonly causes: readonly string[];
}
