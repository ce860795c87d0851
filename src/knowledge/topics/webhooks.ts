import type { Topic } from './topic.ts';

/** Receiving webhooks; what Lusha sends stands in `webhook-facts.ts`. */
export const WEBHOOK_TOPICS: readonly Topic[] = [
  {
    id: 'webhook-signatures',
    title: 'Checking the signature of a webhook',
    about: 'what is signed, with which secret, and why a check fails',
    answer: [
      {
        text: 'X-Lusha-Signature is the hexadecimal HMAC-SHA256 of X-Lusha-Timestamp + "." + the JSON of the payload, made with the webhook secret of the account.',
        source: 'spec3',
      },
      {
        text: 'Take the body as it came, before any parser: parsed and written again it may differ by a blank. Compare in constant time.',
        source: 'inferred',
      },
    ],
    facts: [
      {
        text: 'The secret is GET /api/account/secret, not the API key. It must exist before the first subscription.',
        source: 'spec3',
      },
      {
        text: 'POST /api/account/secret/regenerate ends the old one at once, for all subscriptions.',
        source: 'spec3',
      },
      { text: 'Refuse an old timestamp to stop replays.', source: 'inferred' },
    ],
    see: ['webhooks', 'webhook-delivery', 'x-lusha-signature'],
    asked: [
      'verify a webhook signature, validate webhook, X-Lusha-Signature, hmac sha256, signature mismatch, invalid signature, signature does not match',
      'webhook secret, where is the signing secret, rotate the webhook secret, secure a webhook, is the webhook really from lusha, spoofed webhook',
    ],
  },
  {
    id: 'webhook-delivery',
    title: 'Webhooks that do not arrive',
    about: 'the answer a receiver owes, retries, a subscription that was switched off',
    answer: [
      {
        text: 'Answer within 10 s with 2xx and {"received":true,"timestamp":"<ISO time>","webhookId":"<id of the payload>"}. After the first try and up to 3 repeats the subscription is switched off.',
        source: 'spec3',
      },
      {
        text: 'Look at blockReason in GET /api/subscriptions/{id}; switch it on again with PATCH and isActive true.',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'GET /api/audit-logs shows each delivery: 90 days back, failed ones 180.',
        source: 'spec3',
      },
      { text: 'POST /api/subscriptions/{id}/test sends one, without credits.', source: 'spec3' },
      {
        text: 'The address must be https and reachable from the internet: no localhost.',
        source: 'spec3',
      },
      { text: 'Do the work after the answer, not before it.', source: 'inferred' },
    ],
    see: ['webhooks', 'webhook-receiver-refused', 'webhook-signatures', 'webhook-rate-limit'],
    asked: [
      'webhook endpoint down, my receiver was down, missed webhooks, lost webhooks, webhook not received, webhook not arriving, webhook not delivered, webhook not firing, webhooks stopped, subscription disabled, subscription inactive, subscription blocked, blockReason, reactivate a webhook',
      'webhook retries, webhook retry policy, resend a webhook, how often is a webhook repeated, what must my endpoint return, acknowledge a webhook, webhook timeout',
      'test a webhook, localhost, ngrok, log of deliveries, duplicate webhook',
    ],
  },
];
