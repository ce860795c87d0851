import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { KEY_ACCEPTED, USAGE_CALL_WORKS } from './key-commands.ts';

const INACTIVE = /account is not active/i;
const V3_OFF = /v3 api access is not enabled/i;

const ofAccount = {
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

/** A good key on an account that cannot use it: inactive, or without V3. */
export const accountCauses = [
  {
    ...ofAccount,
    id: 'account-inactive',
    title: 'The account is not active',
    when: [{ status: 403 }, { message: INACTIVE }],
    signs: [
      { facts: { message: INACTIVE }, makes: 'certain' },
      { facts: { message: INACTIVE, junkKey: 'different' }, makes: 'certain' },
      {
        facts: { message: INACTIVE, junkKey: 'different', olderUsage: 'same' },
        makes: 'certain',
      },
    ],
    tell: 'the message says "Your account is not active", and names support@lusha.com',
    meaning:
      'Lusha accepted the key, but the account behind it is switched off. Nothing in your code or your request changes that; only Lusha can switch it on again.',
    reasons: [
      {
        text: 'The subscription has ended, was cancelled or was never started.',
        source: 'inferred',
      },
      { text: 'Lusha has suspended the account.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Sign in to the dashboard and see what it says about your subscription.',
        source: 'inferred',
      },
      {
        text: 'Write to Lusha Support: use the chat icon in the dashboard, or support@lusha.com if you cannot sign in.',
        verify: KEY_ACCEPTED,
        source: 'article#help',
      },
    ],
    sources: ['spec3', 'spec2', 'docs/error-codes'],
  },
  {
    ...ofAccount,
    id: 'v3-not-enabled',
    title: 'The V3 API is not switched on for the account',
    when: [{ status: 403 }, { message: V3_OFF }],
    unless: [{ endpointVersion: 'v2', message: null }],
    signs: [
      { facts: { message: V3_OFF }, makes: 'certain' },
      { facts: { message: V3_OFF, olderUsage: 'accepted' }, makes: 'certain' },
    ],
    tell: 'the message says "V3 API access is not enabled for your account"',
    meaning:
      'Key and account are good, but V3 is switched on per account and yours does not have it. All paths that begin with /v3/ answer this way.',
    reasons: [
      { text: 'The account was made for V2 and has not been moved yet.', source: 'inferred' },
      { text: 'The contract does not cover V3.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Ask your account manager to enable V3 API access.',
        verify: USAGE_CALL_WORKS,
        source: 'spec3',
      },
    ],
    notes: [
      {
        text: 'Going back to V2 is no way out: integrators report that its end was announced for 2026-11-18.',
        source: 'code/v2-sunset',
      },
    ],
    sources: ['spec3'],
  },
] as const satisfies readonly Cause[];
