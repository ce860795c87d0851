import type { Endpoint, PlanRequirement } from '../../model/endpoint.ts';
import { USAGE_LIMIT } from './account.ts';
import { COMPANY_COST, FREE, V2_PERSON_COST } from './costs.ts';
import { ANY_PLAN, API_ACCESS } from './plan-needs.ts';
import { asIs, UNKNOWN_PROPERTY, unknownParameter, unknownProperty } from './probes.ts';

const SHARED = { version: 'v2', state: 'legacy', group: 'v2', source: 'spec2' } as const;

const UNIFIED_CREDITS: PlanRequirement = {
  needs: 'api-access',
  note: {
    text: 'revealEmails and revealPhones need the Unified Credits pricing version; otherwise 403.',
    source: 'spec2',
  },
};

export const V2: readonly Endpoint[] = [
  {
    ...SHARED,
    id: 'v2.account.usage',
    method: 'GET',
    path: '/account/usage',
    purpose: 'credit usage, in less detail than V3',
    cost: FREE,
    plan: ANY_PLAN,
    ownLimit: USAGE_LIMIT,
    statuses: [200, 401, 429, 500],
    freeProbe: asIs('/account/usage', ['network', 'path', 'key', 'quota'], 'observed'),
    successors: ['account.usage'],
    notes: [
      {
        text: 'Came in three shapes: usage.bulkCredits, usage.credits, and a flat usage object.',
        source: 'live/2026-02-v2',
      },
    ],
  },
  {
    ...SHARED,
    id: 'v2.person.get',
    method: 'GET',
    path: '/v2/person',
    purpose: 'enrich one contact',
    cost: V2_PERSON_COST,
    plan: UNIFIED_CREDITS,
    query: { email: 'nobody@example.com' },
    limits: {
      note: {
        text: 'Needs personId, email, linkedinUrl, or both names with companyName or companyDomain.',
        source: 'spec2',
      },
    },
    statuses: [200, 400, 401, 403, 404, 429, 451, 500],
    freeProbe: unknownParameter('/v2/person', UNKNOWN_PROPERTY, 'inferred'),
    successors: ['contacts.search-and-enrich'],
  },
  {
    ...SHARED,
    id: 'v2.person.post',
    method: 'POST',
    path: '/v2/person',
    purpose: 'enrich up to 100 contacts',
    cost: V2_PERSON_COST,
    plan: UNIFIED_CREDITS,
    limits: { items: { min: 1, max: 100 } },
    minimalBody: { contacts: [{ contactId: '1', email: 'nobody@example.com' }] },
    statuses: [200, 400, 401, 403, 429, 500],
    freeProbe: unknownProperty('/v2/person', { email: 'nobody@example.com' }, 'observed', 'email'),
    successors: ['contacts.search-and-enrich'],
    notes: [
      {
        text: 'Inside an item firstName, lastName, companyName, companyDomain and domain were refused one by one.',
        source: 'live/2026-07-v2-contract',
      },
    ],
  },
  {
    ...SHARED,
    id: 'v2.company.get',
    method: 'GET',
    path: '/v2/company',
    purpose: 'enrich one company',
    cost: COMPANY_COST,
    plan: API_ACCESS,
    query: { domain: 'example.com' },
    limits: { note: { text: 'Needs domain, company or companyId.', source: 'spec2' } },
    statuses: [200, 400, 401, 404, 429, 500],
    freeProbe: unknownParameter('/v2/company', 'companyName', 'observed'),
    successors: ['companies.search-and-enrich'],
  },
  {
    ...SHARED,
    id: 'v2.company.post',
    method: 'POST',
    path: '/v2/company',
    purpose: 'enrich up to 100 companies',
    cost: COMPANY_COST,
    plan: API_ACCESS,
    limits: { items: { min: 1, max: 100 } },
    minimalBody: { companies: [{ id: '1', domain: 'example.com' }] },
    statuses: [200, 400, 401, 429, 500],
    freeProbe: unknownProperty('/v2/company', { domain: 'example.com' }, 'observed', 'domain'),
    successors: ['companies.search-and-enrich'],
    notes: [
      {
        text: 'The prose names /bulk/company/v2 as its address; this path works.',
        source: 'spec2',
      },
    ],
  },
];
