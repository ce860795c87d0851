import type { Automaton, State } from './automaton.ts';
import { ControlSequences, fold, isNoise } from './characters.ts';

/** Reads text for matches, remembering where the characters stand that may become one. */
export class Reader {
  readonly #automaton: Automaton;
  readonly #sequences: ControlSequences | null;
  #state: State = 0;
  /** Where the characters stand that were fed to the automaton, as far back as it looks. */
  #positions: number[] = [];

  /** `skipSequences`: also read across control sequences, as colours put them between characters. */
  constructor(automaton: Automaton, skipSequences: boolean) {
    this.#automaton = automaton;
    this.#sequences = skipSequences ? new ControlSequences() : null;
  }

  /** Reads the unit at `position`; gives the positions of a match that it completes. */
  read(unit: number, position: number): readonly number[] {
    if (this.#sequences?.takes(unit) === true || isNoise(unit)) return [];
    this.#state = this.#automaton.step(this.#state, fold(unit));
    if (this.#state === 0) {
      this.#positions = [];
      return [];
    }
    this.#positions.push(position);
    const matched = this.#automaton.matched(this.#state);
    return matched === 0 ? [] : this.#positions.slice(-matched);
  }

  /** Where the text begins that may still become a match, if `least` characters speak for it. */
  pendingFrom(least: number): number | undefined {
    const depth = this.#automaton.depth(this.#state);
    this.#positions = depth === 0 ? [] : this.#positions.slice(-depth);
    return depth < least ? undefined : this.#positions[0];
  }
}
