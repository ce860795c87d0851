import { requestRename, type FieldRename } from '../../knowledge/renames.ts';
import type { Endpoint } from '../../model/endpoint.ts';
import type { LocalFinding } from '../finding.ts';
import { isList, isRecord, memberOf, type JsonRecord, type Place } from '../walk.ts';

/** Where a V2 name counts: several of them are good V3 names elsewhere. */
const PLACES_OF_V2_NAMES: ReadonlyMap<string, RegExp> = new Map([
  ['pages', /^pages$/],
  ['contactIds', /^contactIds$/],
  ['companiesIds', /^companiesIds$/],
  ['companyIds', /^companyIds$/],
  ['requestId', /^requestId$/],
  ['revealEmails', /^(?:metadata\.)?revealEmails$/],
  ['revealPhones', /^(?:metadata\.)?revealPhones$/],
  ['signals', /^signals$/],
  ['seniority', /^filters\..*seniority$/],
  ['existing_data_points', /^filters\..*existing_data_points$/],
  ['contactId', /^(?:contacts\[\d+\]\.)?contactId$/],
  ['companyId', /^(?:companies\[\d+\]\.)?companyId$/],
]);

/** Names of V2 in the body of a V3 call, which refuses every name it does not know. */
export function v2Names({ version, group }: Endpoint, places: readonly Place[]): LocalFinding[] {
  if (version !== 'v3' || !['contacts', 'companies', 'signals'].includes(group)) return [];
  return places.flatMap(({ at, name }) => {
    const rename =
      PLACES_OF_V2_NAMES.get(name)?.test(at) === true ? requestRename(name) : undefined;
    return rename === undefined ? [] : [v2Name(at, rename)];
  });
}

function v2Name(at: string, { v3, note, source }: FieldRename): LocalFinding {
  const spelling = v3 === null ? 'leave it out' : v3;
  return {
    rule: 'v2-field',
    at,
    problem: 'a V2 name, which V3 refuses',
    instead: note === undefined ? spelling : `${spelling}. ${note}`,
    source,
  };
}

const WRAPPERS = ['contacts', 'companies'] as const;
const ITEM_FIELDS: Readonly<Record<(typeof WRAPPERS)[number], readonly string[]>> = {
  contacts: ['email', 'linkedinUrl', 'firstName', 'lastName', 'companyName', 'companyDomain', 'id'],
  companies: ['name', 'domain', 'id'],
};

/** The fields of one contact or company without the list around them. */
export function wrapper({ version, minimalBody }: Endpoint, body: Place['value']): LocalFinding[] {
  const wanted = WRAPPERS.find((name) => isList(memberOf(minimalBody, name)));
  if (version === 'v1' || wanted === undefined || memberOf(body, wanted) !== undefined) return [];
  const bare = isRecord(body) && ITEM_FIELDS[wanted].some((name) => name in body);
  if (!bare && !isList(body)) return [];
  return [
    {
      rule: 'wrapper',
      at: 'body',
      problem: `the items are not wrapped in ${wanted}`,
      instead: isList(body) ? `{"${wanted}":[...]}` : `{"${wanted}":[{...}]}`,
      source: 'live/2026-07-v3-contract',
    },
  ];
}

/** Searches that look people and companies up by identifier. */
const LOOK_UPS = [
  'contacts.search',
  'contacts.search-and-enrich',
  'companies.search',
  'companies.search-and-enrich',
];

/** An item that names nobody. */
export function identifiers({ id, source }: Endpoint, body: Place['value']): LocalFinding[] {
  if (!LOOK_UPS.includes(id)) return [];
  const kind = id.startsWith('contacts') ? 'contacts' : 'companies';
  const items = memberOf(body, kind);
  if (!isList(items)) return [];
  return items.flatMap((item, index) => {
    if (!isRecord(item) || isIdentified(kind, item)) return [];
    const instead =
      kind === 'contacts'
        ? 'give id, linkedinUrl, email, or both names with companyName or companyDomain'
        : 'give id, name or domain';
    const problem = 'nothing in it says who is meant';
    return [{ rule: 'identifier', at: `${kind}[${index}]`, problem, instead, source }];
  });
}

function isIdentified(kind: 'contacts' | 'companies', item: JsonRecord): boolean {
  const has = (name: string) => item[name] !== undefined && item[name] !== '';
  if (kind === 'companies') return ['id', 'name', 'domain'].some(has);
  if (['id', 'linkedinUrl', 'email'].some(has)) return true;
  const named = has('firstName') && has('lastName');
  return named && (has('companyName') || has('companyDomain'));
}
