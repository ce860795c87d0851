import { listOf, objectOf, objectsIn, type JsonObject } from '../../model/json.ts';
import { contractOf } from './contract.ts';
import { errorBodyOf } from './error-body.ts';

/** Members of the bodies that are sent to Lusha, in V2 and V3. */
const SENT: ReadonlySet<string> = new Set([
  'contacts',
  'companies',
  'ids',
  'contactIds',
  'companiesIds',
  'reveal',
  'revealEmails',
  'revealPhones',
  'filters',
  'pagination',
  'pages',
  'limit',
  'seeds',
  'signals',
  'signalTypes',
  'startDate',
  'endDate',
  'metadata',
  'options',
  'excludeDnc',
  'partialProfile',
  'refreshJobInfo',
  'waterfallEnabled',
  'waterfallReveal',
  'dedupeSessionId',
  'tableId',
  'requestId',
]);

/** How a request names a person or a company. An answer says more about it. */
const NAMING: ReadonlySet<string> = new Set([
  'id',
  'contactId',
  'companyId',
  'clientReferenceId',
  'email',
  'linkedinUrl',
  'firstName',
  'lastName',
  'fullName',
  'name',
  'domain',
  'fqdn',
  'companyName',
  'companyDomain',
  'companies',
]);

/** True for a body that somebody sent to Lusha, pasted in place of the answer. */
export function isRequestBody(json: unknown): boolean {
  const body = objectOf(json);
  if (body === null || contractOf(body, null) !== null || errorBodyOf(body) !== null) return false;
  const names = Object.keys(body);
  return names.every((name) => SENT.has(name)) && (namesItems(body) || asksFor(body));
}

function namesItems({ contacts, companies }: JsonObject): boolean {
  const items = listOf(contacts) ?? listOf(companies) ?? [];
  const named = objectsIn(items);
  return (
    named.length > 0 &&
    named.length === items.length &&
    named.every((item) => Object.keys(item).every((name) => NAMING.has(name)))
  );
}

function asksFor(body: JsonObject): boolean {
  const { ids, contactIds, companiesIds, reveal, filters, seeds, signalTypes } = body;
  const lists = [ids, contactIds, companiesIds, reveal, seeds, signalTypes];
  return lists.some((value) => listOf(value) !== null) || objectOf(filters) !== null;
}
