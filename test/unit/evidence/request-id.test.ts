import { expect, it } from 'vitest';
import { requestIdsOf } from '../../../src/evidence/request-id.ts';
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
  ['another spelling', { RequestID: 'a' }, {}, 'a', 'response body RequestID'],
  ['a trace id', { trace_id: 'a' }, {}, 'a', 'response body trace_id'],
  [
    'an id beside the data',
    { meta: { request_id: 'a' } },
    {},
    'a',
    'response body meta.request_id',
  ],
  ['the first entry of a list', [{ requestId: 'a' }], {}, 'a', 'response body requestId'],
  ['the id of CloudFront', null, { 'X-Amz-Cf-Id': 'Zx==' }, 'Zx==', 'response header x-amz-cf-id'],
  [
    'the id of an API gateway',
    null,
    { 'x-amz-apigw-id': 'g=' },
    'g=',
    'response header x-amz-apigw-id',
  ],
  [
    'the service before the network in front',
    null,
    { 'cf-ray': 'c', 'x-correlation-id': 's' },
    's',
    'response header x-correlation-id',
  ],
  [
    'a name that nobody listed and that says what it is',
    null,
    { 'X-Example-Request-Id': 'e' },
    'e',
    'response header x-example-request-id',
  ],
])('takes %s', (_, json, headers, id, seenIn) => {
  expect(requestIdsOf(json, headerList(headers))[0]).toEqual({ id, seenIn });
});

it('finds none where there is none, and bounds a long one', () => {
  expect(requestIdsOf({ requestId: 5 }, headerList({ 'x-request-id': '' }))).toEqual([]);
  expect(requestIdsOf({ requestId: 'x'.repeat(900) }, [])[0]?.id.length).toBe(128);
});

it.each([
  [
    'Cloudflare',
    'Cloudflare Ray ID: <strong class="x">8f1c2d3e4f5a6b7c</strong>',
    '8f1c2d3e4f5a6b7c',
  ],
  ['CloudFront', '<pre>\nRequest ID: Zx9_-abc==\n</pre>', 'Zx9_-abc=='],
  [
    'Akamai',
    'Reference&#32;&#35;18&#46;2d351ab8&#46;1557333295&#46;a4e16ab',
    '18.2d351ab8.1557333295.a4e16ab',
  ],
  ['F5', 'Your support ID is: 1234567890123456789', '1234567890123456789'],
])('reads the id off a page of %s', (_, page, id) => {
  expect(requestIdsOf(undefined, [], page)).toEqual([{ id, seenIn: 'the page' }]);
});

it('takes no word of a page for an id', () => {
  expect(
    requestIdsOf(undefined, [], 'Reference #1. Request ID: none. Support ID: call us'),
  ).toEqual([]);
});

it('gives every id once, and no more than a few', () => {
  const headers = headerList({ 'cf-ray': 'c', 'x-request-id': 'a', 'x-trace-id': 't' });
  const ids = requestIdsOf({ requestId: 'a' }, headers).map(({ id }) => id);
  expect(ids).toEqual(['a', 't', 'c']);
  const many = Object.fromEntries(
    Array.from({ length: 50 }, (_, at) => [`x${at}-request-id`, `${at}`]),
  );
  expect(requestIdsOf(null, headerList(many))).toHaveLength(5);
});
