/** How people ask about pages that are made of tables: topics, plans, conflicts, endpoints. By id. */
export const ASKED_ABOUT_TOPICS: Readonly<Record<string, readonly string[]>> = {
  prices: [
    'how much does it cost, price list, pricing, cost of an email, cost of a phone number, cost of a company, cost of a search, credits per email, credits per contact, credits per call',
    'how many credits does a reveal cost, what does enrich cost, how many credits is one contact, is searching free, price of a lookup',
  ],
  plans: [
    'what are the rate limits, limits of each plan, rate limit by plan, requests per day by plan, table of limits, which plans are there, hourly limit, daily limit, minute limit',
  ],
  webhooks: [
    'what are webhooks, how do webhooks work, webhook headers, webhook payload, subscribe to notifications, cost of webhooks, create a webhook, get notified',
  ],
  headers: [
    'rate limit headers, response headers, x-rate-limit, x-daily-requests-left, which header shows the remaining requests, headers of an answer',
  ],
  versions: ['version history, release notes, what is new, latest changes'],
  hosts: ['mcp.lusha.com, auth.lusha.com, api-staging.lusha.com, which hosts does lusha have'],
  statuses: ['list of status codes, list of error codes, what do the error codes mean, all errors'],
  renames: [
    'old and new field names, what is the v2 field called in v3, renamed fields, revealEmails in v3',
  ],
  support: [
    'invoice, payment method, cancel my subscription, contract, discount, who do I contact for an upgrade, change billing details',
    'contact support, reach support, support email, phone number of support, talk to a human, report a bug, open a ticket, who helps me, chat with lusha',
  ],
  sources: ['where do these facts come from, how reliable is this information'],
  endpoints: ['all endpoints, list of endpoints, list of urls, api reference'],
  glossary: ['glossary, terms, vocabulary'],
};

export const ASKED_ABOUT_CONFLICTS: Readonly<Record<string, readonly string[]>> = {
  'empty-result-cost': [
    'am I charged when nothing is found, cost of no match, credit for an empty result, charged for not found, pay for no results, minimum 1 credit per request, do I pay if there is no match, charged although nobody was found',
  ],
  'key-access': ['who may have a key, is the api key for premium and scale only, key by plan'],
  'rate-scope': [
    'limit per key or per account, do two keys double the limit, is the limit shared between keys, separate limits for each key, limit shared by users',
  ],
  'daily-reset': [
    'when does the daily limit reset, daily quota reset, midnight utc or 24 hours, day limit starts again',
  ],
  'request-id': [
    'where is the request id, request id for support, x-request-id, trace id, correlation id',
  ],
  'prospecting-plan': [
    'is prospecting only for scale, prospecting on the free plan, plan for prospecting',
  ],
  'usage-body': ['shape of the usage answer, bulkCredits undefined, usage.credits'],
  'error-body': ['shape of errors, error response format, json of an error, errors array'],
  'page-size': ['page size 50 or 100, maximum page size of prospecting'],
  'header-casing': ['API_KEY or api_key, upper or lower case header, case sensitive header'],
  'payment-required': ['what does 402 mean, 402 with credits left'],
  'sunset-header': ['does v2 send a sunset header'],
  'rate-numbers': ['25 or 50 requests per second, different numbers for the limits'],
  oauth: ['oauth on the rest api'],
};

export const ASKED_ABOUT_PLANS: Readonly<Record<string, readonly string[]>> = {
  free: ['limits of the free plan, requests per day on free'],
  trial: ['limits of the trial'],
  starter: ['limits of the starter plan, requests on starter'],
  pro: ['limits of the pro plan, requests per hour on pro, hourly limit pro plan'],
  premium: ['limits of the premium plan, requests per minute on premium, daily limit premium'],
  scale: ['limits of the scale plan, requests per day on scale'],
  enterprise: ['limits of the enterprise plan'],
};

export const ASKED_ABOUT_ENDPOINTS: Readonly<Record<string, readonly string[]>> = {
  'companies.website-visits': [
    'website visitors, who visited my website, tracked domains, visitor tracking',
  ],
  'conversations.search': ['recorded calls, meetings, conversation intelligence'],
  'conversations.transcript': ['transcript of a call, meeting transcript'],
  'account.usage': ['usage endpoint, account usage call, endpoint for credits left'],
};
