import type { Endpoint } from '../../model/endpoint.ts';
import { STATUS_PAGE } from '../contacts.ts';
import { FREE } from './costs.ts';
import { NO_ACCOUNT } from './plan-needs.ts';

const SHARED = { version: 'unversioned', state: 'current', group: 'other-host' } as const;

export const OTHER_HOSTS: readonly Endpoint[] = [
  {
    ...SHARED,
    id: 'mcp',
    method: 'POST',
    host: 'mcp.lusha.com',
    path: '/',
    purpose: 'the hosted MCP server',
    cost: {
      kind: 'billed',
      charges: [],
      note: {
        text: 'Its tools are charged like the calls they make; filter and usage tools are free.',
        source: 'docs/mcp',
      },
    },
    plan: {
      needs: 'api-access',
      note: {
        text: 'Every plan with API access, with the same key, credits and request limits as REST.',
        source: 'docs/mcp-faq',
      },
    },
    statuses: [],
    freeProbe: {
      kind: 'missing-field',
      method: 'POST',
      path: '/',
      body: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      field: 'x-api-key',
      key: 'omit',
      expect: { statuses: [401] },
      proves: ['network', 'service'],
      certainty: 'observed',
    },
    notes: [
      {
        text: 'Here the key goes into x-api-key; as a Bearer token only an OAuth token works.',
        source: 'docs/mcp',
      },
    ],
    source: 'docs/mcp',
  },
  {
    ...SHARED,
    id: 'status',
    method: 'GET',
    host: STATUS_PAGE.host,
    path: STATUS_PAGE.summaryPath,
    purpose: "Lusha's own view of its health",
    cost: FREE,
    plan: NO_ACCOUNT,
    statuses: [200],
    freeProbe: {
      kind: 'as-is',
      method: 'GET',
      path: STATUS_PAGE.summaryPath,
      key: 'omit',
      expect: { statuses: [200] },
      proves: ['service'],
      certainty: 'observed',
    },
    notes: [
      {
        text: 'The overall indicator also covers the website, the plugin and outside services.',
        source: 'live/2026-10-key-outcomes',
      },
    ],
    source: 'live/2026-10-key-outcomes',
  },
];
