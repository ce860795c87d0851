import type { Cause, Fix } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { named } from './field-fixes.ts';
import { resent } from './own-call.ts';

/** Lusha lists what it takes. */
export const NOT_AMONG = /must be one of the following values|must be a valid enum value/i;
/** The list is there and has too little in it. */
const TOO_FEW =
  /\b(?:contacts|companies|ids|items|seeds?(?:\.\w{1,30})?|subscriptions|entityIds)\b (?:must contain at least \d|should not be empty)/i;
const SEEDS = /\bseeds?(?:\.\w{1,30})?\b must contain at least/i;

const refused = {
  layer: 'request',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: {
    text: 'A refused request is not charged.',
    source: 'live/2026-07-v3-contract',
  },
} as const;

/** What is right for a value that is refused often. */
const OF_A_FIELD: readonly Fix[] = [
  {
    text: 'existingDataPoints takes work_email, phone, mobile_phone and direct_phone. work_phone is refused, although an example of the documentation has it.',
    source: 'live/2026-09-n8n-tests',
    when: named([/existingDataPoints/i]),
  },
  {
    text: 'In contact filters countries takes two-letter ISO codes, no full names. For company locations it is the other way round.',
    source: 'live/2026-09-n8n-tests',
    when: named([/\bcountries\b/i]),
  },
  {
    text: 'seniorityIds takes whole numbers; the free list of the filter seniority has them.',
    source: 'live/2026-09-n8n-tests',
    when: named([/\bseniority/i]),
  },
];

/** 400: a name is right, and what stands behind it is not. */
export const requestValueCauses = [
  {
    ...refused,
    id: 'value-not-allowed',
    title: 'A value is not among those that Lusha takes',
    when: [{ message: NOT_AMONG }, { errors: NOT_AMONG }],
    signs: [
      { facts: { message: NOT_AMONG }, makes: 'certain' },
      { facts: { errors: NOT_AMONG }, makes: 'certain' },
    ],
    tell: 'the text says "must be one of the following values" and lists them',
    meaning:
      'The field is right and its value is none of those allowed. Lusha names them: {message|see the text}.',
    reasons: [
      { text: 'The value is misspelt, or has another case.', source: 'inferred' },
      {
        text: 'It was taken from an example or from another endpoint, whose list differs.',
        source: 'live/2026-09-n8n-tests',
      },
    ],
    fixes: [
      ...resent('/v3/contacts/search', {
        text: 'Use one of the values that Lusha listed, letter for letter.',
        source: 'live/2026-09-n8n-tests',
      }),
      ...OF_A_FIELD,
      {
        text: 'For filters take the values from the free lists.',
        command: 'lusha-doctor probe-endpoint GET /v3/contacts/prospecting/filters',
        source: 'spec3',
      },
    ],
    sources: ['live/2026-09-n8n-tests', 'spec3'],
  },
  {
    ...refused,
    id: 'list-too-short',
    title: 'A list in the request is empty or too short',
    when: [{ message: TOO_FEW }, { errors: TOO_FEW }],
    signs: [
      { facts: { message: TOO_FEW }, makes: 'certain' },
      { facts: { errors: TOO_FEW }, makes: 'certain' },
    ],
    tell: 'the text says "must contain at least" and how many',
    meaning:
      'Lusha found the list and wants more in it: {message|see the text}. Sending fewer, or cutting the list, makes it worse.',
    reasons: [
      {
        text: 'The list is computed and came out empty, for example after filtering.',
        source: 'inferred',
      },
      { text: 'A lookalike search needs at least 5 seeds.', source: 'spec3' },
    ],
    fixes: [
      ...resent('/v3/contacts/search', {
        text: 'Send at least as many as the text asks for, or no request at all when there is nothing to ask about.',
        source: 'live/2026-07-v3-contract',
      }),
      {
        text: 'Give at least 5 seeds, as {"seeds":{"ids":[…]}}.',
        source: 'live/2026-09-n8n-tests',
        when: named([SEEDS]),
      },
    ],
    sources: ['live/2026-07-v3-contract', 'spec3'],
  },
] as const satisfies readonly Cause[];
