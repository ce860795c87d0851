import type { SourceId } from '../model/cause.ts';

/** Lusha's status page. Read the two components; the overall indicator mixes in too much. */
export const STATUS_PAGE = {
  host: 'status.lusha.com',
  url: 'https://status.lusha.com',
  pageId: 'swcqqk7psrfy',
  summaryPath: '/api/v2/summary.json',
  components: [
    { id: 'bqq6gm6xj672', name: 'Lusha API' },
    { id: 'g9tcs4jndlft', name: 'Prospecting' },
  ],
  source: 'live/2026-10-key-outcomes',
} as const;

/** A way to reach Lusha, and what it is for. */
export interface SupportChannel {
  readonly id: 'chat' | 'email' | 'account-manager' | 'security';
  readonly reach: string;
  readonly forWhat: string;
  readonly source: SourceId;
}

export const SUPPORT: readonly SupportChannel[] = [
  {
    id: 'chat',
    reach: 'the chat icon in the dashboard',
    forWhat: 'anything about your account, and errors that stay',
    source: 'article#help',
  },
  {
    id: 'email',
    reach: 'support@lusha.com',
    forWhat: 'an account that is not active',
    source: 'spec3',
  },
  {
    id: 'account-manager',
    reach: 'your account manager',
    forWhat: 'plans, options and endpoints that have to be switched on',
    source: 'article#403',
  },
  {
    id: 'security',
    reach: 'security@lusha.com',
    forWhat: 'a leaked key that cannot be revoked, or a vulnerability',
    source: 'code/directory-profile',
  },
];

/** Pages of the dashboard and of the documentation that answers point to. */
export const PAGES = {
  keys: { url: 'https://dashboard.lusha.com/api/manage-api-keys', source: 'docs/authentication' },
  usage: {
    url: 'https://dashboard.lusha.com',
    where: 'Analytics > Credit usage',
    source: 'help/usage-analytics',
  },
  documentation: { url: 'https://docs.lusha.com', source: 'article#help' },
  changelog: { url: 'https://docs.lusha.com/changelog/overview', source: 'docs/changelog' },
  openapi: { url: 'https://docs.lusha.com/openapi.json', source: 'spec3' },
} as const satisfies Record<string, { url: string; where?: string; source: SourceId }>;
