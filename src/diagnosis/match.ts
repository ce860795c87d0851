import type { Pattern, Range } from '../model/cause.ts';
import type { Fact, Facts } from '../model/fact.ts';

/** A pattern against the facts: all fit, some not observed yet, or one observed and not fitting. */
export type Reading =
  | { readonly state: 'met'; readonly facts: readonly Fact[] }
  | { readonly state: 'open' }
  | { readonly state: 'refuted'; readonly by: Fact };

type Scalar = string | number | boolean;
type AnyTest = null | Scalar | RegExp | Range | readonly Scalar[];

/** Facts by name, made once for the many patterns that are read against them. */
export type Observed = ReadonlyMap<string, Fact | undefined>;

export function observedIn(facts: Facts): Observed {
  return new Map(Object.entries(facts));
}

/** Reads one pattern. An empty pattern is never met: it would make everything fit. */
export function readPattern(pattern: Pattern, observed: Observed): Reading {
  const met: Fact[] = [];
  let open = false;
  for (const [name, test] of Object.entries(pattern)) {
    const fact = observed.get(name);
    if (fact === undefined) open ||= test !== null;
    else if (fits(test, fact.value)) met.push(fact);
    else return { state: 'refuted', by: fact };
  }
  if (open || met.length === 0) return { state: 'open' };
  return { state: 'met', facts: met };
}

function fits(test: AnyTest, value: Scalar | readonly string[]): boolean {
  if (test === null) return false;
  if (isList(value)) return value.some((element) => fits(test, element));
  if (test instanceof RegExp) return typeof value === 'string' && test.test(value);
  if (isList(test)) return test.includes(value);
  if (typeof test === 'object') return typeof value === 'number' && inRange(test, value);
  return test === value;
}

function inRange({ min = -Infinity, max = Infinity }: Range, value: number): boolean {
  return value >= min && value <= max;
}

function isList(value: AnyTest | readonly string[]): value is readonly Scalar[] {
  return Array.isArray(value);
}
