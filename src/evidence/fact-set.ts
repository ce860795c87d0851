import { maskContacts } from '../redact/contacts.ts';
import { maskEchoes } from '../redact/names.ts';
import type { Fact, FactName, Facts, FactValues } from '../model/fact.ts';

type Growing = { -readonly [N in FactName]?: Fact<N> };

/**
 * Collects facts. What was not observed (null, undefined, blank text, an empty list) is not put in.
 * Contact data of people, and what the request itself said about them, is taken out here, before a
 * rule, a report, a case file or a program gets to see it.
 */
export class FactSet {
  readonly #facts: Growing = {};
  readonly #people: readonly string[];

  /** `people`: names and the like that the request carried, which an answer may repeat. */
  constructor(people: readonly string[] = []) {
    this.#people = people;
  }

  /** Adds a fact, in place of an earlier one of the same name. */
  put<N extends FactName>(name: N, value: FactValues[N] | null | undefined, seenIn: string): this {
    if (value === null || value === undefined || isNothing(value)) return this;
    const facts: { [M in N]?: Fact<M> } = this.#facts;
    facts[name] = { name, value: withoutPeople(value, this.#people), seenIn };
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

/** The value, of the same type: text stays text, a list stays a list of as many entries. */
function withoutPeople<T>(value: T, people: readonly string[]): T;
function withoutPeople(value: unknown, people: readonly string[]): unknown {
  if (typeof value === 'string') return maskEchoes(maskContacts(value), people);
  if (!Array.isArray(value)) return value;
  return value.map((entry: unknown) => withoutPeople(entry, people));
}
