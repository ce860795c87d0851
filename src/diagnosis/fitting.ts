import type { Pattern, Statement } from '../model/cause.ts';
import type { Facts } from '../model/fact.ts';
import { observedIn, readPattern } from './match.ts';

/** The statements that hold in a case, in their order. One that needs a fact is left out without it. */
export function fitting<T extends Statement>(statements: readonly T[], facts: Facts): readonly T[] {
  const observed = observedIn(facts);
  return statements.filter(
    ({ when, unless = [] }) =>
      (when === undefined || anyMet(when, observed)) && !anyMet(unless, observed),
  );
}

/** Whether one of the patterns is met in a case. */
export function isMet(patterns: readonly Pattern[], facts: Facts): boolean {
  return anyMet(patterns, observedIn(facts));
}

function anyMet(patterns: readonly Pattern[], observed: ReturnType<typeof observedIn>): boolean {
  return patterns.some((pattern) => readPattern(pattern, observed).state === 'met');
}
