import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { KEY_ACCEPTED } from './key-commands.ts';
import { CLIENT_LISTS_TOOLS } from './mcp-commands.ts';
import { HOST_ANSWERS } from '../verifications.ts';

const NO_KEY =
  /no api key provided\. set lusha_api_key|lusha_api_key environment variable is required|failed to initialize server configuration/i;
const DIED = /mcp error -32000: connection closed/i;

/** A server on the network, of which no process of the client's can have died. */
const REMOTE = /\bremote mcp server\b/i;

const local = {
  layer: 'client',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: { text: 'Costs nothing: Lusha was not called.', source: 'code/mcp-client' },
} as const;

const HOSTED = {
  text: 'Or use the hosted server at https://mcp.lusha.com with the header x-api-key: the local one still calls paths of V2.',
  source: 'code/mcp-client',
} as const;

/** The local server of the package @lusha-org/mcp, which a client starts as a process. */
export const mcpLocalCauses = [
  {
    ...local,
    layer: 'key',
    isLocal: true,
    id: 'mcp-local-key-missing',
    title: 'The local MCP server was started without a key',
    when: [{ message: NO_KEY }, { errorName: 'configuration' }],
    signs: [
      { facts: { message: NO_KEY }, makes: 'certain' },
      { facts: { message: NO_KEY, errorName: 'configuration' }, makes: 'certain' },
    ],
    tell: 'the text names LUSHA_API_KEY; the category is "configuration", the status 500 is the server\'s own',
    meaning:
      'The process that the MCP client started has no LUSHA_API_KEY in its environment. It answers with a status 500 of its own, and the call never reached Lusha.',
    reasons: [
      {
        text: 'The variable is set in your shell, and the client starts its servers without it.',
        source: 'inferred',
      },
      { text: 'The entry of the server has no env.', source: 'code/mcp-client' },
    ],
    fixes: [
      {
        text: 'Put the key into the entry of the server: "env": {"LUSHA_API_KEY": "…"}, and restart the client.',
        source: 'code/mcp-client',
        verify: CLIENT_LISTS_TOOLS,
      },
      {
        text: 'Test the key itself.',
        command: 'lusha-doctor check-key',
        verify: KEY_ACCEPTED,
        source: 'inferred',
      },
      HOSTED,
    ],
    sources: ['code/mcp-client', 'inferred'],
  },
  {
    ...local,
    id: 'mcp-local-process-died',
    because: ['mcp-local-key-missing'],
    title: 'The local MCP server ended as soon as it was started',
    when: [{ message: DIED }],
    unless: [{ message: REMOTE }],
    signs: [{ facts: { message: DIED }, makes: 'likely' }],
    tell: 'the client says "MCP error -32000: Connection closed" and nothing else',
    meaning:
      'A process that the client started closed its pipe. No network connection is meant. The server of Lusha ends at once when LUSHA_API_KEY is not in its environment.',
    reasons: [
      { text: 'LUSHA_API_KEY is missing in env of the entry.', source: 'code/mcp-client' },
      { text: 'The command is not found, or Node is too old.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Start the server in a terminal and read its first lines.',
        command: 'npx -y @lusha-org/mcp',
        source: 'code/mcp-client',
      },
      {
        text: 'Put the key into the entry of the server: "env": {"LUSHA_API_KEY": "…"}, and restart the client.',
        source: 'code/mcp-client',
        verify: CLIENT_LISTS_TOOLS,
      },
      HOSTED,
    ],
    sources: ['code/mcp-client', 'code/mcp-clients'],
  },
  {
    ...local,
    id: 'mcp-local-argument-refused',
    title: 'The local MCP server refused the arguments',
    when: [{ errorName: 'validation', status: 400 }],
    unless: [{ host: 'api.lusha.com' }],
    signs: [{ facts: { errorName: 'validation' }, makes: 'likely' }],
    tell: 'the category is "validation", and the text ends with "at" and the place of the argument',
    meaning:
      'The package checks arguments before it sends anything: {message|see the text}. The call never reached Lusha.',
    reasons: [{ text: 'An argument is missing or of the wrong type.', source: 'code/mcp-client' }],
    fixes: [
      {
        text: 'Correct the argument that the text names, after "at".',
        source: 'code/mcp-client',
        verify: CLIENT_LISTS_TOOLS,
      },
    ],
    sources: ['code/mcp-client'],
  },
  {
    ...local,
    id: 'mcp-local-no-answer',
    title: 'The local MCP server got no answer from Lusha',
    when: [{ errorName: 'api_server_error', status: 500 }],
    signs: [
      {
        facts: { errorName: 'api_server_error', message: /^api request failed$/i },
        makes: 'likely',
      },
    ],
    tell: 'the category is "api_server_error" and the text is no more than "API request failed"',
    meaning:
      'The package writes status 500 also where there was no answer at all: a name that does not resolve, a refused certificate, a time-out after 30 s. So this looks like a fault of Lusha and is mostly one of the network.',
    reasons: [
      { text: 'The machine cannot reach api.lusha.com.', source: 'code/mcp-client' },
      {
        text: 'The call took longer than the 30 s that the package allows.',
        source: 'code/mcp-client',
      },
    ],
    fixes: [
      {
        text: 'Look for ENOTFOUND, ECONNREFUSED or ECONNABORTED in the log of the server.',
        source: 'code/mcp-client',
      },
      {
        text: 'See whether this machine reaches Lusha.',
        command: HOST_ANSWERS.command,
        verify: HOST_ANSWERS,
        source: 'inferred',
      },
    ],
    retry: BACKOFF,
    credits: {
      text: 'Not known: after a time-out the call may have been charged.',
      source: 'inferred',
    },
    sources: ['code/mcp-client', 'inferred'],
  },
] as const satisfies readonly Cause[];
