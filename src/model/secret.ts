/** The variable every documentation page of this tool names. */
export const KEY_VARIABLE = 'LUSHA_API_KEY';

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * Holds a credential and prints as a mask everywhere: as a string, in JSON, in
 * `util.inspect`, in an error. `reveal` is the only way out.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** Number of UTF-16 units. */
  get length(): number {
    return this.#value.length;
  }

  /** First and last four characters of a full-length secret, dots for anything shorter. */
  get masked(): string {
    return maskText(this.#value);
  }

  toString(): string {
    return this.masked;
  }

  toJSON(): string {
    return this.masked;
  }

  [INSPECT](): string {
    return `Secret(${this.masked})`;
  }

  /** The credential itself, handed to `use` and to nobody else. */
  reveal<T>(use: (value: string) => T): T {
    return use(this.#value);
  }
}

const DOT = '•';

/** Masks text: 4 + dots + 4 from 32 characters on, dots alone below. Line breaks become dots too. */
function maskText(value: string): string {
  if (value.length < 32) return DOT.repeat(value.length);
  const printable = /^[\x21-\x7e]+$/;
  const head = value.slice(0, 4);
  const tail = value.slice(-4);
  const middle = DOT.repeat(Math.min(value.length - 8, 28));
  return `${printable.test(head) ? head : DOT.repeat(4)}${middle}${printable.test(tail) ? tail : DOT.repeat(4)}`;
}
