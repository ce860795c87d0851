import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { factsOfAnswer, type RecordedAnswer } from '../../support/recorded-answers.ts';

/** Rows of the tables of what Lusha answers: a text with its status, the cause, what else is known. */
type Row = readonly [
  status: number,
  text: string,
  cause: string,
  more?: Omit<RecordedAnswer, 'status'>,
];

const TIME = '2026-10-06T10:00:00.000Z';

/** What a key check is answered with, and what each outcome means. */
const KEY_OUTCOMES: readonly Row[] = [
  [200, 'a valid key', 'success', { body: { credits: { total: 9, used: 1, remaining: 8 } } }],
  [
    401,
    'no key header',
    'key-header-missing',
    {
      key: 'none',
      body: {
        error: 'invalid_request',
        error_description: 'missing Authorization header',
        statusCode: 401,
      },
    },
  ],
  [401, 'no API key found request', 'key-header-missing', { key: 'none' }],
  [401, 'invalid Bearer token format', 'key-sent-as-bearer', { key: 'bearer' }],
  [401, '', 'key-in-query', { key: 'query' }],
  [401, '', 'key-in-wrong-header', { key: 'x-api-key' }],
  [401, '', 'key-in-wrong-header', { key: 'api-key' }],
  [401, '', 'key-in-wrong-header', { key: 'apikey' }],
  [401, '', 'key-in-wrong-header', { key: 'authorization' }],
  [
    400,
    'Invalid API key format',
    'key-malformed',
    { body: guarded(400, 'Invalid API key format') },
  ],
  [401, 'Invalid API key', 'key-unknown', { body: guarded(401, 'Invalid API key') }],
  [
    403,
    'Your account is not active. Please reach out to support at support@lusha.com',
    'account-inactive',
  ],
  [403, 'V3 API access is not enabled for your account', 'v3-not-enabled'],
  [429, 'Too many requests. Please wait before making another request.', 'usage-endpoint-limit'],
  [
    200,
    'a page in place of JSON',
    'login-page',
    {
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><title>Sign in</title><body><form></form></body></html>',
    },
  ],
];

const ENRICH = { method: 'POST', path: '/v3/contacts/enrich' } as const;
const SUBSCRIPTIONS = { method: 'POST', path: '/api/subscriptions' } as const;
const JOB = { path: '/v3/contacts/jobs/00000000-0000-4000-8000-000000000000' } as const;

/** Every status with every text it is documented or recorded with. */
const STATUS_TEXTS: readonly Row[] = [
  [200, 'data', 'success', { body: results({ id: 'v1.a' }) }],
  [201, 'all created', 'success', { ...SUBSCRIPTIONS, body: { results: [{ success: true }] } }],
  [
    400,
    'property foo should not exist',
    'field-not-known',
    { body: invalid('property foo should not exist') },
  ],
  [
    400,
    'property contactIds should not exist',
    'v2-field-on-v3-path',
    { ...ENRICH, body: invalid('property contactIds should not exist') },
  ],
  [
    400,
    'reveal must contain at least 1 elements',
    'reveal-empty',
    { body: invalid('reveal must contain at least 1 elements') },
  ],
  [
    400,
    'must have a combination of 1. linkedin url 2. full name + company domain',
    'identifier-missing',
    { body: invalid('must have a combination of 1. linkedin url 2. full name + company domain') },
  ],
  [
    400,
    'Validation failed',
    'request-invalid',
    { body: { statusCode: 400, message: 'Validation failed', errors: ['email must be an email'] } },
  ],
  [400, 'Invalid request parameters', 'request-invalid'],
  [400, 'Badly formatted request', 'body-badly-formatted'],
  [401, 'The API key is invalid', 'key-unknown'],
  [402, 'Insufficient credits for this operation', 'credits-exhausted', { creditsLeft: 0 }],
  [402, 'Your account requires payment', 'credits-exhausted', { creditsLeft: 0 }],
  [402, 'Insufficient credits or payment needed', 'credits-exhausted', { creditsLeft: 0 }],
  [
    402,
    'Insufficient credits for this operation',
    'plan-action-not-included',
    { path: '/v3/companies/signals', creditsLeft: 30, plan: 'free' },
  ],
  [
    403,
    'Your account is not active. Please reach out to support at support@lusha.com for assistance',
    'account-inactive',
  ],
  [
    403,
    'Your pricing version does not support requesting individual datapoints [revealEmails, revealPhones]',
    'plan-lacks-unified-credits',
    { path: '/v2/person' },
  ],
  [
    403,
    'Exclude DNC is not supported on your current plan. Please contact support or your account manager for assistance.',
    'plan-lacks-option',
    ENRICH,
  ],
  [
    403,
    'Forbidden',
    'plan-lacks-option',
    {
      ...ENRICH,
      body: {
        statusCode: 403,
        message: 'Forbidden',
        errors: ['excludeDnc is not available on your current plan'],
      },
    },
  ],
  [
    403,
    'Signals API not supported on your plan',
    'signals-not-in-plan',
    { path: '/v3/companies/signals' },
  ],
  [
    403,
    'Maximum subscriptions limit reached for your account',
    'webhook-limit-reached',
    SUBSCRIPTIONS,
  ],
  [403, 'Subscription does not belong to your account', 'webhook-not-owned', SUBSCRIPTIONS],
  [
    403,
    'An opt-out subscription already exists for this account',
    'webhook-opt-out-exists',
    SUBSCRIPTIONS,
  ],
  [
    403,
    'in whatever words',
    'plan-lacks-endpoint',
    { path: '/prospecting/filters/contacts/seniority' },
  ],
  [404, 'Resource not found', 'object-not-found', { path: '/v3/contacts/tables/1' }],
  [404, 'The requested endpoint was not found', 'path-unknown'],
  [404, 'Cannot GET /v3/contacts/search', 'method-wrong', { path: '/v3/contacts/search' }],
  [404, 'TABLE_NOT_FOUND: Table not found', 'object-not-found'],
  [404, 'COLUMN_NOT_FOUND: Column not found', 'object-not-found'],
  [404, 'Account secret not found. Please generate one first.', 'object-not-found'],
  [409, 'TABLE_NAME_CONFLICT: A table with this name already exists', 'name-conflict'],
  [
    410,
    'as a code',
    'session-expired',
    { body: { code: 'DEDUPE_SESSION_INVALID', message: 'DEDUPE_SESSION_INVALID' } },
  ],
  [
    410,
    'in errors',
    'session-expired',
    { body: { statusCode: 410, errors: ['DEDUPE_SESSION_INVALID'], message: 'Gone' } },
  ],
  [
    412,
    'The request failed due to invalid syntax that was provided. Please make sure to send a full name field that contains a valid first & last name',
    'full-name-incomplete',
  ],
  [422, 'email must be an email', 'request-unprocessable'],
  [
    451,
    'We are unable to process this contact request due to our GDPR regulations',
    'compliance-blocked',
  ],
  [499, 'Request failed due to request timeout', 'request-timed-out'],
  [500, 'Internal server error. Please try again later.', 'service-error'],
  [
    502,
    'Identity resolution provider is temporarily unavailable. Retry with backoff.',
    'identity-provider-unavailable',
    { path: '/v3/contacts/signal-score' },
  ],
  [503, 'Service Unavailable', 'service-down'],
  [503, 'Service Unavailable', 'enrich-job-store-unreachable', JOB],
];

const SEARCH = { method: 'POST', path: '/v3/contacts/search' } as const;

/** Each text of a 429. */
const LIMIT_TEXTS: readonly Row[] = [
  [
    429,
    'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 81671 seconds.',
    'quota-day-exhausted',
    SEARCH,
  ],
  [429, 'Daily API quota limit exceeded. Limit 100 calls per day', 'quota-day-exhausted', SEARCH],
  [
    429,
    'Hourly API rate limit exceeded. Limit: 150 calls per hour. Reset in 37 seconds',
    'quota-hour-exhausted',
    SEARCH,
  ],
  [
    429,
    "You've reached your trial limit, please contact support for upgrade",
    'trial-exhausted',
    SEARCH,
  ],
  [429, 'Too many requests. Please wait before making another request.', 'burst-limit', SEARCH],
  [
    429,
    'no text',
    'quota-minute-exhausted',
    { ...SEARCH, body: {}, headers: { 'x-minute-requests-left': '0' } },
  ],
];

/** Errors of single items inside an answer that succeeded, by their codes. */
const ITEM_ERRORS: readonly Row[] = [
  [
    200,
    'V2, one person',
    'v2-empty-data',
    {
      path: '/v2/person',
      body: { contact: { error: { name: 'EMPTY_DATA', code: 3 }, isCreditCharged: false } },
    },
  ],
  [
    200,
    'V2, a map of people',
    'v2-empty-data',
    {
      path: '/v2/person',
      body: { contacts: { a: { error: { name: 'EMPTY_DATA', code: 3 }, isCreditCharged: false } } },
    },
  ],
  [200, 'V3, NOT_FOUND', 'item-not-found', { ...ENRICH, body: results(failed('NOT_FOUND')) }],
  [
    200,
    'V3, COMPLIANCE_RESTRICTED',
    'item-compliance-restricted',
    { ...ENRICH, body: results(failed('COMPLIANCE_RESTRICTED')) },
  ],
  [
    200,
    'V3, ENRICH_FAILED',
    'item-enrich-failed',
    { ...ENRICH, body: results(failed('ENRICH_FAILED')) },
  ],
  [200, 'V3, NO_SCORE', 'item-no-score', { ...ENRICH, body: results(failed('NO_SCORE')) }],
  [
    200,
    'V2 prospecting, isSuccess',
    'item-enrich-failed',
    {
      path: '/prospecting/contact/enrich',
      body: { requestId: 'r', contacts: [{ id: '1', isSuccess: false }] },
    },
  ],
  [201, 'webhook, VALIDATION_ERROR', 'webhook-item-failed', created('VALIDATION_ERROR')],
  [201, 'webhook, DUPLICATE_SUBSCRIPTION', 'webhook-duplicate', created('DUPLICATE_SUBSCRIPTION')],
  [
    201,
    'webhook, URL_VALIDATION_FAILED',
    'webhook-receiver-refused',
    created('URL_VALIDATION_FAILED'),
  ],
  [
    201,
    'webhook, WEBHOOK_VERIFICATION_FAILED',
    'webhook-receiver-refused',
    created('WEBHOOK_VERIFICATION_FAILED'),
  ],
  [201, 'webhook, FORBIDDEN', 'webhook-item-failed', created('FORBIDDEN')],
  [201, 'webhook, UNKNOWN_ERROR', 'webhook-item-failed', created('UNKNOWN_ERROR')],
  [
    200,
    'webhook deletion, NOT_FOUND',
    'webhook-item-failed',
    { ...created('NOT_FOUND'), path: '/api/subscriptions/delete' },
  ],
  [
    200,
    'ids a table did not take: no error',
    'success',
    { path: '/v3/contacts/tables/1/entities', body: { data: { added: 1 }, invalidIds: ['v1.a'] } },
  ],
  [
    200,
    'a failed write into a table',
    'table-write-failed',
    { ...SEARCH, body: { ...results({ id: 'v1.a' }), tableWrite: { success: false } } },
  ],
  [200, 'a failed job', 'enrich-job-failed', { ...JOB, body: { jobId: 'j', status: 'failed' } }],
  [200, 'an expired job', 'enrich-job-failed', { ...JOB, body: { jobId: 'j', status: 'expired' } }],
];

describe.each([
  ['outcomes of a key', KEY_OUTCOMES],
  ['texts of a status', STATUS_TEXTS],
  ['texts of a 429', LIMIT_TEXTS],
  ['errors of single items', ITEM_ERRORS],
])('%s', (_name, rows) => {
  it.each(rows.map((row) => ({ row, title: `${row[0]} ${row[1]} is ${row[2]}` })))(
    '$title',
    ({ row }) => {
      const [status, text, cause, more = {}] = row;
      const body = text === '' ? {} : { body: { statusCode: status, message: text } };
      const { verdict } = diagnose(factsOfAnswer({ status, ...body, ...more }));
      expect(verdict.cause).toBe(cause);
    },
  );
});

describe('the wait that a 429 states', () => {
  it.each([
    [LIMIT_TEXTS[0], 81_671],
    [LIMIT_TEXTS[1], undefined],
    [LIMIT_TEXTS[2], 37],
  ])('%j', (row, seconds) => {
    const body = { statusCode: 429, message: row?.[1] };
    expect(factsOfAnswer({ status: 429, body, ...SEARCH }).windowReset?.value).toBe(seconds);
  });
});

function guarded(statusCode: number, message: string): object {
  return { statusCode, timestamp: TIME, message, error: 'Unauthorized' };
}

function invalid(message: string): object {
  return { name: 'BadRequest', message, code: 400, className: 'bad-request', errors: {} };
}

function results(item: object): object {
  return { requestId: 'r', results: [item], billing: { creditsCharged: 0, resultsReturned: 0 } };
}

function failed(code: string): object {
  return { error: { code, message: 'x' } };
}

function created(code: string): Omit<RecordedAnswer, 'status'> {
  return { ...SUBSCRIPTIONS, body: { results: [{ success: false, ...failed(code) }] } };
}
