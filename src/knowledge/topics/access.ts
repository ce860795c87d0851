import type { Topic } from './topic.ts';

/** What an account may use, and the way to the API. */
export const ACCESS_TOPICS: readonly Topic[] = [
  {
    id: 'plan-features',
    title: 'Which plan has which endpoint',
    about: 'prospecting, filters, signals, lookalikes, tables by plan',
    answer: [
      {
        text: 'Documented: Pro and Premium have enrichment of contacts and companies; prospecting and filters are for Scale, others get 403. Signals and lookalikes may have to be switched on by the account manager.',
        source: 'article#403',
      },
      {
        text: 'Observed: free accounts used prospecting, filters and contact signals in 2026. Only a call shows what your account may do.',
        source: 'live/2026-06-free-plan',
      },
    ],
    facts: [
      {
        text: 'Tables: Scale and Enterprise in full, Pro for reading.',
        source: 'docs/tables-tutorial',
      },
      { text: 'Waterfall: all paid plans.', source: 'docs/changelog' },
      { text: 'MCP: every plan with API access, the same key.', source: 'docs/mcp-setup' },
      {
        text: 'Website visits on a free plan: refused as not available.',
        source: 'live/2026-08-free-calls',
      },
      { text: 'Conversations is a product of its own.', source: 'docs/conversations' },
      { text: 'excludeDnc: Scale. Limits for single users: Scale.', source: 'spec2' },
    ],
    run: [{ text: 'What your account may use, free:', command: 'lusha-doctor probe --all' }],
    see: ['plans', 'prospecting-plan', 'plan-lacks-endpoint', 'signals-not-in-plan'],
    asked: [
      'which plan do I need, is it included in my plan, feature comparison, upgrade my plan, what is included, plan for prospecting, plan for signals, plan for webhooks',
      'do I need scale, what does pro include, what does premium include, entitlement, not available on my plan, enable a feature',
      'difference between the plans, compare plans, pro or premium or scale',
    ],
  },
  {
    id: 'free-plan',
    title: 'The API on a free plan',
    about: 'what worked for free accounts in 2026',
    answer: [
      {
        text: 'It worked: 50 credits a month, 40 requests a minute and 100 a day (July 2026). In June an account had 40 credits.',
        source: 'live/2026-07-free-account',
      },
      {
        text: 'Search, enrich, prospecting, filters and contact signals answered; company signals gave 402, website visits were refused.',
        source: 'live/2026-06-free-plan',
      },
    ],
    facts: [
      {
        text: 'Documents disagree: some give keys to Premium and Scale only.',
        source: 'help/api-overview',
      },
      {
        text: 'A trial that is used up gives a 429 of its own; waiting does not help.',
        source: 'docs/v2-error-table',
      },
    ],
    see: ['key-access', 'plans', 'trial-exhausted', 'plan-features'],
    asked: [
      'is there a free plan for the api, use the api for free, free tier, free account, free credits per month, api on the free plan',
      'trial, how long is the trial, free trial, api access with the free version',
    ],
  },
  {
    id: 'network-access',
    title: 'Hosts and ports to allow',
    about: 'firewalls, proxies, fixed addresses',
    answer: [
      {
        text: 'Allow outgoing HTTPS to api.lusha.com:443, by name. For MCP also mcp.lusha.com and auth.lusha.com.',
        source: 'live/2026-08-public-hosts',
      },
      {
        text: 'No list of IP addresses is published, neither of the API nor of the senders of webhooks.',
        source: 'inferred',
      },
    ],
    facts: [
      { text: 'HTTPS only.', source: 'spec3' },
      {
        text: 'Webhook deliveries name themselves Lusha-Webhooks/1.0; trust the signature, not an address.',
        source: 'spec3',
      },
      { text: 'A browser cannot call it (CORS): call from a server.', source: 'code/integrations' },
    ],
    run: [{ text: 'Every step on the way, and who answers:', command: 'lusha-doctor check-key' }],
    see: ['hosts', 'proxy-refused-connect', 'tls-unknown-ca', 'browser-cors'],
    asked: [
      'firewall, allowlist, whitelist, ip addresses of lusha, ip range, static ips, domains to allow, hosts and ports to open, egress rules, which ports',
      'base url, api url, host name of the api, region, eu server, data center',
      'behind a corporate proxy, vpn',
    ],
  },
  {
    id: 'client-libraries',
    title: 'Libraries, SDKs and documents',
    about: 'what Lusha publishes for programmers',
    answer: [
      {
        text: 'No SDK for a language is published: the API is plain HTTPS and JSON. The OpenAPI document can generate a client: https://docs.lusha.com/openapi.json.',
        source: 'spec3',
      },
      {
        text: "Lusha's own code: an n8n node, an MCP package and plugins for MCP clients (github.com/lusha-oss).",
        source: 'code/n8n-node',
      },
    ],
    facts: [
      { text: 'A Postman workspace exists; it calls production.', source: 'docs/postman' },
      { text: 'A summary for machines: https://docs.lusha.com/llms.txt.', source: 'docs/mcp' },
      { text: 'Changes: https://docs.lusha.com/changelog/overview.', source: 'docs/changelog' },
    ],
    see: ['support', 'mcp-server', 'sandbox'],
    asked: [
      'sdk, client library, python package, node package, java library, php, ruby gem, go client, c# .net, npm install, pip install',
      'openapi, swagger, api specification, documentation link, docs, postman collection, changelog, code examples, sample code, json or xml, graphql, rest or soap, python example, request example',
      'official plugin, github repository of lusha',
    ],
  },
  {
    id: 'outage',
    title: 'Is Lusha down?',
    about: 'where to see an outage, and how to tell it from your own network',
    answer: [
      {
        text: 'https://status.lusha.com: read the lines "Lusha API" and "Prospecting"; the overall light mixes in other products.',
        source: 'live/2026-10-key-outcomes',
      },
      {
        text: 'Without a key, GET /v3/account/usage answers 401 with JSON when all is well: then the network and the gateway work.',
        source: 'live/2026-10-key-outcomes',
      },
    ],
    facts: [
      {
        text: 'A page of HTML in place of JSON is not Lusha: a proxy, a portal or a wrong host answered.',
        source: 'inferred',
      },
    ],
    run: [
      { text: 'Status page, network and key in one go, free:', command: 'lusha-doctor check-key' },
    ],
    see: ['service-down', 'service-error', 'cdn-error', 'support'],
    asked: [
      'is lusha down, outage, incident, maintenance, status page, api not working today, uptime, is the api working',
      'is it me or lusha, is the problem on my side, nothing works since this morning, all calls fail',
    ],
  },
  {
    id: 'works-elsewhere',
    title: 'It works here and not there',
    about: 'curl or Postman works, the program or the server does not',
    answer: [
      {
        text: 'Then key and account are good: the two requests differ. Run the check where it fails, with the same user and environment.',
        source: 'inferred',
      },
      {
        text: 'Compare, in this order: URL and method, name of the header (api_key), the length of the key (36), proxy variables, the body.',
        source: 'inferred',
      },
    ],
    facts: [
      {
        text: 'A server, a container or a CI job often has no variable, an old key, or one with quotes or a line break.',
        source: 'measured/dirty-keys',
      },
      {
        text: 'nginx and some gateways drop api_key because of the underscore.',
        source: 'measured/relays',
      },
      { text: 'A browser cannot call it (CORS), Postman can.', source: 'code/integrations' },
      { text: "Node's fetch ignores proxy variables that curl obeys.", source: 'measured/proxies' },
    ],
    run: [{ text: 'What differs, step by step, free:', command: 'lusha-doctor check-key' }],
    see: ['key-dropped-on-the-way', 'key-has-quotes', 'proxy-ignored-by-fetch', 'browser-cors'],
    asked: [
      'works in postman but not in my code, curl works but python does not, works locally but not on the server, works on my machine, works for my colleague but not for me',
      'fails in docker, fails in CI only, fails in production, same key works elsewhere',
    ],
  },
  {
    id: 'v3-migration',
    title: 'From V2 to V3',
    about: 'when V2 ends, and what to change',
    answer: [
      {
        text: 'Integrators name 18 November 2026 as the end of V2; Lusha writes "soon". What V2 answers since then was not observed: move now.',
        source: 'code/v2-sunset',
      },
      {
        text: '/v2/person becomes POST /v3/contacts/search-and-enrich, /v2/company POST /v3/companies/search-and-enrich. Items go into contacts[] or companies[], answers come as results[].',
        source: 'spec3',
      },
    ],
    facts: [
      { text: 'The key is the same; V3 must be switched on for the account.', source: 'spec3' },
      {
        text: 'revealEmails and revealPhones become reveal: ["emails","phones"]; pages becomes pagination; contactIds becomes ids.',
        source: 'spec3',
      },
      {
        text: 'A no-match is results[i].error NOT_FOUND in place of EMPTY_DATA.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    run: [{ text: 'Every old name and its new one:', command: 'lusha-doctor explain renames' }],
    see: ['renames', 'versions', 'v2-retired', 'v3-not-enabled'],
    asked: [
      'migrate from v2 to v3, migration guide, difference between v2 and v3, which version is current, latest api version, upgrade to v3',
      'when does v2 end, v2 shut down, v2 deprecated, end of life of v2, is v2 still working, v2 retirement, how long will v2 work, v2 switched off',
      'what replaces /v2/person, person enrich endpoint gone, /v2/company replacement, old endpoint new endpoint',
    ],
  },
];
