import type { Fix, Pattern } from '../../model/cause.ts';

type Verification = NonNullable<Fix['verify']>;

/** The hosted MCP server. Its rules for credentials are not those of the REST API (docs/mcp-setup). */
export const MCP_HOST = 'mcp.lusha.com';

/** The call went there, or a client for MCP made it and nobody says where it went. */
export const AT_MCP = [
  { host: MCP_HOST },
  { platform: 'mcp-client', host: null },
] as const satisfies readonly Pattern[];

/**
 * Lists the tools with the key in the header that the MCP server reads. The key goes through a
 * pipe. No page says that listing is free; no tool is called, and only tools are priced.
 */
export const LIST_TOOLS = `printf 'x-api-key: %s\\n' "\${keyVariable|LUSHA_API_KEY}" | curl -sS -i -H @- -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' -d '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' https://${MCP_HOST}`;

/** Any status but 401 shows that the credential arrived. */
export const TOOLS_LISTED = {
  command: LIST_TOOLS,
  expect: 'any status but 401: the server read the key',
} as const satisfies Verification;

/** Public and free; shows that name, TLS, proxy and address are right. */
export const DISCOVERY_ANSWERS = {
  command: `curl -sS https://${MCP_HOST}/.well-known/oauth-protected-resource`,
  expect: 'JSON with "resource":"https://mcp.lusha.com"',
} as const satisfies Verification;

/** A client that logs in by OAuth can only be judged by what it writes down. */
export const CLIENT_LISTS_TOOLS = {
  command: 'lusha-doctor explain-error mcp.log',
  expect:
    'no failure in the new log of the client, saved as mcp.log; it lists account_usage as a tool',
} as const satisfies Verification;
