import type { Endpoint } from '../../model/endpoint.ts';
import { billed, COMPANY_COST, NO_COST_KNOWN, PROSPECTING_COST, SEARCH_COST } from './costs.ts';
import { API_ACCESS, LOOKALIKE_ENTITLEMENT, SCALE } from './plan-needs.ts';
import { refusedValue, UNKNOWN_PROPERTY, unknownProperty } from './probes.ts';

const STATUSES = [200, 400, 401, 402, 403, 429];

export const COMPANIES: readonly Endpoint[] = [
  {
    id: 'companies.search',
    method: 'POST',
    path: '/v3/companies/search',
    version: 'v3',
    state: 'current',
    group: 'companies',
    purpose: 'find companies by id, name or domain',
    cost: SEARCH_COST,
    plan: API_ACCESS,
    limits: {
      items: { min: 1, max: 100 },
      note: { text: 'Each company needs id, name or domain.', source: 'spec3' },
    },
    minimalBody: { companies: [{ domain: 'example.com' }] },
    statuses: STATUSES,
    freeProbe: unknownProperty(
      '/v3/companies/search',
      { companies: [{ companyId: '1' }] },
      'inferred',
      'companyId',
    ),
    source: 'spec3',
  },
  {
    id: 'companies.enrich',
    method: 'POST',
    path: '/v3/companies/enrich',
    version: 'v3',
    state: 'current',
    group: 'companies',
    purpose: 'reveal the full record of known company ids',
    cost: {
      ...COMPANY_COST,
      note: { text: 'Each premium field in reveal is charged on its own.', source: 'spec3' },
    },
    plan: API_ACCESS,
    limits: {
      items: { min: 1, max: 100 },
      note: {
        text: 'reveal takes premium fields only, such as competitors, intent or employeesByLocation.',
        source: 'spec3',
      },
    },
    minimalBody: { ids: ['v1.<id>'] },
    statuses: STATUSES,
    freeProbe: unknownProperty(
      '/v3/companies/enrich',
      { ids: [], [UNKNOWN_PROPERTY]: 'x' },
      'inferred',
    ),
    notes: [
      {
        text: 'directParent and ultimateParent came with release 2.16.0.',
        source: 'docs/changelog',
      },
    ],
    source: 'spec3',
  },
  {
    id: 'companies.search-and-enrich',
    method: 'POST',
    path: '/v3/companies/search-and-enrich',
    version: 'v3',
    state: 'current',
    group: 'companies',
    purpose: 'find companies and reveal them in one call',
    cost: {
      ...COMPANY_COST,
      note: {
        text: 'One matched domain cost 2 credits, also when repeated.',
        source: 'live/2026-07-v3-contract',
      },
    },
    plan: API_ACCESS,
    limits: { items: { min: 1, max: 100 } },
    minimalBody: { companies: [{ domain: 'example.com' }] },
    statuses: STATUSES,
    freeProbe: unknownProperty(
      '/v3/companies/search-and-enrich',
      { companies: [{ companyId: '1', domain: 'example.com' }] },
      'observed',
      'companyId',
    ),
    source: 'spec3',
  },
  {
    id: 'companies.prospecting',
    method: 'POST',
    path: '/v3/companies/prospecting',
    version: 'v3',
    state: 'current',
    group: 'companies',
    purpose: 'search companies by filters',
    cost: PROSPECTING_COST,
    plan: SCALE,
    limits: { page: { min: 0, max: 1000 }, pageSize: { min: 10, max: 100 } },
    minimalBody: {
      pagination: { page: 0, size: 10 },
      filters: { companies: { include: { domains: ['example.com'] } } },
    },
    statuses: STATUSES,
    freeProbe: unknownProperty(
      '/v3/companies/prospecting',
      { pages: { page: 0, size: 10 }, filters: {} },
      'documented',
      'pages',
    ),
    notes: [
      {
        text: 'Contact filters do not go together with company searchText, signals, intent or technologies.',
        source: 'spec3',
      },
    ],
    source: 'spec3',
  },
  {
    id: 'companies.lookalike',
    method: 'POST',
    path: '/v3/companies/lookalike',
    version: 'v3',
    state: 'current',
    group: 'companies',
    purpose: 'find companies that resemble the given ones',
    cost: billed('lookalikeCompany', 'result'),
    plan: LOOKALIKE_ENTITLEMENT,
    limits: { seeds: { min: 5, max: 100 }, results: { min: 1, max: 100 } },
    minimalBody: { seeds: { domains: ['<five or more>'] }, limit: 1 },
    statuses: [200, 400, 402, 403, 410, 500],
    freeProbe: refusedValue(
      '/v3/companies/lookalike',
      { dedupeSessionId: 'not-a-uuid', seeds: {} },
      'dedupeSessionId',
      'documented',
    ),
    source: 'spec3',
  },
  {
    id: 'companies.website-visits',
    method: 'POST',
    path: '/v3/companies/website-visits',
    version: 'v3',
    state: 'current',
    group: 'companies',
    purpose: 'companies seen on the domains you track',
    cost: {
      ...NO_COST_KNOWN,
      note: { text: 'The example answer charges 0; no price is published.', source: 'spec3' },
    },
    plan: {
      needs: 'setup',
      note: { text: 'The domains must be tracked in the dashboard first.', source: 'spec3' },
    },
    limits: {
      pageSize: { min: 1, max: 150 },
      note: {
        text: 'At most three months in one call; one untracked domain fails all of it.',
        source: 'spec3',
      },
    },
    minimalBody: {
      domains: ['<your tracked domain>'],
      startDate: '2026-01-01',
      endDate: '2026-01-31',
      pagination: { page: 0, size: 1 },
    },
    statuses: STATUSES,
    freeProbe: refusedValue(
      '/v3/companies/website-visits',
      {
        domains: ['example.invalid'],
        startDate: '2026-01-01',
        endDate: '2026-01-31',
        pagination: { page: 0, size: 1 },
      },
      'domains',
      'documented',
    ),
    source: 'spec3',
  },
];
