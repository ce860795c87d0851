import type { SourceId } from '../model/cause.ts';
import type { Endpoint } from '../model/endpoint.ts';
import { endpointById } from './look-up/endpoint-lookup.ts';
import { ENDPOINTS } from './endpoints.ts';

/** A call that has another address today. */
export interface PathRename {
  readonly from: Endpoint;
  readonly to: readonly Endpoint[];
}

/** Old, wrong and dead calls with today's twins, straight from the catalogue. */
export const PATH_RENAMES: readonly PathRename[] = ENDPOINTS.flatMap((from) => {
  const to = (from.successors ?? []).flatMap((id) => endpointById(id) ?? []);
  return to.length > 0 ? [{ from, to }] : [];
});

/** A field that has another name, or none, in V3. */
export interface FieldRename {
  readonly v2: string;
  /** Null where V3 has no such field. */
  readonly v3: string | null;
  readonly where: 'request' | 'response';
  readonly note?: string;
  readonly source: SourceId;
}

export const FIELD_RENAMES: readonly FieldRename[] = [
  { v2: 'pages', v3: 'pagination', where: 'request', source: 'spec3' },
  { v2: 'contactIds', v3: 'ids', where: 'request', source: 'spec3' },
  { v2: 'companiesIds', v3: 'ids', where: 'request', source: 'spec3' },
  { v2: 'companyIds', v3: 'ids', where: 'request', source: 'spec3' },
  {
    v2: 'requestId',
    v3: null,
    where: 'request',
    note: 'Enriching needs the ids only, not the search they came from.',
    source: 'spec3',
  },
  {
    v2: 'revealEmails',
    v3: 'reveal',
    where: 'request',
    note: 'A list: ["emails"].',
    source: 'spec3',
  },
  {
    v2: 'revealPhones',
    v3: 'reveal',
    where: 'request',
    note: 'A list: ["phones"].',
    source: 'spec3',
  },
  { v2: 'seniority', v3: 'seniorityIds', where: 'request', source: 'spec3' },
  { v2: 'existing_data_points', v3: 'existingDataPoints', where: 'request', source: 'spec3' },
  {
    v2: 'signals',
    v3: 'signalTypes',
    where: 'request',
    note: 'Inside prospecting filters it is signals.types.',
    source: 'spec3',
  },
  {
    v2: 'contactId',
    v3: 'clientReferenceId',
    where: 'request',
    note: 'Optional now; contactId itself is refused.',
    source: 'live/2026-07-v3-contract',
  },
  {
    v2: 'companyId',
    v3: 'clientReferenceId',
    where: 'request',
    note: 'Optional now; companyId itself is refused.',
    source: 'live/2026-07-v3-contract',
  },
  { v2: 'contact', v3: 'results', where: 'response', source: 'spec3' },
  {
    v2: 'contacts',
    v3: 'results',
    where: 'response',
    note: 'A list in the order of the request, no longer a map.',
    source: 'spec3',
  },
  { v2: 'isCreditCharged', v3: 'billing.creditsCharged', where: 'response', source: 'spec3' },
  { v2: 'emailAddresses', v3: 'emails', where: 'response', source: 'spec3' },
  { v2: 'phoneNumbers', v3: 'phones', where: 'response', source: 'spec3' },
  { v2: 'usage.bulkCredits', v3: 'credits', where: 'response', source: 'docs/account-usage' },
];

/** How a field of a request is called in V3, when it is one of V2; its last segment counts. */
export function requestRename(field: string): FieldRename | undefined {
  const name = field.slice(field.lastIndexOf('.') + 1);
  return FIELD_RENAMES.find(({ v2, where }) => where === 'request' && v2 === name);
}
