import type { Source } from '../../model/cause.ts';

/** What public code and notes say about the API without the proof of a recorded call. */
export const CODE_SOURCES = {
  'code/mcp-client': found("Lusha's own MCP client"),
  'code/n8n-node': found("Lusha's own n8n node"),
  'code/v1-paths': found('integrations from the V1 years'),
  'code/v2-sunset': found('integrators on the end of V2'),
  'code/wrong-paths': found('paths that integrators made up'),
  'code/monthly-header': found('a client that reads a monthly header'),
  'code/integrations': found('several integrations'),
  'code/directory-profile': found('a profile in a directory of APIs'),
} as const satisfies Record<string, Source>;

function found(what: string): Source {
  return { title: `Public code and notes: ${what}`, state: 'inferred', checked: '2026-11-20' };
}
