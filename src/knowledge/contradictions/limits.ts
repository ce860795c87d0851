import type { Contradiction } from './contradiction.ts';

/** Request windows: their headers, scope, figures and reset. */
export const LIMITS: readonly Contradiction[] = [
  {
    id: 'rate-headers',
    topic: 'the names of the rate limit headers',
    statements: [
      { text: 'X-RateLimit-Remaining and X-RateLimit-Reset.', source: 'article#429-headers' },
      {
        text: 'x-rate-limit-daily, x-daily-requests-left and so on.',
        source: 'docs/rate-limiting',
      },
      { text: 'X-RateLimit-Limit-day, X-RateLimit-Remaining-day.', source: 'docs/v2-overview' },
      { text: 'RateLimit-Limit per second, RateLimit-Reset in seconds.', source: 'spec2' },
    ],
    observed: {
      text: 'x-rate-limit-daily, x-daily-requests-left and their hourly and minute twins; no reset.',
      source: 'live/2026-07-v3-contract',
    },
    action: 'It reads every family, whatever the letter case, and says which one was there.',
    causes: [
      'quota-minute-exhausted',
      'quota-hour-exhausted',
      'quota-day-exhausted',
      'burst-limit',
      'throttled-unexplained',
    ],
  },
  {
    id: 'rate-scope',
    topic: 'whether limits count per key or per account',
    statements: [
      { text: 'Per API key.', source: 'help/api-overview' },
      { text: 'Per account, not per key.', source: 'docs/rate-limiting' },
    ],
    observed: null,
    action: 'It assumes the account, because then a second key is no way out, and says so.',
    causes: ['quota-minute-exhausted', 'quota-hour-exhausted', 'quota-day-exhausted'],
  },
  {
    id: 'rate-numbers',
    topic: 'how many requests are allowed',
    statements: [
      { text: '25 a second.', source: 'docs/rate-limiting' },
      { text: '50 a second.', source: 'docs/api-fundamentals' },
      { text: '25 a minute.', source: 'docs/older-guides' },
      { text: 'Free: 40 a minute and 100 a day.', source: 'help/api-overview' },
      {
        text: 'Free: 5 a minute, 10 an hour and 25 a day.',
        source: 'help/api-overview-early-2026',
      },
    ],
    observed: {
      text: 'Free: 40 a minute, 100 a day and no hourly window on 2026-07-31; 25 a day on a small plan in August 2025.',
      source: 'live/2026-07-free-account',
    },
    action: 'It believes the headers and the usage answer, and shows published figures as hints.',
    causes: ['quota-minute-exhausted', 'quota-day-exhausted', 'burst-limit'],
  },
  {
    id: 'daily-reset',
    topic: 'when the daily window opens again',
    statements: [
      { text: 'The example of resetsAt is midnight UTC.', source: 'docs/account-usage' },
      { text: 'The 429 text counts seconds to its own reset.', source: 'docs/v2-error-table' },
      {
        text: '81671 seconds at 17:51 UTC, so a day after a first call.',
        source: 'live/2025-08-429',
      },
    ],
    observed: {
      text: 'resetsAt 12:26:56 UTC on 2026-07-31: not midnight.',
      source: 'live/2026-07-free-account',
    },
    action: 'It uses resetsAt or the seconds of the text, and never assumes midnight.',
    causes: ['quota-day-exhausted'],
  },
  {
    id: 'free-calls-count',
    topic: 'whether free calls use up requests',
    statements: [
      { text: 'Looking up filter values is never charged.', source: 'docs/mcp' },
      {
        text: 'They left the credits as they were, and the counter of requests went on.',
        source: 'live/2026-08-free-calls',
      },
    ],
    observed: {
      text: 'Credits unchanged, one request fewer left.',
      source: 'live/2026-08-free-calls',
    },
    action: 'It counts its own free calls as requests.',
    causes: ['quota-minute-exhausted', 'quota-hour-exhausted', 'quota-day-exhausted'],
  },
  {
    id: 'page-size',
    topic: 'results per page of prospecting',
    statements: [
      { text: '10 to 100.', source: 'spec3' },
      { text: '10 to 50.', source: 'spec2' },
      { text: '1,000 pages of 50.', source: 'docs/faq' },
    ],
    observed: { text: 'A size below 10 is refused with 400.', source: 'live/2026-06-free-plan' },
    action: 'It takes 10 to 50 as safe everywhere and 100 as the most for V3.',
    causes: ['page-size-out-of-range'],
  },
];
