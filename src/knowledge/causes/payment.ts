import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { USAGE_CALL_WORKS, usageCall } from './key-commands.ts';

const NO_CREDITS = /insufficient credits|requires payment|payment needed/i;
const COMPANY_SIGNALS_PATH = /\/companies\/signals(\/|$)|^\/api\/signals\/companies/;

/** 1 for the search, 1 for the email and 5 for the phone number (help/credit-table). */
const FULL_CONTACT = 7;

const unpaid = {
  layer: 'account',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'your account admin',
  retry: AFTER_FIX,
  credits: {
    text: 'Costs nothing: no credits are deducted for an API error.',
    source: 'docs/billing',
  },
} as const;

/** A 402: no credits, too few of them, or an action that credits do not buy on this plan. */
export const paymentCauses = [
  {
    ...unpaid,
    id: 'credits-exhausted',
    title: 'No credits are left',
    when: [{ status: 402 }, { message: NO_CREDITS }],
    unless: [{ creditsLeft: { min: 1 } }],
    signs: [
      { facts: { creditsLeft: { max: 0 } }, makes: 'certain' },
      { facts: { message: NO_CREDITS }, makes: 'likely' },
    ],
    tell: 'the message speaks of credits or payment, and the balance of the usage call is 0',
    meaning:
      'The account has no credits left for this call. Credits belong to the account, so every key and every user of it draws on the same balance. Request limits are something else: they answer 429.',
    reasons: [
      { text: 'The credits of this period are used up.', source: 'spec3' },
      {
        text: 'Another integration or a colleague used them; the balance is shared.',
        source: 'docs/billing',
      },
      {
        text: 'Data Waterfall is on: it charges the rate of a third party and is on by default where an account has it.',
        source: 'docs/changelog',
      },
    ],
    fixes: [
      ...usageCall('contacted', {
        text: 'Read the balance and the price list of your account.',
        source: 'docs/account-usage',
      }),
      {
        text: 'Ask your account admin to buy credits, or wait for the renewal of the plan.',
        verify: {
          command: 'lusha-doctor check-key',
          expect: 'exit 0, and more credits left than your call costs',
        },
        source: 'docs/error-codes',
      },
      {
        text: 'Find out what used them: Analytics, then Credit usage, in the dashboard (admins, paid plans).',
        source: 'help/usage-analytics',
      },
    ],
    notes: [
      {
        text: 'The balance follows real charges a few seconds late.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'The header x-daily-requests-left counts requests, not credits.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'A credit limit can be set for a single key. What a call answers when that limit is reached is not documented.',
        source: 'code/integrations',
      },
      {
        text: 'Only Scale has credit limits for single users.',
        source: 'help/user-limits',
      },
      { text: 'The article does not list 402; the specification does.', source: 'spec3' },
    ],
    sources: ['spec3', 'docs/error-codes', 'docs/billing'],
  },
  {
    ...unpaid,
    id: 'credits-too-few',
    title: 'The credits left do not pay for this request',
    when: [{ status: 402 }, { message: NO_CREDITS }],
    unless: [{ creditsLeft: { max: 0 } }],
    signs: [{ facts: { creditsLeft: { min: 1, max: FULL_CONTACT } }, makes: 'likely' }],
    tell: 'a few credits are left, and the request asks for phone numbers or for many items',
    meaning:
      'The account still has credits ({creditsLeft|a few}), but this request would cost more. A phone number costs 5 credits, an email or a company 1, and a batch costs the sum of its items.',
    reasons: [
      { text: 'The request asks for more than the balance pays for.', source: 'help/credit-table' },
    ],
    fixes: [
      {
        text: 'Send one item only, and ask for emails without phones.',
        source: 'help/credit-table',
      },
      {
        text: 'Ask your account admin for more credits.',
        verify: {
          command: 'lusha-doctor check-key',
          expect: 'exit 0, and more credits left than your request costs',
        },
        source: 'docs/error-codes',
      },
    ],
    notes: [
      {
        text: 'Whether Lusha refuses a whole batch or only the part that is not covered is not documented.',
        source: 'inferred',
      },
    ],
    sources: ['spec3', 'help/credit-table', 'inferred'],
  },
  {
    ...unpaid,
    layer: 'plan',
    id: 'plan-action-not-included',
    title: 'Credits are left, but your plan does not include this action',
    when: [{ status: 402 }, { message: NO_CREDITS }],
    unless: [{ creditsLeft: { max: 0 } }],
    signs: [
      {
        facts: { creditsLeft: { min: 1 }, path: COMPANY_SIGNALS_PATH, plan: 'free' },
        makes: 'likely',
      },
      { facts: { creditsLeft: { min: 1 }, path: COMPANY_SIGNALS_PATH }, makes: 'likely' },
      { facts: { creditsLeft: { min: FULL_CONTACT + 1 } }, makes: 'likely' },
    ],
    tell: 'the usage call shows credits.remaining well above the price of this request',
    meaning:
      'The text speaks of credits, but there are some left ({creditsLeft|see the usage call}). Lusha also answers 402 when an action is not part of the plan, and more credits do not help then.',
    reasons: [
      {
        text: 'The plan does not include the action. Seen for company signals on a free plan.',
        source: 'live/2026-06-free-plan',
      },
      {
        text: 'The request is a large batch that costs more than the balance after all.',
        source: 'help/credit-table',
      },
    ],
    fixes: [
      ...usageCall('contacted', {
        text: 'Compare the balance with the price of this action, both in the usage answer.',
        verify: USAGE_CALL_WORKS,
        source: 'docs/account-usage',
      }),
      {
        text: 'Send the request with a single item. If it is still a 402, the plan is the reason and not the price.',
        source: 'inferred',
      },
      {
        text: 'Ask your account manager whether your account is entitled to the action.',
        source: 'live/2026-06-free-plan',
      },
    ],
    sources: ['live/2026-06-free-plan', 'inferred'],
  },
] as const satisfies readonly Cause[];
