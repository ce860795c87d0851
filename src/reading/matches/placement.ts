import type { Header, KeyPlacement } from '../../model/exchange.ts';
import { MASK } from '../../redact/credentials.ts';

const HEADER_PLACEMENTS: ReadonlyMap<string, KeyPlacement> = new Map([
  ['api_key', 'api_key'],
  ['x-api-key', 'x-api-key'],
  ['api-key', 'api-key'],
  ['apikey', 'apikey'],
  ['authorization', 'authorization'],
]);

/** When several credentials were sent, the one that decides: the header that the API reads. */
const DECIDING: readonly KeyPlacement[] = [
  'api_key',
  'bearer',
  'authorization',
  'x-api-key',
  'api-key',
  'apikey',
  'query',
];

/** Where a request whose head is known carries a credential; `none` when nowhere. */
export function placementOf(headers: readonly Header[], target: string): KeyPlacement {
  const found = headers.flatMap(({ name, value }) => placementOfHeader(name, value) ?? []);
  if (/[?&]api[_-]?key=/i.test(target)) found.push('query');
  return deciding(found) ?? 'none';
}

const IN_QUERY = /[?&]api[_-]?key=\[masked\]/i;
const AS_HEADER =
  /(?<![\w-])["']?(x-api-key|api[_-]?key|authorization)\\{0,7}["']?\s{0,3}(?::|,(?=\s{0,3}\\{0,7}["'`]))\s{0,3}(?:\[\s{0,3})?\\{0,7}["'`]?(bearer\s{1,3})?\[masked\]/gi;

/** Where a masked text shows a credential to have been put; null when it shows none. */
export function placementIn(masked: string): KeyPlacement | null {
  const found = new Set<KeyPlacement>(IN_QUERY.test(masked) ? ['query'] : []);
  for (const [, name = '', scheme = ''] of masked.matchAll(AS_HEADER)) {
    const placement = placementOfHeader(name, `${scheme}${MASK}`);
    if (placement !== null) found.add(placement);
  }
  return deciding([...found]);
}

function placementOfHeader(name: string, value: string): KeyPlacement | null {
  const placement = HEADER_PLACEMENTS.get(name.toLowerCase());
  if (placement === undefined || value.trim() === '') return null;
  return placement === 'authorization' && /^bearer\b/i.test(value) ? 'bearer' : placement;
}

function deciding(found: readonly KeyPlacement[]): KeyPlacement | null {
  return DECIDING.find((placement) => found.includes(placement)) ?? null;
}
