import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import {
  enterKey,
  KEY_ACCEPTED,
  KEY_HAS_THE_FORM,
  storeSecret,
  USAGE_CALL_WORKS,
  usageCall,
} from './key-commands.ts';
import { AT_MCP } from './mcp-commands.ts';

const UNKNOWN = /\binvalid api key\b(?! format)|\bapi key is invalid\b/i;
const NOT_FOUND = /missing authorization header|no api key found/i;
const MALFORMED = /invalid api key format/i;

/** What makes a text no key, the most telling first. */
const MISSHAPEN = [
  'key-is-variable-name',
  'key-is-placeholder',
  'key-is-jwt',
  'key-is-other-vendors',
  'key-is-doubled',
  'key-has-scheme-prefix',
  'key-has-quotes',
  'key-has-blank-inside',
  'key-has-several-lines',
  'key-has-line-break',
  'key-has-invisible-characters',
  'key-has-look-alikes',
  'key-has-control-characters',
  'key-is-truncated',
  'key-is-too-long',
  'key-not-uuid',
] as const;

/** This tool looked at the text that it sent, and found nothing wrong with it. */
const EXAMINED = [{ hostSource: /./, keyDefects: null }] as const;

const answerToKey = {
  layer: 'key',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: {
    text: 'Costs no credit: the balance did not move in live calls that ended in 400 or 401.',
    source: 'live/2026-07-v3-contract',
  },
} as const;

/** What Lusha says to a key: unknown, not there, or malformed. */
export const keyCauses = [
  {
    ...answerToKey,
    id: 'key-unknown',
    title: 'Lusha does not know this key',
    when: [{ status: 401 }, { message: UNKNOWN }],
    unless: [{ keyPlacement: 'none' }, { asBearer: 'accepted' }],
    signs: [
      { facts: { message: UNKNOWN }, makes: 'certain' },
      {
        facts: { message: UNKNOWN, withoutKey: 'different', junkKey: 'same' },
        makes: 'certain',
      },
      {
        facts: { keyPlacement: 'api_key', errorName: 'Unauthorized', message: /^unauthorized$/i },
        makes: 'likely',
      },
    ],
    because: ['answer-ignores-key'],
    tell: 'the message says "Invalid API key", without the word "format"',
    meaning:
      'The key has the right form, but no active key with this text exists. Lusha read it and looked it up, so header, form and network are fine. The key itself has to be replaced.',
    reasons: [
      { text: 'The key is wrong or was never valid.', source: 'article#401' },
      {
        text: 'The key was revoked or regenerated, and this client still holds the old one.',
        source: 'docs/authentication',
      },
      {
        text: 'Somebody pressed Update on the older key page: that makes a new key and ends the old one at once.',
        source: 'help/api-overview-early-2026',
      },
      {
        text: 'A digit changed while the key was copied, and the result still looks like a key.',
        source: 'inferred',
      },
    ],
    fixes: [
      {
        text: 'Open API Settings in your Lusha dashboard (https://dashboard.lusha.com/api/manage-api-keys) and see whether this key is still active: not revoked, not expired.',
        source: 'article#401',
      },
      ...enterKey({
        text: 'Copy the active key from there and paste it after this command, which shows nothing and leaves no history.',
        verify: KEY_ACCEPTED,
        source: 'article#401',
      }),
      ...storeSecret({
        text: 'Replace the old key wherever it is stored, for example in the CI secret.',
        source: 'inferred',
      }),
    ],
    notes: [
      {
        text: 'The article also asks whether the key has the permissions for the endpoint. By the specification a missing entitlement is a 403 or 402, so a 401 is not about permissions.',
        source: 'article#401',
      },
      {
        text: 'Only admins and managers see the key page.',
        source: 'docs/authentication',
      },
      {
        text: 'Replace keys at regular intervals and keep them in a secret store, never in a repository.',
        source: 'article#best-practices',
      },
    ],
    sources: ['article#401', 'docs/authentication', 'live/2026-10-key-outcomes'],
  },
  {
    ...answerToKey,
    id: 'key-header-missing',
    title: 'No key arrived at Lusha',
    when: [{ status: 401 }, { message: NOT_FOUND }],
    unless: [
      { keyPlacement: ['bearer', 'authorization', 'x-api-key', 'api-key', 'apikey', 'query'] },
      { message: NOT_FOUND, keyPlacement: 'api_key' },
      ...AT_MCP,
    ],
    signs: [
      { facts: { message: NOT_FOUND }, makes: 'likely' },
      { facts: { message: NOT_FOUND, keyPlacement: 'none' }, makes: 'certain' },
      { facts: { keyPlacement: 'none' }, makes: 'certain' },
    ],
    because: ['key-empty', 'key-absent'],
    tell: 'the text says "missing Authorization header", with error "invalid_request" (in 2025: "no API key found request")',
    meaning:
      'Lusha found no api_key header on the request. Its text asks for an Authorization header, which is misleading: the header that works is api_key. Either the client did not send it, or something on the way dropped it.',
    reasons: [
      { text: 'The request carries no credentials.', source: 'article#401' },
      {
        text: 'The variable with the key is empty where the program runs, and the client then leaves the header out.',
        source: 'inferred',
      },
      {
        text: 'A relay dropped the header: nginx discards header names with an underscore unless told otherwise, and says so only in its info log. HAProxy and squid pass them.',
        source: 'measured/relays',
      },
      {
        text: 'A ready-made connector sends the key in another way than Lusha expects. That happened in 2025 and was fixed in the connector.',
        source: 'code/integrations',
      },
    ],
    fixes: [
      ...usageCall('lusha', {
        text: 'Send the key in the header api_key, straight to Lusha.',
        verify: USAGE_CALL_WORKS,
        source: 'docs/authentication',
      }),
      {
        text: 'If the call went to the MCP server at mcp.lusha.com, the header is x-api-key.',
        source: 'docs/mcp-setup',
        when: [
          { status: 401, host: null },
          { message: NOT_FOUND, host: null },
        ],
      },
      {
        text: 'If that works and your program still gets a 401, send the same call through the relay that your program uses. If only that one fails, the relay drops the header.',
        source: 'measured/relays',
      },
      {
        text: 'In an nginx relay, put "underscores_in_headers on;" into the server block and reload.',
        command: 'sudo nginx -s reload',
        verify: {
          command: 'sudo nginx -T 2>/dev/null | grep underscores_in_headers',
          expect: 'underscores_in_headers on;',
        },
        source: 'measured/relays',
      },
      {
        text: 'Compare endpoint, headers and body of the request you really send with its page on docs.lusha.com.',
        source: 'article#401',
      },
      {
        text: 'Send Content-Type: application/json with every request that has a body.',
        source: 'article#401',
      },
    ],
    notes: [
      {
        text: 'This is the rule of the REST API at api.lusha.com. The MCP server at mcp.lusha.com answers in the same words and reads the header x-api-key.',
        source: 'docs/mcp-setup',
        unless: [{ host: /^(?!mcp\.)/ }],
      },
      {
        text: 'docs.lusha.com has a reference page with an example request for every endpoint.',
        source: 'article#help',
      },
      {
        text: 'On the key page, "last used: never" shows that no request with this key has reached Lusha.',
        source: 'code/integrations',
      },
      {
        text: "The documentation says that another casing of api_key is refused. Header names ignore case and Lusha's own client sends API_KEY; it is the underscore that matters.",
        source: 'docs/authentication',
      },
    ],
    sources: ['article#401', 'live/2026-10-key-outcomes', 'measured/relays'],
  },
  {
    ...answerToKey,
    id: 'key-malformed',
    title: 'The key does not have the form of a Lusha key',
    when: [{ status: 400 }, { message: MALFORMED }],
    unless: [{ junkKey: 'same' }, { asBearer: 'accepted' }],
    signs: [
      { facts: { message: MALFORMED }, makes: 'certain' },
      { facts: { message: MALFORMED, junkKey: 'different' }, makes: 'certain' },
    ],
    because: MISSHAPEN,
    tell: 'the message says "Invalid API key format"; every other 400 names a parameter',
    meaning:
      'In spite of the 400 this is about the key, not about your parameters. A Lusha key is a UUID: 36 characters, hexadecimal digits and four hyphens. Lusha checks that form before it looks the key up, and what arrived does not have it.',
    reasons: [
      {
        text: 'The text has quotes, a line break or a prefix around the key, or a part of it is missing.',
        source: 'live/2026-07-v3-contract',
        unless: EXAMINED,
      },
      {
        text: 'The text was examined here and has the form; something on the way may change it.',
        source: 'inferred',
        when: EXAMINED,
      },
      {
        text: 'A placeholder or an unexpanded variable was sent instead of a key.',
        source: 'code/integrations',
        unless: EXAMINED,
      },
      {
        text: 'The credential of another service, or an OAuth token, was put in its place.',
        source: 'inferred',
        unless: EXAMINED,
      },
    ],
    fixes: [
      {
        text: 'Have the text of the key examined; the report names the position and the kind of each stray character.',
        command: 'lusha-doctor check-key',
        verify: KEY_HAS_THE_FORM,
        source: 'live/2026-10-key-outcomes',
        unless: EXAMINED,
      },
      ...usageCall('contacted', {
        text: 'Make the same call with curl. If Lusha accepts the key there, the difference lies between here and Lusha.',
        source: 'inferred',
        when: EXAMINED,
      }),
      ...enterKey({
        text: 'Copy the key again with the copy button of the dashboard and paste it after this command.',
        verify: KEY_ACCEPTED,
        source: 'docs/authentication',
      }),
    ],
    notes: [
      {
        text: 'The documentation lists a bad key under 401 only; the 400 was observed on the same endpoint where an unknown key got 401.',
        source: 'live/2026-10-key-outcomes',
      },
    ],
    sources: ['live/2026-07-v3-contract', 'live/2026-10-key-outcomes'],
  },
] as const satisfies readonly Cause[];
