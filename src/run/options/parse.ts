import { ok, wrongUsage, type Problem, type Result } from '../../model/problem.ts';

/**
 * A value that an option does not take. The argument parser knows no other way out of a parser
 * than an exception; `main` catches it and tells the problem like any other.
 */
export class RefusedValue extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'RefusedValue';
    this.problem = problem;
  }
}

/** A parser for an option that is given once. Throws `RefusedValue`. */
export function parsedBy<T>(read: (text: string) => Result<T>): (text: string) => T {
  return (text) => {
    const value = read(text);
    if (value.ok) return value.value;
    throw new RefusedValue(value.problem);
  };
}

/** A parser for an option that may be given several times. Throws `RefusedValue`. */
export function listedBy<T>(
  read: (text: string) => Result<T>,
): (text: string, before: readonly T[] | undefined) => readonly T[] {
  const parse = parsedBy(read);
  return (text, before = []) => [...before, parse(text)];
}

/** A parser that gathers the values of an option as they are. */
export const listed = listedBy<string>(ok);

/** How an option is written that is stored under this name: `maxCredits` is `--max-credits`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** What a number option takes. */
export interface NumberRule {
  /** For example "a whole number of credits". */
  readonly what: string;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** A value for the advice. */
  readonly example: number;
}

/** A parser for a number within its range; `option` is its name with the hyphens. Throws `RefusedValue`. */
export function numberIn(option: string, rule: NumberRule): (text: string) => number {
  return parsedBy((text) => readNumber(text, option, rule));
}

function readNumber(
  text: string,
  option: string,
  { what, min, max, whole = false, example }: NumberRule,
): Result<number> {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const fits = value >= min && value <= max && (!whole || Number.isInteger(value));
  if (fits) return ok(value);
  return wrongUsage(
    'bad-number',
    `${option} takes ${what} from ${min} to ${max}, not "${text}".`,
    `For example:  ${option} ${example}`,
  );
}
