import type { Endpoint, OwnLimit } from '../../model/endpoint.ts';
import { FREE } from './costs.ts';
import { ANY_PLAN } from './plan-needs.ts';
import { asIs } from './probes.ts';

/** Both usage paths draw from one bucket: the unversioned one got 429 once it was spent. */
export const USAGE_LIMIT: OwnLimit = {
  calls: 5,
  window: 'minute',
  sharedBy: ['account.usage', 'v2.account.usage'],
  source: 'live/2026-07-v3-contract',
};

export const ACCOUNT: readonly Endpoint[] = [
  {
    id: 'account.usage',
    method: 'GET',
    path: '/v3/account/usage',
    version: 'v3',
    state: 'current',
    group: 'account',
    purpose: 'credits, request windows, plan and price list of the account',
    cost: FREE,
    plan: ANY_PLAN,
    ownLimit: USAGE_LIMIT,
    statuses: [200, 401, 403, 429, 500],
    freeProbe: asIs('/v3/account/usage', ['network', 'path', 'key', 'quota'], 'observed'),
    notes: [
      { text: 'Only a body with a credits object counts as success.', source: 'spec3' },
      {
        text: 'The balance follows real debits a few seconds late.',
        source: 'live/2026-07-v3-contract',
      },
      { text: 'plan.endDate is null on free accounts.', source: 'spec3' },
    ],
    source: 'docs/account-usage',
  },
];
