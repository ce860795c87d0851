import type { ApiVersion, Endpoint, EndpointState, Method } from '../../model/endpoint.ts';
import { NO_COST_KNOWN } from './costs.ts';
import { UNSTATED_PLAN } from './plan-needs.ts';

/** Paths that people still call. They are recognised, never called. */
export const DEAD: readonly Endpoint[] = [
  dead('v1.person', 'GET /person', 'retired', 'docs/person-v1', {
    version: 'v1',
    successors: ['contacts.search-and-enrich'],
    hint: 'Person API V1 was given up on 2025-01-14; a call in March 2026 got 404.',
  }),
  dead('v1.company', 'GET /company', 'retired', 'code/v1-paths', {
    version: 'v1',
    successors: ['companies.search-and-enrich'],
    hint: 'Company API V1; reports about it disagree, do not build on it.',
  }),
  dead('v1.person.old-host', 'GET /person', 'retired', 'code/v1-paths', {
    version: 'v1',
    host: 'api.lusha.co',
    successors: ['contacts.search-and-enrich'],
    hint: 'The host of the V1 years was api.lusha.co; today it is api.lusha.com.',
  }),
  dead('dead.bulk-company', 'POST /bulk/company/v2', 'doc-only', 'spec2', {
    version: 'v2',
    successors: ['companies.search-and-enrich'],
    hint: 'Only the prose of the V2 document names it; its own path list says /v2/company.',
  }),
  dead('dead.v2-person-search', 'POST /v2/person/search', 'invented', 'code/wrong-paths', {
    version: 'v2',
    successors: ['contacts.search'],
    hint: 'V2 has no search below /v2/person; it answers "Cannot POST /v2/person/search".',
  }),
  dead('dead.decision-makers', 'POST /v3/contacts/decision-makers', 'retired', 'docs/changelog', {
    version: 'v3',
    successors: ['contacts.buying-group'],
    hint: 'Removed with release 2.9.0 on 2026-08-12, and still answered on 2026-09-02: 1 credit for each returned contact, and no cap is taken. Do not call it.',
  }),
  ...movedSignals('signals', 'signals'),
  ...movedSignals('recommendations', 'lookalike'),
  dead(
    'dead.tables.create',
    'POST /v3/contacts/tables/create',
    'doc-only',
    'docs/tables-tutorial',
    {
      version: 'v3',
      successors: ['contacts.tables.create'],
      hint: 'The tutorial prints it; the reference has POST /v3/contacts/tables.',
    },
  ),
  dead(
    'dead.tables.entities-get',
    'POST /v3/contacts/tables/entities/get',
    'doc-only',
    'docs/tables-tutorial',
    {
      version: 'v3',
      successors: ['contacts.tables.rows'],
      hint: 'The tutorial prints it; the reference has GET /v3/contacts/tables/{table_id}/entities.',
    },
  ),
  invented('prospecting-search.contacts', 'POST /prospecting/search/contacts', [
    'contacts.prospecting',
  ]),
  invented('prospecting-search.companies', 'POST /prospecting/search/companies', [
    'companies.prospecting',
  ]),
  invented('person-contact', 'POST /person/contact', ['contacts.search-and-enrich']),
  invented('v2-usage', 'GET /v2/usage', ['account.usage']),
  invented('contacts', 'GET /contacts', ['contacts.search', 'contacts.prospecting']),
  invented('people', 'GET /people', ['contacts.search', 'contacts.prospecting']),
  invented('v2-contacts-search', 'POST /v2/contacts/search', ['contacts.search']),
  { ...invented('v1', 'GET /v1/', ['contacts.search-and-enrich']), anyTail: true },
];

interface Rest {
  readonly version: ApiVersion;
  readonly host?: string;
  readonly successors: readonly string[];
  readonly hint: string;
}

function dead(
  id: string,
  call: `${Method} ${string}`,
  state: EndpointState,
  source: string,
  rest: Rest,
): Endpoint {
  return {
    id,
    method: call.startsWith('GET') ? 'GET' : 'POST',
    path: call.slice(call.indexOf('/')),
    state,
    group: 'dead',
    purpose: 'no longer or never an endpoint',
    cost: NO_COST_KNOWN,
    plan: UNSTATED_PLAN,
    statuses: [],
    freeProbe: null,
    source,
    ...rest,
  };
}

function invented(
  id: string,
  call: `${Method} ${string}`,
  successors: readonly string[],
): Endpoint {
  return dead(`dead.${id}`, call, 'invented', 'code/wrong-paths', {
    version: 'unversioned',
    successors,
    hint: 'Lusha never documented this path; it appears in the code of integrators only.',
  });
}

/** Three paths that older pages print for what is today one operation per object type. */
function movedSignals(old: string, today: 'signals' | 'lookalike'): readonly Endpoint[] {
  const moved = (id: string, path: string, successors: readonly string[]) =>
    dead(`dead.${id}`, `POST ${path}`, 'moved', 'docs/older-guides', {
      version: 'v2',
      successors,
      hint: `Only older pages print it; today it is /v3/contacts/${today} and /v3/companies/${today}.`,
    });
  return [
    moved(`${old}.contacts`, `/${old}/contacts`, [`contacts.${today}`]),
    moved(`${old}.companies`, `/${old}/companies`, [`companies.${today}`]),
    moved(`v2-${old}`, `/v2/${old}`, [`contacts.${today}`, `companies.${today}`]),
  ];
}
