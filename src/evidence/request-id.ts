import type { Header } from '../model/exchange.ts';
import { objectOf, textOf } from '../model/json.ts';
import { headerValue } from './header.ts';
import { oneLine } from './one-line.ts';

/** No header is documented for it; these are the usual names, the most specific first. */
const HEADER_NAMES = [
  'x-request-id',
  'request-id',
  'x-correlation-id',
  'x-kong-request-id',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-trace-id',
  // Of the network in front: what its operator asks for when it answered in Lusha's place.
  'cf-ray',
  'x-amz-cf-id',
];
const LONGEST_ID = 128;

/** The id support can find a request by, and where it stood. The body's own comes first. */
export function requestIdOf(
  json: unknown,
  headers: readonly Header[],
): { readonly id: string; readonly seenIn: string } | null {
  const body = objectOf(json);
  const inner = objectOf(body?.error);
  const places: readonly (readonly [string, string | null])[] = [
    ['response body requestId', textOf(body?.requestId)],
    ['response body request_id', textOf(body?.request_id)],
    ['response body error.requestId', textOf(inner?.requestId) ?? textOf(inner?.request_id)],
    ...HEADER_NAMES.map((name) => [`response header ${name}`, headerValue(headers, name)] as const),
  ];
  for (const [seenIn, value] of places) {
    const id = value === null ? '' : oneLine(value, LONGEST_ID);
    if (id !== '') return { id, seenIn };
  }
  return null;
}
