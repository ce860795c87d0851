import type { Contradiction } from './contradiction.ts';

/** How the key is sent, and who may have one. */
export const AUTHENTICATION: readonly Contradiction[] = [
  {
    id: 'auth-header',
    topic: 'the header that carries the key',
    statements: [
      { text: 'Authorization: Bearer with the key.', source: 'article#401-bearer' },
      { text: 'api_key with the bare key.', source: 'docs/authentication' },
      { text: 'x-api-key, for the MCP server only.', source: 'docs/mcp' },
    ],
    observed: {
      text: 'api_key works. Without it the 401 asks for an Authorization header, which misleads.',
      source: 'live/2026-10-key-outcomes',
    },
    action: 'It sends api_key; --auth bearer reproduces what the article describes.',
    causes: [
      'key-sent-as-bearer',
      'key-header-missing',
      'key-in-wrong-header',
      'key-refused-unexplained',
    ],
  },
  {
    id: 'header-casing',
    topic: 'upper and lower case in api_key',
    statements: [
      { text: 'Any other spelling than api_key is rejected.', source: 'docs/authentication' },
      { text: "Lusha's own MCP client sends API_KEY.", source: 'code/mcp-client' },
    ],
    observed: null,
    action:
      'It accepts any letter case, as HTTP does, and reports a missing underscore, which is another name.',
    causes: ['key-header-missing', 'key-in-wrong-header'],
  },
  {
    id: 'malformed-key',
    topic: 'the status for a key that is no UUID',
    statements: [
      { text: 'Authentication problems are 401.', source: 'docs/authentication' },
      { text: 'An invalid key is 401.', source: 'article#401' },
    ],
    observed: {
      text: '400 with "Invalid API key format"; 401 comes for a UUID that nobody has.',
      source: 'live/2026-10-key-outcomes',
    },
    action: 'It treats this 400 as a problem of the key, not of the request.',
    causes: ['key-malformed', 'key-unknown'],
  },
  {
    id: 'key-access',
    topic: 'who may have a key',
    statements: [
      { text: 'Admins and managers with API access.', source: 'docs/authentication' },
      { text: 'Admins and managers on Premium and Scale.', source: 'help/api-overview' },
      { text: 'Scale and its trial only.', source: 'docs/postman' },
    ],
    observed: {
      text: 'Keys of free accounts worked in 2026.',
      source: 'live/2026-06-free-plan',
    },
    action: 'It never infers from the plan that a key cannot work; it tries the key.',
    causes: ['plan-lacks-api-access'],
  },
  {
    id: 'oauth',
    topic: 'OAuth on the REST API',
    statements: [
      { text: 'There is no OAuth flow.', source: 'docs/authentication' },
      { text: 'Refresh an expired OAuth token before calling.', source: 'article#401' },
      { text: 'Callers with a token may leave the table owner out.', source: 'spec3' },
    ],
    observed: {
      text: 'The answer to a missing key has the shape of an OAuth error.',
      source: 'live/2026-10-key-outcomes',
    },
    action: 'It takes OAuth for the MCP server only, and says so when a Bearer token was sent.',
    causes: ['key-is-oauth-token', 'key-is-jwt'],
  },
];
