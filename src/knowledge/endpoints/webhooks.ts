import type { Endpoint, OwnLimit } from '../../model/endpoint.ts';
import { FREE } from './costs.ts';
import { WEBHOOK_FEATURE } from './plan-needs.ts';
import { asIs, IMPOSSIBLE_UUID, impossibleObject, missingField, refusedValue } from './probes.ts';

/** One ceiling for the whole family. */
const WEBHOOK_LIMIT: OwnLimit = {
  calls: 100,
  window: 'minute',
  sharedBy: [
    'webhooks.create',
    'webhooks.list',
    'webhooks.get',
    'webhooks.update',
    'webhooks.test',
    'webhooks.delete',
    'webhooks.opt-out',
    'webhooks.audit',
    'webhooks.audit.stats',
    'webhooks.secret',
    'webhooks.secret.regenerate',
  ],
  source: 'spec3',
};

const SHARED = {
  version: 'unversioned',
  state: 'current',
  group: 'webhooks',
  cost: FREE,
  plan: WEBHOOK_FEATURE,
  ownLimit: WEBHOOK_LIMIT,
  source: 'spec3',
} as const;

const ONE = `/api/subscriptions/${IMPOSSIBLE_UUID}`;

export const WEBHOOKS: readonly Endpoint[] = [
  {
    ...SHARED,
    id: 'webhooks.create',
    method: 'POST',
    path: '/api/subscriptions',
    purpose: 'subscribe to signals of contacts or companies',
    cost: {
      kind: 'free',
      note: { text: 'Each signal that is delivered later is charged.', source: 'spec3' },
    },
    limits: { items: { min: 1, max: 25 } },
    minimalBody: {
      defaults: {
        url: 'https://example.com/hook',
        entityType: 'contact',
        signalTypes: ['promotion'],
      },
      subscriptions: [{ entityId: '123' }],
    },
    statuses: [201, 400, 401, 403, 500],
    freeProbe: refusedValue(
      '/api/subscriptions',
      { defaults: {}, subscriptions: [] },
      'subscriptions',
      'documented',
    ),
    notes: [{ text: '201 may be a partial success; results[].success decides.', source: 'spec3' }],
  },
  {
    ...SHARED,
    id: 'webhooks.list',
    method: 'GET',
    path: '/api/subscriptions',
    purpose: 'list the subscriptions',
    query: { limit: 1 },
    statuses: [200, 400, 401, 500],
    freeProbe: asIs('/api/subscriptions?limit=1', ['network', 'path', 'key'], 'documented'),
  },
  {
    ...SHARED,
    id: 'webhooks.get',
    method: 'GET',
    path: '/api/subscriptions/{id}',
    purpose: 'one subscription',
    statuses: [200, 400, 404, 500],
    freeProbe: impossibleObject(ONE, 'inferred', { statuses: [404, 400] }),
  },
  {
    ...SHARED,
    id: 'webhooks.update',
    method: 'PATCH',
    path: '/api/subscriptions/{id}',
    purpose: 'change or re-enable a subscription',
    minimalBody: { isActive: true },
    statuses: [200, 400, 404, 500],
    freeProbe: null,
    never: 'any-call',
    notes: [
      {
        text: 'regenerateSecret makes the secret of every subscription invalid.',
        source: 'spec3',
      },
    ],
  },
  {
    ...SHARED,
    id: 'webhooks.test',
    method: 'POST',
    path: '/api/subscriptions/{id}/test',
    purpose: 'send a test delivery to the receiver',
    query: { mode: 'direct' },
    statuses: [200, 400, 401, 403, 404, 500],
    freeProbe: impossibleObject(`${ONE}/test?mode=direct`, 'inferred', {
      method: 'POST',
      statuses: [404, 400],
    }),
    notes: [{ text: 'With a real id it calls the receiver; no credits.', source: 'spec3' }],
  },
  {
    ...SHARED,
    id: 'webhooks.delete',
    method: 'POST',
    path: '/api/subscriptions/delete',
    purpose: 'delete subscriptions',
    limits: { items: { min: 1, max: 25 } },
    minimalBody: { ids: ['<id>'] },
    statuses: [200, 400, 401, 500],
    freeProbe: refusedValue('/api/subscriptions/delete', { ids: [] }, 'ids', 'documented'),
    notes: [{ text: 'Unknown ids come back as NOT_FOUND inside a 200.', source: 'spec3' }],
  },
  {
    ...SHARED,
    id: 'webhooks.opt-out',
    method: 'POST',
    path: '/api/subscriptions/opt-out',
    purpose: 'subscribe to opt-outs; one per account',
    minimalBody: { entityType: 'contact', url: 'https://example.com/hook' },
    statuses: [201, 400, 401, 403, 500],
    freeProbe: missingField('/api/subscriptions/opt-out', {}, 'url', 'documented'),
  },
  {
    ...SHARED,
    id: 'webhooks.audit',
    method: 'GET',
    path: '/api/audit-logs',
    purpose: 'the log of deliveries',
    query: { limit: 1 },
    statuses: [200, 400, 401, 500],
    freeProbe: asIs('/api/audit-logs?limit=1', ['network', 'path', 'key'], 'documented'),
  },
  {
    ...SHARED,
    id: 'webhooks.audit.stats',
    method: 'GET',
    path: '/api/audit-logs/stats',
    purpose: 'counts of successful and failed deliveries',
    statuses: [200, 401, 500],
    freeProbe: asIs('/api/audit-logs/stats', ['network', 'path', 'key'], 'documented'),
  },
  {
    ...SHARED,
    id: 'webhooks.secret',
    method: 'GET',
    path: '/api/account/secret',
    purpose: 'the secret that signs deliveries',
    statuses: [200, 401, 404, 500],
    freeProbe: asIs('/api/account/secret', ['network', 'path', 'key'], 'documented', [200, 404]),
    secretAnswer: true,
    notes: [{ text: '404 says that no secret was generated yet.', source: 'spec3' }],
  },
  {
    ...SHARED,
    id: 'webhooks.secret.regenerate',
    method: 'POST',
    path: '/api/account/secret/regenerate',
    purpose: 'create or replace the secret that signs deliveries',
    statuses: [200, 401, 500],
    freeProbe: null,
    never: 'any-call',
    secretAnswer: true,
    notes: [
      {
        text: 'Always succeeds and makes the old secret invalid for every subscription.',
        source: 'spec3',
      },
    ],
  },
];
