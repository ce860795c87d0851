import type { Automaton, State } from './automaton.ts';
import { ControlSequences } from './characters.ts';
import { ESCAPE_SIGNS, EscapeReader } from './escapes.ts';

/** How a text is looked at. */
export interface View {
  /** Read across control sequences, as colours put them between characters. */
  readonly skipsSequences: boolean;
  /** Layers of escaping that are read through. */
  readonly layers: number;
}

/** Told the place, first and last unit, of each character of a match, in order. */
export type Found = (from: number, to: number, isFirst: boolean) => void;

/** Reads text for matches, remembering where the characters stand that may become one. */
export class Reader {
  readonly #automaton: Automaton;
  readonly #found: Found;
  readonly #sequences: ControlSequences | null;
  readonly #layers: readonly EscapeReader[];
  #state: State = 0;
  /** Where the last characters stand that were fed to the automaton: rings. */
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  #fed = 0;

  constructor(automaton: Automaton, { skipsSequences, layers }: View, found: Found) {
    this.#automaton = automaton;
    this.#found = found;
    this.#sequences = skipsSequences ? new ControlSequences() : null;
    this.#from = new Float64Array(automaton.deepest + 1);
    this.#to = new Float64Array(automaton.deepest + 1);
    const readers: EscapeReader[] = [];
    for (let layer = 0; layer < layers; layer += 1) {
      const inner = readers[0];
      readers.unshift(
        new EscapeReader((unit, from, to) => {
          if (inner === undefined) this.#step(unit, from, to);
          else inner.read(unit, from, to);
        }),
      );
    }
    this.#layers = readers;
  }

  /** Goes on where another one is, which has read the same so far. */
  follow(other: Reader): void {
    this.#state = other.#state;
    this.#from.set(other.#from);
    this.#to.set(other.#to);
    this.#fed = other.#fed;
    for (const [at, layer] of this.#layers.entries()) {
      const followed = other.#layers[at];
      if (followed !== undefined) layer.follow(followed);
    }
  }

  /** Reads a text whose first unit is at `start`. */
  read(text: string, start: number): void {
    for (let at = 0; at < text.length;) {
      const plain = this.#plainFrom(text, at);
      if (plain > at) this.#runPlain(text, [at, plain], start);
      else this.#readOne(text.charCodeAt(at), start + at);
      at = Math.max(plain, at + 1);
    }
  }

  /** The end of the text from `at` on in which nothing has to be skipped or undone. */
  #plainFrom(text: string, at: number): number {
    if (this.#sequences?.isOpen === true || this.#layers.some((layer) => layer.isOpen)) return at;
    const stops = this.#layers.length > 0 ? SIGN_OR_ESCAPE : ESCAPE;
    if (this.#sequences === null && this.#layers.length === 0) return text.length;
    stops.lastIndex = at;
    return stops.exec(text)?.index ?? text.length;
  }

  #readOne(unit: number, position: number): void {
    if (this.#sequences?.takes(unit) === true) return;
    const [outermost] = this.#layers;
    if (outermost === undefined) this.#step(unit, position, position);
    else outermost.read(unit, position, position);
  }

  #runPlain(text: string, range: readonly [number, number], start: number): void {
    this.#state = this.#automaton.run(
      text,
      range,
      this.#state,
      (at, state) => this.#feed(state, start + at, start + at),
      (state) => this.#findLast(this.#automaton.depth(state)),
    );
  }

  #step(unit: number, from: number, to: number): void {
    const text = String.fromCharCode(unit);
    this.#state = this.#automaton.run(
      text,
      [0, 1],
      this.#state,
      (_at, state) => this.#feed(state, from, to),
      (state) => this.#findLast(this.#automaton.depth(state)),
    );
  }

  #feed(state: State, from: number, to: number): void {
    const size = this.#from.length;
    this.#from[this.#fed % size] = from;
    this.#to[this.#fed % size] = to;
    this.#fed += 1;
    this.#findLast(this.#automaton.matched(state));
  }

  /** Tells that the last `count` characters belong to a secret. */
  #findLast(count: number): void {
    const size = this.#from.length;
    const first = this.#fed - count;
    for (let at = first; at < this.#fed; at += 1) {
      this.#found(this.#from[at % size] ?? 0, this.#to[at % size] ?? 0, at === first);
    }
  }

  /** Tells of the beginning of a secret at the end of the text: nothing more will come. */
  end(): void {
    if (this.#automaton.tells(this.#state)) this.#findLast(this.#automaton.depth(this.#state));
  }

  /** Where the text begins that may still become a match, if `least` characters speak for it. */
  pendingFrom(least: number): number | undefined {
    const depth = this.#automaton.depth(this.#state);
    return depth < least ? undefined : this.#from[(this.#fed - depth) % this.#from.length];
  }
}

const ESCAPE = /\u001B/g;
const SIGN_OR_ESCAPE = new RegExp(`[\\u001B${ESCAPE_SIGNS}]`, 'g');
