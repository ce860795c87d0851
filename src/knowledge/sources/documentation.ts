import type { Source, SourceState } from '../../model/cause.ts';

const GUIDE = 'https://docs.lusha.com/user-guide/lushas-api/all-there-is-to-know-about-lushas-api';

/** Lusha's API documents, documentation site and further help articles. */
export const DOCUMENTATION_SOURCES = {
  spec3: page('OpenAPI document of V3', 'https://docs.lusha.com/apis/openapi'),
  spec2: page('OpenAPI document of V2', 'https://docs.lusha.com/apis/v2/openapi'),
  'docs/authentication': site('Authentication', '/authentication'),
  'docs/error-codes': site('Error codes', '/error-codes'),
  'docs/rate-limiting': site('Rate limiting', '/rate-limiting'),
  'docs/account-usage': site('Account usage', '/account/usage'),
  'docs/billing': site('Billing questions', '/faq/billing'),
  'docs/faq': page('Lusha documentation: frequent questions'),
  'docs/v2-overview': site('V2 overview', '/v2/api-reference/overview'),
  'docs/v2-error-table': site('V2 error codes', '/apis/v2/openapi/section/error-codes'),
  'docs/changelog': site('Changelog', '/changelog/overview'),
  'docs/mcp': site('MCP', '/mcp-docs'),
  'docs/playground': site('Playground', '/playground'),
  'docs/enrich-job': site('Poll an enrich job', '/api-reference/enrich/get-contacts-enrich-job'),
  'docs/conversations': site(
    'Search conversations',
    '/api-reference/conversations/search-conversations',
  ),
  'docs/tables': page(
    'OpenAPI document of V3: text on Tables',
    'https://docs.lusha.com/apis/openapi',
  ),
  'docs/tables-tutorial': site('Tables tutorial', '/tutorials/tables', 'contradicted'),
  'docs/api-fundamentals': site('API fundamentals', '/tutorials/api_fundamentals', 'contradicted'),
  'docs/person-v1': site('End of Person API V1', '/tutorials/person-api-v1-deprecation'),
  'docs/older-guides': page('Lusha documentation: guides of 2025', undefined, 'contradicted'),
  'docs/older-reference': site('Older reference page', '/apis/index2', 'contradicted'),
  'docs/postman': page('Lusha Postman workspace: guide', undefined, 'contradicted'),
  'help/api-overview': page('Lusha help centre: all about the API', GUIDE),
  'help/api-overview-early-2026': page(
    'Lusha help centre: all about the API, edition of early 2026',
    undefined,
    'contradicted',
  ),
  'help/credit-table': page('Lusha help centre: what each action costs'),
  'help/usage-analytics': page('Lusha help centre: API usage analytics'),
  'help/older-billing': page(
    'Lusha help centre: older article on billing',
    undefined,
    'contradicted',
  ),
} as const satisfies Record<string, Source>;

function site(title: string, path: string, state?: SourceState): Source {
  return page(`Lusha documentation: ${title}`, `https://docs.lusha.com${path}`, state);
}

function page(title: string, url?: string, state: SourceState = 'documented'): Source {
  return { title, state, checked: '2026-11-20', ...(url !== undefined && { url }) };
}
