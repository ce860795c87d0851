import type { Output } from '../model/io.ts';
import type { Secret } from '../model/secret.ts';
import { Automaton } from './automaton.ts';
import { formsOf } from './forms.ts';
import { Reader } from './reader.ts';

const MASK = '*';
/**
 * From so many characters of a secret on, the end of a write is held back until the next one
 * shows whether it goes on. Fewer tell nothing, and holding them would delay many a line.
 */
const HELD_FROM = 4;

export interface RedactingOutput extends Output {
  /** Writes what is held back. To be called before waiting for long, and at the end. */
  flush(): void;
}

/**
 * The writer that every byte passes. Hides each secret, character by character, in its raw
 * form, percent-encoded, JSON-escaped, in base64 and hexadecimal, also where colours, line
 * breaks or frames stand between its characters and where it spans two writes. Other text
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

class Redactor {
  readonly #automaton: Automaton;
  /** Two views: a key may stand between control sequences, or hide inside what looks like one. */
  readonly #readers: readonly Reader[];
  #held: { readonly unit: string; hidden: boolean }[] = [];
  /** Position of the first held unit, counted from the first unit ever pushed. */
  #heldFrom = 0;

  constructor(secrets: readonly Secret[]) {
    this.#automaton = new Automaton(secrets.flatMap(formsOf));
    this.#readers = [new Reader(this.#automaton, false), new Reader(this.#automaton, true)];
  }

  /** What was pushed and not given out yet, nothing hidden. */
  get held(): string {
    return this.#held.map(({ unit }) => unit).join('');
  }

  /** Takes text in and gives out what can no longer be part of a secret. */
  push(text: string): string {
    if (this.#automaton.isEmpty) return text;
    for (let at = 0; at < text.length; at += 1) this.#take(text, at);
    const end = this.#heldFrom + this.#held.length;
    const from = Math.min(...this.#readers.map((reader) => reader.pendingFrom(HELD_FROM) ?? end));
    return this.#release(from - this.#heldFrom);
  }

  /** Gives out what is held back. */
  rest(): string {
    return this.#release(this.#held.length);
  }

  #take(text: string, at: number): void {
    const position = this.#heldFrom + this.#held.length;
    this.#held.push({ unit: text.charAt(at), hidden: false });
    for (const reader of this.#readers) {
      for (const matched of reader.read(text.charCodeAt(at), position)) {
        // Not there any more: up to three characters that an earlier write let go.
        const unit = this.#held[matched - this.#heldFrom];
        if (unit !== undefined) unit.hidden = true;
      }
    }
  }

  #release(count: number): string {
    this.#heldFrom += count;
    const released = this.#held.splice(0, count);
    return released.map(({ unit, hidden }) => (hidden ? MASK : unit)).join('');
  }
}
