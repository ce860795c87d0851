import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { factsOf } from '../../../src/evidence/facts.ts';
import { causeById } from '../../../src/knowledge/catalogue.ts';
import type { Exchange, Header, KeyPlacement } from '../../../src/model/exchange.ts';
import type { Fact, FactName, Facts, FactValues } from '../../../src/model/fact.ts';

/** An answer as it is on record, and what is known about its request. */
interface Answer {
  readonly status: number;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly path?: string;
  readonly key?: KeyPlacement;
  readonly known?: Partial<FactValues>;
}

type Row = Answer & { readonly what: string; readonly cause: string };

/** What a key check can be answered with, and what each outcome means. */
const KEY_OUTCOMES: readonly Row[] = [
  {
    what: 'a valid key',
    status: 200,
    body: { credits: { total: 100, used: 1, remaining: 99 } },
    cause: 'success',
  },
  {
    what: 'no key header',
    status: 401,
    key: 'none',
    body: {
      statusCode: 401,
      error: 'invalid_request',
      error_description: 'missing Authorization header',
    },
    cause: 'key-header-missing',
  },
  {
    what: 'no key header, in the words of 2025',
    status: 401,
    body: { message: 'no API key found request' },
    key: 'none',
    cause: 'key-header-missing',
  },
  {
    what: 'Authorization: Bearer with the key',
    status: 401,
    key: 'bearer',
    body: { statusCode: 401, message: 'invalid Bearer token format' },
    cause: 'key-sent-as-bearer',
  },
  { what: 'the key in the query', status: 401, key: 'query', cause: 'key-in-query' },
  { what: 'X-API-Key', status: 401, key: 'x-api-key', cause: 'key-in-wrong-header' },
  { what: 'api-key', status: 401, key: 'api-key', cause: 'key-in-wrong-header' },
  {
    what: 'Authorization with the bare key',
    status: 401,
    key: 'authorization',
    cause: 'key-in-wrong-header',
  },
  {
    what: 'a key that is no UUID',
    status: 400,
    body: {
      statusCode: 400,
      timestamp: '2026-10-06T10:00:00.000Z',
      message: 'Invalid API key format',
      error: 'Bad Request',
    },
    cause: 'key-malformed',
  },
  {
    what: 'an unknown or revoked key',
    status: 401,
    body: {
      statusCode: 401,
      timestamp: '2026-10-06T10:00:00.000Z',
      message: 'Invalid API key',
      error: 'Unauthorized',
    },
    cause: 'key-unknown',
  },
  {
    what: 'a good key on an inactive account',
    status: 403,
    body: {
      statusCode: 403,
      message: 'Your account is not active. Please reach out to support at support@lusha.com',
    },
    cause: 'account-inactive',
  },
  {
    what: 'a good key without V3',
    status: 403,
    path: '/v3/account/usage',
    body: { statusCode: 403, message: 'V3 API access is not enabled for your account' },
    cause: 'v3-not-enabled',
  },
  {
    what: 'a sixth usage call in a minute',
    status: 429,
    path: '/v3/account/usage',
    body: {
      statusCode: 429,
      message: 'Too many requests. Please wait before making another request.',
      timestamp: '2026-07-30T10:00:00.000Z',
    },
    cause: 'usage-endpoint-limit',
  },
  {
    what: 'a page in place of JSON',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><html><title>Sign in</title><body><form></form></body></html>',
    cause: 'login-page',
  },
];

/** Every status with every text it is documented or recorded with. */
const STATUS_TEXTS: readonly Row[] = [
  {
    what: '200 with data',
    status: 200,
    body: {
      requestId: 'r',
      results: [{ id: 'v1.a' }],
      billing: { creditsCharged: 1, resultsReturned: 1 },
    },
    cause: 'success',
  },
  {
    what: '201, all created',
    status: 201,
    method: 'POST',
    path: '/api/subscriptions',
    body: { results: [{ success: true }] },
    cause: 'success',
  },
  {
    what: '400, a field nobody knows',
    status: 400,
    body: invalid('property foo should not exist'),
    cause: 'field-not-known',
  },
  {
    what: '400, a field of V2',
    status: 400,
    method: 'POST',
    path: '/v3/contacts/enrich',
    body: invalid('property contactIds should not exist'),
    cause: 'v2-field-on-v3-path',
  },
  {
    what: '400, empty reveal',
    status: 400,
    body: invalid('reveal must contain at least 1 elements'),
    cause: 'reveal-empty',
  },
  {
    what: '400, no identifier',
    status: 400,
    body: invalid('must have a combination of 1. linkedin url 2. full name + company domain'),
    cause: 'identifier-missing',
  },
  {
    what: '400, validation',
    status: 400,
    body: { statusCode: 400, message: 'Validation failed', errors: ['email must be an email'] },
    cause: 'request-invalid',
  },
  {
    what: '400, parameters',
    status: 400,
    body: { statusCode: 400, message: 'Invalid request parameters' },
    cause: 'request-invalid',
  },
  {
    what: '400, not parsed',
    status: 400,
    body: { statusCode: 400, message: 'Badly formatted request' },
    cause: 'body-badly-formatted',
  },
  {
    what: '401, the words of the documentation',
    status: 401,
    body: { statusCode: 401, message: 'The API key is invalid' },
    cause: 'key-unknown',
  },
  {
    what: '402, no credits',
    status: 402,
    body: { statusCode: 402, message: 'Insufficient credits for this operation' },
    known: { creditsLeft: 0 },
    cause: 'credits-exhausted',
  },
  {
    what: '402 of V2',
    status: 402,
    body: { statusCode: 402, message: 'Your account requires payment' },
    known: { creditsLeft: 0 },
    cause: 'credits-exhausted',
  },
  {
    what: '402 of V3',
    status: 402,
    body: { statusCode: 402, message: 'Insufficient credits or payment needed' },
    known: { creditsLeft: 0 },
    cause: 'credits-exhausted',
  },
  {
    what: '402 with credits left',
    status: 402,
    path: '/v3/companies/signals',
    body: { statusCode: 402, message: 'Insufficient credits for this operation' },
    known: { creditsLeft: 30, plan: 'free' },
    cause: 'plan-action-not-included',
  },
  {
    what: '403, single data points',
    status: 403,
    path: '/v2/person',
    body: {
      statusCode: 403,
      message:
        'Your pricing version does not support requesting individual datapoints [revealEmails, revealPhones]',
    },
    cause: 'plan-lacks-unified-credits',
  },
  {
    what: '403, excludeDnc',
    status: 403,
    body: {
      statusCode: 403,
      message:
        'Exclude DNC is not supported on your current plan. Please contact support or your account manager for assistance.',
    },
    cause: 'plan-lacks-option',
  },
  {
    what: '403, excludeDnc in errors',
    status: 403,
    body: {
      statusCode: 403,
      message: 'Forbidden',
      errors: ['excludeDnc is not available on your current plan'],
    },
    cause: 'plan-lacks-option',
  },
  {
    what: '403, signals',
    status: 403,
    path: '/v3/companies/signals',
    body: { statusCode: 403, message: 'Signals API not supported on your plan' },
    cause: 'signals-not-in-plan',
  },
  {
    what: '403, subscriptions used up',
    status: 403,
    path: '/api/subscriptions',
    body: { statusCode: 403, message: 'Maximum subscriptions limit reached for your account' },
    cause: 'webhook-limit-reached',
  },
  {
    what: "403, somebody else's subscription",
    status: 403,
    path: '/api/subscriptions',
    body: { statusCode: 403, message: 'Subscription does not belong to your account' },
    cause: 'webhook-not-owned',
  },
  {
    what: '403, second opt-out',
    status: 403,
    path: '/api/subscriptions',
    body: { statusCode: 403, message: 'An opt-out subscription already exists for this account' },
    cause: 'webhook-opt-out-exists',
  },
  {
    what: '403, the endpoint of the article',
    status: 403,
    path: '/prospecting/filters/contacts/seniority',
    body: { statusCode: 403, message: 'Forbidden resource' },
    cause: 'plan-lacks-endpoint',
  },
  {
    what: '404, no such resource',
    status: 404,
    path: '/v3/contacts/tables/1',
    body: { statusCode: 404, message: 'Resource not found' },
    cause: 'object-not-found',
  },
  {
    what: '404, no such endpoint',
    status: 404,
    body: { statusCode: 404, message: 'The requested endpoint was not found' },
    cause: 'path-unknown',
  },
  {
    what: '404, wrong method',
    status: 404,
    method: 'GET',
    path: '/v3/contacts/search',
    body: { statusCode: 404, message: 'Cannot GET /v3/contacts/search', error: 'Not Found' },
    cause: 'method-wrong',
  },
  {
    what: '404, no such table',
    status: 404,
    body: { statusCode: 404, message: 'TABLE_NOT_FOUND: Table not found' },
    cause: 'object-not-found',
  },
  {
    what: '404, no such column',
    status: 404,
    body: { statusCode: 404, message: 'COLUMN_NOT_FOUND: Column not found' },
    cause: 'object-not-found',
  },
  {
    what: '404, no secret yet',
    status: 404,
    body: { statusCode: 404, message: 'Account secret not found. Please generate one first.' },
    cause: 'object-not-found',
  },
  {
    what: '409',
    status: 409,
    body: {
      statusCode: 409,
      message: 'TABLE_NAME_CONFLICT: A table with this name already exists',
    },
    cause: 'name-conflict',
  },
  {
    what: '410, code',
    status: 410,
    body: { code: 'DEDUPE_SESSION_INVALID', message: 'DEDUPE_SESSION_INVALID' },
    cause: 'session-expired',
  },
  {
    what: '410, errors',
    status: 410,
    body: { statusCode: 410, errors: ['DEDUPE_SESSION_INVALID'], message: 'Gone' },
    cause: 'session-expired',
  },
  {
    what: '412',
    status: 412,
    body: {
      statusCode: 412,
      message:
        'The request failed due to invalid syntax that was provided. Please make sure to send a full name field that contains a valid first & last name',
    },
    cause: 'full-name-incomplete',
  },
  {
    what: '422',
    status: 422,
    body: { statusCode: 422, message: 'email must be an email' },
    cause: 'request-unprocessable',
  },
  {
    what: '451',
    status: 451,
    body: {
      statusCode: 451,
      message: 'We are unable to process this contact request due to our GDPR regulations',
    },
    cause: 'compliance-blocked',
  },
  {
    what: '499',
    status: 499,
    body: { statusCode: 499, message: 'Request failed due to request timeout' },
    cause: 'request-timed-out',
  },
  {
    what: '500',
    status: 500,
    body: { statusCode: 500, message: 'Internal server error. Please try again later.' },
    cause: 'service-error',
  },
  {
    what: '502',
    status: 502,
    path: '/v3/contacts/signal-score',
    body: {
      statusCode: 502,
      message: 'Identity resolution provider is temporarily unavailable. Retry with backoff.',
    },
    cause: 'identity-provider-unavailable',
  },
  {
    what: '503',
    status: 503,
    body: { statusCode: 503, message: 'Service Unavailable' },
    cause: 'service-down',
  },
  {
    what: '503 of an enrich job',
    status: 503,
    path: '/v3/contacts/jobs/00000000-0000-4000-8000-000000000000',
    body: { statusCode: 503, message: 'Service Unavailable' },
    cause: 'enrich-job-store-unreachable',
  },
];

/** Each text of a 429, with the wait it states. */
const LIMIT_TEXTS: readonly (Row & { readonly wait?: number })[] = [
  {
    what: 'day, with its reset',
    status: 429,
    body: {
      message: 'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 81671 seconds.',
      statusCode: 429,
    },
    cause: 'quota-day-exhausted',
    wait: 81_671,
  },
  {
    what: 'day, without one',
    status: 429,
    body: { message: 'Daily API quota limit exceeded. Limit 100 calls per day', statusCode: 429 },
    cause: 'quota-day-exhausted',
  },
  {
    what: 'hour',
    status: 429,
    body: {
      message: 'Hourly API rate limit exceeded. Limit: 150 calls per hour. Reset in 37 seconds',
      statusCode: 429,
    },
    cause: 'quota-hour-exhausted',
    wait: 37,
  },
  {
    what: 'trial',
    status: 429,
    body: {
      message: "You've reached your trial limit, please contact support for upgrade",
      statusCode: 429,
    },
    cause: 'trial-exhausted',
  },
  {
    what: 'burst',
    status: 429,
    path: '/v3/contacts/search',
    body: {
      message: 'Too many requests. Please wait before making another request.',
      statusCode: 429,
    },
    cause: 'burst-limit',
  },
  {
    what: 'no text, a counter at 0',
    status: 429,
    headers: { 'x-minute-requests-left': '0', 'x-rate-limit-minute': '50' },
    body: {},
    cause: 'quota-minute-exhausted',
  },
];

/** Errors of single items inside an answer that succeeded. */
const ITEM_ERRORS: readonly Row[] = [
  {
    what: 'V2, one person',
    status: 200,
    path: '/v2/person',
    body: {
      contact: { error: { name: 'EMPTY_DATA', code: 3 }, isCreditCharged: false, data: null },
    },
    cause: 'v2-empty-data',
  },
  {
    what: 'V2, a map of people',
    status: 200,
    path: '/v2/person',
    body: { contacts: { a: { error: { name: 'EMPTY_DATA', code: 3 }, isCreditCharged: false } } },
    cause: 'v2-empty-data',
  },
  ...(
    [
      ['NOT_FOUND', 'item-not-found'],
      ['COMPLIANCE_RESTRICTED', 'item-compliance-restricted'],
      ['ENRICH_FAILED', 'item-enrich-failed'],
      ['NO_SCORE', 'item-no-score'],
    ] as const
  ).map(([code, cause]) => ({
    what: `V3, ${code}`,
    status: 200,
    path: '/v3/contacts/enrich',
    body: {
      requestId: 'r',
      results: [{ error: { code, message: 'x' } }],
      billing: { creditsCharged: 0 },
    },
    cause,
  })),
  {
    what: 'V2 prospecting',
    status: 200,
    path: '/prospecting/contact/enrich',
    body: { requestId: 'r', contacts: [{ id: '1', isSuccess: false }] },
    cause: 'item-enrich-failed',
  },
  ...(
    [
      ['VALIDATION_ERROR', 'webhook-item-failed'],
      ['DUPLICATE_SUBSCRIPTION', 'webhook-duplicate'],
      ['URL_VALIDATION_FAILED', 'webhook-receiver-refused'],
      ['WEBHOOK_VERIFICATION_FAILED', 'webhook-receiver-refused'],
      ['FORBIDDEN', 'webhook-item-failed'],
      ['UNKNOWN_ERROR', 'webhook-item-failed'],
    ] as const
  ).map(([code, cause]) => ({
    what: `webhook creation, ${code}`,
    status: 201,
    method: 'POST',
    path: '/api/subscriptions',
    body: { results: [{ success: false, error: { code, message: 'x' } }] },
    cause,
  })),
  {
    what: 'webhook deletion',
    status: 200,
    method: 'POST',
    path: '/api/subscriptions/delete',
    body: { results: [{ success: false, error: { code: 'NOT_FOUND', message: 'x' } }] },
    cause: 'webhook-item-failed',
  },
  {
    what: 'ids that a table did not take are no error',
    status: 200,
    method: 'POST',
    path: '/v3/contacts/tables/1/entities',
    body: { data: { added: 1 }, invalidIds: ['v1.a'] },
    cause: 'success',
  },
  {
    what: 'a failed write into a table',
    status: 200,
    path: '/v3/contacts/search',
    body: {
      requestId: 'r',
      results: [{ id: 'v1.a' }],
      billing: { creditsCharged: 1, resultsReturned: 1 },
      tableWrite: { success: false },
    },
    cause: 'table-write-failed',
  },
  {
    what: 'a failed job',
    status: 200,
    path: '/v3/contacts/jobs/j',
    body: { jobId: 'j', status: 'failed' },
    cause: 'enrich-job-failed',
  },
  {
    what: 'an expired job',
    status: 200,
    path: '/v3/contacts/jobs/j',
    body: { jobId: 'j', status: 'expired' },
    cause: 'enrich-job-failed',
  },
];

describe.each([
  ['outcomes of a key', KEY_OUTCOMES],
  ['texts of a status', STATUS_TEXTS],
  ['texts of a 429', LIMIT_TEXTS],
  ['errors of single items', ITEM_ERRORS],
])('%s', (_name, rows) => {
  it.each(rows)('$what is $cause', (row) => {
    expect(verdictOf(row)).toBe(row.cause);
  });
});

describe('texts of a 429', () => {
  it.each(LIMIT_TEXTS)('$what: the wait it states is read', (row) => {
    expect(factsIn(row).windowReset?.value).toBe(row.wait);
  });
});

/** Every shape of an error body, with the text and the entries that have to be read from it. */
const SHAPES: readonly (Answer & {
  readonly what: string;
  readonly says: RegExp;
  readonly errors?: readonly string[];
})[] = [
  {
    what: 'A: statusCode, message, errors',
    status: 403,
    body: { statusCode: 403, message: 'no', errors: ['one', 'two'] },
    says: /^no$/,
    errors: ['one', 'two'],
  },
  {
    what: 'A: message as a list',
    status: 400,
    body: { statusCode: 400, message: ['one', 'two'] },
    says: /one.*two/,
  },
  {
    what: 'B: with timestamp and error',
    status: 401,
    body: {
      statusCode: 401,
      timestamp: '2026-10-06T10:00:00.000Z',
      message: 'Invalid API key',
      error: 'Unauthorized',
    },
    says: /^Invalid API key$/,
  },
  {
    what: 'C: error and error_description',
    status: 401,
    body: {
      statusCode: 401,
      error: 'invalid_request',
      error_description: 'missing Authorization header',
    },
    says: /^missing Authorization header$/,
  },
  {
    what: 'D: errors as an object',
    status: 400,
    body: {
      name: 'BadRequest',
      message: 'bad',
      code: 400,
      className: 'bad-request',
      errors: { size: 'too small' },
    },
    says: /^bad$/,
    errors: ['size: too small'],
  },
  {
    what: 'E: statusCode, message, timestamp',
    status: 429,
    body: { statusCode: 429, message: 'slow', timestamp: '2025-08-29T17:51:45.000Z' },
    says: /^slow$/,
  },
  {
    what: 'F: wrapped in error',
    status: 400,
    body: { error: { code: 400, message: 'wrapped' } },
    says: /^wrapped$/,
  },
  {
    what: 'G: message and code',
    status: 404,
    body: { message: 'TABLE_NOT_FOUND: Table not found', code: 404 },
    says: /^TABLE_NOT_FOUND/,
  },
  {
    what: 'H: a word as code',
    status: 410,
    body: { code: 'DEDUPE_SESSION_INVALID', message: 'gone' },
    says: /DEDUPE_SESSION_INVALID|gone/,
  },
  {
    what: 'H: in errors',
    status: 410,
    body: { statusCode: 410, errors: ['DEDUPE_SESSION_INVALID'], message: 'gone' },
    says: /gone/,
    errors: ['DEDUPE_SESSION_INVALID'],
  },
  {
    what: 'I: the gateway',
    status: 404,
    body: { message: 'no Route matched with those values', request_id: 'abc' },
    says: /no Route matched/,
  },
  {
    what: 'I: the framework',
    status: 404,
    body: { statusCode: 404, message: 'Cannot POST /x', error: 'Not Found' },
    says: /^Cannot POST/,
  },
  {
    what: 'J: message alone',
    status: 500,
    body: { message: 'Something went wrong' },
    says: /^Something went wrong$/,
  },
  {
    what: 'J: no data',
    status: 404,
    body: { message: 'Could not find data for x' },
    says: /^Could not find data/,
  },
];

describe('shapes of an error body', () => {
  it.each(SHAPES)('$what', (row) => {
    const { message, errors } = factsIn(row);
    expect(message?.value).toMatch(row.says);
    expect(errors?.value).toEqual(row.errors);
  });
});

/** What went wrong for real integrators, and the cause that tells them. */
const MISTAKES: readonly (readonly [what: string, cause: string, says: RegExp])[] = [
  ['Bearer in place of api_key', 'key-sent-as-bearer', /api_key/],
  ['401 of a ready-made action while a hand-made request works', 'key-header-missing', /connector/],
  ['a 401 blamed on the endpoint', 'key-header-missing', /header/],
  ['a 429 taken for a dead key', 'quota-day-exhausted', /do not replace the key/],
  ['requests left taken for credits', 'credits-exhausted', /counts requests, not credits/],
  ['a call from the browser', 'browser-cors', /CORS/],
  ['a line break in the key', 'key-has-line-break', /line break/i],
  ['quotes in the key', 'key-has-quotes', /quotes/],
  ['a malformed key read as a request problem', 'key-malformed', /in spite of the 400/i],
  ['a body without its wrapper', 'body-wrapper-missing', /contacts|companies/],
  ['unknown parameters', 'field-not-known', /field/],
  ['a 400 hidden by going on after errors', 'request-invalid', /unchanged balance/],
  ['the usage call made once per row', 'usage-endpoint-limit', /once for each row/],
  ['a page size below 10', 'page-size-out-of-range', /10/],
  ['missing signal types', 'signal-types-missing', /signal/],
  ['a dead V1 path', 'path-v1-or-v2', /V1/],
  ['pages counted from 1', 'page-size-out-of-range', /0/],
  ['404 treated as no result', 'path-unknown', /endpoint/],
  ['no match treated as an error', 'success-no-result', /not as an error/],
  ['no data taken for a fault of the API', 'v2-no-match', /data/],
  ['nothing, where the dashboard shows data', 'v2-empty-data', /dashboard|EMPTY_DATA/],
  ['a key that the plan does not offer', 'plan-lacks-api-access', /who may have a key/],
  ['a parameter name that V2 refuses', 'v2-field-refused', /V2/],
  ['a key in a public repository', 'key-unknown', /never in a repository/],
  ['a misspelt filter value', 'success-no-result', /misspelt/],
];

describe('mistakes of integrators', () => {
  it.each(MISTAKES)('%s is told by %s', (_what, id, says) => {
    expect(JSON.stringify(causeById(id) ?? null)).toMatch(says);
  });
});

function invalid(message: string): object {
  return { name: 'BadRequest', message, code: 400, className: 'bad-request', errors: {} };
}

function verdictOf(answer: Answer): string {
  return diagnose(factsIn(answer)).verdict.cause;
}

/** What Lusha sends with every answer it counts. */
const COUNTERS = { 'x-rate-limit-daily': '100', 'x-daily-requests-left': '42' };

function factsIn(answer: Answer): Facts {
  const {
    status,
    body,
    headers = {},
    method = 'GET',
    path = '/v3/account/usage',
    key,
    known = {},
  } = answer;
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const counted = status < 300 && typeof body === 'object' ? COUNTERS : {};
  const lines: Header[] = Object.entries({ ...counted, ...headers }).map(([name, value]) => ({
    name,
    value,
  }));
  if (typeof body === 'object') lines.push({ name: 'content-type', value: 'application/json' });
  const exchange: Exchange = {
    door: body === undefined ? 'pasted' : 'live',
    phases: [],
    request: { origin: 'https://api.lusha.com', method, path, keyPlacement: key ?? 'api_key' },
    response: {
      status,
      statusText: '',
      headers: lines,
      body: { text, wireBytes: text.length, bytes: text.length, notes: [] },
    },
  };
  return factsOf(exchange, { now: Date.parse('2026-11-23T12:00:00Z'), extra: stated(known) });
}

function stated(known: Partial<FactValues>): Facts {
  const facts: { -readonly [N in FactName]?: Fact<N> } = {};
  const { creditsLeft, plan } = known;
  if (creditsLeft !== undefined)
    facts.creditsLeft = { name: 'creditsLeft', value: creditsLeft, seenIn: 'the usage call' };
  if (plan !== undefined) facts.plan = { name: 'plan', value: plan, seenIn: 'the usage call' };
  return facts;
}
