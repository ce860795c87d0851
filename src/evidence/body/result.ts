import { countOf, listOf, objectOf, objectsIn, type JsonObject } from '../../model/json.ts';
import { v2Items } from './contract.ts';
import { itemErrorsOf } from './item-errors.ts';

/** What a successful answer carries; null for what it does not say. */
export interface Result {
  readonly itemCount: number | null;
  readonly emptyResult: boolean | null;
  readonly creditsCharged: { readonly credits: number; readonly seenIn: string } | null;
}

/** Item errors that mean "nothing known about this one", not a failure. */
const NOTHING_FOUND: readonly string[] = ['NOT_FOUND', 'EMPTY_DATA'];

/** Reads the number of items, whether anything was found, and the charge from a parsed body. */
export function resultOf(json: unknown): Result {
  const body = objectOf(json);
  if (body === null) {
    const items = listOf(json);
    return {
      itemCount: items?.length ?? null,
      emptyResult: items === null ? null : items.length === 0,
      creditsCharged: null,
    };
  }
  const itemCount = itemCountOf(body);
  return { itemCount, emptyResult: emptyResultOf(body, itemCount), creditsCharged: chargeOf(body) };
}

function itemCountOf(body: JsonObject): number | null {
  const list =
    listOf(body.results) ?? listOf(body.data) ?? listOf(body.contacts) ?? listOf(body.companies);
  if (list !== null) return list.length;
  const map = objectOf(body.contacts) ?? objectOf(body.companies);
  if (map !== null) return Object.keys(map).length;
  return objectOf(body.contact) === null && objectOf(body.company) === null ? null : 1;
}

function emptyResultOf(body: JsonObject, itemCount: number | null): boolean | null {
  if (itemCount === null) return null;
  if (itemCount === 0) return true;
  const items = [...objectsIn(body.results), ...v2Items(body)];
  if (items.length < itemCount) return false;
  const errors = itemErrorsOf(body);
  const allFailed = items.every(({ error }) => error !== null && error !== undefined);
  return allFailed && errors.length > 0 && errors.every((code) => NOTHING_FOUND.includes(code));
}

function chargeOf(body: JsonObject): Result['creditsCharged'] {
  const billing = objectOf(body.billing);
  const places: readonly (readonly [string, unknown])[] = [
    ['billing.creditsCharged', billing?.creditsCharged],
    ['creditsCharged', body.creditsCharged],
    ['creditCharged', body.creditCharged],
  ];
  for (const [place, value] of places) {
    const credits = countOf(value);
    if (credits !== null) return { credits, seenIn: `response body ${place}` };
  }
  const marked = v2Items(body).filter((item) => typeof item.isCreditCharged === 'boolean');
  if (marked.length === 0) return null;
  const charged = marked.filter((item) => item.isCreditCharged === true).length;
  // V2 says yes or no for each item and never how many, so this is the least it can be.
  return { credits: charged, seenIn: 'response body isCreditCharged (at least)' };
}
