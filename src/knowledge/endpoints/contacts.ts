import type { Endpoint, EndpointCost } from '../../model/endpoint.ts';
import {
  billed,
  FREE,
  PROSPECTING_COST,
  REVEAL_EMAIL,
  REVEAL_PHONE,
  SEARCH,
  SEARCH_COST,
} from './costs.ts';
import { API_ACCESS, LOOKALIKE_ENTITLEMENT, SCALE, UNSTATED_PLAN } from './plan-needs.ts';
import {
  IMPOSSIBLE_UUID,
  impossibleObject,
  refusedValue,
  UNKNOWN_PROPERTY,
  unknownProperty,
} from './probes.ts';

const STATUSES = [200, 400, 401, 402, 403, 429];

/** Two reasons to be refused: the unknown property, and a name without a company. */
const UNUSABLE = {
  contacts: [{ firstName: 'a', lastName: 'b', [UNKNOWN_PROPERTY]: 'x' }],
};

const ENRICH_COST: EndpointCost = {
  kind: 'billed',
  charges: [REVEAL_EMAIL, REVEAL_PHONE],
  note: {
    text: 'What the account revealed before costs 0; waterfall fields have their own rate.',
    source: 'spec3',
  },
};

export const CONTACTS: readonly Endpoint[] = [
  {
    id: 'contacts.search',
    method: 'POST',
    path: '/v3/contacts/search',
    version: 'v3',
    state: 'current',
    group: 'contacts',
    purpose: 'find contacts by identifier and see what could be revealed',
    cost: SEARCH_COST,
    plan: API_ACCESS,
    limits: {
      items: { min: 1, max: 100 },
      note: {
        text: 'Each contact needs id, linkedinUrl, email, or both names with companyName or companyDomain.',
        source: 'spec3',
      },
    },
    minimalBody: { contacts: [{ email: 'nobody@example.com' }] },
    statuses: STATUSES,
    freeProbe: unknownProperty('/v3/contacts/search', UNUSABLE, 'inferred'),
    source: 'spec3',
  },
  {
    id: 'contacts.enrich',
    method: 'POST',
    path: '/v3/contacts/enrich',
    version: 'v3',
    state: 'current',
    group: 'contacts',
    purpose: 'reveal emails and phones of known contact ids',
    cost: ENRICH_COST,
    plan: API_ACCESS,
    limits: {
      items: { min: 1, max: 100 },
      note: {
        text: 'reveal takes emails and phones; without it both are revealed.',
        source: 'spec3',
      },
    },
    minimalBody: { ids: ['v1.<id>'], reveal: ['emails'] },
    statuses: STATUSES,
    freeProbe: {
      ...refusedValue('/v3/contacts/enrich', { ids: ['v1.x'], reveal: [] }, 'reveal', 'observed'),
      kind: 'empty-reveal',
      expect: { statuses: [400], message: /reveal must contain at least 1 elements/ },
    },
    notes: [
      { text: 'The answer may carry a job to poll.', source: 'docs/enrich-job' },
      { text: 'contactIds of V2 is refused; the name is ids.', source: 'spec3' },
      {
        text: 'On one professional account every call by a stored id was charged 0.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    source: 'spec3',
  },
  {
    id: 'contacts.enrich.job',
    method: 'GET',
    path: '/v3/contacts/jobs/{jobId}',
    version: 'v3',
    state: 'current',
    group: 'contacts',
    purpose: 'poll the waterfall job that an enrich call started',
    cost: FREE,
    plan: {
      needs: 'paid',
      note: {
        text: 'Waterfall reached all paid plans with release 2.16.0.',
        source: 'docs/changelog',
      },
    },
    statuses: [200, 404, 503],
    freeProbe: impossibleObject(`/v3/contacts/jobs/${IMPOSSIBLE_UUID}`, 'inferred'),
    notes: [
      {
        text: 'Unknown, expired and foreign jobs all answer 404; 503 means the job is still there.',
        source: 'docs/enrich-job',
      },
    ],
    source: 'docs/enrich-job',
  },
  {
    id: 'contacts.search-and-enrich',
    method: 'POST',
    path: '/v3/contacts/search-and-enrich',
    version: 'v3',
    state: 'current',
    group: 'contacts',
    purpose: 'find contacts and reveal them in one call',
    cost: {
      kind: 'billed',
      charges: [SEARCH, REVEAL_EMAIL, REVEAL_PHONE],
      note: {
        text: 'A match cost 1 credit again on every repeat, no match cost 0.',
        source: 'live/2026-07-v3-contract',
      },
    },
    plan: API_ACCESS,
    limits: { items: { min: 1, max: 100 } },
    minimalBody: { contacts: [{ email: 'nobody@example.com' }], reveal: ['emails'] },
    statuses: STATUSES,
    freeProbe: unknownProperty('/v3/contacts/search-and-enrich', UNUSABLE, 'observed'),
    notes: [
      {
        text: 'contactId inside an item and a body without the contacts list are both refused.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    source: 'spec3',
  },
  {
    id: 'contacts.prospecting',
    method: 'POST',
    path: '/v3/contacts/prospecting',
    version: 'v3',
    state: 'current',
    group: 'contacts',
    purpose: 'search contacts by filters',
    cost: PROSPECTING_COST,
    plan: SCALE,
    limits: { page: { min: 0, max: 1000 }, pageSize: { min: 10, max: 100 } },
    minimalBody: {
      pagination: { page: 0, size: 10 },
      filters: { contacts: { include: { departments: ['Sales'] } } },
    },
    statuses: STATUSES,
    freeProbe: unknownProperty(
      '/v3/contacts/prospecting',
      { pages: { page: 0, size: 10 }, filters: {} },
      'documented',
      'pages',
    ),
    notes: [
      { text: 'Filters need the include level, and V2 names are refused.', source: 'spec3' },
      {
        text: 'A misspelt filter value gives an empty result, not an error.',
        source: 'code/integrations',
      },
      {
        text: 'excludeDnc is a Scale option and otherwise answers 403.',
        source: 'docs/error-codes',
      },
    ],
    source: 'spec3',
  },
  {
    id: 'contacts.lookalike',
    method: 'POST',
    path: '/v3/contacts/lookalike',
    version: 'v3',
    state: 'current',
    group: 'contacts',
    purpose: 'find contacts that resemble the given ones',
    cost: billed('lookalikeContact', 'result'),
    plan: LOOKALIKE_ENTITLEMENT,
    limits: { seeds: { min: 5, max: 100 }, results: { min: 1, max: 100 } },
    minimalBody: { seeds: { linkedinUrls: ['<five or more>'] }, limit: 1 },
    statuses: [200, 400, 402, 403, 410, 500],
    freeProbe: refusedValue(
      '/v3/contacts/lookalike',
      { dedupeSessionId: 'not-a-uuid', seeds: {} },
      'dedupeSessionId',
      'documented',
    ),
    notes: [
      { text: '401 and 429 are not listed for it and must be expected.', source: 'inferred' },
      { text: 'A session for skipping earlier results is kept for 30 days.', source: 'spec3' },
    ],
    source: 'spec3',
  },
  {
    id: 'contacts.buying-group',
    method: 'POST',
    path: '/v3/contacts/buying-group',
    version: 'v3',
    state: 'current',
    group: 'contacts',
    purpose: 'find the people who decide on purchases in a company',
    cost: {
      kind: 'billed',
      charges: [{ action: 'buyingGroupContact', per: 'result', credits: 1 }],
      note: {
        text: 'Seen on the path before it; a free plan has no such price. contactsLimit caps it, for each company: 60 unless given.',
        source: 'live/2026-09-decision-makers',
      },
    },
    plan: UNSTATED_PLAN,
    limits: {
      items: { min: 1, max: 25 },
      pageSize: { min: 10, max: 100 },
      note: {
        text: 'Each company stands in companies with one domain or one id. Pages run over one flat list.',
        source: 'docs/buying-group',
      },
    },
    minimalBody: { companies: [{ domain: 'example.com' }], contactsLimit: 1 },
    statuses: STATUSES,
    freeProbe: unknownProperty(
      '/v3/contacts/buying-group',
      { companies: [], [UNKNOWN_PROPERTY]: 'x' },
      'inferred',
    ),
    notes: [
      { text: 'Came with release 2.9.0 in place of decision-makers.', source: 'docs/changelog' },
      {
        text: 'personas: decision_maker, potential_champion, end_user. Previews only: enrich the ids to reveal.',
        source: 'docs/buying-group',
      },
    ],
    source: 'spec3',
  },
];
