/** Reads members of values from outside, whose getters may throw and whose types nobody promised. */

/** A member of an object, a function or an error; undefined where there is none. */
export function member(thing: unknown, name: string): unknown {
  if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null)
    return undefined;
  try {
    const value: unknown = Reflect.get(thing, name);
    return value;
  } catch {
    return undefined;
  }
}

export function textMember(thing: unknown, name: string): string | undefined {
  const value = member(thing, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberMember(thing: unknown, name: string): number | undefined {
  const value = member(thing, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Calls a method of the thing; undefined where there is none or it throws. */
export function called(thing: unknown, name: string): unknown {
  const method = member(thing, name);
  if (typeof method !== 'function') return undefined;
  try {
    const value: unknown = Reflect.apply(method, thing, []);
    return value;
  } catch {
    return undefined;
  }
}

/** True for what `for of` can walk through, text left aside. */
export function isIterable(thing: unknown): thing is Iterable<unknown> {
  return typeof thing === 'object' && thing !== null && Symbol.iterator in thing;
}
