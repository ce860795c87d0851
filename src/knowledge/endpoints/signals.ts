import type { Endpoint, PlanRequirement } from '../../model/endpoint.ts';
import { billed, DISCOVERY } from './costs.ts';
import { SIGNALS_ENTITLEMENT } from './plan-needs.ts';
import { asIs, missingField, refusedValue } from './probes.ts';

const STATUSES = [200, 400, 401, 402, 403, 429];

const SHARED = { version: 'v3', state: 'current', group: 'signals', source: 'spec3' } as const;

const LIMITED: PlanRequirement = {
  needs: 'limited',
  note: { text: 'Signal scores are offered to some accounts only.', source: 'spec3' },
};

export const SIGNALS: readonly Endpoint[] = [
  ...signalsOf('contacts', 'showSignalsContact'),
  ...signalsOf('companies', 'showSignalsCompany'),
  {
    ...SHARED,
    id: 'companies.signals.filters',
    method: 'GET',
    path: '/v3/companies/signals/filters',
    purpose: 'the filter types of company signals',
    cost: DISCOVERY,
    plan: SIGNALS_ENTITLEMENT,
    statuses: [200, 401, 403],
    freeProbe: asIs(
      '/v3/companies/signals/filters',
      ['network', 'path', 'key', 'plan'],
      'documented',
    ),
  },
  {
    ...SHARED,
    id: 'companies.signals.filters.type',
    method: 'GET',
    path: '/v3/companies/signals/filters/{filterType}',
    purpose: 'the values of one filter of company signals',
    cost: DISCOVERY,
    plan: SIGNALS_ENTITLEMENT,
    paramValues: { filterType: ['newsEventTypes', 'hiringByLocations', 'intentCategories'] },
    limits: {
      queryLength: { min: 2, max: 256 },
      note: {
        text: 'hiringByLocations needs a query, intentCategories refuses one.',
        source: 'spec3',
      },
    },
    statuses: [200, 400, 401, 403],
    freeProbe: asIs(
      '/v3/companies/signals/filters/newsEventTypes',
      ['network', 'path', 'key', 'plan'],
      'documented',
    ),
  },
  {
    ...SHARED,
    id: 'companies.signal-score',
    method: 'POST',
    path: '/v3/companies/signal-score',
    purpose: 'a score from 0 to 1 for each company',
    cost: scoreCost('signal_score_company_reveal'),
    plan: LIMITED,
    limits: { items: { min: 1, max: 100 } },
    minimalBody: { companies: [{ domain: 'example.com' }] },
    statuses: STATUSES,
    freeProbe: refusedValue(
      '/v3/companies/signal-score',
      { companies: [{ email: 'nope' }] },
      'email',
      'documented',
    ),
  },
  {
    ...SHARED,
    id: 'contacts.signal-score',
    method: 'POST',
    path: '/v3/contacts/signal-score',
    purpose: 'a score from 0 to 1 for each contact',
    cost: scoreCost('signal_score_contact_reveal'),
    plan: LIMITED,
    limits: { items: { min: 1, max: 100 } },
    minimalBody: { contacts: [{ email: 'nobody@example.com' }] },
    statuses: [...STATUSES, 502],
    freeProbe: refusedValue(
      '/v3/contacts/signal-score',
      { contacts: [{ email: 'nope' }] },
      'email',
      'inferred',
    ),
  },
];

function signalsOf(kind: 'contacts' | 'companies', action: string): readonly Endpoint[] {
  const path = `/v3/${kind}/signals`;
  return [
    {
      ...SHARED,
      id: `${kind}.signals`,
      method: 'POST',
      path,
      purpose: `signal events of known ${kind}`,
      cost: billed(action, 'signal', 1),
      plan: SIGNALS_ENTITLEMENT,
      limits: { items: { min: 1, max: 100 } },
      minimalBody: { ids: ['v1.<id>'], signalTypes: ['allSignals'] },
      statuses: STATUSES,
      freeProbe: missingField(path, { ids: ['1'] }, 'signalTypes', 'observed'),
    },
    {
      ...SHARED,
      id: `${kind}.signals.types`,
      method: 'GET',
      path: `${path}/types`,
      purpose: `the signal types that exist for ${kind}`,
      cost: DISCOVERY,
      plan: SIGNALS_ENTITLEMENT,
      statuses: [200, 401, 403],
      freeProbe: asIs(`${path}/types`, ['network', 'path', 'key', 'plan'], 'documented'),
    },
  ];
}

function scoreCost(action: string): Endpoint['cost'] {
  return {
    ...billed(action, 'row', 1),
    note: {
      text: 'Rows without a score are free, and all are while the price list has no entry for it.',
      source: 'spec3',
    },
  };
}
