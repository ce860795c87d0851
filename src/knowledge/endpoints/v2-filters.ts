import type { Endpoint } from '../../model/endpoint.ts';
import { DISCOVERY } from './costs.ts';
import { SCALE } from './plan-needs.ts';
import { asIs } from './probes.ts';

/** POST where the values are found by text, GET where they are a fixed list. */
const CONTACT_FILTERS = [
  ['GET', 'departments'],
  ['GET', 'seniority'],
  ['GET', 'existing_data_points'],
  ['GET', 'all_countries'],
  ['POST', 'locations'],
] as const;

const COMPANY_FILTERS = [
  ['POST', 'names'],
  ['GET', 'industries_labels'],
  ['GET', 'sizes'],
  ['GET', 'revenues'],
  ['POST', 'locations'],
  ['GET', 'sics'],
  ['GET', 'naics'],
  ['GET', 'intent_topics'],
  ['POST', 'technologies'],
] as const;

const TEXT = { text: 'un' };

export const V2_FILTERS: readonly Endpoint[] = [
  ...CONTACT_FILTERS.map(([method, filter]) => filterOf('contacts', method, filter)),
  ...COMPANY_FILTERS.map(([method, filter]) => filterOf('companies', method, filter)),
];

function filterOf(
  kind: 'contacts' | 'companies',
  method: 'GET' | 'POST',
  filter: string,
): Endpoint {
  const path = `/prospecting/filters/${kind}/${filter}`;
  const probe = asIs(path, ['network', 'path', 'key', 'plan'], 'documented');
  return {
    id: `v2.filters.${kind}.${filter}`,
    method,
    path,
    version: 'v2',
    state: 'legacy',
    group: 'v2',
    purpose: `values of the ${kind} filter ${filter}`,
    cost: DISCOVERY,
    plan: SCALE,
    ...(method === 'POST' && { minimalBody: TEXT }),
    statuses: [200, 401],
    freeProbe: method === 'POST' ? { ...probe, method, body: TEXT } : probe,
    successors: [`${kind}.filters.type`],
    source: 'spec2',
  };
}
