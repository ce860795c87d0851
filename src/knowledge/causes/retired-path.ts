import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, NEVER } from '../retries.ts';
import { resentTo } from '../verifications.ts';

/** Options of buying-group that the path before it does not know. */
export const BUYING_GROUP_OPTION =
  /\bproperty (?:\S{1,80}\.)?(?:contactsLimit|personas) should not exist/i;
/** The path that buying-group took the place of. */
export const DECISION_MAKERS = 'dead.decision-makers';
const BUYING_GROUP = '/v3/contacts/buying-group';

const MOVE = {
  text: 'Call POST /v3/contacts/buying-group with {"companies":[{"domain":"…"}],"contactsLimit":5}. It takes the cap, per company, and personas as well.',
  source: 'docs/buying-group',
  verify: resentTo(BUYING_GROUP),
} as const;

const REMOVED = {
  text: '/v3/contacts/decision-makers was removed on 2026-08-12 and still answered on 2026-09-02.',
  source: 'live/2026-09-decision-makers',
} as const;

const UNCAPPED = {
  text: 'It charges 1 credit for each contact it returns, up to about 60 a company; 44 were charged for microsoft.com.',
  source: 'live/2026-09-decision-makers',
} as const;

/** The removed path for decision makers, which may still answer, and then charges without a cap. */
export const retiredPathCauses = [
  {
    id: 'retired-path-refuses-cap',
    layer: 'request',
    subject: 'failure',
    severity: 'fail',
    title: 'The retired decision-makers path does not take the cap',
    when: [
      { status: 400, endpoint: DECISION_MAKERS },
      { message: BUYING_GROUP_OPTION },
      { errors: BUYING_GROUP_OPTION },
    ],
    unless: [{ endpoint: /^(?!dead\.decision-makers$|unlisted$)/ }],
    signs: [
      { facts: { endpoint: DECISION_MAKERS, message: BUYING_GROUP_OPTION }, makes: 'certain' },
      { facts: { endpoint: DECISION_MAKERS, errors: BUYING_GROUP_OPTION }, makes: 'certain' },
      { facts: { endpoint: DECISION_MAKERS, status: 400 }, makes: 'likely' },
      { facts: { message: BUYING_GROUP_OPTION }, makes: 'likely' },
      { facts: { errors: BUYING_GROUP_OPTION }, makes: 'likely' },
    ],
    tell: 'the refused name is contactsLimit or personas, on /v3/contacts/decision-makers',
    meaning:
      'contactsLimit and personas belong to POST /v3/contacts/buying-group. The path before it refuses them. Keep the cap and change the path: without it the old path charges for every contact it finds.',
    reasons: [
      REMOVED,
      {
        text: 'The body was written for buying-group and sent to the older path.',
        source: 'live/2026-09-decision-makers',
      },
    ],
    whoActs: 'you',
    fixes: [MOVE],
    retry: AFTER_FIX,
    credits: { text: 'A refused request is not charged.', source: 'live/2026-07-v3-contract' },
    notes: [UNCAPPED],
    sources: ['live/2026-09-decision-makers', 'docs/changelog', 'docs/buying-group'],
  },
  {
    id: 'retired-path-charges',
    layer: 'request',
    subject: 'failure',
    severity: 'warn',
    title: 'The retired decision-makers path answered, and it charges for each contact',
    when: [{ status: { min: 200, max: 299 }, endpoint: DECISION_MAKERS }],
    signs: [
      { facts: { status: { min: 200, max: 299 }, endpoint: DECISION_MAKERS }, makes: 'certain' },
      {
        facts: { endpoint: DECISION_MAKERS, creditsCharged: { min: 1 }, itemCount: { min: 1 } },
        makes: 'certain',
      },
      { facts: { endpoint: DECISION_MAKERS, emptyResult: true, itemCount: 0 }, makes: 'certain' },
    ],
    tell: 'a 200 from /v3/contacts/decision-makers',
    meaning:
      'The call worked, on a path that Lusha has removed. It can end any day, and it knows no cap: each contact in the answer is charged.',
    reasons: [REMOVED, UNCAPPED],
    whoActs: 'you',
    fixes: [MOVE],
    retry: NEVER,
    credits: [
      {
        text: 'This answer says it charged {creditsCharged}.',
        source: 'live/2026-09-decision-makers',
        when: [{ creditsCharged: { min: 0 } }],
      },
      {
        text: '1 credit for each contact that is returned; nothing for an empty answer.',
        source: 'live/2026-09-decision-makers',
      },
    ],
    sources: ['live/2026-09-decision-makers', 'docs/changelog', 'docs/buying-group'],
  },
] as const satisfies readonly Cause[];
