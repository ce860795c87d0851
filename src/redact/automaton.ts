import { fold, isNoise } from './characters.ts';

/** A state's number; 0 is the start. */
export type State = number;

/** Classes of units: what is skipped, what is in no pattern, and from then on one for each other. */
const NOISE = 0;
const STRANGE = 1;
const FIRST_OWN = 2;
/** So much of the beginning of an encoded secret tells a part of it: somebody cut it there. */
const TELLING = 12;
/** Units below this one have their class in a table. */
const TABLED = 256;

/**
 * Finds any of many patterns in one pass, however many there are: the automaton of Aho and
 * Corasick over UTF-16 units, noise left aside and ASCII letters folded. Its state also says how
 * much of the text read last may still become a match.
 */
export class Automaton {
  /** The state after each state and class. */
  readonly #next: Int32Array;
  readonly #width: number;
  readonly #classes = new Uint16Array(TABLED);
  readonly #others = new Map<number, number>();
  readonly #depth: Int32Array;
  readonly #tells: Uint8Array;
  readonly #matched: Int32Array;
  /** The deepest state's depth: so many units are worth remembering. */
  readonly deepest: number;

  /**
   * The patterns hold no noise and no letters to fold. Of those in `telling` the beginning counts
   * as well, where one that is long enough does not go on.
   */
  constructor(whole: readonly string[], telling: readonly string[]) {
    const patterns = [...whole, ...telling];
    this.#width = this.#classify(patterns);
    const most = patterns.reduce((sum, pattern) => sum + pattern.length, 1);
    this.#next = new Int32Array(most * this.#width);
    this.#depth = new Int32Array(most);
    this.#matched = new Int32Array(most);
    const states: TrieState[] = [{ parent: 0, kind: NOISE }];
    for (const pattern of whole) this.#add(pattern, states);
    this.#tells = new Uint8Array(most);
    for (const pattern of telling) this.#add(pattern, states, this.#tells);
    this.#linkFallbacks(states);
    this.deepest = this.#depth.reduce((deepest, depth) => Math.max(deepest, depth), 0);
  }

  /** True when there is nothing to find. */
  get isEmpty(): boolean {
    return this.#width === FIRST_OWN;
  }

  /**
   * Reads the text from one index to before another. `seen` is told each unit that is neither noise
   * nor the end of every hope, with the state after it; `left` is told a state that was deep and
   * did not lead on, at the unit that ended it. Gives the state at the end.
   */
  run(
    text: string,
    [from, to]: readonly [number, number],
    begin: State,
    seen: (at: number, state: State) => void,
    left: (state: State) => void,
  ): State {
    const depths = this.#depth;
    const tells = this.#tells;
    const next = this.#next;
    const width = this.#width;
    const classes = this.#classes;
    let state = begin;
    for (let at = from; at < to; at += 1) {
      const unit = text.charCodeAt(at);
      const kind = unit < TABLED ? classes[unit] : this.#classOf(unit);
      if (kind === undefined || kind === NOISE) continue;
      const before = state;
      state = next[before * width + kind] ?? 0;
      if (tells[before] === 1 && depths[state] !== (depths[before] ?? 0) + 1) left(before);
      if (state !== 0) seen(at, state);
    }
    return state;
  }

  /** How many units, counted back from here, are the beginning of a pattern. */
  depth(state: State): number {
    return this.#depth[state] ?? 0;
  }

  /** True when so much of a pattern ends here that it tells a part of a secret. */
  tells(state: State): boolean {
    return this.#tells[state] === 1;
  }

  /** Length of the longest pattern that ends here; 0 when none does. */
  matched(state: State): number {
    return this.#matched[state] ?? 0;
  }

  #classOf(unit: number): number {
    if (unit < TABLED) return this.#classes[unit] ?? STRANGE;
    return this.#others.get(unit) ?? (isNoise(unit) ? NOISE : STRANGE);
  }

  /** Gives each unit of the patterns its class; gives back how many classes there are. */
  #classify(patterns: readonly string[]): number {
    let classes = FIRST_OWN;
    for (let unit = 0; unit < TABLED; unit += 1) {
      this.#classes[unit] = isNoise(unit) ? NOISE : STRANGE;
    }
    for (const unit of new Set(patterns.join(''))) {
      const code = unit.charCodeAt(0);
      if (code < TABLED) this.#classes[code] = classes;
      else for (const half of unit) this.#others.set(half.charCodeAt(0), classes);
      classes += 1;
    }
    for (let unit = 0; unit < TABLED; unit += 1) {
      this.#classes[unit] = this.#classes[fold(unit)] ?? STRANGE;
    }
    return classes;
  }

  #add(pattern: string, states: TrieState[], tells?: Uint8Array): void {
    let state = 0;
    for (let at = 0; at < pattern.length; at += 1) {
      const kind = this.#classOf(pattern.charCodeAt(at));
      const edge = state * this.#width + kind;
      let next = this.#next[edge] ?? 0;
      if (next === 0) {
        next = states.push({ parent: state, kind }) - 1;
        this.#next[edge] = next;
        this.#depth[next] = at + 1;
      }
      state = next;
      if (tells !== undefined && at + 1 >= TELLING) tells[state] = 1;
    }
    this.#matched[state] = pattern.length;
  }

  /**
   * Level by level, so that the shorter state a state falls back to is complete already: whatever
   * does not lead on from a state leads where it leads from there.
   */
  #linkFallbacks(states: readonly TrieState[]): void {
    const width = this.#width;
    const next = this.#next;
    const fallback = new Int32Array(states.length);
    const levels: State[][] = [];
    for (let state = 1; state < states.length; state += 1) {
      (levels[this.depth(state)] ??= []).push(state);
    }
    for (const level of levels) {
      for (const state of level ?? []) {
        const { parent = 0, kind = 0 } = states[state] ?? {};
        const back = parent === 0 ? 0 : (next[(fallback[parent] ?? 0) * width + kind] ?? 0);
        fallback[state] = back;
        next[parent * width + kind] = state;
        this.#matched[state] = Math.max(this.matched(state), this.matched(back));
      }
      for (const state of level ?? []) {
        const back = (fallback[state] ?? 0) * width;
        next.copyWithin(state * width, back, back + width);
      }
    }
  }
}

/** How a state is reached for the first time. */
interface TrieState {
  readonly parent: State;
  readonly kind: number;
}
