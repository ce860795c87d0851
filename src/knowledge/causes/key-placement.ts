import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { LIST_TOOLS, AT_MCP, TOOLS_LISTED } from './mcp-commands.ts';
import { enterKey, KEY_ACCEPTED, USAGE_CALL_WORKS, usageCall } from './key-commands.ts';

const BAD_BEARER = /invalid bearer token format/i;
const BAD_TOKEN = /\btoken\b.{0,40}\b(expired|revoked)|\b(expired|invalid) (access )?token\b/i;

const misplaced = {
  layer: 'key',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: {
    text: 'Costs no credit: the balance did not move in live calls that ended in 401.',
    source: 'live/2026-07-v3-contract',
  },
} as const;

/** A 401 because the credential is in the wrong place or of the wrong kind. */
export const keyPlacementCauses = [
  {
    ...misplaced,
    id: 'key-sent-as-bearer',
    title: 'The key was sent as a Bearer token',
    when: [{ status: 401 }, { message: BAD_BEARER }],
    unless: [
      { keyDefects: 'jwt' },
      { keyPlacement: ['none', 'x-api-key', 'api-key', 'apikey', 'query'] },
      ...AT_MCP,
    ],
    signs: [
      { facts: { message: BAD_BEARER }, makes: 'certain' },
      {
        facts: { message: BAD_BEARER, keyPlacement: 'bearer', keyAccepted: true },
        makes: 'certain',
      },
      { facts: { keyPlacement: 'bearer' }, makes: 'likely' },
    ],
    tell: 'the text says "invalid Bearer token format", or the request has Authorization: Bearer',
    meaning:
      'The key stands in the header Authorization with the scheme Bearer. Lusha takes such a value for an OAuth token and refuses it. The same key is accepted in the header api_key.',
    reasons: [
      {
        text: 'The client follows the error article or the old quickstart, which both show Authorization: Bearer.',
        source: 'article#401-bearer',
      },
      {
        text: 'The answer to a missing key asks for an "Authorization header" and leads people to Bearer.',
        source: 'live/2026-10-key-outcomes',
      },
    ],
    fixes: [
      ...usageCall('contacted', {
        text: 'Send the bare key in the header api_key, without a scheme.',
        verify: USAGE_CALL_WORKS,
        source: 'docs/authentication',
      }),
      {
        text: 'Take the Authorization header out of the client.',
        verify: KEY_ACCEPTED,
        source: 'inferred',
      },
      {
        text: 'To see the difference yourself, send the key once in the documented way.',
        command: 'lusha-doctor check-key --auth bearer',
        source: 'live/2026-10-key-outcomes',
      },
    ],
    notes: [
      {
        text: 'Documented in the article: -H "Authorization: Bearer YOUR_API_KEY" with exactly one blank after Bearer, your own key in place of YOUR_API_KEY, and -H "Content-Type: application/json" where a body is sent.',
        source: 'article#401-bearer',
      },
      {
        text: 'Observed, and stated by the specification: only the header api_key works for the REST API.',
        source: 'live/2026-10-key-outcomes',
      },
    ],
    sources: ['article#401-bearer', 'docs/authentication', 'code/integrations'],
  },
  {
    ...misplaced,
    id: 'key-in-wrong-header',
    title: 'The key is in a header that Lusha does not read',
    when: [{ status: 401 }],
    unless: AT_MCP,
    signs: [
      {
        facts: { keyPlacement: ['x-api-key', 'api-key', 'apikey', 'authorization'] },
        makes: 'certain',
      },
    ],
    tell: 'the request has x-api-key, api-key, apikey, or Authorization without Bearer',
    meaning:
      'The key was sent, but under a name that the REST API ignores. For Lusha that is a request without a key. The name is api_key, with an underscore; upper or lower case makes no difference.',
    reasons: [
      {
        text: 'The header name was taken from another API or written with a hyphen.',
        source: 'inferred',
      },
      {
        text: 'The client was set up for the MCP server at mcp.lusha.com, which is the one that wants x-api-key.',
        source: 'docs/mcp',
      },
    ],
    fixes: [
      ...usageCall('contacted', {
        text: 'Rename the header to api_key and put nothing but the key in it.',
        verify: USAGE_CALL_WORKS,
        source: 'docs/authentication',
      }),
    ],
    notes: [
      {
        text: 'No live answer to such a request is on record; that it is refused follows from the answer to a request without a key.',
        source: 'inferred',
      },
    ],
    sources: ['docs/authentication', 'spec3', 'inferred'],
  },
  {
    ...misplaced,
    id: 'key-in-query',
    title: 'The key is in the URL',
    when: [{ status: 401 }],
    signs: [{ facts: { keyPlacement: 'query' }, makes: 'certain' }],
    tell: 'the request URL has a parameter such as api_key=',
    meaning:
      'The key was sent as a query parameter, and Lusha reads it from a header only. URLs are written to logs, histories and proxies on the way, so treat this key as exposed.',
    reasons: [
      {
        text: 'The client was written for an API that takes its key from the URL.',
        source: 'code/integrations',
      },
    ],
    fixes: [
      {
        text: 'Remove the parameter and send the key in the header x-api-key, as the MCP server wants it.',
        command: LIST_TOOLS,
        verify: TOOLS_LISTED,
        source: 'docs/mcp-setup',
        when: AT_MCP,
      },
      ...usageCall('contacted', {
        text: 'Remove the parameter and send the key in the header api_key.',
        verify: USAGE_CALL_WORKS,
        source: 'docs/authentication',
      }),
      ...enterKey({
        text: 'Create a new key in the dashboard, delete the exposed one, and paste the new one after this command.',
        verify: KEY_ACCEPTED,
        source: 'article#best-practices',
      }),
    ],
    sources: ['code/integrations', 'docs/authentication'],
  },
  {
    ...misplaced,
    id: 'key-is-oauth-token',
    title: 'An OAuth token was sent, and it is not valid here',
    when: [{ status: 401 }, { message: BAD_TOKEN }],
    unless: [{ keyPlacement: ['none', 'api_key'] }, ...AT_MCP],
    signs: [
      { facts: { keyDefects: 'jwt', keyPlacement: ['bearer', 'authorization'] }, makes: 'certain' },
      { facts: { keyDefects: 'jwt' }, makes: 'likely' },
      { facts: { errorName: 'invalid_token' }, makes: 'likely' },
      { facts: { errorName: 'invalid_token', message: BAD_TOKEN }, makes: 'likely' },
      { facts: { message: BAD_TOKEN }, makes: 'likely' },
    ],
    tell: 'the credential is long and has two dots (a JWT), or the text speaks of an expired token',
    meaning:
      'The credential is an OAuth access token, not an API key. Access tokens end after a while, and the documented credential for the REST API is an API key. OAuth is known from the MCP server at mcp.lusha.com.',
    reasons: [
      { text: 'The access token has expired or is not valid.', source: 'article#401' },
      {
        text: 'A token made for the MCP server is used for the REST API.',
        source: 'docs/mcp',
      },
    ],
    fixes: [
      ...usageCall('contacted', {
        text: 'For the REST API, use an API key in the header api_key.',
        verify: USAGE_CALL_WORKS,
        source: 'docs/authentication',
      }),
      {
        text: 'Where OAuth applies, get a new access token with your refresh token before the next call.',
        source: 'article#401',
      },
      {
        text: 'Where OAuth applies, make sure that the access token you send has not expired.',
        source: 'article#401',
      },
    ],
    notes: [
      {
        text: 'The authentication page knows no OAuth flow for the REST API, while the article has a step for it. No live call with an OAuth token is on record.',
        source: 'docs/authentication',
      },
    ],
    sources: ['article#401', 'docs/authentication', 'docs/mcp'],
  },
  {
    ...misplaced,
    id: 'oauth-token-as-key',
    title: 'The credential is an OAuth token, sent in the place of a key',
    when: [{ asBearer: 'accepted' }],
    signs: [
      { facts: { asBearer: 'accepted' }, makes: 'certain' },
      { facts: { asBearer: 'accepted', keyPlacement: 'api_key' }, makes: 'certain' },
    ],
    because: ['key-is-jwt'],
    tell: 'refused in the header api_key, accepted as Authorization: Bearer',
    meaning:
      'The same text is refused in the header api_key and accepted as Authorization: Bearer. So it is not an API key but an OAuth access token. Such tokens end after a while; a key lasts until it is revoked.',
    reasons: [
      {
        text: 'A token from an OAuth login, for example for the MCP server, was stored where the API key belongs.',
        source: 'docs/mcp',
      },
    ],
    fixes: [
      ...enterKey({
        text: 'Put an API key in its place; admins and managers find it at https://dashboard.lusha.com/api/manage-api-keys.',
        verify: KEY_ACCEPTED,
        source: 'docs/authentication',
      }),
      {
        text: 'If you mean to use OAuth, send the token as Authorization: Bearer and renew it in time.',
        source: 'article#401',
      },
    ],
    notes: [
      {
        text: 'The authentication page knows no OAuth flow for the REST API, while the article has a step for it.',
        source: 'docs/authentication',
      },
    ],
    sources: ['docs/authentication', 'docs/mcp', 'article#401'],
  },
] as const satisfies readonly Cause[];
