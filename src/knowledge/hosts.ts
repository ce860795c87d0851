import type { SourceId, SourceState } from '../model/cause.ts';

/** A host that answers for Lusha, or did. */
export interface Host {
  readonly host: string;
  readonly role:
    | 'api'
    | 'staging'
    | 'mock'
    | 'former-api'
    | 'mcp'
    | 'oauth'
    | 'status'
    | 'dashboard';
  readonly path?: string;
  readonly state: SourceState;
  /** Where a wrong use of it should go instead. */
  readonly insteadUse?: string;
  readonly note: string;
  readonly source: SourceId;
}

/** Lusha's domain, with the wrong endings of it that people type: whoever calls one means Lusha. */
export const LUSHA_DOMAIN = /(?:^|\.)lusha\.(?:com?|con|cm|om|io|ai|net|org)$/i;

export const HOSTS: readonly Host[] = [
  {
    host: 'api.lusha.com',
    role: 'api',
    state: 'documented',
    note: 'Production, all versions. There is no sandbox: every call is a real one.',
    source: 'docs/playground',
  },
  {
    host: 'api-staging.lusha.com',
    role: 'staging',
    state: 'inferred',
    insteadUse: 'api.lusha.com',
    note: 'Named on one old reference page; not meant for customers.',
    source: 'docs/older-reference',
  },
  {
    host: 'docs.lusha.com',
    role: 'mock',
    path: '/_mock/apis/index2/',
    state: 'inferred',
    insteadUse: 'api.lusha.com',
    note: 'Answers with canned examples and checks no key.',
    source: 'docs/older-reference',
  },
  {
    host: 'api.lusha.co',
    role: 'former-api',
    state: 'inferred',
    insteadUse: 'api.lusha.com',
    note: 'Host of the V1 years, still found in old code.',
    source: 'code/v1-paths',
  },
  {
    host: 'mcp.lusha.com',
    role: 'mcp',
    state: 'documented',
    note: 'Hosted MCP server; takes the key in x-api-key.',
    source: 'docs/mcp',
  },
  {
    host: 'auth.lusha.com',
    role: 'oauth',
    state: 'observed',
    insteadUse: 'api.lusha.com',
    note: 'Issues OAuth tokens for MCP, scope mcp. Its tokens are no API keys.',
    source: 'live/2026-08-public-hosts',
  },
  {
    host: 'status.lusha.com',
    role: 'status',
    state: 'documented',
    note: 'Status page with a public JSON summary.',
    source: 'article#500',
  },
  {
    host: 'dashboard.lusha.com',
    role: 'dashboard',
    state: 'observed',
    insteadUse: 'api.lusha.com',
    note: 'Answers any path with 200 and an HTML page, so it proves nothing about the API.',
    source: 'live/2026-08-public-hosts',
  },
];
