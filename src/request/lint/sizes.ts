import type { Range } from '../../model/cause.ts';
import type { Endpoint, Json } from '../../model/endpoint.ts';
import type { LocalFinding } from '../finding.ts';
import { isList, isRecord, memberOf } from '../walk.ts';

/** Lists whose length the catalogue bounds as `items`. */
const ITEM_LISTS = [
  'ids',
  'contacts',
  'companies',
  'entityIds',
  'subscriptions',
  'contactIds',
  'companiesIds',
  'companyIds',
];

/** Lists longer or shorter, and numbers greater or smaller than the endpoint takes. */
export function sizes(
  { limits = {}, source }: Endpoint,
  body: Json,
  query: URLSearchParams,
): LocalFinding[] {
  const { items, seeds, results, page, pageSize, queryLength } = limits;
  const paging = memberOf(body, 'pagination') ?? memberOf(body, 'pages');
  const text = query.get('query');
  return [
    ...ITEM_LISTS.flatMap((name) => {
      const list = memberOf(body, name);
      return isList(list) ? outside('items', name, list.length, items, source) : [];
    }),
    ...outside('seeds', 'seeds', seedCount(memberOf(body, 'seeds')), seeds, source),
    ...outside('results', 'limit', memberOf(body, 'limit'), results, source),
    ...outside('page', 'page', memberOf(paging, 'page') ?? memberOf(body, 'page'), page, source),
    ...outside(
      'page-size',
      'page size',
      memberOf(paging, 'size') ?? memberOf(body, 'pageSize') ?? memberOf(body, 'size'),
      pageSize,
      source,
    ),
    ...(text === null ? [] : outside('query-length', 'query', text.length, queryLength, source)),
  ];
}

function seedCount(seeds: Json | undefined): number | undefined {
  if (!isRecord(seeds)) return undefined;
  return Object.values(seeds).reduce<number>(
    (sum, list) => sum + (isList(list) ? list.length : 0),
    0,
  );
}

function outside(
  rule: string,
  at: string,
  amount: Json | undefined,
  range: Range | undefined,
  source: string,
): LocalFinding[] {
  if (range === undefined || amount === undefined) return [];
  const { min = 0, max = Infinity } = range;
  if (typeof amount === 'number' && amount >= min && amount <= max) return [];
  const allowed = max === Infinity ? `${min} or more` : `${min} to ${max}`;
  const given = typeof amount === 'number' ? `${amount}` : 'no number';
  return [
    { rule, at, problem: `${given}, outside ${allowed}`, instead: adviceOn(rule, max), source },
  ];
}

function adviceOn(rule: string, max: number): string | null {
  if (rule === 'items') return `send at most ${max} in one call, several calls for more`;
  return rule === 'page' ? 'the first page is 0' : null;
}
