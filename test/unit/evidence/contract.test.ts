import { describe, expect, it } from 'vitest';
import { contractOf } from '../../../src/evidence/body/contract.ts';

describe('contractOf', () => {
  it.each([
    ['standard error', 400, { statusCode: 400, message: 'x', errors: ['y'] }, 'lusha strong error'],
    [
      'key guard',
      401,
      { statusCode: 401, timestamp: 't', message: 'x', error: 'Unauthorized' },
      'lusha strong error',
    ],
    [
      'missing key',
      401,
      { statusCode: 401, error: 'invalid_request', error_description: 'x' },
      'lusha strong error',
    ],
    [
      'validation guard',
      400,
      { name: 'BadRequest', message: 'x', code: 400, className: 'bad-request', errors: {} },
      'lusha strong error',
    ],
    ['rate limit', 429, { statusCode: 429, message: 'x', timestamp: 't' }, 'lusha strong error'],
    ['list of messages', 400, { statusCode: 400, message: ['x'] }, 'lusha strong error'],
    ['lost session', 410, { code: 'DEDUPE_SESSION_INVALID', message: 'x' }, 'lusha strong error'],
    [
      'lost session in a list',
      410,
      { errors: ['DEDUPE_SESSION_INVALID'], message: 'x' },
      'lusha strong error',
    ],
    ['error inside an error', 400, { error: { code: 400, message: 'x' } }, 'lusha weak error'],
    ['code that is the status', 404, { message: 'x', code: 404 }, 'lusha weak error'],
    ['message alone', 500, { message: 'Something went wrong' }, 'lusha weak error'],
    ['gateway', 404, { message: 'no Route matched', request_id: 'abc' }, 'gateway strong error'],
    [
      'gateway without a key',
      401,
      { message: 'No API key found in request' },
      'gateway weak error',
    ],
    ['V3 results', 200, { requestId: 'a', results: [] }, 'lusha strong success'],
    ['V3 billing', 200, { data: [], billing: { creditsCharged: 0 } }, 'lusha strong success'],
    [
      'usage',
      200,
      { credits: { total: 1, used: 0, remaining: 1 }, plan: {} },
      'lusha strong success',
    ],
    [
      'V2 contact',
      200,
      { contact: { error: null, isCreditCharged: false, data: {} } },
      'lusha strong success',
    ],
    ['V2 contacts', 200, { contacts: { 1: { isCreditCharged: true } } }, 'lusha strong success'],
    [
      'V2 usage',
      200,
      { usage: { credits: { total: 1, used: 0, remaining: 1 } } },
      'lusha weak success',
    ],
    ['V2 company', 200, { data: {}, meta: {} }, 'lusha weak success'],
    ['V2 lookalike', 200, { creditsCharged: 2 }, 'lusha weak success'],
    ['webhooks', 201, { results: [] }, 'lusha weak success'],
    ['job', 200, { jobId: 'a', status: 'processing' }, 'lusha weak success'],
  ])('knows the %s', (_, status, body, expected) => {
    const contract = contractOf(body, status);
    expect(`${contract?.party} ${contract?.fit} ${contract?.kind}`).toBe(expected);
  });

  it.each([
    ['a status that is not the HTTP status', 200, { statusCode: 401, message: 'x' }],
    ['another service', 400, { title: 'x', detail: 'y', type: 'about:blank' }],
    ['a message among other things', 400, { message: 'x', documentation_url: 'y' }],
    ['a message in a success', 200, { message: 'x' }],
    ['a list', 200, []],
    ['no JSON', 200, undefined],
    ['a null', 200, null],
  ])('does not take %s for one of its shapes', (_, status, body) => {
    expect(contractOf(body, status)).toBeNull();
  });

  it('recognises an error whose HTTP status was lost by the status it states', () => {
    expect(contractOf({ statusCode: 401, message: 'x' }, null)?.fit).toBe('strong');
    expect(contractOf({ statusCode: 200, message: 'x' }, null)).toBeNull();
  });
});
