import type { Output } from '../model/io.ts';
import type { Secret } from '../model/secret.ts';
import { Automaton } from './automaton.ts';
import { formsOf } from './forms.ts';
import { Reader, type View } from './reader.ts';

const MASK = '*';
/**
 * From so many characters of a secret on, the end of a write is held back until the next one
 * shows whether it goes on. Fewer tell nothing, and holding them would delay many a line.
 */
const HELD_FROM = 4;
/** Text in a URL in a string of a program in another one: nobody escapes deeper than that. */
const LAYERS = 3;

export interface RedactingOutput extends Output {
  /** Writes what is held back. To be called before waiting for long, and at the end. */
  flush(): void;
}

/**
 * The writer that every byte passes. Hides each secret, character by character, in its raw
 * form, with or without its hyphens, escaped in any usual way up to three times, in hexadecimal
 * and in base64 up to twice, also where colours, line breaks, frames or unseen characters stand
 * between its characters and where it spans two writes. Other text
 * passes unchanged. `secrets` is asked at every write: hand out only what must be hidden.
 */
export function redactingOutput(output: Output, secrets: () => readonly Secret[]): RedactingOutput {
  let known: readonly Secret[] = [];
  let redactor = new Redactor(known);
  const send = (text: string): void => {
    if (text !== '') output.write(text);
  };
  return {
    write(text) {
      const wanted = secrets();
      if (!sameSecrets(wanted, known)) {
        known = [...wanted];
        const held = redactor.held;
        redactor = new Redactor(known);
        send(redactor.push(held));
      }
      send(redactor.push(text));
    },
    flush() {
      send(redactor.rest());
    },
    get isTTY() {
      return output.isTTY;
    },
    get columns() {
      return output.columns;
    },
    get colorDepth() {
      return output.colorDepth;
    },
  };
}

/** The same for a whole text at once, for example a file's. */
export function redactText(text: string, secrets: readonly Secret[]): string {
  const redactor = new Redactor(secrets);
  return redactor.push(text) + redactor.rest();
}

function sameSecrets(some: readonly Secret[], others: readonly Secret[]): boolean {
  return (
    some.length === others.length && some.every((secret, at) => sameSecret(secret, others[at]))
  );
}

function sameSecret(one: Secret, other: Secret | undefined): boolean {
  return one === other || one.reveal((a) => other?.reveal((b) => a === b) === true);
}

let latest: { readonly secrets: readonly Secret[]; readonly automaton: Automaton } | undefined;

/** Both streams and every file look for the same secrets, and making this takes milliseconds. */
function automatonFor(secrets: readonly Secret[]): Automaton {
  if (latest === undefined || !sameSecrets(secrets, latest.secrets)) {
    latest = { secrets: [...secrets], automaton: automatonOf(secrets) };
  }
  return latest.automaton;
}

function automatonOf(secrets: readonly Secret[]): Automaton {
  const forms = secrets.map(formsOf);
  return new Automaton(
    forms.flatMap(({ plain }) => plain),
    forms.flatMap(({ encoded }) => encoded),
  );
}

class Redactor {
  readonly #isEmpty: boolean;
  /** Those that have something to do: across control sequences there is nothing before the first. */
  readonly #readers: Reader[];
  readonly #acrossSequences: readonly Reader[];
  #held = '';
  /** Position of the first held unit, counted from the first unit ever pushed. */
  #heldFrom = 0;
  /** Positions of units that are to be hidden. */
  readonly #hidden = new Set<number>();
  #matchedTo = 0;

  constructor(secrets: readonly Secret[]) {
    const automaton = automatonFor(secrets);
    this.#isEmpty = automaton.isEmpty;
    const reader = (view: View) => new Reader(automaton, view, (...found) => this.#hide(...found));
    const views = [0, LAYERS].map((layers) => ({ layers }));
    this.#readers = views.map((view) => reader({ ...view, skipsSequences: false }));
    this.#acrossSequences = views.map((view) => reader({ ...view, skipsSequences: true }));
  }

  /** What was pushed and not given out yet, nothing hidden. */
  get held(): string {
    return this.#held;
  }

  /** Takes text in and gives out what can no longer be part of a secret. */
  push(text: string): string {
    if (this.#isEmpty) return text;
    const start = this.#heldFrom + this.#held.length;
    this.#held += text;
    if (this.#readers.length === this.#acrossSequences.length && text.includes('\u001B')) {
      for (const [at, reader] of this.#acrossSequences.entries()) {
        const same = this.#readers[at];
        if (same !== undefined) reader.follow(same);
      }
      this.#readers.push(...this.#acrossSequences);
    }
    for (const reader of this.#readers) reader.read(text, start);
    const end = start + text.length;
    const from = Math.min(...this.#readers.map((reader) => reader.pendingFrom(HELD_FROM) ?? end));
    return this.#release(Math.max(0, from - this.#heldFrom));
  }

  /** Gives out what is held back. */
  rest(): string {
    for (const reader of this.#readers) reader.end();
    return this.#release(this.#held.length);
  }

  #hide(from: number, to: number, isFirst: boolean): void {
    for (let position = from; position <= to; position += 1) this.#hidden.add(position);
    // The hyphens of a key are a part of it, though it is known without them.
    for (let position = isFirst ? from : this.#matchedTo + 1; position < from; position += 1) {
      if (this.#held.charAt(position - this.#heldFrom) === '-') this.#hidden.add(position);
    }
    this.#matchedTo = to;
  }

  #release(count: number): string {
    const text = this.#held.slice(0, count);
    this.#held = this.#held.slice(count);
    const from = this.#heldFrom;
    this.#heldFrom += count;
    if (this.#hidden.size === 0) return text;
    const units = text.split('');
    for (const position of this.#hidden) {
      // Some are not there any more: up to three characters that an earlier write let go.
      if (position >= from && position < this.#heldFrom) units[position - from] = MASK;
      if (position < this.#heldFrom) this.#hidden.delete(position);
    }
    return units.join('');
  }
}
