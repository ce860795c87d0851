import type { Topic } from './topic.ts';

const BALANCE = {
  text: 'Balance and price list of your own account, free:',
  command: 'lusha-doctor check-key --verbose',
} as const;

/** What calls cost, and why a bill is higher than expected. */
export const COST_TOPICS: readonly Topic[] = [
  {
    id: 'charges',
    title: 'Why a call cost what it cost',
    about: 'where the charge stands in the answer, and the usual surprises',
    answer: [
      {
        text: 'The answer says it: billing.creditsCharged (V3), isCreditCharged (V2). Two balances compared say less: the balance lags.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: "Surprises: search-and-enrich pays for the search and each revealed field; a phone costs 5; waterfall adds a provider's rate; the retired decision-makers path bills every contact it returns (44 for one large company).",
        source: 'live/2026-09-decision-makers',
      },
    ],
    facts: [
      {
        text: 'One contact found and revealed: 1 for the search, 1 for an email, 5 for a phone: 7 together.',
        source: 'help/credit-table',
      },
      {
        text: 'Buying group returns up to 60 contacts for each company unless contactsLimit says less, and each one is charged.',
        source: 'docs/buying-group',
      },
      {
        text: 'The MCP tool contacts_search reveals by default; enriching the same person afterwards is charged again.',
        source: 'code/mcp-plugin',
      },
      {
        text: 'Refused calls cost nothing: observed for 400 and 401, documented for 429.',
        source: 'article#429',
      },
      {
        text: 'Tables: reading rows and running columns are charged, each time.',
        source: 'docs/tables',
      },
    ],
    run: [BALANCE],
    see: ['prices', 'repeated-look-ups', 'waterfall', 'empty-result-cost', 'timeouts'],
    asked: [
      'why was I charged so many credits, charged 44 credits, decision makers charged, unexpected charge, why did this cost so much',
      'charged twice, double charge, billed too much, more credits than expected, overcharged, wrong bill',
      'how many credits did this call use, creditsCharged, isCreditCharged, billing in the response, what was I charged',
      'where did my credits go, credits disappear, credits vanished, credits drained, burned credits, lost credits, what used my credits, who used the credits',
      'am I charged for errors, is a failed request charged, charged for 400, charged for 429, charged for a 500, refund of credits, get credits back',
      'two searches charged for one contact, 7 credits for one person',
    ],
  },
  {
    id: 'repeated-look-ups',
    title: 'Looking the same person up again',
    about: 'what a repeat costs, and how to avoid it',
    answer: [
      {
        text: 'Enrich by the stored id: it was charged 0 once the data had been revealed. Search-and-enrich of the same person was charged 1 again, for the search.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'canReveal.credits 0 in a search answer means: already revealed, enriching is free.',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'A data point is charged once for each account.',
        source: 'docs/billing',
      },
      {
        text: 'The 30 days of free repeats come from an older article. Nothing newer promises them.',
        source: 'help/older-billing',
      },
      {
        text: 'An email looked up twice: 2 credits at first (search and reveal), 1 at once afterwards.',
        source: 'live/2026-07-free-account',
      },
      {
        text: 'Companies: search-and-enrich was charged 2 each time, enrich by id 1.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    see: ['reveal-cost', 'charges', 'prices'],
    asked: [
      'same contact twice, look up the same person again, enrich the same contact again, repeat a request, duplicate request, re-enrich, cache results, store results',
      'charged again for the same person, pay again for the same contact, pay twice, already revealed, already unlocked contact, already paid for',
      'contact I already have, refresh an old contact, free for 30 days, same contact next month',
    ],
  },
  {
    id: 'free-calls',
    title: 'Calls that cost no credits',
    about: 'what is free, and that it counts as a request all the same',
    answer: [
      {
        text: 'Free: the usage call, all lists of filters and signal types, polling an enrich job, managing tables (not reading rows, not running columns), managing and testing webhooks.',
        source: 'spec3',
      },
      {
        text: 'Free calls still count against the request windows.',
        source: 'live/2026-08-free-calls',
      },
    ],
    facts: [
      { text: 'On MCP: all *_filters tools and account_usage.', source: 'docs/mcp-tools' },
      {
        text: 'Calls that are refused with 400 or 401 left the balance as it was.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    run: [{ text: 'Every endpoint that can be tried free:', command: 'lusha-doctor probe list' }],
    see: ['prices', 'empty-result-cost', 'sandbox', 'request-windows'],
    asked: [
      'which calls are free, which endpoints are free, what costs nothing, no credits needed, zero credits',
      'do filters cost credits, does the usage call cost credits, does listing tools cost credits, is account usage free',
      'does checking my key cost credits, test my key for free, health check without paying',
      'do free calls count towards the rate limit, do free calls count as requests',
    ],
  },
  {
    id: 'waterfall',
    title: 'Waterfall',
    about: 'third-party providers that are asked when Lusha has no match',
    answer: [
      {
        text: 'When Lusha has no email or phone, Enrich asks other providers, at their own rate. Where Data Waterfall is on for the account it runs on every enrich call.',
        source: 'spec3',
      },
      {
        text: 'Send "waterfallEnabled": false to leave it out of one call.',
        source: 'spec3',
      },
    ],
    facts: [
      { text: 'On all paid plans since September 2026.', source: 'docs/changelog' },
      {
        text: 'Providers are chosen in the dashboard under Account > Waterfall. Their order cannot be set.',
        source: 'spec3',
      },
      {
        text: 'The answer may come later: then it has a job to poll with GET /v3/contacts/jobs/{jobId}, free.',
        source: 'docs/enrich-job',
      },
    ],
    see: ['charges', 'enrich-jobs', 'prices'],
    asked: [
      'what is waterfall, waterfallEnabled, waterfallReveal, data waterfall, third party providers, other data vendors',
      'turn off waterfall, disable waterfall, opt out of waterfall, extra cost of waterfall, waterfall credits, provider rate',
      'choose waterfall providers, order of providers',
    ],
  },
  {
    id: 'balance',
    title: 'How many credits are left',
    about: 'where balance and usage can be read',
    answer: [
      {
        text: 'GET /v3/account/usage answers with credits.total, used and remaining, with the windows, the plan and the prices. It is free and may be called 5 times a minute.',
        source: 'spec3',
      },
      {
        text: 'In the dashboard: Analytics > Credit usage, for admins on paid plans.',
        source: 'help/usage-analytics',
      },
    ],
    facts: [
      {
        text: 'The balance lags behind real charges by some seconds.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'x-daily-requests-left counts requests, not credits.',
        source: 'docs/rate-limiting',
      },
      {
        text: 'Plugin, dashboard, API and MCP spend from one pool.',
        source: 'docs/mcp-faq',
      },
      {
        text: 'When the plan starts again stands in plan.endDate; free accounts may have none.',
        source: 'live/2026-07-free-account',
      },
    ],
    run: [BALANCE],
    see: ['credits-exhausted', 'usage-body', 'usage-endpoint-limit', 'request-windows'],
    asked: [
      'how many credits do I have left, remaining credits, credit balance, check my credits, check my usage, monitor consumption, track usage',
      'usage report, analytics, usage statistics, credit usage by user, usage per key',
      'when do credits renew, credits reset, do credits roll over, do credits expire, unused credits, monthly credits, next billing cycle, refill',
      'buy more credits, top up, add credits, purchase credits, out of credits what now',
      'one pool of credits, do api and dashboard share credits, unified credits, bulk credits, extension credits and api credits',
      'get the balance through the api, alert when credits are low',
    ],
  },
];
