import type { Topic } from './topic.ts';

/** The hosted MCP server and the local package. */
export const MCP_TOPICS: readonly Topic[] = [
  {
    id: 'mcp-server',
    title: 'MCP server',
    about: 'address, login, plan and cost of the hosted server',
    answer: [
      {
        text: 'https://mcp.lusha.com, streamable HTTP. With a key in the header x-api-key (VS Code, Cursor, Gemini CLI, n8n) or by OAuth login (Claude, ChatGPT, Codex).',
        source: 'docs/mcp-setup',
      },
      {
        text: 'It needs no plan of its own: every plan with API access, the same key, the same credits and request limits.',
        source: 'docs/mcp-faq',
      },
    ],
    facts: [
      {
        text: 'The header is not the one of REST: mcp.lusha.com wants x-api-key, api.lusha.com wants api_key.',
        source: 'docs/mcp-setup',
      },
      {
        text: "Lusha's own plugins use /mcp/claude, /mcp/codex, /mcp/cursor, /mcp/copilot and /mcp/gemini. No /sse address is known.",
        source: 'code/mcp-plugin',
      },
      {
        text: 'Tools are charged like the endpoints behind them; failed look-ups and filter tools are free.',
        source: 'docs/mcp-faq',
      },
    ],
    see: ['mcp-connection', 'mcp-tools', 'mcp-local', 'authentication'],
    asked: [
      'mcp server url, mcp address, mcp endpoint, connect claude to lusha, connect chatgpt, use lusha in cursor, vs code copilot, gemini, codex, ai agent, ai assistant',
      'set up lusha mcp, install mcp, mcp with an api key, mcp oauth login, claude desktop connector',
      'does mcp need a special plan, does mcp cost extra, mcp rate limit, model context protocol, which header for mcp, mcp authentication',
      'mcp transport, streamable http or sse',
    ],
  },
  {
    id: 'mcp-connection',
    title: 'MCP does not connect',
    about: 'what each client shows, and what it means',
    answer: [
      {
        text: 'Read the first POST line: the text after "HTTP 401):" is the real answer. SSE lines below it are only the fallback of the client.',
        source: 'code/mcp-clients',
      },
      {
        text: '401: no usable credential came. Send x-api-key as a header (not in env, not in the URL, not as Bearer), or log in by OAuth.',
        source: 'live/2026-08-public-hosts',
      },
    ],
    facts: [
      {
        text: 'mcp-remote opens a browser at every 401, also when a wrong key was given.',
        source: 'code/mcp-clients',
      },
      {
        text: 'Claude (web, desktop), ChatGPT and the MCP connector of the Claude API have no place for a key: log in by OAuth.',
        source: 'docs/mcp-setup',
      },
      {
        text: "Claude calls from Anthropic's cloud, not from your computer. Connect again, with a Lusha user who has API access.",
        source: 'code/mcp-clients',
      },
      {
        text: 'n8n: choose HTTP Streamable and Header Auth with the name x-api-key; the reason stands in its server log.',
        source: 'code/mcp-clients',
      },
      {
        text: 'Cursor: under headers, not env. Gemini CLI: httpUrl, not url.',
        source: 'code/mcp-clients',
      },
      {
        text: '-32000 Connection closed: a local process ended, mostly without LUSHA_API_KEY. -32001 timed out: the call may have been charged.',
        source: 'code/mcp-client',
      },
      {
        text: '404 Session not found: connect again. Silence, then a time-out: a proxy holds the stream back.',
        source: 'code/mcp-clients',
      },
    ],
    see: ['mcp-server', 'mcp-local', 'authentication'],
    asked: [
      'mcp connection failed, cannot connect to mcp, could not connect to your MCP server, failed to connect to mcp, mcp 401, mcp does not work, mcp not connecting, claude cannot connect',
      'authorization with the mcp server failed, could not reach the mcp server, claude connector error, chatgpt connector error',
      'why does a browser open although I gave a key, mcp-remote, login loop',
      'use my key in the claude api mcp connector, authorization_token',
      'cursor does not send my header, gemini url or httpUrl, SSE error non-200 status code, session not found, mcp timeout, mcp timed out',
      'connection closed -32000, request timed out -32001, dynamic client registration',
    ],
  },
  {
    id: 'mcp-tools',
    title: 'Tools of the MCP server',
    about: 'which there are, what they cost, which are missing',
    answer: [
      {
        text: 'Look-up, prospecting, lookalikes, signals, account_usage; with OAuth also recommendations. The list in your client decides.',
        source: 'docs/mcp-tools',
      },
      {
        text: 'contacts_search reveals and charges unless enrich is false. Filter tools and account_usage are free; prospecting searches cost 1 credit for 25 results.',
        source: 'code/mcp-plugin',
      },
    ],
    facts: [
      {
        text: 'No recommendations tools: you logged in with a key; log in by OAuth.',
        source: 'docs/mcp-setup',
      },
      {
        text: 'Purchase options, or an e-mail to the admin, in place of a result: 402, the credits are used up.',
        source: 'docs/billing',
      },
      {
        text: 'There is no tool for buying groups, tables, website visits, signal scores and webhooks.',
        source: 'docs/mcp-tools',
      },
      {
        text: 'contacts_search and then prospecting_contact_enrich for the same person charges twice.',
        source: 'code/mcp-plugin',
      },
      {
        text: 'Countries: contacts by two letters, companies by full name.',
        source: 'code/mcp-plugin',
      },
    ],
    see: ['mcp-server', 'charges', 'free-calls'],
    asked: [
      'mcp tools, which tools does mcp have, contacts_search, account_usage tool, recommendations tool missing, tool not found, no recommendations',
      'price of mcp tools, credits per mcp tool, mcp says purchase options, preview without revealing in mcp',
      'claude spent my credits, mcp charged twice',
    ],
  },
  {
    id: 'mcp-local',
    title: 'The local MCP package',
    about: '@lusha-org/mcp: environment, messages, end',
    answer: [
      {
        text: 'It calls V2 and ends with V2, however good the key is. Use the hosted server https://mcp.lusha.com instead.',
        source: 'code/mcp-client',
      },
      {
        text: 'It wants LUSHA_API_KEY in the environment of the client that starts it; without it the client shows "Connection closed".',
        source: 'code/mcp-client',
      },
    ],
    facts: [
      {
        text: 'Status 500 with "No API key provided" or "API request failed" never reached Lusha: a missing key, or DNS, TLS, a time-out.',
        source: 'code/mcp-client',
      },
      {
        text: 'Its requestId (req_…, mcp_…) is local and of no use to support.',
        source: 'code/mcp-client',
      },
      {
        text: 'The time-out is 30 s and cannot be set; LOG_LEVEL and LUSHA_TIMEOUT are not read.',
        source: 'code/mcp-client',
      },
    ],
    see: ['mcp-server', 'mcp-connection', 'v2-retired'],
    asked: [
      'local mcp server, mcp package, npx @lusha-org/mcp, lusha-public-api-mcp, stdio, LUSHA_API_KEY environment variable is required, no api key provided',
    ],
  },
];
