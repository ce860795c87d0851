import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';

const LIMIT = /maximum subscriptions limit reached/i;
const NOT_YOURS = /subscription does not belong to your account/i;
const OPT_OUT = /opt-out subscription already exists/i;

/** Endpoints of the catalogue that do not manage subscriptions; an unlisted path may be a relay's. */
const OTHER_ENDPOINT = /^(?!unlisted$|webhooks\.)/;

const SUBSCRIPTIONS = 'lusha-doctor probe-endpoint GET /api/subscriptions';

const ofWebhooks = {
  layer: 'account',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: {
    text: 'Costs nothing: managing subscriptions is free, only delivered signals are charged.',
    source: 'spec3',
  },
} as const;

/** A 403 about webhook subscriptions: too many, somebody else's, or one that exists once only. */
export const webhookAccountCauses = [
  {
    ...ofWebhooks,
    id: 'webhook-limit-reached',
    layer: 'plan',
    title: 'The account has all the webhook subscriptions it may have',
    when: [{ status: 403 }, { message: LIMIT }],
    unless: [{ endpoint: OTHER_ENDPOINT }],
    signs: [{ facts: { message: LIMIT }, makes: 'certain' }],
    tell: 'the message says "Maximum subscriptions limit reached", for your account',
    meaning:
      'Key and request are fine. The account has reached its number of webhook subscriptions, and switched-off ones may count as well.',
    reasons: [
      { text: 'Old or test subscriptions were never deleted.', source: 'inferred' },
      { text: 'The plan allows fewer subscriptions than you need.', source: 'spec3' },
    ],
    fixes: [
      {
        text: 'List your subscriptions.',
        command: SUBSCRIPTIONS,
        source: 'spec3',
      },
      {
        text: 'Delete those you no longer need with POST /api/subscriptions/delete, then create the new one.',
        verify: { command: SUBSCRIPTIONS, expect: 'exit 0, and a shorter list' },
        source: 'spec3',
      },
      {
        text: 'If you need them all, ask your account manager for a higher limit.',
        source: 'inferred',
      },
    ],
    sources: ['spec3'],
  },
  {
    ...ofWebhooks,
    id: 'webhook-not-owned',
    title: 'The webhook subscription belongs to another account',
    when: [{ status: 403 }, { message: NOT_YOURS }],
    unless: [{ endpoint: OTHER_ENDPOINT }],
    signs: [{ facts: { message: NOT_YOURS }, makes: 'certain' }],
    tell: 'the message says "Subscription does not belong to your account"',
    meaning:
      'The subscription exists, but the key is of another account than the one that made it. Either the id or the key is the wrong one.',
    reasons: [
      {
        text: 'The program holds an id from another account, for example a test account.',
        source: 'inferred',
      },
      { text: 'The key was exchanged for that of another account.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'List the subscriptions that this key owns, and use one of their ids.',
        command: SUBSCRIPTIONS,
        verify: { command: SUBSCRIPTIONS, expect: 'exit 0, and your id is in the list' },
        source: 'spec3',
      },
      {
        text: 'If the id is right, use the key of the account that created the subscription.',
        source: 'spec3',
      },
    ],
    sources: ['spec3'],
  },
  {
    ...ofWebhooks,
    id: 'webhook-opt-out-exists',
    severity: 'warn',
    title: 'The account has an opt-out subscription already',
    when: [{ status: 403 }, { message: OPT_OUT }],
    unless: [{ endpoint: OTHER_ENDPOINT }],
    signs: [{ facts: { message: OPT_OUT }, makes: 'certain' }],
    tell: 'the message says "An opt-out subscription already exists", for this account',
    meaning:
      'An account can have one opt-out subscription, and yours has it. The 403 is not about your key or plan; there is nothing more to create.',
    reasons: [
      { text: 'A set-up script ran a second time, or a colleague made it.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Find the existing subscription and check its URL.',
        command: SUBSCRIPTIONS,
        verify: { command: SUBSCRIPTIONS, expect: 'exit 0, and one opt-out entry in the list' },
        source: 'spec3',
      },
      {
        text: 'To send opt-outs elsewhere, change that one with PATCH /api/subscriptions/ and its id.',
        source: 'spec3',
      },
    ],
    sources: ['spec3'],
  },
] as const satisfies readonly Cause[];
