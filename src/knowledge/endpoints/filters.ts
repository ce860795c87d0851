import type { Endpoint } from '../../model/endpoint.ts';
import { DISCOVERY } from './costs.ts';
import { SCALE } from './plan-needs.ts';
import { asIs } from './probes.ts';

const CONTACT_TYPES = ['departments', 'seniority', 'existingDataPoints', 'countries', 'locations'];
const COMPANY_TYPES = [
  'names',
  'sizes',
  'revenues',
  'locations',
  'sics',
  'naics',
  'industriesLabels',
  'intentTopics',
  'technologies',
];

export const FILTERS: readonly Endpoint[] = [
  ...filtersOf('contacts', CONTACT_TYPES, 'seniority'),
  ...filtersOf('companies', COMPANY_TYPES, 'sizes'),
];

function filtersOf(
  kind: 'contacts' | 'companies',
  types: readonly string[],
  example: string,
): readonly Endpoint[] {
  const path = `/v3/${kind}/prospecting/filters`;
  const shared = {
    method: 'GET',
    version: 'v3',
    state: 'current',
    group: 'filters',
    cost: DISCOVERY,
    plan: SCALE,
    source: 'spec3',
  } as const;
  return [
    {
      ...shared,
      id: `${kind}.filters`,
      path,
      purpose: `the filter types of ${kind} prospecting`,
      statuses: [200, 401, 403],
      freeProbe: asIs(path, ['network', 'path', 'key', 'plan'], 'documented'),
    },
    {
      ...shared,
      id: `${kind}.filters.type`,
      path: `${path}/{filterType}`,
      purpose: `the values of one filter of ${kind} prospecting`,
      paramValues: { filterType: types },
      limits: {
        queryLength: { min: 2, max: 256 },
        note: { text: 'names, technologies and locations need a query.', source: 'spec3' },
      },
      statuses: [200, 400, 401, 403, 429],
      freeProbe: asIs(`${path}/${example}`, ['network', 'path', 'key', 'plan'], 'documented'),
    },
  ];
}
