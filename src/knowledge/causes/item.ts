import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF, NEVER } from '../retries.ts';
import { USAGE_PROBED } from '../verifications.ts';
import { resent } from './own-call.ts';

const WEBHOOK_PATH = /^\/api\/subscriptions/;

const NO_MATCH = /\bNOT_FOUND\b|^(contact|company) not found/i;

/** A 200 whose items did not all succeed. */
export const itemCauses = [
  {
    id: 'item-enrich-failed',
    layer: 'service',
    subject: 'failure',
    severity: 'warn',
    title: 'The request succeeded, but an item could not be enriched',
    when: [{ itemErrors: ['ENRICH_FAILED', 'NOT_SUCCESSFUL'] }, { message: /\bENRICH_FAILED\b/ }],
    unless: [{ path: WEBHOOK_PATH }],
    signs: [
      { facts: { itemErrors: 'ENRICH_FAILED' }, makes: 'certain' },
      { facts: { itemErrors: 'NOT_SUCCESSFUL' }, makes: 'likely' },
      { facts: { message: /\bENRICH_FAILED\b/ }, makes: 'likely' },
    ],
    tell: 'results[].error.code is ENRICH_FAILED; in V2 prospecting, isSuccess is false',
    meaning:
      'Lusha knows the item and failed to fetch its data. The other items of the same answer are good.',
    reasons: [
      { text: 'Fetching the data of this one item failed on the side of Lusha.', source: 'spec3' },
    ],
    whoActs: 'Lusha',
    fixes: [
      ...resent('/v3/contacts/enrich', {
        text: 'Send the failed items again, and only those; results stand in the order of your request.',
        source: 'live/2026-07-v3-contract',
      }),
      {
        text: 'If the same item fails for hours, write to support with its id and the request id {requestId|from the body}.',
        source: 'article#help',
      },
    ],
    retry: BACKOFF,
    sources: ['spec3', 'docs/error-codes'],
  },
  {
    id: 'item-compliance-restricted',
    layer: 'request',
    subject: 'failure',
    severity: 'warn',
    title: 'The request succeeded, but privacy law blocks an item',
    when: [{ itemErrors: 'COMPLIANCE_RESTRICTED' }, { message: /\bCOMPLIANCE_RESTRICTED\b/ }],
    signs: [
      { facts: { itemErrors: 'COMPLIANCE_RESTRICTED' }, makes: 'certain' },
      { facts: { message: /\bCOMPLIANCE_RESTRICTED\b/ }, makes: 'likely' },
    ],
    tell: 'results[].error.code is COMPLIANCE_RESTRICTED; a single V2 lookup answers 451 instead',
    meaning:
      'Lusha may not hand out the data of this person because of privacy rules. No plan and no retry changes that.',
    reasons: [
      { text: 'The person objected, or GDPR forbids processing the request.', source: 'spec3' },
    ],
    whoActs: 'you',
    fixes: [
      ...resent('/v3/contacts/search-and-enrich', {
        text: 'Mark the item as blocked in your data and leave it out of later requests.',
        source: 'spec3',
      }),
    ],
    retry: NEVER,
    sources: ['spec3', 'docs/error-codes'],
  },
  {
    id: 'item-no-score',
    layer: 'request',
    subject: 'failure',
    severity: 'ok',
    title: 'The request succeeded, but an item has no signal score',
    when: [{ itemErrors: 'NO_SCORE' }, { message: /\bNO_SCORE\b/ }],
    signs: [
      { facts: { itemErrors: 'NO_SCORE' }, makes: 'certain' },
      { facts: { message: /\bNO_SCORE\b/ }, makes: 'likely' },
    ],
    tell: 'results[].error.code is NO_SCORE, on one of the two signal-score endpoints',
    meaning: 'Lusha has no score for this item. The request itself is fine.',
    reasons: [
      { text: 'There are not enough signals to compute a score from.', source: 'inferred' },
    ],
    whoActs: 'nobody',
    fixes: [
      {
        text: 'Treat the score as unknown, not as zero.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
    ],
    retry: NEVER,
    credits: { text: 'Rows of signal score that carry an error are not charged.', source: 'spec3' },
    sources: ['spec3', 'docs/changelog'],
  },
  {
    id: 'item-not-found',
    layer: 'request',
    subject: 'failure',
    severity: 'ok',
    title: 'The request succeeded, but an item has no match',
    when: [{ itemErrors: 'NOT_FOUND' }, { message: NO_MATCH }],
    unless: [{ path: WEBHOOK_PATH }, { status: { min: 300 } }],
    signs: [
      { facts: { itemErrors: 'NOT_FOUND' }, makes: 'certain' },
      { facts: { message: NO_MATCH }, makes: 'likely' },
    ],
    tell: 'results[].error.code is NOT_FOUND, while the status is 200',
    meaning:
      'Lusha has no match for this item. That is expected for people and companies outside its database; the other items of the answer are good.',
    reasons: [
      { text: 'The item is not in the database of Lusha.', source: 'article#no-results' },
      {
        text: 'The identifiers are too weak or contradict each other, for example a name with an old employer.',
        source: 'inferred',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Treat NOT_FOUND as "no match" in your code. Results stand in the order of your request; clientReferenceId comes back with each.',
        source: 'live/2026-07-v3-contract',
        verify: USAGE_PROBED,
      },
      {
        text: 'Try a stronger identifier: LinkedIn URL or e-mail, else full name with company domain.',
        source: 'spec3',
      },
    ],
    retry: AFTER_FIX,
    credits: {
      text: 'Recorded no-matches charged 0. Trust billing.creditsCharged of the answer: {creditsCharged|not seen here}.',
      source: 'live/2026-07-v3-contract',
    },
    notes: [
      {
        text: 'The article says at least 1 credit is charged per request, even without a result.',
        source: 'article#200-credit',
      },
    ],
    sources: ['spec3', 'live/2026-07-v3-contract', 'article#no-results'],
  },
  {
    id: 'v2-empty-data',
    layer: 'request',
    subject: 'failure',
    severity: 'ok',
    title: 'The V2 request succeeded and found nothing',
    when: [{ itemErrors: 'EMPTY_DATA' }, { message: /\bEMPTY_DATA\b/ }],
    signs: [
      { facts: { itemErrors: 'EMPTY_DATA' }, makes: 'certain' },
      { facts: { message: /\bEMPTY_DATA\b/ }, makes: 'likely' },
    ],
    tell: 'contact.error.name is EMPTY_DATA (code 3), with isCreditCharged false',
    meaning:
      'This is how V2 says "no match": status 200 with an error inside the contact. It is the only such code known for V2.',
    reasons: [
      { text: 'Lusha has no data for this contact.', source: 'live/2026-02-v2' },
      {
        text: 'The dashboard may show data where the API has none; integrators report such cases.',
        source: 'code/integrations',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Look at contact.error before you read contact.data.',
        source: 'live/2026-02-v2',
        verify: USAGE_PROBED,
      },
      {
        text: 'Move to V3, where the same case is results[].error.code NOT_FOUND.',
        command: 'lusha-doctor probe-endpoint POST /v3/contacts/search-and-enrich',
        source: 'code/v2-sunset',
      },
    ],
    retry: AFTER_FIX,
    credits: { text: 'Not charged: isCreditCharged is false.', source: 'live/2026-02-v2' },
    notes: [
      {
        text: 'The article says at least 1 credit is charged per request, even without a result.',
        source: 'article#200-credit',
      },
    ],
    sources: ['live/2026-02-v2', 'live/2026-07-v2-contract', 'spec2'],
  },
] as const satisfies readonly Cause[];
