import { expect, it } from 'vitest';
import { requestIdOf } from '../../../src/evidence/request-id.ts';
import { headerList } from '../../support/answers.ts';

it.each([
  [
    'the body before any header',
    { requestId: 'a' },
    { 'x-request-id': 'b' },
    'a',
    'response body requestId',
  ],
  ['the spelling of the gateway', { request_id: 'a' }, {}, 'a', 'response body request_id'],
  [
    'an error inside the body',
    { error: { requestId: 'a' } },
    {},
    'a',
    'response body error.requestId',
  ],
  ['a header', null, { 'X-Request-Id': ' b ' }, 'b', 'response header x-request-id'],
  [
    'the id of the network in front as the last resort',
    {},
    { 'cf-ray': 'c-FRA' },
    'c-FRA',
    'response header cf-ray',
  ],
])('takes %s', (_, json, headers, id, seenIn) => {
  expect(requestIdOf(json, headerList(headers))).toEqual({ id, seenIn });
});

it('finds none where there is none, and bounds a long one', () => {
  expect(requestIdOf({ requestId: 5 }, headerList({ 'x-request-id': '' }))).toBeNull();
  expect(requestIdOf({ requestId: 'x'.repeat(900) }, [])?.id.length).toBe(128);
});
