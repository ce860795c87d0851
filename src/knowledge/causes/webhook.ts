import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';

const SUBSCRIPTIONS = {
  command: 'lusha-doctor probe-endpoint GET /api/subscriptions',
  expect: 'exit 0; then create the subscription again and read results[].success',
} as const;

const BAD_URL = [
  { itemErrors: /\bURL_VALIDATION_FAILED\b/ },
  { message: /\bURL_VALIDATION_FAILED\b/ },
] as const;
const RECEIVER = /\b(URL_VALIDATION_FAILED|WEBHOOK_VERIFICATION_FAILED)\b/;

/** A webhook request whose items did not all succeed: partial success arrives as 200 or 201. */
export const webhookCauses = [
  {
    id: 'webhook-receiver-refused',
    layer: 'request',
    subject: 'failure',
    severity: 'fail',
    title: 'Lusha could not use the webhook URL',
    when: [{ itemErrors: RECEIVER }, { message: RECEIVER }],
    signs: [
      { facts: { itemErrors: RECEIVER }, makes: 'certain' },
      { facts: { message: RECEIVER }, makes: 'likely' },
    ],
    tell: 'results[].error.code is URL_VALIDATION_FAILED, or WEBHOOK_VERIFICATION_FAILED, inside a 201',
    meaning:
      'The subscription was not created because its receiver did not pass the check that Lusha makes. The status is a success all the same.',
    reasons: [
      { text: 'The URL is not https, or is not reachable from the internet.', source: 'spec3' },
      { text: 'The receiver took longer than 10 s or did not answer 2xx.', source: 'spec3' },
      {
        text: 'The body of its answer is not {"received":true,"timestamp":"…","webhookId":"…"}.',
        source: 'spec3',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Use an https URL that is open to the internet, with a certificate that browsers accept.',
        source: 'spec3',
        verify: SUBSCRIPTIONS,
        when: BAD_URL,
      },
      {
        text: 'Answer within 10 s with a 2xx (201 preferred) and a JSON body holding received true, an ISO timestamp and the webhookId of the payload.',
        source: 'spec3',
        verify: SUBSCRIPTIONS,
      },
      {
        text: 'Use an https URL that is open to the internet, with a certificate that browsers accept.',
        source: 'spec3',
        unless: BAD_URL,
      },
    ],
    retry: AFTER_FIX,
    credits: {
      text: 'Managing webhooks is free; each delivered signal is charged once.',
      source: 'spec3',
    },
    notes: [
      {
        text: 'A receiver that fails later is tried up to 3 more times, then the subscription is switched off (blockReason, blockedAt). Switch it on again with PATCH and isActive true.',
        source: 'spec3',
      },
    ],
    sources: ['spec3', 'spec3'],
  },
  {
    id: 'webhook-duplicate',
    layer: 'request',
    subject: 'failure',
    severity: 'warn',
    title: 'This webhook subscription exists already',
    when: [{ itemErrors: 'DUPLICATE_SUBSCRIPTION' }, { message: /\bDUPLICATE_SUBSCRIPTION\b/ }],
    signs: [
      { facts: { itemErrors: 'DUPLICATE_SUBSCRIPTION' }, makes: 'certain' },
      { facts: { message: /\bDUPLICATE_SUBSCRIPTION\b/ }, makes: 'likely' },
    ],
    tell: 'results[].error.code is DUPLICATE_SUBSCRIPTION, inside a 201',
    meaning:
      'An equal subscription is there already, so no second one was created. Events keep arriving through the first.',
    reasons: [
      {
        text: 'The same creation was sent twice, for example after a time-out.',
        source: 'inferred',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'List your subscriptions and keep the one that exists.',
        command: 'lusha-doctor probe-endpoint GET /api/subscriptions',
        source: 'spec3',
        verify: SUBSCRIPTIONS,
      },
    ],
    retry: AFTER_FIX,
    sources: ['spec3', 'spec3'],
  },
  {
    id: 'webhook-item-failed',
    layer: 'request',
    subject: 'failure',
    severity: 'fail',
    title: 'A part of the webhook request failed',
    when: [
      { itemErrors: /^(VALIDATION_ERROR|FORBIDDEN|UNKNOWN_ERROR)$/ },
      { path: /^\/api\/subscriptions/, itemErrors: /^(NOT_FOUND|NOT_SUCCESSFUL)$/ },
    ],
    signs: [
      { facts: { itemErrors: /^(VALIDATION_ERROR|FORBIDDEN|UNKNOWN_ERROR)$/ }, makes: 'certain' },
      {
        facts: { path: /^\/api\/subscriptions/, itemErrors: /^(NOT_FOUND|NOT_SUCCESSFUL)$/ },
        makes: 'certain',
      },
    ],
    tell: 'the status is 200 or 201 and results[].success is false for some items',
    meaning:
      'Each subscription of the request is judged alone. Some were done, this one was not: {itemErrors|see results[].error.code}.',
    reasons: [
      { text: 'VALIDATION_ERROR: a field of the item is missing or wrong.', source: 'spec3' },
      { text: 'FORBIDDEN: the subscription belongs to another account.', source: 'spec3' },
      { text: 'NOT_FOUND: there is no subscription with this id.', source: 'spec3' },
      { text: 'UNKNOWN_ERROR: Lusha failed; this one may work later.', source: 'spec3' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Read results[].error.message of every item with success false, correct those items and send only them again.',
        source: 'spec3',
        verify: SUBSCRIPTIONS,
      },
      {
        text: 'Send at most 25 items in one request.',
        source: 'spec3',
      },
    ],
    retry: AFTER_FIX,
    sources: ['spec3', 'spec3'],
  },
] as const satisfies readonly Cause[];
