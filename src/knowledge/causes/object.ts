import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, NEVER } from '../retries.ts';
import { USAGE_PROBED } from '../verifications.ts';
import { corrected, resent } from './own-call.ts';

const refused = {
  layer: 'request',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: {
    text: 'API errors are not charged, says the billing page.',
    source: 'docs/billing',
  },
} as const;

const OBJECT =
  /\b[A-Z]+_NOT_FOUND\b|(secret|table|column|job|conversation|subscription) not found/i;
/** Said of a missing object and of a wrong path alike. */
export const SOMETHING = /^resource not found/i;
/** Endpoints of the catalogue at which these answers are not known. */
export const NO_TABLES = /^(?!unlisted$|.*table)/;
export const NO_LOOKALIKE = /^(?!unlisted$|.*lookalike)/;
export const NO_FULL_NAME = /^(?!unlisted$|v2\.)/;
const OBJECT_PATH =
  /^\/(v3\/\w+\/(tables|jobs|conversations)|v3\/account\/conversations|api\/subscriptions|api\/account\/secret)(\/|$)/;
const WEBHOOK = [
  { path: /^\/api\/subscriptions/ },
  { message: /subscription not found/i },
] as const;
/** It is known that the call was about something else. */
const OTHER_THAN_WEBHOOK = [{ path: /^\/v3\// }] as const;
const NO_JOB = [{ path: /^(?!\/v3\/\w+\/jobs\b)/ }] as const;
const NO_DATA = /could not find (requested )?data/i;
const SESSION = /DEDUPE_SESSION_INVALID/;
const NOT_SESSION = /^(?!.*DEDUPE_SESSION_INVALID)/;
const FULL_NAME = /full name field|valid first & last name/i;
const GDPR = /GDPR/i;

/** Answers about one object or person: the path is right, the thing behind it is not. */
export const objectCauses = [
  {
    ...refused,
    id: 'object-not-found',
    title: 'The endpoint exists, the object does not',
    when: [{ status: 404 }, { message: OBJECT }, { errors: OBJECT }, { message: SOMETHING }],
    unless: [{ status: [200, 201] }, { endpointVersion: ['v1', 'invented', 'retired'] }],
    signs: [
      { facts: { message: OBJECT }, makes: 'certain' },
      { facts: { errors: OBJECT }, makes: 'certain' },
      { facts: { message: SOMETHING, path: OBJECT_PATH }, makes: 'likely' },
      { facts: { path: OBJECT_PATH, answeredBy: 'lusha' }, makes: 'likely' },
    ],
    tell: 'the message names a thing (TABLE_NOT_FOUND, COLUMN_NOT_FOUND, "Account secret not found")',
    meaning:
      'The table, column, job, conversation, subscription or secret with this id is not there for your account. Where the message names the object, path, key and method are right.',
    reasons: [
      { text: 'The object was deleted, or the id has a mistake.', source: 'spec3' },
      { text: 'It belongs to another account; that is not told apart.', source: 'docs/enrich-job' },
      { text: 'The enrich job has expired.', source: 'docs/enrich-job', unless: NO_JOB },
      {
        text: 'No webhook secret was generated yet: "Account secret not found. Please generate one first."',
        source: 'spec3',
        unless: OTHER_THAN_WEBHOOK,
      },
    ],
    fixes: [
      ...corrected({
        text: 'List the webhook subscriptions and take the id from there.',
        command: 'lusha-doctor probe-endpoint GET /api/subscriptions',
        source: 'spec3',
        when: WEBHOOK,
      }),
      ...corrected({
        text: 'List the objects of that kind and take the id from there.',
        source: 'spec3',
        unless: WEBHOOK,
      }),
      {
        text: 'For a missing webhook secret, generate one with POST /api/account/secret/regenerate, once. Doing it again later makes the old one invalid for all subscriptions.',
        source: 'spec3',
        unless: OTHER_THAN_WEBHOOK,
      },
    ],
    sources: ['article#404', 'article#overview', 'spec3', 'docs/error-codes'],
  },
  {
    ...refused,
    id: 'v2-no-match',
    severity: 'ok',
    title: 'V2 or V1 found no data for this person or company',
    when: [{ message: NO_DATA }, { status: 404, path: /^\/(v2\/)?(person|company)$/ }],
    signs: [{ facts: { message: NO_DATA }, makes: 'certain' }],
    tell: 'the message says "Could not find data for …", or "Could not find requested data"',
    meaning:
      'The old versions answer 404 for "no match" on some paths. The endpoint works; it has no data for what you asked.',
    reasons: [
      { text: 'The person or company is not in the database.', source: 'article#no-results' },
      {
        text: 'The identifiers were sent wrongly; one report of this text ended with a mistake of the caller.',
        source: 'code/integrations',
      },
    ],
    fixes: [
      {
        text: 'Check the identifiers, then treat this text as "no match".',
        source: 'code/integrations',
        verify: USAGE_PROBED,
      },
      {
        text: 'Move to V3, where no match is a 200 with NOT_FOUND per item.',
        source: 'spec3',
      },
    ],
    sources: ['spec2', 'code/integrations'],
  },
  {
    ...refused,
    id: 'name-conflict',
    title: 'A table with this name exists already',
    when: [{ status: 409 }, { message: /TABLE_NAME_CONFLICT|name already exists/i }],
    unless: [{ endpoint: NO_TABLES, message: null }],
    signs: [
      { facts: { message: /TABLE_NAME_CONFLICT|name already exists/i }, makes: 'certain' },
      { facts: { status: 409, path: /\/tables(\/|$)/ }, makes: 'likely' },
    ],
    tell: 'the status is 409 and the message starts with TABLE_NAME_CONFLICT',
    meaning: 'Names of tables are unique in your account. Nothing was created.',
    reasons: [
      { text: 'The creation was repeated, for example after a time-out.', source: 'inferred' },
      { text: 'A colleague uses the name.', source: 'inferred' },
    ],
    fixes: [
      ...resent('/v3/contacts/tables', {
        text: 'Choose another name, or write into the table that exists.',
        source: 'spec3',
      }),
    ],
    sources: ['spec3', 'docs/tables'],
  },
  {
    ...refused,
    id: 'session-expired',
    title: 'The lookalike session is not valid any more',
    when: [{ status: 410 }, { message: SESSION }, { errors: SESSION }],
    unless: [
      { endpointVersion: ['v1', 'v2', 'retired'], message: null },
      { endpointVersion: ['v1', 'v2', 'retired'], message: NOT_SESSION, errors: null },
      { endpoint: NO_LOOKALIKE, message: null, errors: null },
    ],
    signs: [
      { facts: { message: SESSION }, makes: 'certain' },
      { facts: { errors: SESSION }, makes: 'certain' },
      { facts: { status: 410, path: /lookalike/, answeredBy: 'lusha' }, makes: 'likely' },
    ],
    tell: 'DEDUPE_SESSION_INVALID stands in code, message or errors[]',
    meaning:
      'A dedupeSessionId keeps repeats out of lookalike results for 30 days. Yours is older, or was never issued.',
    reasons: [
      { text: 'More than 30 days passed since the session began.', source: 'spec3' },
      { text: 'The id was cut or mixed up with another one.', source: 'inferred' },
    ],
    fixes: [
      ...resent('/v3/contacts/lookalike', {
        text: 'Send the request without dedupeSessionId and keep the new one from the answer.',
        source: 'spec3',
      }),
    ],
    retry: {
      worth: false,
      how: 'after-fix',
      note: 'It works at once without dedupeSessionId; results of the old session may come again.',
    },
    sources: ['spec3', 'spec2'],
  },
  {
    ...refused,
    id: 'full-name-incomplete',
    title: 'The full name needs a first and a last name',
    when: [{ status: 412 }, { message: FULL_NAME }],
    unless: [{ endpoint: NO_FULL_NAME, message: null }],
    signs: [
      { facts: { message: FULL_NAME }, makes: 'certain' },
      { facts: { status: 412, endpointVersion: 'v2' }, makes: 'likely' },
    ],
    tell: 'the status is 412, which only V2 lists, and the message speaks of a full name field',
    meaning: 'The field with the full name holds one word. V2 cannot split it into two names.',
    reasons: [
      {
        text: 'Only a first name, a nickname or a company name was sent.',
        source: 'docs/v2-error-table',
      },
    ],
    fixes: [
      ...resent('/v3/contacts/search', {
        text: 'Send first and last name, or identify the person by e-mail or LinkedIn URL.',
        source: 'docs/v2-error-table',
      }),
    ],
    sources: ['docs/v2-error-table'],
  },
  {
    ...refused,
    id: 'request-unprocessable',
    title: 'The request is well formed, but a value cannot be processed',
    when: [{ status: 422 }],
    signs: [{ facts: { status: 422, answeredBy: ['lusha', 'gateway'] }, makes: 'likely' }],
    tell: 'the body names the field that failed validation',
    meaning:
      'The JSON is right and one of its values is not usable: {message|the body says which field failed}.',
    reasons: [
      { text: 'An e-mail address has no valid format.', source: 'article#422' },
      { text: 'A country code is not supported.', source: 'article#422' },
      { text: 'A required field is there and empty.', source: 'article#422' },
    ],
    fixes: [
      ...resent('/v3/contacts/search', {
        text: 'Look in the response body for the field that failed validation and correct its value.',
        source: 'article#422',
      }),
      {
        text: 'Drop empty fields before you send instead of sending "".',
        source: 'article#422',
      },
    ],
    notes: [
      {
        text: 'Only the article lists 422. The API documents and every recorded answer use 400 for the same mistakes, so handle both alike.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    sources: ['article#422', 'article#overview'],
  },
  {
    ...refused,
    layer: 'account',
    id: 'compliance-blocked',
    title: 'Privacy law blocks this contact',
    when: [{ status: 451 }, { message: GDPR }],
    signs: [
      { facts: { message: GDPR }, makes: 'certain' },
      { facts: { status: 451, answeredBy: ['lusha', 'gateway'] }, makes: 'likely' },
    ],
    tell: 'the message is "We are unable to process this contact request due to our GDPR regulations"',
    meaning:
      'Lusha may not process this person. Key, plan and request are fine; the next contact may work.',
    reasons: [
      {
        text: 'The person is protected by GDPR rules that Lusha applies.',
        source: 'docs/error-codes',
      },
    ],
    whoActs: 'nobody',
    fixes: [
      {
        text: 'Mark the person as blocked in your data, go on with the next one and do not ask again.',
        source: 'docs/error-codes',
        verify: USAGE_PROBED,
      },
      {
        text: 'In bulk requests expect the same as COMPLIANCE_RESTRICTED on single items.',
        source: 'spec3',
      },
    ],
    retry: NEVER,
    sources: ['spec2', 'docs/error-codes'],
  },
] as const satisfies readonly Cause[];
