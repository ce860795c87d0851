/** A state's number; 0 is the start. */
export type State = number;

/**
 * Finds any of many patterns in one pass, however many there are: the automaton of Aho and
 * Corasick over UTF-16 units. Its state also says how much of the text read last may still
 * become a match.
 */
export class Automaton {
  readonly #next = [new Map<number, State>()];
  readonly #fallback: State[] = [0];
  readonly #depth: number[] = [0];
  readonly #matched: number[] = [0];

  constructor(patterns: Iterable<string>) {
    for (const pattern of patterns) this.#add(pattern);
    this.#linkFallbacks();
  }

  /** True when there is nothing to find. */
  get isEmpty(): boolean {
    return this.#next.length === 1;
  }

  /** The state after one more unit. */
  step(from: State, unit: number): State {
    let state = from;
    for (;;) {
      const next = this.#next[state]?.get(unit);
      if (next !== undefined) return next;
      if (state === 0) return 0;
      state = this.#fallback[state] ?? 0;
    }
  }

  /** How many units, counted back from here, are the beginning of a pattern. */
  depth(state: State): number {
    return this.#depth[state] ?? 0;
  }

  /** Length of the longest pattern that ends here; 0 when none does. */
  matched(state: State): number {
    return this.#matched[state] ?? 0;
  }

  #add(pattern: string): void {
    let state = 0;
    for (let at = 0; at < pattern.length; at += 1) {
      const unit = pattern.charCodeAt(at);
      const next = this.#next[state]?.get(unit) ?? this.#newState(at + 1);
      this.#next[state]?.set(unit, next);
      state = next;
    }
    this.#matched[state] = pattern.length;
  }

  #newState(depth: number): State {
    this.#fallback.push(0);
    this.#depth.push(depth);
    this.#matched.push(0);
    return this.#next.push(new Map()) - 1;
  }

  /** Breadth first, so that the shorter state a state falls back to is complete already. */
  #linkFallbacks(): void {
    const queue: State[] = [0];
    for (const state of queue) {
      for (const [unit, next] of this.#next[state] ?? []) {
        const fallback = state === 0 ? 0 : this.step(this.#fallback[state] ?? 0, unit);
        this.#fallback[next] = fallback;
        this.#matched[next] = Math.max(this.matched(next), this.matched(fallback));
        queue.push(next);
      }
    }
  }
}
