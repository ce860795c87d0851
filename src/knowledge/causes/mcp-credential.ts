import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import {
  CLIENT_LISTS_TOOLS,
  DISCOVERY_ANSWERS,
  LIST_TOOLS,
  MCP_HOST,
  TOOLS_LISTED,
} from './mcp-commands.ts';

/** What Lusha says when it finds no credential on a request. */
const NOT_FOUND = /missing authorization header|no api key found|^invalid_request$/i;
/** What it says of a Bearer value that is no token of its own. */
const BAD_TOKEN =
  /invalid bearer token format|\binvalid_token\b|\btoken\b.{0,40}\b(?:expired|revoked|invalid)|\b(?:expired|invalid) (?:access )?token\b/i;
/** Clients about a token that the authorization server gave and the MCP server refused. */
const TOKEN_REFUSED =
  /authorized but the integration rejected the credentials|invalid authorization token for mcp server/i;
/** A client of MCP was told that its Bearer value is none of the server's tokens by its form. */
const NO_TOKEN = {
  platform: 'mcp-client',
  host: null,
  message: /bearer token format/i,
} as const;
const ENTRY_SKIPPED =
  /not valid mcp server configurations? and (?:were|was) skipped|no valid mcp server configuration/i;
const LOGIN_OPENS =
  /authentication required\. initializing auth|ignoring invalid header argument|browser (?:login |window )?opens .{0,60}\b(?:key|mcp)/i;
const REGISTRATION =
  /does not support dynamic client registration|dynamic (?:client )?registration failed/i;
const DISCOVERY =
  /error fetching oauth configuration|failed to discover oauth configuration|without oauth configuration/i;
const OAUTH_FAILED = /authorization with the mcp server failed|^needs authentication\b/i;
const NO_PLACE_FOR_KEY = /mcp_servers: extra inputs are not permitted/i;

const refused = {
  layer: 'key',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: {
    text: 'Costs nothing: no tool was called.',
    source: 'docs/mcp-tools',
  },
} as const;

/** A client's own words: whoever answered, the client is where it is mended. */
const inClient = { ...refused, layer: 'client' } as const;

const SEND_X_API_KEY = {
  text: 'Send the key in the header x-api-key, without a scheme, to https://mcp.lusha.com.',
  command: LIST_TOOLS,
  verify: TOOLS_LISTED,
  source: 'docs/mcp-setup',
} as const;

const UNDER_HEADERS = {
  text: 'In the settings of the client it stands under headers: {"url":"https://mcp.lusha.com","headers":{"x-api-key":"…"}}. An entry env is for local servers only and is not sent.',
  source: 'docs/mcp-setup',
} as const;

const OR_OAUTH = {
  text: 'Claude, ChatGPT and Codex take no header of yours: there, log in with a Lusha user by OAuth.',
  source: 'docs/mcp-setup',
} as const;

const REVERSE_RULE = {
  text: 'The rule is the reverse of that of the REST API: api.lusha.com reads api_key, mcp.lusha.com reads x-api-key.',
  source: 'docs/mcp-setup',
} as const;

/** A credential that the MCP server, or the client in front of it, does not accept. */
export const mcpCredentialCauses = [
  {
    ...refused,
    id: 'mcp-key-in-wrong-header',
    title: 'The MCP server does not read this header: it wants x-api-key',
    when: [{ status: 401, host: MCP_HOST }],
    unless: [{ message: BAD_TOKEN }],
    signs: [
      {
        facts: { host: MCP_HOST, keyPlacement: ['api_key', 'api-key', 'apikey', 'authorization'] },
        makes: 'certain',
      },
      {
        facts: {
          host: MCP_HOST,
          keyPlacement: ['api_key', 'api-key', 'apikey', 'authorization'],
          message: NOT_FOUND,
        },
        makes: 'certain',
      },
    ],
    tell: 'the host is mcp.lusha.com, and the key went out as api_key, api-key, apikey or a bare Authorization',
    meaning:
      'The key was sent under the name of the REST API. The MCP server at mcp.lusha.com reads x-api-key and nothing else, or the Bearer token of an OAuth login. For it this is a request without a credential.',
    reasons: [
      {
        text: 'The header was taken over from a REST call, where api_key is right.',
        source: 'docs/mcp-setup',
      },
    ],
    fixes: [SEND_X_API_KEY, UNDER_HEADERS],
    notes: [
      REVERSE_RULE,
      {
        text: 'No answer to api_key on the MCP server is on record; that it counts as no credential is inferred.',
        source: 'inferred',
      },
    ],
    sources: ['docs/mcp-setup', 'live/2026-08-public-hosts', 'inferred'],
  },
  {
    ...refused,
    id: 'mcp-credential-missing',
    title: 'No credential arrived at the MCP server',
    when: [
      { status: 401, host: MCP_HOST },
      { message: NOT_FOUND, host: MCP_HOST },
      { message: NOT_FOUND, platform: 'mcp-client', host: null },
    ],
    unless: [
      { keyPlacement: ['api_key', 'api-key', 'apikey', 'authorization', 'bearer', 'query'] },
      { message: BAD_TOKEN },
    ],
    signs: [
      { facts: { host: MCP_HOST, message: NOT_FOUND }, makes: 'likely' },
      { facts: { platform: 'mcp-client', host: null, message: NOT_FOUND }, makes: 'likely' },
      { facts: { host: MCP_HOST, message: NOT_FOUND, keyPlacement: 'none' }, makes: 'certain' },
      { facts: { host: MCP_HOST, keyPlacement: 'none' }, makes: 'certain' },
    ],
    tell: 'the host is mcp.lusha.com and the answer is 401 with "invalid_request"',
    meaning:
      'The MCP server answered and found neither x-api-key nor a token. Address and network are fine. A key as a Bearer token does not help: such a value is read as an OAuth token.',
    reasons: [
      {
        text: 'The key stands in env of a remote server entry, or in the address: no client sends it as a header from there.',
        source: 'inferred',
      },
      {
        text: 'An older build of the client drops headers, as Cursor did.',
        source: 'code/mcp-clients',
      },
      {
        text: 'A relay or a redirect dropped the header.',
        source: 'inferred',
      },
    ],
    fixes: [SEND_X_API_KEY, UNDER_HEADERS, OR_OAUTH],
    notes: [REVERSE_RULE],
    sources: ['docs/mcp-setup', 'live/2026-08-public-hosts', 'code/mcp-clients'],
  },
  {
    ...refused,
    id: 'mcp-key-sent-as-bearer',
    title: 'The API key was sent to the MCP server as a Bearer token',
    when: [
      { status: [400, 401], host: MCP_HOST, keyPlacement: 'bearer' },
      { status: [400, 401], ...NO_TOKEN },
    ],
    unless: [{ keyDefects: 'jwt' }],
    signs: [
      { facts: { host: MCP_HOST, keyPlacement: 'bearer' }, makes: 'likely' },
      { facts: NO_TOKEN, makes: 'likely' },
      { facts: { host: MCP_HOST, keyPlacement: 'bearer', message: BAD_TOKEN }, makes: 'certain' },
    ],
    tell: 'the host is mcp.lusha.com and the request has Authorization: Bearer with an API key (a UUID)',
    meaning:
      'The MCP server takes a Bearer value for an OAuth access token. An API key is none, so it is refused, however good it is.',
    reasons: [
      {
        text: 'The client has a field for a bearer token, and the API key was put there.',
        source: 'code/directory-profile',
      },
    ],
    fixes: [
      SEND_X_API_KEY,
      {
        text: 'Take the Authorization header, or the field for a token, out of the client.',
        source: 'inferred',
      },
      OR_OAUTH,
    ],
    notes: [REVERSE_RULE],
    sources: ['docs/mcp-setup', 'code/directory-profile'],
  },
  {
    ...refused,
    id: 'mcp-token-refused',
    layer: 'client',
    title: 'The MCP server does not accept the OAuth token',
    when: [
      { status: 401, host: MCP_HOST, message: BAD_TOKEN },
      { status: 401, host: MCP_HOST, errorName: 'invalid_token' },
      { status: 401, host: MCP_HOST, keyDefects: 'jwt' },
      { message: TOKEN_REFUSED },
    ],
    unless: [{ keyPlacement: 'bearer', keyDefects: 'not-a-uuid', message: /bearer token format/i }],
    signs: [
      { facts: { message: TOKEN_REFUSED }, makes: 'likely' },
      { facts: { host: MCP_HOST, message: BAD_TOKEN, keyDefects: 'jwt' }, makes: 'certain' },
      { facts: { host: MCP_HOST, errorName: 'invalid_token' }, makes: 'certain' },
      { facts: { host: MCP_HOST, message: BAD_TOKEN }, makes: 'likely' },
    ],
    tell: 'the text says invalid_token or that a token expired, or the client says that the integration rejected the credentials',
    meaning:
      'A login took place, and the MCP server refuses what came out of it: the token is expired, revoked, made for another server, or an API key in its place.',
    reasons: [
      { text: 'The access token has expired and was not renewed.', source: 'article#401' },
      {
        text: 'The token belongs to another resource: Lusha issues them for https://mcp.lusha.com with the scope mcp.',
        source: 'live/2026-08-public-hosts',
      },
      {
        text: 'An API key was put where the client wants a token.',
        source: 'code/directory-profile',
      },
    ],
    fixes: [
      {
        text: 'Disconnect Lusha in the client, connect it again and log in with a Lusha user who has API access.',
        verify: CLIENT_LISTS_TOOLS,
        source: 'docs/mcp-setup',
      },
      {
        text: 'If you have an API key and the client can set headers, use x-api-key in place of the login.',
        command: LIST_TOOLS,
        verify: TOOLS_LISTED,
        source: 'docs/mcp-setup',
      },
      {
        text: "The connector of Anthropic's Messages API has no custom headers: give it an OAuth token in authorization_token. A Lusha API key cannot be used there.",
        source: 'docs/mcp-connector',
        when: [{ message: /invalid authorization token for mcp server/i }],
      },
    ],
    sources: ['docs/mcp-setup', 'live/2026-08-public-hosts', 'code/mcp-clients'],
  },
  {
    ...inClient,
    id: 'mcp-login-opens',
    title: 'The client starts a login although a key was given',
    when: [{ message: LOGIN_OPENS }],
    signs: [{ facts: { message: LOGIN_OPENS }, makes: 'certain' }],
    tell: 'mcp-remote says "Authentication required. Initializing auth...", or ignores a header argument',
    meaning:
      'mcp-remote answers every 401 with a browser login. So the server refused the key or did not get it: the header is missing, misspelt or ignored, or the key is wrong.',
    reasons: [
      {
        text: 'The header has another name than x-api-key.',
        source: 'docs/mcp-setup',
      },
      {
        text: 'The argument is not in the form Name:value. Some clients break arguments at a space.',
        source: 'code/mcp-clients',
      },
      { text: 'The key is not known to Lusha.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Write the header without a space and keep the key in env: "args": ["mcp-remote", "https://mcp.lusha.com", "--header", "x-api-key:${LUSHA_API_KEY}"].',
        source: 'code/mcp-clients',
        verify: TOOLS_LISTED,
      },
      {
        text: 'Test the key itself.',
        command: 'lusha-doctor check-key',
        source: 'inferred',
      },
    ],
    sources: ['code/mcp-clients', 'docs/mcp-setup'],
  },
  {
    ...inClient,
    id: 'mcp-entry-skipped',
    title: 'The client skipped the entry of the server in its configuration',
    when: [{ message: ENTRY_SKIPPED }],
    signs: [{ facts: { message: ENTRY_SKIPPED }, makes: 'certain' }],
    tell: 'Claude Desktop names the entries of claude_desktop_config.json that it skipped',
    meaning:
      'Nothing was called. By public reports the configuration file of Claude Desktop starts local programs only; an entry with a url, as other clients take it, is left out.',
    reasons: [
      {
        text: 'The entry has url and headers in place of command and args.',
        source: 'code/mcp-clients',
      },
      { text: 'The JSON of the entry is incomplete.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Add the server in the window: Settings, Connectors, "Add custom connector", with https://mcp.lusha.com. It logs in by OAuth and takes no key.',
        source: 'docs/mcp-setup',
      },
      {
        text: 'Or keep the key and start a bridge from the file: "command": "npx", "args": ["mcp-remote", "https://mcp.lusha.com", "--header", "x-api-key:${LUSHA_API_KEY}"].',
        source: 'code/mcp-clients',
        verify: CLIENT_LISTS_TOOLS,
      },
    ],
    sources: ['code/mcp-clients', 'docs/mcp-setup'],
  },
  {
    ...inClient,
    id: 'mcp-oauth-discovery-failed',
    title: 'The client found no usable OAuth login at this address',
    when: [{ message: REGISTRATION }, { message: DISCOVERY }],
    signs: [
      { facts: { message: REGISTRATION }, makes: 'certain' },
      { facts: { message: DISCOVERY }, makes: 'certain' },
    ],
    tell: 'the client speaks of OAuth configuration or of dynamic client registration',
    meaning:
      'The client got a 401, looked for the login of the server and failed. Lusha publishes its OAuth documents and registration at mcp.lusha.com, so the address is wrong, or something stands between.',
    reasons: [
      {
        text: 'The address is another one, or a proxy or relay answers in its place.',
        source: 'live/2026-08-public-hosts',
      },
      {
        text: 'The client registers without a secret; Lusha lists only client_secret_post and client_secret_basic.',
        source: 'live/2026-08-public-hosts',
      },
      {
        text: 'A key was to be used, and the client did not send it as x-api-key.',
        source: 'docs/mcp-setup',
      },
    ],
    fixes: [
      {
        text: 'Set the address to https://mcp.lusha.com and see whether its document is there.',
        command: DISCOVERY_ANSWERS.command,
        verify: DISCOVERY_ANSWERS,
        source: 'live/2026-08-public-hosts',
      },
      {
        text: 'Where the client can set headers, use x-api-key in place of the login.',
        command: LIST_TOOLS,
        verify: TOOLS_LISTED,
        source: 'docs/mcp-setup',
      },
    ],
    notes: [
      {
        text: 'https://auth.lusha.com/.well-known/openid-configuration answers 401; that is no outage.',
        source: 'live/2026-08-public-hosts',
      },
    ],
    sources: ['live/2026-08-public-hosts', 'docs/mcp-setup', 'code/mcp-clients'],
  },
  {
    ...inClient,
    id: 'mcp-login-failed',
    title: 'The login to the MCP server was not completed',
    when: [{ message: OAUTH_FAILED }],
    signs: [{ facts: { message: OAUTH_FAILED }, makes: 'likely' }],
    tell: 'Claude says "Authorization with the MCP server failed", Claude Code "Needs authentication"',
    meaning:
      'The client says only that its OAuth login with Lusha did not come to an end. Its reference (ofid_…) helps the maker of the client, not Lusha.',
    reasons: [
      { text: 'The login was never started, or was closed.', source: 'code/mcp-clients' },
      {
        text: 'The Lusha user who logged in has no API access.',
        source: 'docs/mcp-setup',
      },
    ],
    fixes: [
      {
        text: 'Disconnect Lusha in the client, connect it again and log in with a Lusha user who has API access. In Claude Code: /mcp, then authenticate.',
        verify: CLIENT_LISTS_TOOLS,
        source: 'code/mcp-clients',
      },
      {
        text: 'Claude Code can use a key as well: claude mcp add --transport http lusha https://mcp.lusha.com --header "x-api-key: …".',
        source: 'code/mcp-clients',
      },
    ],
    sources: ['code/mcp-clients', 'docs/mcp-setup'],
  },
  {
    ...inClient,
    id: 'mcp-connector-refused',
    title: "Anthropic's API refused the entry for the MCP server",
    when: [{ message: NO_PLACE_FOR_KEY }],
    signs: [{ facts: { message: NO_PLACE_FOR_KEY }, makes: 'certain' }],
    tell: 'the text says "mcp_servers: Extra inputs are not permitted"',
    meaning:
      "The call to the Messages API went out without the beta header for MCP, so Lusha was never asked. The x-api-key of that call is Anthropic's own key.",
    reasons: [
      { text: 'The header anthropic-beta for MCP is missing.', source: 'docs/mcp-connector' },
    ],
    fixes: [
      {
        text: 'Add the beta header that the page of the connector names.',
        source: 'docs/mcp-connector',
        verify: CLIENT_LISTS_TOOLS,
      },
      {
        text: 'Give the server an OAuth token of Lusha as authorization_token: the connector has no place for a Lusha API key.',
        source: 'docs/mcp-connector',
      },
    ],
    sources: ['docs/mcp-connector'],
  },
] as const satisfies readonly Cause[];
