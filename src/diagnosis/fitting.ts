import type { Statement } from '../model/cause.ts';
import type { Facts } from '../model/fact.ts';
import { observedIn, readPattern } from './match.ts';

/** The statements that hold in a case, in their order. One that needs a fact is left out without it. */
export function fitting<T extends Statement>(statements: readonly T[], facts: Facts): readonly T[] {
  const observed = observedIn(facts);
  const isMet = (patterns: Statement['when'] = []) =>
    patterns.some((pattern) => readPattern(pattern, observed).state === 'met');
  return statements.filter(
    ({ when, unless }) => (when === undefined || isMet(when)) && !isMet(unless),
  );
}
