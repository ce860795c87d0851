import type { Json } from '../model/endpoint.ts';

/** One value in a body and the way to it. */
export interface Place {
  /** For example `contacts[0].email`; empty for the body itself. */
  readonly at: string;
  /** The member's name, or that of the list it stands in. */
  readonly name: string;
  readonly depth: number;
  readonly value: Json;
}

/** Nothing the API takes is nested deeper or has more parts. */
const DEEPEST = 12;
const MOST_PLACES = 20_000;
const LONGEST_NAME = 60;

/** Every value of a body, outermost first; bounded in depth and number. */
export function placesIn(body: Json): readonly Place[] {
  const places: Place[] = [{ at: '', name: '', depth: 0, value: body }];
  for (let next = 0; next < places.length && places.length < MOST_PLACES; next += 1) {
    const place = places[next];
    if (place !== undefined && place.depth < DEEPEST) places.push(...partsOf(place));
  }
  return places.slice(0, MOST_PLACES);
}

function partsOf({ at, name, depth, value }: Place): readonly Place[] {
  if (isList(value)) {
    return value
      .slice(0, MOST_PLACES)
      .map((part, index) => ({ at: `${at}[${index}]`, name, depth: depth + 1, value: part }));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([key, part]) => ({
    at: `${at === '' ? '' : `${at}.`}${key.slice(0, LONGEST_NAME)}`,
    name: key,
    depth: depth + 1,
    value: part,
  }));
}

/** A JSON object, of which any member may be absent. */
export type JsonRecord = { readonly [key: string]: Json };

export function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A member of an object; undefined when the value is none or has no such member of its own. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
