import { CERTAINTIES, type Cause } from '../model/cause.ts';
import type { Candidate } from './rank.ts';

/** A candidate that may stand for others, which are mere consequences of it. */
export interface Folded extends Candidate {
  /** What happened, where that was a consequence: the whole weighs as much. */
  readonly as?: Pick<Cause, 'severity'>;
  readonly consequences?: readonly string[];
}

/**
 * One fault, one diagnosis: the verdict gives way to a condition that it follows from, and a
 * condition to another one.
 */
export function folded(
  verdict: Candidate,
  conditions: readonly Candidate[],
): { readonly verdict: Folded; readonly conditions: readonly Folded[] } {
  const roots = conditions.filter((found) => rootOf(found, conditions) === undefined);
  const root = rootOf(verdict, roots);
  const follows = (found: Candidate) =>
    conditions.filter((other) => rootOf(other, [found]) !== undefined);
  return {
    verdict:
      root === undefined
        ? withConsequences(verdict, follows(verdict))
        : over(verdict, withConsequences(root, follows(root))),
    conditions: roots
      .filter((found) => found !== root)
      .map((found) => withConsequences(found, follows(found))),
  };
}

/** The first of the candidates that another one follows from, in the order it names them. */
function rootOf({ cause }: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  return (cause.because ?? [])
    .map((id) => candidates.find((other) => other.cause.id === id))
    .find((other) => other !== undefined);
}

function withConsequences(found: Candidate, others: readonly Candidate[]): Folded {
  return others.length === 0
    ? found
    : { ...found, consequences: others.map(({ cause }) => cause.id) };
}

/** The root in the place of what follows from it; whichever is surer counts. */
function over({ cause, certainty, facts }: Candidate, root: Folded): Folded {
  const sure = CERTAINTIES.indexOf(certainty) > CERTAINTIES.indexOf(root.certainty);
  const names = new Set(root.facts.map(({ name }) => name));
  return {
    ...root,
    certainty: sure ? certainty : root.certainty,
    facts: [...root.facts, ...facts.filter(({ name }) => !names.has(name))],
    as: cause,
    consequences: [cause.id, ...(root.consequences ?? [])],
  };
}
