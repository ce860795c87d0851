import { endpointById } from '../knowledge/look-up/endpoint-lookup.ts';
import type { Endpoint, Json } from '../model/endpoint.ts';
import { isList, isRecord, memberOf, type JsonRecord } from './walk.ts';

/** A call of today in the place of an old one. */
export interface Translation {
  readonly endpoint: Endpoint;
  readonly method: string;
  readonly path: string;
  readonly body: Json | undefined;
  /** What a person has to decide or look at. */
  readonly notes: readonly string[];
}

/**
 * The V3 call that does what a V2 call did; null where no twin is known. Pure. What has no
 * counterpart is left out and noted.
 */
export function translate(old: Endpoint, path: string, body: Json | undefined): Translation | null {
  const endpoint = (old.successors ?? []).flatMap((id) => endpointById(id) ?? [])[0];
  if (old.version === 'v3' || endpoint === undefined) return null;
  const notes: string[] = [];
  const written = bodyFor(old, endpoint, path, body, notes);
  return {
    endpoint,
    method: endpoint.method,
    path: pathFor(endpoint, path),
    body: endpoint.method === 'GET' ? undefined : written,
    notes,
  };
}

/** Filter types that V3 spells in camel case. */
const FILTER_TYPES: ReadonlyMap<string, string> = new Map([
  ['existing_data_points', 'existingDataPoints'],
  ['all_countries', 'countries'],
  ['industries_labels', 'industriesLabels'],
  ['intent_topics', 'intentTopics'],
]);

function pathFor({ path }: Endpoint, old: string): string {
  const last = old.split('?')[0]?.split('/').at(-1) ?? '';
  return path.replace('{filterType}', FILTER_TYPES.get(last) ?? last);
}

function bodyFor(
  old: Endpoint,
  { id, minimalBody }: Endpoint,
  path: string,
  body: Json | undefined,
  notes: string[],
): Json | undefined {
  const given = body ?? fromQuery(old, path);
  if (given === undefined) return minimalBody;
  if (!isRecord(given)) return given;
  const wrapped = old.method === 'GET' && given === body ? given : withWrapper(old, given);
  return renamed(wrapped, id, notes);
}

/** GET of one person or company: the query is the item. */
function fromQuery({ id, method }: Endpoint, path: string): JsonRecord | undefined {
  const query = [...new URLSearchParams(path.split('?')[1] ?? '')];
  if (method !== 'GET' || query.length === 0 || !/^v2\.(?:person|company)\./.test(id)) {
    return undefined;
  }
  return Object.fromEntries(query.map(([name, value]) => [name, truth(value)]));
}

function truth(value: string): Json {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

const ABOUT_THE_CALL = ['revealEmails', 'revealPhones', 'metadata', 'partialProfile'];

function withWrapper({ id }: Endpoint, given: JsonRecord): JsonRecord {
  const kind = id.startsWith('v2.person.') ? 'contacts' : 'companies';
  if (!/^v2\.(?:person|company)\./.test(id) || memberOf(given, kind) !== undefined) return given;
  const entries = Object.entries(given);
  const item = entries.filter(([name]) => !ABOUT_THE_CALL.includes(name));
  const rest = entries.filter(([name]) => ABOUT_THE_CALL.includes(name));
  return { [kind]: [Object.fromEntries(item)], ...Object.fromEntries(rest) };
}

const IDS = ['contactIds', 'companiesIds', 'companyIds'];
const ITEM_NAMES: ReadonlyMap<string, string> = new Map([
  ['contactId', 'clientReferenceId'],
  ['companyId', 'id'],
  ['personId', 'id'],
  ['company', 'name'],
]);
const FILTER_NAMES: ReadonlyMap<string, string> = new Map([
  ['seniority', 'seniorityIds'],
  ['existing_data_points', 'existingDataPoints'],
]);

function renamed(body: JsonRecord, id: string, notes: string[]): JsonRecord {
  const metadata = memberOf(body, 'metadata');
  const flat = isRecord(metadata) ? { ...body, ...metadata } : body;
  const out: [string, Json][] = [];
  for (const [name, value] of Object.entries(flat)) {
    if (name === 'metadata' || /^reveal(?:Emails|Phones)$/.test(name)) continue;
    if (name === 'requestId') notes.push('requestId is gone: the ids are enough.');
    else if (name === 'pages') out.push(['pagination', value]);
    else if (IDS.includes(name)) out.push(['ids', textIds(value, notes)]);
    else if (name === 'signals') out.push(['signalTypes', value]);
    else if (name === 'filters') out.push([name, filters(value)]);
    else if (name === 'contacts' || name === 'companies') out.push([name, items(name, value)]);
    else out.push([name, value]);
  }
  const reveal = [
    ...(flat['revealEmails'] === true ? ['emails'] : []),
    ...(flat['revealPhones'] === true ? ['phones'] : []),
  ];
  if (reveal.length > 0) out.push(['reveal', reveal]);
  else if (id.startsWith('contacts.') && id.endsWith('enrich')) {
    notes.push('Without reveal both e-mails and phones are revealed; name what you need.');
  }
  return Object.fromEntries(out);
}

function textIds(value: Json, notes: string[]): Json {
  if (!isList(value)) return value;
  notes.push('V3 ids are "v1.…" texts; numeric ones are taken for a transition only.');
  return value.map((id) => (typeof id === 'number' ? String(id) : id));
}

function items(kind: 'contacts' | 'companies', value: Json): Json {
  if (!isList(value)) return value;
  return value.map((item) => {
    if (!isRecord(item)) return item;
    const of = (name: string) =>
      kind === 'contacts' ? contactName(item, name) : ITEM_NAMES.get(name);
    return Object.fromEntries(
      Object.entries(item).map(([name, inner]) => [of(name) ?? name, inner]),
    );
  });
}

function contactName(item: JsonRecord, name: string): string | undefined {
  if (name === 'company' || name === 'companyId') return undefined;
  return name === 'id' && 'email' in item ? 'clientReferenceId' : ITEM_NAMES.get(name);
}

function filters(value: Json): Json {
  if (isList(value)) return value.map(filters);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [FILTER_NAMES.get(name) ?? name, filters(inner)]),
  );
}
