import type { Topic } from './topic.ts';

const WINDOWS = {
  text: 'The windows of your own account, free:',
  command: 'lusha-doctor watch-ratelimit --once',
} as const;

/** How much and how often. */
export const LIMIT_TOPICS: readonly Topic[] = [
  {
    id: 'request-windows',
    title: 'Request limits: minute, hour and day',
    about: 'how requests are counted, when a window opens again, and what is no credit',
    answer: [
      {
        text: 'Each plan allows so many requests a minute, an hour and a day. Requests are not credits: spent requests give 429, spent credits 402.',
        source: 'article#429',
      },
      {
        text: 'When a window opens again stands in rateLimits.<window>.resetsAt of the usage answer, or in the text of the 429. Do not assume midnight.',
        source: 'live/2026-07-free-account',
      },
    ],
    facts: [
      {
        text: 'One call with 100 items is one request: put many items into one call.',
        source: 'spec3',
      },
      {
        text: 'What is left comes with each answer: x-daily-requests-left and its hourly and minute twins.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'The minute: wait 1 s, double up to 60 s, with jitter. Hour or day: wait for the reset.',
        source: 'docs/rate-limiting',
      },
      {
        text: 'Per key or per account? Sources disagree; assume the account.',
        source: 'docs/rate-limiting',
      },
      {
        text: 'Besides: 25 requests a second, 5 usage calls and 100 webhook calls a minute.',
        source: 'docs/rate-limiting',
      },
    ],
    run: [WINDOWS],
    see: ['plans', 'rate-scope', 'daily-reset', 'rate-headers', 'burst-limit'],
    asked: [
      'what is the rate limit, how fast may I call, requests per second, request quota, throttling, how many calls may I make, how many requests are allowed',
      'when does the limit reset, when can I call again, when does the window reset, midnight, time zone of the reset, resetsAt, sliding window or fixed window',
      'difference between credits and requests, 429 although credits are left, 429 but dashboard shows credits, credits left but too many requests',
      'per key or per account limit, does a second key give more requests',
      'how do I avoid 429, stay under the limit, slow down, concurrency, parallel requests, how many threads, requests at the same time',
      'how many calls do I have left today, requests left, raise the limit, increase the rate limit, higher limit',
      'Retry-After header, does lusha send Retry-After',
    ],
  },
  {
    id: 'batch-sizes',
    title: 'How many items one call takes',
    about: 'batch sizes, by endpoint',
    answer: [
      {
        text: 'Search, enrich, search-and-enrich, signals and signal scores: 1 to 100 contacts or companies in one call.',
        source: 'spec3',
      },
      {
        text: 'A batch is one request; credits are counted for each result.',
        source: 'help/credit-table',
      },
    ],
    facts: [
      { text: 'Lookalikes: 5 to 100 seeds, 1 to 100 results.', source: 'spec3' },
      { text: 'Buying group: 1 to 25 companies.', source: 'docs/buying-group' },
      {
        text: 'Tables: 500 ids in one call, 50,000 rows in a table, 500 tables in an account.',
        source: 'docs/tables',
      },
      { text: 'Webhooks: 25 subscriptions in one call.', source: 'spec3' },
      { text: 'Website visits: up to 150 results, at most 3 months.', source: 'spec3' },
      { text: 'MCP: prospecting_contact_enrich takes up to 50 ids.', source: 'code/mcp-plugin' },
    ],
    see: ['batch-size-out-of-range', 'pagination', 'endpoints'],
    asked: [
      'batch size, how many contacts per request, how many companies in one request, how many ids per call, maximum items in one call, array size, max 100',
      'more than 100 contacts, 1000 contacts at once, bulk enrichment, enrich a list, upload a list, csv upload, mass import, thousands of contacts',
      'is there a bulk endpoint, batch api, send several contacts in one request',
    ],
  },
  {
    id: 'pagination',
    title: 'Pages of results',
    about: 'page numbers and sizes, and how far they go',
    answer: [
      {
        text: 'Prospecting: "pagination": {"page": 0, "size": 25}. Pages begin at 0 and end at 1000; a page has 10 to 100 results.',
        source: 'spec3',
      },
      {
        text: 'Go on until page times size reaches pagination.total. There is no cursor.',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'The V2 word was pages; V3 refuses it.',
        source: 'spec3',
      },
      {
        text: 'A size below 10 is refused with 400. An FAQ and V2 name 50 as the most.',
        source: 'live/2026-06-free-plan',
      },
      {
        text: 'Lookalikes have no pages: send dedupeSessionId of the last answer to get others; it lives for 30 days.',
        source: 'spec3',
      },
      { text: 'Tables: page 0 to 100, size 100 unless given.', source: 'docs/tables' },
      {
        text: 'Every page is a request and is charged: 1 credit for each started 25 results.',
        source: 'help/credit-table',
      },
    ],
    see: ['page-size', 'page-size-out-of-range', 'batch-sizes', 'session-expired'],
    asked: [
      'pagination, page number, page size, next page, offset, cursor, does the first page start at 0 or 1',
      'how do I get all results, more than 1000 results, only 25 results, results are cut off, how many results in total, get the rest of the results',
      'minimum size, maximum page size, results per page, loop over pages, last page',
    ],
  },
  {
    id: 'search-activity-limit',
    title: 'Search activity limit',
    about: 'a fair-use limit of the Prospecting screen',
    answer: [
      {
        text: 'It is a limit of the Prospecting screen in the dashboard against unusual activity. It has nothing to do with credits or the plan, and only support can lift it.',
        source: 'help/search-activity',
      },
      {
        text: 'Do not retry: ask support, in the chat of the dashboard.',
        source: 'help/search-activity',
      },
    ],
    facts: [
      {
        text: 'No status and no text of the API is known for it.',
        source: 'inferred',
      },
    ],
    see: ['support', 'request-windows'],
    asked: [
      'search activity limit reached, too much search activity, fair use policy, unusual activity, blocked from searching',
    ],
  },
  {
    id: 'retries',
    title: 'What to retry, and how',
    about: 'which failures pass by themselves',
    answer: [
      {
        text: 'Retry 429 of the minute, 5xx and 499 and lost connections: after 1 s, then double up to 60 s, with jitter, a few times. Every other 4xx fails again until something is changed.',
        source: 'docs/rate-limiting',
      },
      {
        text: 'After a time-out the call may have been done and charged: compare the balance before you repeat it.',
        source: 'inferred',
      },
    ],
    facts: [
      {
        text: 'An hour or a day that is used up: wait for the reset; a retry only adds requests.',
        source: 'docs/rate-limiting',
      },
      { text: 'No idempotency key is documented.', source: 'inferred' },
      { text: 'Retry-After is not documented; obey it where it comes.', source: 'code/mcp-client' },
    ],
    see: ['timeouts', 'request-windows', 'service-error'],
    asked: [
      'should I retry, retry policy, retry strategy, exponential backoff, jitter, which errors can be retried, which status codes to retry, how often to retry',
      'idempotency key, idempotent, is it safe to repeat a request, how long to wait before retrying',
    ],
  },
  {
    id: 'timeouts',
    title: 'Time-outs, and whether the call was charged',
    about: 'what is known when no answer came',
    answer: [
      {
        text: 'Nobody can say from outside whether a call without an answer was done. Compare the balance before and after, some seconds later.',
        source: 'inferred',
      },
      {
        text: 'No response times are published. Allow 30 s; enrichment that takes longer comes back as a job to poll.',
        source: 'docs/enrich-job',
      },
    ],
    facts: [
      {
        text: '499 in the documentation means that the request ran out of time on the way.',
        source: 'spec3',
      },
      {
        text: 'Platforms have limits of their own: Zapier and HubSpot 30 s, AWS API Gateway 29 s, Salesforce 10 s unless set. HubSpot repeats the call.',
        source: 'docs/platforms',
      },
    ],
    run: [
      {
        text: 'How long each phase takes from here, free:',
        command: 'lusha-doctor probe GET /v3/account/usage',
      },
    ],
    see: ['request-timed-out', 'gateway-timeout', 'connection-timeout', 'retries'],
    asked: [
      'request timed out was I charged, timeout credits lost, no answer after timeout, call timed out did it cost',
      'how long does a request take, response time, latency, api is slow, SLA, which timeout should I set, how long to wait for an answer',
    ],
  },
];
