import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { AT_MCP } from './mcp-commands.ts';
import { USE_LUSHAS_HOST } from './own-host.ts';

/** What Lusha says when it finds no key on a request; the second is the wording of 2025. */
const KEY_NOT_FOUND = /missing authorization header|no api key found/i;

/** Lusha was reached, but something between took the key off the request. */
export const keyDroppedCauses = [
  {
    id: 'key-dropped-on-the-way',
    layer: 'proxy',
    subject: 'failure',
    severity: 'fail',
    title: 'Something on the way dropped the header api_key',
    when: [{ message: KEY_NOT_FOUND, keyPlacement: 'api_key' }],
    unless: [{ asBearer: 'accepted' }, { productSays: 'gateway-key' }, ...AT_MCP],
    signs: [
      { facts: { message: KEY_NOT_FOUND, keyPlacement: 'api_key' }, makes: 'certain' },
      {
        facts: {
          message: KEY_NOT_FOUND,
          keyPlacement: 'api_key',
          withoutKey: 'same',
          junkKey: 'same',
        },
        makes: 'certain',
      },
    ],
    tell: 'the request left with the header api_key, and Lusha says that no key came',
    meaning:
      'The key was sent in the right header and did not arrive: a relay between you and Lusha removed it. The most frequent one is nginx, which drops every header with an underscore in its name unless told otherwise. The key itself was never looked at.',
    reasons: [
      {
        text: 'An nginx in front of the API, for example an ingress or a gateway of your own, discards header names with an underscore and says so only in its info log. HAProxy and squid pass them.',
        source: 'measured/relays',
      },
      {
        text: 'A gateway forwards only the headers on its own list, and api_key is not on it.',
        source: 'inferred',
      },
    ],
    whoActs: 'your network team',
    fixes: [
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
        text: 'Where that cannot be changed, let the relay set the header itself: proxy_set_header api_key with the key from a secret of the relay.',
        source: 'inferred',
      },
      ...USE_LUSHAS_HOST,
    ],
    retry: AFTER_FIX,
    credits: {
      text: 'Costs no credit: the balance did not move in live calls that ended in 401.',
      source: 'live/2026-07-v3-contract',
    },
    notes: [
      {
        text: 'Lusha asks for an "Authorization header" here, which is misleading: the header that works is api_key.',
        source: 'live/2026-10-key-outcomes',
      },
    ],
    sources: ['measured/relays', 'live/2026-10-key-outcomes'],
  },
] as const satisfies readonly Cause[];
