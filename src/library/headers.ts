import type { Header } from '../model/exchange.ts';
import { listOf } from '../model/json.ts';
import { called, isIterable } from './reading.ts';

/** More header lines than any answer has. */
const MOST_HEADERS = 200;

/**
 * Header lines of any client: a fetch `Headers`, a `Map`, pairs, Node's raw list of names and
 * values, or an object whose values are text or lists of text.
 */
export function headersIn(thing: unknown): readonly Header[] {
  const entries = isIterable(thing) ? thing : called(thing, 'entries');
  const lines = isIterable(entries) ? fromList([...entries]) : fromObject(thing);
  return lines.slice(0, MOST_HEADERS);
}

function fromList(list: readonly unknown[]): Header[] {
  if (list.every((entry) => typeof entry === 'string')) {
    return list.flatMap((name, at) => (at % 2 === 0 ? lines(name, list[at + 1]) : []));
  }
  return list.flatMap((entry) => {
    const [name, value] = listOf(entry) ?? [];
    return typeof name === 'string' ? lines(name, value) : [];
  });
}

function fromObject(thing: unknown): Header[] {
  if (typeof thing !== 'object' || thing === null) return [];
  return Object.entries(thing).flatMap(([name, value]: [string, unknown]) => lines(name, value));
}

function lines(name: string, value: unknown): Header[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' ? [{ name, value: `${one}` }] : [],
  );
}
