import type { Charge, Endpoint, Json } from '../../model/endpoint.ts';
import { billed, DISCOVERY, REVEAL_COMPANY, REVEAL_EMAIL, REVEAL_PHONE } from './costs.ts';
import { LOOKALIKE_ENTITLEMENT, SCALE, SIGNALS_ENTITLEMENT } from './plan-needs.ts';
import { asIs, UNKNOWN_PROPERTY, unknownProperty } from './probes.ts';

const SHARED = { version: 'v2', state: 'legacy', group: 'v2', source: 'spec2' } as const;
const NOTHING_BUT_UNKNOWN = { [UNKNOWN_PROPERTY]: 'x' };
const IDS = { items: { min: 1, max: 100 } };

type Noun = 'contact' | 'company';
type Plural = 'contacts' | 'companies';
const PLURAL = { contact: 'contacts', company: 'companies' } as const;

export const V2_PROSPECTING: readonly Endpoint[] = [
  searchOf(
    'contact',
    { contacts: { include: { departments: ['Sales'] } } },
    [200, 400, 401, 403, 429, 500],
  ),
  enrichOf('contact', 'contactIds', [REVEAL_EMAIL, REVEAL_PHONE], [200, 400, 401, 403, 429, 500]),
  searchOf(
    'company',
    { companies: { include: { domains: ['example.com'] } } },
    [200, 400, 401, 429, 500],
  ),
  enrichOf('company', 'companiesIds', [REVEAL_COMPANY], [200, 400, 401, 429, 500]),
  {
    ...SHARED,
    id: 'v2.signals.options',
    method: 'GET',
    path: '/api/signals/filters/{objectType}',
    purpose: 'the signals that exist for contacts or companies',
    cost: DISCOVERY,
    plan: SIGNALS_ENTITLEMENT,
    paramValues: { objectType: ['contact', 'company'] },
    statuses: [200, 401, 403],
    freeProbe: asIs(
      '/api/signals/filters/contact',
      ['network', 'path', 'key', 'plan'],
      'documented',
    ),
    successors: ['contacts.signals.types', 'companies.signals.types'],
  },
  signalsById('contacts', 'contactIds'),
  signalsBySearch('contacts', { id: '1', email: 'nobody@example.com' }),
  lookalikeOf('contacts', 'lookalikeContact'),
  signalsById('companies', 'companyIds'),
  signalsBySearch('companies', { id: '1', domain: 'example.com' }),
  lookalikeOf('companies', 'lookalikeCompany'),
];

function searchOf(noun: Noun, filters: Json, statuses: readonly number[]): Endpoint {
  const path = `/prospecting/${noun}/search`;
  return {
    ...SHARED,
    id: `v2.prospecting.${noun}.search`,
    method: 'POST',
    path,
    purpose: `search ${PLURAL[noun]} by filters`,
    cost: billed('api_search', '25 results', 1),
    plan: SCALE,
    limits: { page: { min: 0, max: 1000 }, pageSize: { min: 10, max: 50 } },
    minimalBody: { pages: { page: 0, size: 10 }, filters },
    statuses,
    freeProbe: unknownProperty(path, NOTHING_BUT_UNKNOWN, 'inferred'),
    successors: [`${PLURAL[noun]}.prospecting`],
    notes: [
      {
        text: 'The list came as data with totalResults, not under the documented name.',
        source: 'live/2026-02-v2',
      },
    ],
  };
}

function enrichOf(
  noun: Noun,
  idsField: string,
  charges: readonly Charge[],
  statuses: readonly number[],
): Endpoint {
  const path = `/prospecting/${noun}/enrich`;
  return {
    ...SHARED,
    id: `v2.prospecting.${noun}.enrich`,
    method: 'POST',
    path,
    purpose: `reveal ${PLURAL[noun]} that a prospecting search found`,
    cost: { kind: 'billed', charges },
    plan: SCALE,
    limits: IDS,
    minimalBody: { requestId: '<uuid of the search>', [idsField]: ['<id>'] },
    statuses,
    freeProbe: unknownProperty(path, NOTHING_BUT_UNKNOWN, 'inferred'),
    successors: [`${PLURAL[noun]}.enrich`],
  };
}

function signalsById(kind: Plural, idsField: string): Endpoint {
  const path = `/api/signals/${kind}`;
  return {
    ...signals(kind, path),
    id: `v2.signals.${kind}`,
    purpose: `signals of known ${kind}`,
    limits: IDS,
    minimalBody: { [idsField]: [1], signals: ['allSignals'] },
  };
}

function signalsBySearch(kind: Plural, item: Json): Endpoint {
  const path = `/api/signals/${kind}/search`;
  return {
    ...signals(kind, path),
    id: `v2.signals.${kind}.search`,
    purpose: `signals of ${kind} given by identifier`,
    minimalBody: { [kind]: [item], signals: ['allSignals'] },
  };
}

function signals(kind: Plural, path: string) {
  return {
    ...SHARED,
    method: 'POST',
    path,
    cost: billed(kind === 'contacts' ? 'showSignalsContact' : 'showSignalsCompany', 'signal', 1),
    plan: SIGNALS_ENTITLEMENT,
    statuses: [200, 400, 401, 403, 429],
    freeProbe: unknownProperty(path, NOTHING_BUT_UNKNOWN, 'inferred'),
    successors: [`${kind}.signals`],
  } as const;
}

/** The V2 documents print it under /v3, with the words the other way round. */
function lookalikeOf(kind: Plural, action: string): Endpoint {
  const path = `/v3/lookalike/${kind}`;
  return {
    ...SHARED,
    id: `v2.lookalike.${kind}`,
    method: 'POST',
    path,
    state: 'superseded',
    purpose: `find ${kind} that resemble the given ones`,
    cost: billed(action, 'result'),
    plan: LOOKALIKE_ENTITLEMENT,
    minimalBody: { seeds: {}, limit: 1 },
    statuses: [200, 400, 402, 403, 410, 500],
    freeProbe: unknownProperty(path, { seeds: {}, ...NOTHING_BUT_UNKNOWN }, 'inferred'),
    successors: [`${kind}.lookalike`],
    hint: `Today the order is /v3/${kind}/lookalike.`,
  };
}
