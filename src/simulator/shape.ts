/**
 * Shapes of request bodies. A shape both checks a value and, once it fits, gives it its type.
 * The wording of the problems is what the API's validator says (live/2026-07-v3-contract).
 */
export interface Shape<T> {
  /** What is wrong with the value at this place, in the order the API looks; empty when it fits. */
  readonly problems: (value: unknown, at: string) => readonly string[];
  readonly fits: (value: unknown) => value is T;
}

/** The type a shape describes. */
export type Of<S> = S extends Shape<infer T> ? T : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Required<F extends Fields> = { readonly [N in keyof F]: Of<F[N]> };
type Optional<F extends Fields> = { readonly [N in keyof F]?: Of<F[N]> };

function shape<T>(problems: Shape<T>['problems']): Shape<T> {
  return { problems, fits: (value): value is T => problems(value, '').length === 0 };
}

/** Any value at all, for parts the simulator does not look into. */
export function anything(): Shape<unknown> {
  return shape(() => []);
}

export function text(): Shape<string> {
  return shape((value, at) => (typeof value === 'string' ? [] : [`${at} must be a string`]));
}

export function email(): Shape<string> {
  return shape((value, at) =>
    typeof value === 'string' && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)
      ? []
      : [`${at} must be an email`],
  );
}

export function uuid(): Shape<string> {
  return shape((value, at) =>
    typeof value === 'string' && UUID.test(value) ? [] : [`${at} must be a UUID`],
  );
}

/** A day, strictly `YYYY-MM-DD`. */
export function day(): Shape<string> {
  return shape((value, at) =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value))
      ? []
      : [`${at} must be a valid ISO 8601 date string`],
  );
}

export function flag(): Shape<boolean> {
  return shape((value, at) =>
    typeof value === 'boolean' ? [] : [`${at} must be a boolean value`],
  );
}

export function whole(min: number, max: number = Number.MAX_SAFE_INTEGER): Shape<number> {
  return shape((value, at) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return [`${at} must be an integer number`];
    }
    if (value < min) return [`${at} must not be less than ${min}`];
    return value > max ? [`${at} must not be greater than ${max}`] : [];
  });
}

export function oneOf<const W extends string>(words: readonly W[]): Shape<W> {
  return shape((value, at) =>
    words.some((word) => word === value)
      ? []
      : [`${at} must be one of the following values: ${words.join(', ')}`],
  );
}

/** A list of words, each from a fixed set. */
export function wordsOf<const W extends string>(
  words: readonly W[],
  least: number,
): Shape<readonly W[]> {
  return shape((value, at) => {
    if (!Array.isArray(value)) return [`${at} must be an array`];
    if (value.length < least) return [`${at} must contain at least ${least} elements`];
    return value.every((word) => words.some((known) => known === word))
      ? []
      : [`each value in ${at} must be one of the following values: ${words.join(', ')}`];
  });
}

export function list<T>(
  item: Shape<T>,
  least = 0,
  most: number = Number.MAX_SAFE_INTEGER,
): Shape<readonly T[]> {
  return shape((value, at) => {
    if (!Array.isArray(value)) return [`${at} must be an array`];
    if (value.length < least) return [`${at} must contain at least ${least} elements`];
    if (value.length > most) return [`${at} must contain no more than ${most} elements`];
    return value.flatMap((entry: unknown, index) => item.problems(entry, `${at}.${index}`));
  });
}

/** A value of this shape, or null. */
export function nullable<T>(inner: Shape<T>): Shape<T | null> {
  return shape((value, at) => (value === null ? [] : inner.problems(value, at)));
}

/** An object whose members all have one shape, whatever their names. */
export function record<T>(member: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return shape((value, at) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, inner]) =>
          member.problems(inner, `${at}.${name.slice(0, LONGEST_NAME)}`),
        )
      : [`${at} must be an object`],
  );
}

/** An object with these fields and no others. */
export function object<R extends Fields, O extends Fields>(
  required: R,
  optional: O,
): Shape<Required<R> & Optional<O>> {
  return shape((value, at) => {
    if (!isObject(value)) return [`${at === '' ? 'body' : at} must be an object`];
    const prefix = at === '' ? '' : `${at}.`;
    const strangers = Object.keys(value)
      .filter((name) => !Object.hasOwn(required, name) && !Object.hasOwn(optional, name))
      .map((name) => `${prefix}property ${name.slice(0, LONGEST_NAME)} should not exist`);
    const wanted = Object.entries(required).flatMap(([name, field]) =>
      field.problems(value[name], prefix + name),
    );
    const offered = Object.entries(optional)
      .filter(([name]) => value[name] !== undefined)
      .flatMap(([name, field]) => field.problems(value[name], prefix + name));
    return [...strangers, ...wanted, ...offered];
  });
}

/** True for a UUID in either letter case. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Characters of a property name that are repeated in an error text. */
const LONGEST_NAME = 100;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
