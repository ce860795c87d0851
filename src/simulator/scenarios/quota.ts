import { error, getting, posting, refusing, scenario } from './build.ts';

const SEARCH = posting('/v3/contacts/search', { contacts: [{ email: 'ada@example.com' }] });
const BURST = error(429, 'Too many requests. Please wait before making another request.', {
  timestamp: '{now}',
});

/** Too many requests, in each of the ways. The windows open again when their time is over. */
export const QUOTA_SCENARIOS = [
  scenario('quota-minute-exhausted', 'the minute window is used up', {
    kind: 'api',
    account: { plan: 'pro', used: { minute: 50, hour: 50, day: 50 } },
  }),
  scenario('quota-hour-exhausted', 'the hour window is used up', {
    kind: 'api',
    account: { plan: 'pro', used: { hour: 150, day: 150 } },
  }),
  scenario('quota-day-exhausted', 'the day window is used up', {
    kind: 'api',
    account: { plan: 'free', used: { day: 100 } },
  }),
  refusing(
    'trial-exhausted',
    'the trial is over',
    error(429, "You've reached your trial limit, please contact support for upgrade", {
      timestamp: '{now}',
    }),
  ),
  refusing('burst-limit', 'too many requests in a second', BURST, {
    at: ['contacts.search', 'contacts.enrich', 'contacts.search-and-enrich', 'companies.search'],
    request: SEARCH,
  }),
  refusing('usage-endpoint-limit', 'the usage endpoint was asked more than five times', BURST, {
    at: ['account.usage', 'v2.account.usage'],
  }),
  refusing('webhook-rate-limit', 'the webhook endpoints were asked too often', BURST, {
    at: ['webhooks.list', 'webhooks.create', 'webhooks.get', 'webhooks.audit'],
    request: getting('/api/subscriptions?limit=1'),
  }),
] as const;
