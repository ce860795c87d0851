import type { Fact, FactName, Facts, FactValues } from '../model/fact.ts';

type Growing = { -readonly [N in FactName]?: Fact<N> };

/** Collects facts. What was not observed (null, undefined, blank text, an empty list) is not put in. */
export class FactSet {
  readonly #facts: Growing = {};

  /** Adds a fact, in place of an earlier one of the same name. */
  put<N extends FactName>(name: N, value: FactValues[N] | null | undefined, seenIn: string): this {
    if (value === null || value === undefined || isNothing(value)) return this;
    const facts: { [M in N]?: Fact<M> } = this.#facts;
    facts[name] = { name, value, seenIn };
    return this;
  }

  get facts(): Facts {
    return { ...this.#facts };
  }
}

function isNothing(value: FactValues[FactName]): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value !== 'boolean' && value.length === 0;
}
