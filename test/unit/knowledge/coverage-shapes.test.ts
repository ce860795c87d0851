import { describe, expect, it } from 'vitest';
import { causeById } from '../../../src/knowledge/catalogue.ts';
import { factsOfAnswer } from '../../support/recorded-answers.ts';

/** Every shape of an error body, with the text and the entries that have to be read from it. */
const SHAPES: readonly (readonly [
  shape: string,
  status: number,
  body: object,
  says: RegExp,
  errors?: readonly string[],
])[] = [
  [
    'A: statusCode, message, errors',
    403,
    { statusCode: 403, message: 'no', errors: ['one', 'two'] },
    /^no$/,
    ['one', 'two'],
  ],
  ['A: message as a list', 400, { statusCode: 400, message: ['one', 'two'] }, /one.*two/],
  [
    'B: with timestamp and error',
    401,
    {
      statusCode: 401,
      timestamp: '2026-10-06T10:00:00.000Z',
      message: 'Invalid API key',
      error: 'Unauthorized',
    },
    /^Invalid API key$/,
  ],
  [
    'C: error and error_description',
    401,
    {
      statusCode: 401,
      error: 'invalid_request',
      error_description: 'missing Authorization header',
    },
    /^missing Authorization header$/,
  ],
  [
    'D: errors as an object',
    400,
    {
      name: 'BadRequest',
      message: 'bad',
      code: 400,
      className: 'bad-request',
      errors: { size: 'too small' },
    },
    /^bad$/,
    ['size: too small'],
  ],
  [
    'E: statusCode, message, timestamp',
    429,
    { statusCode: 429, message: 'slow', timestamp: '2025-08-29T17:51:45.000Z' },
    /^slow$/,
  ],
  ['F: wrapped in error', 400, { error: { code: 400, message: 'wrapped' } }, /^wrapped$/],
  [
    'G: message and code',
    404,
    { message: 'TABLE_NOT_FOUND: Table not found', code: 404 },
    /^TABLE_NOT_FOUND/,
  ],
  [
    'H: a word as code',
    410,
    { code: 'DEDUPE_SESSION_INVALID', message: 'gone' },
    /DEDUPE_SESSION_INVALID|gone/,
  ],
  [
    'H: in errors',
    410,
    { statusCode: 410, errors: ['DEDUPE_SESSION_INVALID'], message: 'gone' },
    /gone/,
    ['DEDUPE_SESSION_INVALID'],
  ],
  [
    'I: the gateway',
    404,
    { message: 'no Route matched with those values', request_id: 'abc' },
    /no Route matched/,
  ],
  [
    'I: the framework',
    404,
    { statusCode: 404, message: 'Cannot POST /x', error: 'Not Found' },
    /^Cannot POST/,
  ],
  ['J: message alone', 500, { message: 'Something went wrong' }, /^Something went wrong$/],
  ['J: no data', 404, { message: 'Could not find data for x' }, /^Could not find data/],
];

describe('shapes of an error body', () => {
  it.each(SHAPES.map((row) => ({ row, shape: row[0] })))('$shape', ({ row }) => {
    const [, status, body, says, entries] = row;
    const { message, errors } = factsOfAnswer({ status, body });
    expect(message?.value).toMatch(says);
    expect(errors?.value).toEqual(entries);
  });
});

/** What went wrong for real integrators, and the cause whose page tells them. */
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
  ['reading the credits where V2 kept them', 'contract-broken', /format/],
  ['a page size below 10', 'page-size-out-of-range', /\b10\b/],
  ['missing signal types', 'signal-types-missing', /signal/],
  ['a dead V1 path', 'path-v1-or-v2', /V1/],
  ['pages counted from 1', 'page-size-out-of-range', /first page|page 0|starts? (at|with) 0/i],
  ['404 treated as no result', 'path-unknown', /no result|no match/i],
  ['no match treated as an error', 'success-no-result', /not as an error/],
  [
    'no data taken for a fault of the API',
    'v2-no-match',
    /no fault|not an? (error|failure)|mistake/i,
  ],
  ['nothing, where the dashboard shows data', 'v2-empty-data', /dashboard/],
  ['a key that the plan does not offer', 'plan-lacks-api-access', /who may have a key/],
  ['a parameter name that V2 refuses', 'v2-field-refused', /companyName/],
  ['a key in a public repository', 'key-unknown', /never in a repository/],
  ['a misspelt filter value', 'success-no-result', /misspelt/],
];

describe('mistakes of integrators', () => {
  it.each(MISTAKES)('%s is told by %s', (_what, id, says) => {
    expect(JSON.stringify(causeById(id) ?? null)).toMatch(says);
  });
});
