import type { Source, SourceState } from '../../model/cause.ts';

/** What was read later than the rest: pages on MCP, on platforms, and calls recorded since July 2026. */
export const LATER_SOURCES = {
  'docs/mcp-setup': read('Lusha documentation: MCP, set-up', 'https://docs.lusha.com/mcp/setup'),
  'docs/mcp-tools': read('Lusha documentation: MCP, tools', 'https://docs.lusha.com/mcp/tools'),
  'docs/mcp-connector': read(
    'Anthropic documentation: MCP connector of the Messages API',
    'https://docs.claude.com/en/docs/agents-and-tools/mcp-connector',
  ),
  'docs/mcp-faq': read('Lusha documentation: MCP questions', 'https://docs.lusha.com/faq/mcp'),
  'docs/buying-group': read(
    'Lusha documentation: Buying group',
    'https://docs.lusha.com/api-reference/buying-group/get-buying-group-contacts',
  ),
  'docs/qa': {
    title: 'Lusha documentation: questions and answers, of V2',
    state: 'contradicted',
    checked: '2026-11-30',
    url: 'https://docs.lusha.com/qa',
  },
  'docs/salesforce': read(
    'Lusha documentation: Salesforce integration',
    'https://docs.lusha.com/user-guide/salesforce/salesforce-integration',
  ),
  'docs/platforms': read('Documentation of the platforms themselves'),
  'docs/stackone': read('StackOne documentation: guide to Lusha keys'),
  'help/user-limits': read('Lusha help centre: credit limits of users'),
  'help/search-activity': read('Lusha help centre: search activity limit'),
  'live/2026-07-free-account': seen('calls on a free account', '2026-07-31'),
  'live/2026-08-free-calls': seen('free calls on a free account', '2026-08-07'),
  'live/2026-09-decision-makers': seen('the removed decision-makers path', 'to 2026-09-02'),
  'live/2026-09-n8n-tests': seen("tests of Lusha's own n8n node against the API", '2026'),
  'code/mcp-plugin': found("Lusha's own plugins for MCP clients"),
  'code/mcp-clients': found('reports on MCP clients and their SDK'),
  'code/platforms': found('what platforms make of a failed call'),
} as const satisfies Record<string, Source>;

function read(title: string, url?: string): Source {
  return source(title, 'documented', url);
}

function seen(what: string, when: string): Source {
  return source(`Recorded by a third party: ${what} (${when})`, 'observed');
}

function found(what: string): Source {
  return source(`Public code and notes: ${what}`, 'inferred');
}

function source(title: string, state: SourceState, url?: string): Source {
  return { title, state, checked: '2026-11-30', ...(url !== undefined && { url }) };
}
