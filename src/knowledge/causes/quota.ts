import type { Cause } from '../../model/cause.ts';
import { BACKOFF, NEVER } from '../retries.ts';
import {
  ACCOUNT_WIDE,
  HEADERS,
  KEY_IS_FINE,
  NO_CREDIT,
  PLAN_DECIDES,
  TOO_MANY,
  WAIT_AS_STATED,
  WAIT_STATED,
} from './quota-statements.ts';

const DAY = /daily api (rate|quota) limit/i;
const HOUR = /hourly api (rate|quota) limit/i;
const MINUTE = /\b(minute|minutely) api (rate|quota) limit|calls per minute/i;
const TRIAL = /reached your trial limit/i;

const ofQuota = {
  layer: 'quota',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  credits: NO_CREDIT,
} as const;

const WINDOWS = 'lusha-doctor watch-ratelimit --once';

const AFTER_THE_WAIT = {
  command: `sleep {waitSeconds|60}; ${WINDOWS}`,
  expect: 'exit 0, and the minute window has calls left',
} as const;

/** A 429 because a window of the account, or its trial, is used up. */
export const quotaCauses = [
  {
    ...ofQuota,
    id: 'quota-minute-exhausted',
    title: 'The calls of this minute are used up',
    when: [{ status: 429 }, { message: MINUTE }, { message: TOO_MANY }],
    unless: [{ windowsOpen: 'minute', windowEmpty: null }],
    signs: [
      { facts: { windowEmpty: 'minute' }, makes: 'certain' },
      { facts: { message: MINUTE }, makes: 'certain' },
    ],
    tell: 'x-minute-requests-left is 0; the text is often only "Too many requests"',
    meaning:
      'Your account has made all calls it may make in one minute (limit: {windowLimit|see the usage call}). The window opens again within {waitSeconds|60} s. The key is fine.',
    reasons: [
      PLAN_DECIDES,
      {
        text: 'A loop sends requests without a pause, or several workers run at once.',
        source: 'inferred',
      },
    ],
    fixes: [
      { ...WAIT_AS_STATED, verify: AFTER_THE_WAIT },
      {
        text: 'Wait and try again: 1 s first, then twice as long each time, never more than 60 s.',
        verify: AFTER_THE_WAIT,
        source: 'article#429',
        unless: WAIT_STATED,
      },
      {
        text: 'Add a random part to every wait, so that several workers do not come back at the same moment.',
        source: 'docs/rate-limiting',
      },
      {
        text: 'Spread your calls over the minute. V3 takes up to 100 contacts or companies in one request.',
        source: 'spec3',
      },
    ],
    retry: BACKOFF,
    notes: [HEADERS, ACCOUNT_WIDE, KEY_IS_FINE],
    sources: ['article#429', 'docs/rate-limiting', 'live/2026-07-v3-contract'],
  },
  {
    ...ofQuota,
    id: 'quota-hour-exhausted',
    title: 'The calls of this hour are used up',
    when: [{ status: 429 }, { message: HOUR }, { message: TOO_MANY }],
    unless: [{ windowsOpen: 'hour', windowEmpty: null }],
    signs: [
      { facts: { windowEmpty: 'hour' }, makes: 'certain' },
      { facts: { message: HOUR }, makes: 'certain' },
    ],
    tell: 'x-hourly-requests-left is 0, or the text says "Hourly API rate limit exceeded"',
    meaning:
      'Your account has made all calls it may make in one hour (limit: {windowLimit|see the usage call}). Retrying sooner fails for sure. The key is fine.',
    reasons: [
      PLAN_DECIDES,
      {
        text: 'Another integration of the same account uses the window too.',
        source: 'docs/rate-limiting',
      },
    ],
    fixes: [
      {
        text: 'Stop calling until the window opens again. Seconds left by this answer: {waitSeconds|not stated, ask for the windows}.',
        command: WINDOWS,
        verify: { command: WINDOWS, expect: 'exit 0, and the hour window has calls left' },
        source: 'docs/v2-error-table',
      },
      {
        text: 'Spread the work: divide the limit of the hour by 60 and stay under that number of calls a minute.',
        source: 'inferred',
      },
      {
        text: 'Send up to 100 contacts or companies in one V3 request instead of one each.',
        source: 'spec3',
      },
    ],
    retry: {
      worth: true,
      how: 'reset',
      note: 'Backing off in seconds is pointless here; wait for the window.',
    },
    notes: [
      HEADERS,
      ACCOUNT_WIDE,
      KEY_IS_FINE,
      { text: 'Free and Starter plans have no hour window.', source: 'help/api-overview' },
    ],
    sources: ['article#429', 'docs/v2-error-table', 'docs/rate-limiting'],
  },
  {
    ...ofQuota,
    id: 'quota-day-exhausted',
    title: 'The calls of this day are used up',
    when: [{ status: 429 }, { message: DAY }, { message: TOO_MANY }],
    unless: [{ windowsOpen: 'day', windowEmpty: null }],
    signs: [
      { facts: { windowEmpty: 'day' }, makes: 'certain' },
      { facts: { message: DAY }, makes: 'certain' },
    ],
    tell: 'x-daily-requests-left is 0, or the text says "Daily API rate limit exceeded" or "Daily API quota limit exceeded"',
    meaning:
      'Your account has made all calls it may make in one day (limit: {windowLimit|see the usage call}). Retrying sooner fails for sure. The key is fine, and this says nothing about credits.',
    reasons: [
      PLAN_DECIDES,
      {
        text: 'Small plans have few calls: 25 a day were seen on a live account in 2025.',
        source: 'live/2025-08-429',
      },
      {
        text: 'Another integration of the same account uses the window too.',
        source: 'docs/rate-limiting',
      },
    ],
    fixes: [
      {
        text: 'Stop calling until the window opens again. Seconds left by this answer: {waitSeconds|not stated, ask for the windows}.',
        command: WINDOWS,
        verify: { command: WINDOWS, expect: 'exit 0, and the day window has calls left' },
        source: 'live/2025-08-429',
      },
      {
        text: 'Send up to 100 contacts or companies in one V3 request instead of one each.',
        source: 'spec3',
      },
      {
        text: 'If you need more calls a day, ask your account manager for a plan with a higher limit.',
        source: 'help/api-overview',
      },
    ],
    retry: {
      worth: true,
      how: 'reset',
      note: 'Backing off in seconds is pointless here; wait for the window.',
    },
    notes: [
      {
        text: 'The day need not end at midnight: one live answer pointed to 24 hours after the first call, an example in the documentation to midnight UTC. Trust the seconds in the answer or resetsAt in the usage answer.',
        source: 'live/2025-08-429',
      },
      HEADERS,
      ACCOUNT_WIDE,
      KEY_IS_FINE,
    ],
    sources: ['article#429', 'live/2025-08-429', 'docs/v2-error-table'],
  },
  {
    ...ofQuota,
    id: 'trial-exhausted',
    title: 'The trial is used up',
    when: [{ status: 429 }, { message: TRIAL }],
    signs: [{ facts: { message: TRIAL }, makes: 'certain' }],
    tell: 'the text says "You\'ve reached your trial limit"',
    meaning:
      'The account has used all calls of its trial. No window opens again here: waiting never helps, only an upgrade does. The status is 429 all the same.',
    reasons: [
      {
        text: 'A trial comes with a fixed number of calls, and they are spent.',
        source: 'docs/v2-error-table',
      },
    ],
    whoActs: 'your account admin',
    fixes: [
      {
        text: 'Stop retrying; take this text out of your retry rule for 429.',
        source: 'docs/v2-error-table',
      },
      {
        text: 'Contact Lusha Support for an upgrade (the chat icon in the dashboard).',
        verify: { command: 'lusha-doctor check-key', expect: 'exit 0' },
        source: 'docs/v2-error-table',
      },
    ],
    retry: { ...NEVER, note: 'Waiting never helps; the trial has to be upgraded.' },
    sources: ['docs/v2-error-table'],
  },
] as const satisfies readonly Cause[];
