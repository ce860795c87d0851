import type { Cause } from '../../model/cause.ts';
import { BACKOFF } from '../retries.ts';
import {
  HEADERS,
  KEY_IS_FINE,
  NO_CREDIT,
  READ_THE_LIMITS,
  TOO_MANY,
  WAIT_AS_STATED,
  WAIT_STATED,
} from './quota-statements.ts';

const GENERIC = /too many requests|rate limit exceeded/i;
/** The documented sentence; less of it says no more than the status. */
const TOO_FAST = /too many requests\. please wait/i;
const USAGE_PATH = /^(\/v3)?\/account\/usage\/?$/;
const WEBHOOK_PATH = /^\/api\/(subscriptions|audit-logs|account\/secret)/;

const throttled = {
  layer: 'quota',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  credits: NO_CREDIT,
  retry: BACKOFF,
} as const;

/** A window that is known to be empty explains a 429 better than any of these. */
const windowKnown = [{ windowEmpty: ['minute', 'hour', 'day'] }] as const;

const AFTER_THE_WAIT = {
  command: 'sleep {waitSeconds|60}; lusha-doctor watch-ratelimit --once',
  expect: 'exit 0',
} as const;

const AFTER_THE_WAIT_FOR_WEBHOOKS = {
  command: 'sleep {waitSeconds|60}; lusha-doctor probe-endpoint GET /api/subscriptions',
  expect: 'exit 0',
} as const;

const SEARCH_ACTIVITY = /search activity limit/i;

/** A page or nothing where JSON is due. */
const NO_JSON = ['html', 'text', 'empty', 'binary'] as const;

/** Too many calls at once, or too many to an endpoint with a limit of its own. */
export const throttleCauses = [
  {
    ...throttled,
    id: 'search-activity-reached',
    title: 'The search activity limit was reached',
    when: [{ message: SEARCH_ACTIVITY }],
    signs: [{ facts: { message: SEARCH_ACTIVITY }, makes: 'certain' }],
    tell: 'the text speaks of the search activity limit',
    meaning:
      'A limit against unusual use of the Prospecting screen was reached. It depends neither on credits nor on the plan, and no waiting lifts it.',
    reasons: [
      {
        text: 'Many searches in a short time from one user.',
        source: 'help/search-activity',
      },
    ],
    whoActs: 'Lusha',
    fixes: [
      {
        text: 'Ask support in the chat of the dashboard to lift it; in business hours that takes minutes.',
        source: 'help/search-activity',
        verify: AFTER_THE_WAIT,
      },
      { text: 'Do not repeat the search before that.', source: 'help/search-activity' },
    ],
    retry: { worth: false, how: 'after-fix' },
    notes: [
      {
        text: 'What status the API answers then is not known.',
        source: 'inferred',
      },
      KEY_IS_FINE,
    ],
    sources: ['help/search-activity', 'inferred'],
  },
  {
    ...throttled,
    id: 'burst-limit',
    title: 'Too many calls at once',
    when: [{ status: 429 }, { message: GENERIC }, { status: 429, message: GENERIC }],
    unless: windowKnown,
    signs: [
      { facts: { message: TOO_FAST }, makes: 'likely' },
      { facts: { message: GENERIC, retryAfter: { max: 2 } }, makes: 'likely' },
      { facts: { status: 429, answeredBy: 'gateway', bodyKind: NO_JSON }, makes: 'likely' },
    ],
    tell: 'the text says "Please wait before making another request", and no window is at 0',
    meaning:
      'Lusha also limits how many calls may come in a second, over all plans. Your calls came faster than that, or a gateway in front of Lusha counts them. The key is fine.',
    reasons: [
      {
        text: 'More than 25 calls came in one second, the documented general limit.',
        source: 'docs/rate-limiting',
      },
      {
        text: 'Several calls were started in parallel without a limit, or retries came at once after a failure.',
        source: 'inferred',
      },
    ],
    fixes: [
      { ...WAIT_AS_STATED, verify: AFTER_THE_WAIT },
      {
        text: 'Back off: wait 1 s before the first retry, double the wait each time, and stop growing at 60 s.',
        verify: AFTER_THE_WAIT,
        source: 'article#429',
        unless: WAIT_STATED,
      },
      {
        text: 'Add a random part to every wait, so that parallel calls do not come back at the same moment.',
        source: 'docs/rate-limiting',
      },
      {
        text: 'Limit how many calls run at the same time.',
        source: 'inferred',
      },
    ],
    notes: [
      {
        text: 'Another page of the documentation says 50 a second, and an old guide 25 a minute. Treat 25 a second as the ceiling.',
        source: 'docs/api-fundamentals',
      },
      READ_THE_LIMITS,
      HEADERS,
      KEY_IS_FINE,
    ],
    sources: ['article#429', 'docs/rate-limiting', 'spec3'],
  },
  {
    ...throttled,
    id: 'usage-endpoint-limit',
    title: 'The usage endpoint was asked too often',
    when: [{ status: 429 }, { message: TOO_MANY }],
    unless: windowKnown,
    signs: [
      { facts: { path: USAGE_PATH, message: GENERIC }, makes: 'likely' },
      { facts: { path: USAGE_PATH }, makes: 'likely' },
      { facts: { endpoint: /account\.usage$/ }, makes: 'likely' },
    ],
    tell: 'only /v3/account/usage or /account/usage answers 429; other endpoints work',
    meaning:
      'The usage call has a limit of its own: five a minute, shared by its V2 and V3 paths. The other endpoints are not affected. The key is fine.',
    reasons: [
      {
        text: 'The usage call is made once for each row or each request of a program.',
        source: 'code/integrations',
      },
      {
        text: 'Several monitors of the same account ask at the same time.',
        source: 'inferred',
      },
    ],
    fixes: [
      { ...WAIT_AS_STATED, verify: AFTER_THE_WAIT },
      {
        text: 'Wait a minute, then ask again.',
        verify: AFTER_THE_WAIT,
        source: 'docs/account-usage',
        unless: WAIT_STATED,
      },
      {
        text: 'Ask for the usage at most every 15 to 30 seconds, and read the rate headers of your other calls in between.',
        command: 'lusha-doctor watch-ratelimit',
        source: 'inferred',
      },
    ],
    notes: [HEADERS],
    sources: ['spec3', 'docs/account-usage', 'live/2026-07-v3-contract'],
  },
  {
    ...throttled,
    id: 'webhook-rate-limit',
    title: 'The webhook endpoints were called too often',
    when: [{ status: 429 }, { message: TOO_MANY }],
    unless: windowKnown,
    signs: [
      { facts: { path: WEBHOOK_PATH, message: GENERIC }, makes: 'likely' },
      { facts: { path: WEBHOOK_PATH }, makes: 'likely' },
    ],
    tell: 'the path begins with /api/subscriptions, /api/audit-logs or /api/account/secret',
    meaning:
      'Managing webhooks has a limit of its own: 100 calls a minute for the whole account. Delivery of signals to you does not count.',
    reasons: [
      {
        text: 'Subscriptions are created or deleted one by one in a loop.',
        source: 'inferred',
      },
    ],
    fixes: [
      {
        text: 'Wait a minute, then go on.',
        verify: AFTER_THE_WAIT_FOR_WEBHOOKS,
        source: 'spec3',
        unless: WAIT_STATED,
      },
      { ...WAIT_AS_STATED, verify: AFTER_THE_WAIT_FOR_WEBHOOKS },
      {
        text: 'Create and delete up to 25 subscriptions in one request.',
        source: 'spec3',
      },
    ],
    sources: ['spec3'],
  },
] as const satisfies readonly Cause[];
