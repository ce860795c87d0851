import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { CLIENT_LISTS_TOOLS, DISCOVERY_ANSWERS, MCP_HOST, TOOLS_LISTED } from './mcp-commands.ts';

const SESSION =
  /mcp-session-id header is required|^(?:bad request: )?session not found\b|session not found or expired|"session not found/i;
const SSE =
  /sse error: non-200 status code|falling back to (?:legacy )?sse|fall back to legacy sse|error received for sse server/i;
const STREAM_REFUSED = /failed to open sse stream/i;
const ACCEPT = /client must accept both application\/json and text\/event-stream/i;
const VERSION =
  /unsupported protocol version|\bmcp-protocol-version\b.{0,60}(?:unsupported|not supported|invalid|mismatch|must)|(?:unsupported|invalid|bad|missing).{0,40}\bmcp-protocol-version\b|\bheader ?mismatch\b.{0,40}\b(?:mcp|protocol)|missingrequiredclientcapability|mcp error -3202[012]\b/i;
const VERSION_CODE = /mcp error -3202[012]\b/i;
const UNREACHED =
  /couldn['’]t reach the mcp server|could not connect to your mcp server|connector['’]s server is currently unavailable|check if your mcp server is running and proxy token is correct|failed to connect to (?:the )?remote mcp server|mcp\.lusha\.com\S* \((?:http|sse)\) - [✗✘] failed to connect/i;
const NOT_JSON_RPC = /unexpected content type: text\/html/i;
const RPC_REFUSED =
  /mcp error -3260[0-2]\b|mcp error -32700\b|^(?:unknown tool|method not found|invalid params|parse error|invalid request)\b(?!.{0,20}parameters)|\btool \S{1,60} not found\b|\bunknown tool\b/i;
const RPC_FAULT = /mcp error -32603\b/i;
const TIMED_OUT = 'MCP -32001';

const ofTransport = {
  layer: 'client',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: { text: 'Costs nothing: no tool was called.', source: 'docs/mcp-tools' },
} as const;

const USE_ROOT = {
  text: 'Use https://mcp.lusha.com with streamable HTTP.',
  verify: DISCOVERY_ANSWERS,
  source: 'docs/mcp-setup',
} as const;

/** Trouble between an MCP client and the hosted server that no key can mend. */
export const mcpTransportCauses = [
  {
    ...ofTransport,
    id: 'mcp-address-wrong',
    title: 'This is not the address of the MCP server',
    when: [
      { status: [404, 405], host: MCP_HOST },
      { path: /\/sse\/?$/, host: MCP_HOST },
      { message: NOT_JSON_RPC },
    ],
    unless: [
      { message: SESSION },
      { status: 405, method: 'GET' },
      { status: { min: 200, max: 299 } },
      { status: [401, 403, 429] },
    ],
    signs: [
      { facts: { host: MCP_HOST, path: /\/sse\/?$/ }, makes: 'certain' },
      { facts: { host: MCP_HOST, status: [404, 405] }, makes: 'certain' },
      { facts: { message: NOT_JSON_RPC }, makes: 'likely' },
    ],
    tell: 'a 404 or 405 from mcp.lusha.com, a path that ends in /sse, or a web page in place of an answer',
    meaning:
      'Nothing serves MCP at {path|this address}. The server is https://mcp.lusha.com, without a path; the plugins of Lusha use paths of their own below /mcp/. No /sse address is known.',
    reasons: [
      { text: 'The address ends in /sse, as those of older servers do.', source: 'inferred' },
      {
        text: 'A login page or a proxy answered with HTML.',
        source: 'code/mcp-clients',
      },
    ],
    fixes: [USE_ROOT],
    sources: ['docs/mcp-setup', 'code/mcp-plugin', 'inferred'],
  },
  {
    ...ofTransport,
    id: 'mcp-sse-chosen',
    title: 'The client speaks the old SSE transport',
    because: [
      'mcp-credential-missing',
      'mcp-key-in-wrong-header',
      'mcp-key-sent-as-bearer',
      'mcp-token-refused',
    ],
    when: [{ message: SSE }, { status: [401, 404, 405], message: SSE }],
    signs: [{ facts: { message: SSE }, makes: 'likely' }],
    tell: 'the lines say "SSE error" or "falling back to SSE"; a POST line above them holds the real answer',
    meaning:
      'The client tries server-sent events, which the MCP server does not offer, or fell back to them after its first POST was refused. The SSE lines are a consequence: the first line with a POST says what is wrong.',
    reasons: [
      {
        text: 'The client was set to SSE: n8n does so by default, and url means SSE to Gemini CLI.',
        source: 'code/mcp-clients',
      },
      {
        text: 'The POST before it was answered 401, and the client tried the older way.',
        source: 'code/mcp-clients',
      },
    ],
    fixes: [
      {
        text: 'Choose streamable HTTP: "type": "http" or "streamable-http", httpUrl in Gemini CLI, "HTTP Streamable" in n8n.',
        source: 'code/mcp-clients',
        verify: CLIENT_LISTS_TOOLS,
      },
      {
        text: 'If a 401 stands above the SSE lines, send the key in the header x-api-key.',
        source: 'docs/mcp-setup',
        verify: TOOLS_LISTED,
      },
    ],
    sources: ['code/mcp-clients', 'docs/mcp-setup'],
  },
  {
    ...ofTransport,
    id: 'mcp-stream-refused',
    severity: 'warn',
    title: 'The optional event stream was refused',
    when: [{ message: STREAM_REFUSED }],
    signs: [{ facts: { message: STREAM_REFUSED }, makes: 'likely' }],
    tell: 'the text says "Failed to open SSE stream"',
    meaning:
      'A client may open a stream with GET beside its POST calls, and a server may refuse it. By itself this is harmless: the tools work over POST.',
    reasons: [{ text: 'The server takes POST only.', source: 'code/mcp-clients' }],
    fixes: [
      {
        text: 'See whether the tools are listed. If they are, ignore the line; if not, look for an answer to a POST above it.',
        source: 'code/mcp-clients',
        verify: CLIENT_LISTS_TOOLS,
      },
    ],
    sources: ['code/mcp-clients'],
  },
  {
    ...ofTransport,
    id: 'mcp-session-lost',
    title: 'The MCP session is missing or has ended',
    when: [{ message: SESSION }],
    signs: [{ facts: { message: SESSION }, makes: 'certain' }],
    tell: 'the text names Mcp-Session-Id or says "Session not found"',
    meaning:
      'The server keeps a session, and this call carried none that it knows. The key is not the matter. Code -32001 means this from a server; from a client it means a time-out.',
    reasons: [
      {
        text: 'The server was restarted, or another machine of it answered.',
        source: 'code/mcp-clients',
      },
      {
        text: 'The client or a relay dropped the header Mcp-Session-Id of the answer to initialize.',
        source: 'code/mcp-clients',
      },
    ],
    fixes: [
      {
        text: 'Connect again, so that the client sends initialize anew.',
        source: 'spec/mcp',
        verify: CLIENT_LISTS_TOOLS,
      },
      {
        text: 'In a relay, pass Mcp-Session-Id through in both directions and expose it in CORS.',
        source: 'inferred',
      },
    ],
    notes: [
      {
        text: 'Whether mcp.lusha.com keeps sessions is not documented.',
        source: 'inferred',
      },
    ],
    sources: ['spec/mcp', 'code/mcp-clients'],
  },
  {
    ...ofTransport,
    id: 'mcp-accept-header-wrong',
    title: 'The client does not accept both kinds of answer',
    when: [{ message: ACCEPT }, { status: 406, host: MCP_HOST }],
    signs: [
      { facts: { message: ACCEPT }, makes: 'certain' },
      { facts: { status: 406, host: MCP_HOST }, makes: 'likely' },
    ],
    tell: 'the status is 406, and the text says "Client must accept both application/json and text/event-stream"',
    meaning:
      'An MCP server may answer with JSON or with an event stream, and the request has to accept both.',
    reasons: [
      { text: 'The call was written by hand with one type in Accept.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Send Accept: application/json, text/event-stream.',
        source: 'spec/mcp',
        verify: TOOLS_LISTED,
      },
    ],
    sources: ['spec/mcp', 'code/mcp-clients'],
  },
  {
    ...ofTransport,
    id: 'mcp-version-refused',
    title: 'Client and server speak different revisions of MCP',
    when: [{ message: VERSION }, { errorName: VERSION_CODE }],
    signs: [
      { facts: { message: VERSION }, makes: 'certain' },
      { facts: { errorName: VERSION_CODE }, makes: 'certain' },
    ],
    tell: 'the text names a protocol version, or the code is -32020, -32021 or -32022',
    meaning:
      'The server does not take the revision that the client announces, or the header MCP-Protocol-Version and the body disagree. Which revision Lusha speaks is not documented.',
    reasons: [
      { text: 'The client is much older or newer than the server.', source: 'spec/mcp' },
      { text: 'A relay drops the header MCP-Protocol-Version.', source: 'inferred' },
    ],
    fixes: [
      { text: 'Update the client.', source: 'inferred', verify: CLIENT_LISTS_TOOLS },
      { text: 'In a relay, pass MCP-Protocol-Version through unchanged.', source: 'spec/mcp' },
    ],
    sources: ['spec/mcp', 'inferred'],
  },
  {
    ...ofTransport,
    id: 'mcp-server-not-reached',
    title: 'The client did not reach the MCP server',
    when: [{ message: UNREACHED }],
    signs: [{ facts: { message: UNREACHED }, makes: 'likely' }],
    tell: 'Claude says "Couldn\'t reach the MCP server", n8n "Could not connect to your MCP server"',
    meaning:
      "One sentence for many reasons, a 401 among them. The real answer is in the log of the client: n8n's server log, MCP Inspector's terminal. Claude calls connectors from Anthropic's cloud, not from your machine.",
    reasons: [
      { text: 'The address is wrong.', source: 'code/mcp-clients' },
      {
        text: 'The key is missing or stands in another header than x-api-key; n8n sends none by default.',
        source: 'code/mcp-clients',
      },
      { text: 'SSE is chosen in place of streamable HTTP.', source: 'code/mcp-clients' },
      { text: 'A proxy on the way holds the stream back.', source: 'inferred' },
    ],
    fixes: [
      USE_ROOT,
      {
        text: 'In n8n choose "HTTP Streamable", and Header Auth with the name x-api-key.',
        source: 'code/mcp-clients',
        verify: CLIENT_LISTS_TOOLS,
      },
      {
        text: 'Test the key against the server directly.',
        command: TOOLS_LISTED.command,
        verify: TOOLS_LISTED,
        source: 'docs/mcp-setup',
      },
    ],
    sources: ['code/mcp-clients', 'docs/mcp-setup'],
  },
  {
    ...ofTransport,
    layer: 'network',
    id: 'mcp-client-timed-out',
    because: ['mcp-credential-missing', 'mcp-key-in-wrong-header', 'mcp-login-opens'],
    title: 'The MCP client gave up before the answer came',
    when: [{ failure: 'deadline', failureCode: TIMED_OUT }],
    signs: [{ facts: { failure: 'deadline', failureCode: TIMED_OUT }, makes: 'certain' }],
    tell: 'the text says "MCP error -32001: Request timed out"',
    meaning:
      'The client has a time-out of its own, often 60 s, and it ran out. The server may have done the work. Code -32001 with "Session not found" is something else.',
    reasons: [
      { text: 'The tool works on many contacts and takes longer.', source: 'inferred' },
      {
        text: 'A reverse proxy buffers or compresses the event stream, so that nothing arrives.',
        source: 'code/mcp-clients',
      },
    ],
    fixes: [
      {
        text: 'Before you repeat the call, compare the usage: it may have been charged.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage',
        source: 'inferred',
        verify: CLIENT_LISTS_TOOLS,
      },
      {
        text: 'Ask for fewer contacts in one call, or raise the time-out of the client.',
        source: 'inferred',
      },
      {
        text: 'In a proxy of your own switch buffering and compression off for this route (nginx: proxy_buffering off; gzip off).',
        source: 'code/mcp-clients',
      },
    ],
    retry: {
      worth: true,
      how: 'after-fix',
      note: 'Look at the usage first.',
    },
    credits: {
      text: 'Not known: the call may have been carried out and charged.',
      source: 'inferred',
    },
    sources: ['code/mcp-clients', 'inferred'],
  },
  {
    ...ofTransport,
    id: 'mcp-call-refused',
    title: 'The MCP server does not know this tool or its arguments',
    when: [{ message: RPC_REFUSED }, { errorName: RPC_REFUSED }],
    unless: [{ host: 'api.lusha.com' }],
    signs: [
      { facts: { message: RPC_REFUSED }, makes: 'certain' },
      { facts: { errorName: RPC_REFUSED }, makes: 'certain' },
    ],
    tell: 'codes -32600, -32601, -32602 and -32700: bad request, unknown method, unknown tool or arguments, bad JSON',
    meaning:
      'The credential was accepted, and the message itself was refused: {message|an unknown tool or argument}. The set of tools differs by client, and only the list in the client is right for it.',
    reasons: [
      {
        text: 'A tool was called by a name from an older list or another server.',
        source: 'docs/mcp-tools',
      },
      {
        text: 'The recommendations tools are offered to OAuth logins only.',
        source: 'docs/mcp-setup',
      },
    ],
    fixes: [
      {
        text: 'List the tools again and call one of them with the arguments of its schema.',
        command: TOOLS_LISTED.command,
        verify: TOOLS_LISTED,
        source: 'docs/mcp-tools',
      },
    ],
    sources: ['spec/mcp', 'docs/mcp-tools'],
  },
  {
    ...ofTransport,
    id: 'mcp-server-fault',
    title: 'The MCP server reports a fault of its own',
    when: [{ message: RPC_FAULT }, { errorName: RPC_FAULT }],
    signs: [
      { facts: { message: RPC_FAULT }, makes: 'certain' },
      { facts: { errorName: RPC_FAULT }, makes: 'certain' },
    ],
    tell: 'the code is -32603',
    meaning: 'The call was well formed, and the server failed while it worked on it.',
    reasons: [{ text: 'A passing fault behind the server.', source: 'inferred' }],
    whoActs: 'Lusha',
    fixes: [
      {
        text: 'Repeat the call with growing pauses; before a tool that charges, look at the usage.',
        source: 'inferred',
        verify: CLIENT_LISTS_TOOLS,
      },
    ],
    retry: BACKOFF,
    credits: {
      text: 'Failed look-ups are not charged, says the page of the tools.',
      source: 'docs/mcp-tools',
    },
    sources: ['spec/mcp', 'inferred'],
  },
] as const satisfies readonly Cause[];
