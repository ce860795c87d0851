import type { Topic } from './topic.ts';

const CHECK = { text: 'Whether your key works, free:', command: 'lusha-doctor check-key' } as const;

/** Getting, sending and keeping a key. */
export const KEY_TOPICS: readonly Topic[] = [
  {
    id: 'api-key',
    title: 'How to get an API key',
    about: 'where keys are made, who may make one, and how many',
    answer: [
      {
        text: 'In the dashboard under API Hub > Manage API Keys: https://dashboard.lusha.com/api/manage-api-keys. Only admins and managers see that page.',
        source: 'help/api-overview',
      },
      {
        text: 'If you are neither, ask an admin of your account for a key.',
        source: 'docs/authentication',
      },
    ],
    facts: [
      {
        text: 'Sources disagree on which plans include a key; keys of free accounts worked in 2026.',
        source: 'live/2026-06-free-plan',
      },
      {
        text: 'A key is a UUID of 36 characters. It has no prefix and no expiry date that any endpoint shows.',
        source: 'live/2026-10-key-outcomes',
      },
      {
        text: 'An account may have several named keys. Free and Starter are said to have one.',
        source: 'docs/stackone',
      },
      {
        text: 'The list of keys shows when each was last used: "never" means that no request with it reached Lusha.',
        source: 'docs/stackone',
      },
      { text: 'All keys of an account spend the same credits.', source: 'docs/rate-limiting' },
    ],
    run: [CHECK],
    see: ['key-access', 'plan-lacks-api-access', 'authentication', 'key-rotation'],
    asked: [
      'how do I get an api key, where do I find my api key, create a new key, generate a key, request api access, sign up for the api',
      'who can create a key, do I need to be an admin to create a key, I cannot see the api page, no api tab in the dashboard, api hub missing',
      'is the api for enterprise only, does lusha have an api, is there an api',
      'manage api keys page, api settings, where is the api hub',
      'several keys, more than one key, how many keys may I have, key for each customer, one key per team project environment, separate keys',
      'does the key expire, how long is a key valid, key lifetime',
      'what does a key look like, key format, length of a key, key prefix',
      'when was my key last used, is my key being used',
    ],
  },
  {
    id: 'key-rotation',
    title: 'Replacing a key',
    about: 'rotation, a leaked key, credit limits of a key',
    answer: [
      {
        text: 'Create a second key, move every client to it, then delete the first one. Both work in between.',
        source: 'help/api-overview',
      },
      {
        text: 'A key that leaked into a repository, a log or a chat: delete it at once, then look at the credit usage. Write to security@lusha.com when you cannot.',
        source: 'code/directory-profile',
      },
    ],
    facts: [
      {
        text: 'The older page had one key and a button Update: it made a new key and ended the old one immediately.',
        source: 'help/api-overview-early-2026',
      },
      {
        text: 'A deleted key is answered like one that never existed: 401 "Invalid API key".',
        source: 'live/2026-10-key-outcomes',
      },
      {
        text: 'The dashboard can set a credit limit for each key. What a call answers when it is reached is not published.',
        source: 'docs/stackone',
      },
    ],
    run: [CHECK],
    see: ['key-unknown', 'api-key', 'support'],
    asked: [
      'rotate the key, replace the key, renew the key, regenerate the key, change the key, reset the key, delete a key, revoke a key, disable a key',
      'key leaked, key exposed, committed my key to github, key in a public repository, pushed the key to git, key compromised, key stolen, posted my key, somebody else uses my key',
      'does the old key stop working, downtime when changing the key, is the old key still valid, new key old key',
      'limit credits per key, spending limit of a key, budget for a key, cap per key',
      'colleague left the company with the key',
    ],
  },
  {
    id: 'authentication',
    title: 'How the key is sent',
    about: 'the header for the REST API and the one for MCP',
    answer: [
      {
        text: 'On api.lusha.com in the header api_key, bare: no Bearer, no quotes. On mcp.lusha.com in the header x-api-key.',
        source: 'docs/authentication',
      },
      {
        text: '"Authorization: Bearer" with an API key fails with 401: the value is taken for an OAuth token.',
        source: 'live/2026-10-key-outcomes',
      },
    ],
    facts: [
      {
        text: 'The underscore matters, upper and lower case do not. nginx drops names with an underscore unless told otherwise.',
        source: 'measured/relays',
      },
      {
        text: 'A key in the URL (?api_key=) is not read.',
        source: 'code/integrations',
      },
      {
        text: 'OAuth exists for the MCP server only; REST has no login, no client id and no token to refresh.',
        source: 'docs/authentication',
      },
      {
        text: 'Without any key the answer asks for an "Authorization header". It means api_key all the same.',
        source: 'live/2026-10-key-outcomes',
      },
    ],
    run: [CHECK],
    see: ['auth-header', 'key-sent-as-bearer', 'key-in-wrong-header', 'headers', 'mcp-server'],
    asked: [
      'which header does the key go into, header name, how do I authenticate, how do I send the key, pass the key, authorization, auth method',
      'bearer or api_key, Authorization header or api_key, x-api-key or api_key, should I use Bearer',
      'is there oauth, does it support oauth2, access token, refresh token, basic auth, username and password for the api, client id and client secret, jwt, token authentication',
      'key as a query parameter, key in the url, curl example with the key',
      'is the header case sensitive, api-key or api_key, underscore or hyphen',
    ],
  },
  {
    id: 'roles',
    title: 'Who may do what',
    about: 'admins, managers and users of an account',
    answer: [
      {
        text: 'API keys are for admins and managers; other users do not see the page.',
        source: 'docs/authentication',
      },
      {
        text: 'Credit usage (Analytics > Credit usage) is for admins, on paid plans.',
        source: 'help/usage-analytics',
      },
    ],
    facts: [
      {
        text: 'Credit limits for single users exist on Scale only.',
        source: 'help/user-limits',
      },
      {
        text: "Lusha's own integrations (Salesforce, HubSpot) are set up by an admin or a manager of Lusha.",
        source: 'docs/salesforce',
      },
      {
        text: 'Tables belong to a user: with an API key each call names the owner by e-mail.',
        source: 'docs/tables',
      },
    ],
    see: ['api-key', 'key-access', 'tables-owner', 'support'],
    asked: [
      'roles, permissions, rights, admin manager user, who is allowed to, what may a user do',
      'I am not an admin, normal user, make me an admin, give a colleague access, share access',
      'credit limit per user, limit credits of a user, seats, team members, add a user, invite a user',
    ],
  },
  {
    id: 'sandbox',
    title: 'Trying the API without paying',
    about: 'no sandbox exists; what is free instead',
    answer: [
      {
        text: 'There is no sandbox and no test key. The try-it console of the documentation and the Postman workspace call production and spend real credits.',
        source: 'docs/playground',
      },
      {
        text: 'Free against the real API: the usage call, lists of filters and signal types, and a probe that is refused before any work is done.',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'docs.lusha.com has a mock server from an older page: canned answers, no key checked.',
        source: 'docs/older-reference',
      },
      {
        text: 'api-staging.lusha.com stands on one old page and is not for customers.',
        source: 'docs/older-reference',
      },
    ],
    run: [
      { text: 'A local copy of the API, with scenarios:', command: 'lusha-doctor simulate list' },
      {
        text: 'A free probe of an endpoint:',
        command: 'lusha-doctor probe POST /v3/contacts/enrich',
      },
    ],
    see: ['free-calls', 'hosts'],
    asked: [
      'sandbox, test environment, staging environment, dev environment, test key, test mode, dummy data, mock data, fake data, demo data',
      'try the api for free, test without spending credits, playground, try it console, postman',
      'unit tests, integration tests, use in CI, develop against the api, mock server, simulate responses',
    ],
  },
];
