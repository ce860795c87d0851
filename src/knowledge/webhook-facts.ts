import type { Statement } from '../model/cause.ts';

/** How webhooks are delivered and managed; what a receiver has to do. */
export interface WebhookFact extends Statement {
  readonly about: string;
}

export const WEBHOOK_FACTS: readonly WebhookFact[] = [
  {
    about: 'signature',
    text: 'X-Lusha-Signature is the hexadecimal HMAC-SHA256 over the timestamp, a full stop and the JSON of the payload.',
    source: 'spec3',
  },
  {
    about: 'timestamp',
    text: 'X-Lusha-Timestamp is the Unix time of sending.',
    source: 'spec3',
  },
  { about: 'sender', text: 'The User-Agent is Lusha-Webhooks/1.0.', source: 'spec3' },
  {
    about: 'answer',
    text: 'Answer with 2xx, best 201, within 10 s, and with the body {"received":true,"timestamp":"<ISO time>","webhookId":"<id of the payload>"}.',
    source: 'spec3',
  },
  {
    about: 'retries',
    text: 'A failed delivery is repeated up to 3 times with growing pauses. Then the subscription is switched off and shows blockReason and blockedAt; PATCH it with isActive true to switch it on again.',
    source: 'spec3',
  },
  {
    about: 'secret',
    text: 'There is one secret for each account, and it has to exist before the first subscription. Generating it again ends the old one at once.',
    source: 'spec3',
  },
  { about: 'address', text: 'Only https addresses are taken.', source: 'spec3' },
  {
    about: 'logs',
    text: 'Audit logs are kept for 90 days when a delivery worked and for 180 days when it failed.',
    source: 'spec3',
  },
  {
    about: 'test',
    text: 'A test delivery has the modes direct, kafka and full (the default) and costs no credits.',
    source: 'spec3',
  },
  {
    about: 'opt-out',
    text: 'An account has at most one opt-out subscription.',
    source: 'spec3',
  },
  {
    about: 'limit',
    text: 'Managing webhooks: 100 requests a minute for each account, 25 items in one call.',
    source: 'spec3',
  },
  {
    about: 'cost',
    text: 'Managing is free; each delivered signal is charged once, repeated deliveries are not.',
    source: 'spec3',
  },
];
