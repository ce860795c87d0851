import type { Statement } from '../model/cause.ts';

/** A header that requests to Lusha carry, rightly or not. */
export interface RequestHeader {
  /** Lower case. */
  readonly name: string;
  /** What Lusha does with it. */
  readonly verdict: Statement;
  readonly notes: readonly Statement[];
  /** Ids of the causes that speak of it. */
  readonly causes: readonly string[];
}

const NOT_READ = 'The REST API does not read it: the key counts as missing and the answer is 401.';

/** Every header that people put the key into; only the first works on the REST API. */
export const CREDENTIAL_HEADERS: readonly RequestHeader[] = [
  {
    name: 'api_key',
    verdict: {
      text: 'The header that carries the key, bare and without a scheme, on every REST call.',
      source: 'docs/authentication',
    },
    notes: [
      {
        text: 'The underscore matters: api-key and apikey are other names, and nginx drops names with an underscore unless told otherwise.',
        source: 'measured/relays',
      },
      {
        text: "Letter case does not: Lusha's own client sends API_KEY.",
        source: 'code/mcp-client',
      },
    ],
    causes: ['key-header-missing', 'key-dropped-on-the-way', 'key-unknown', 'key-malformed'],
  },
  {
    name: 'authorization',
    verdict: {
      text: 'With "Bearer" and an API key it is taken for an OAuth token and answered with 401.',
      source: 'live/2026-10-key-outcomes',
    },
    notes: [
      {
        text: 'The article asks for "Authorization: Bearer YOUR_API_KEY". Live calls show that this fails.',
        source: 'article#401-bearer',
      },
      { text: 'It is right for the MCP server, with an OAuth access token.', source: 'docs/mcp' },
    ],
    causes: ['key-sent-as-bearer', 'key-in-wrong-header', 'key-is-oauth-token'],
  },
  {
    name: 'x-api-key',
    verdict: { text: NOT_READ, source: 'inferred' },
    notes: [{ text: 'It is right for the MCP server at mcp.lusha.com.', source: 'docs/mcp' }],
    causes: ['key-in-wrong-header'],
  },
  {
    name: 'api-key',
    verdict: { text: NOT_READ, source: 'inferred' },
    notes: [],
    causes: ['key-in-wrong-header'],
  },
  {
    name: 'apikey',
    verdict: { text: NOT_READ, source: 'inferred' },
    notes: [],
    causes: ['key-in-wrong-header'],
  },
];

/** Other headers that decide what a call becomes. */
export const OTHER_HEADERS: readonly RequestHeader[] = [
  {
    name: 'content-type',
    verdict: {
      text: 'A request with a body needs application/json.',
      source: 'live/2026-07-v3-contract',
    },
    notes: [],
    causes: ['content-type-missing'],
  },
  {
    name: 'sunset',
    verdict: {
      text: 'On an answer: the day after which the endpoint may be gone. Integrators report it on V2 since May 2026.',
      source: 'code/v2-sunset',
    },
    notes: [],
    causes: ['endpoint-sunset', 'v2-retired'],
  },
  {
    name: 'prtnr',
    verdict: {
      text: "Sent by Lusha's own n8n node to name itself; your calls do not need it.",
      source: 'code/n8n-node',
    },
    notes: [],
    causes: [],
  },
  {
    name: 'x-lusha-signature',
    verdict: {
      text: 'On a webhook delivery: hexadecimal HMAC-SHA256 over the timestamp, a full stop and the JSON of the payload.',
      source: 'spec3',
    },
    notes: [
      {
        text: 'The key of the HMAC is the secret of the account, not the API key.',
        source: 'spec3',
      },
    ],
    causes: [],
  },
  {
    name: 'x-lusha-timestamp',
    verdict: {
      text: 'On a webhook delivery: Unix time of sending, the first part of what is signed.',
      source: 'spec3',
    },
    notes: [],
    causes: [],
  },
  {
    name: 'user-agent',
    verdict: {
      text: 'On a webhook delivery it is Lusha-Webhooks/1.0. On your own calls it does not matter.',
      source: 'spec3',
    },
    notes: [],
    causes: [],
  },
];
