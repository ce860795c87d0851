import { expect, it } from 'vitest';
import { limitFromMessage } from '../../../src/quota/window/limit-message.ts';

it.each([
  [
    'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 81671 seconds.',
    { reason: 'window', window: 'day', limit: 25, resetSeconds: 81_671 },
  ],
  [
    'Daily API quota limit exceeded. Limit 1500 calls per day',
    { reason: 'window', window: 'day', limit: 1500, resetSeconds: null },
  ],
  [
    'Hourly API rate limit exceeded. Limit: 150 calls per hour. Reset in 1260 seconds',
    { reason: 'window', window: 'hour', limit: 150, resetSeconds: 1260 },
  ],
  [
    'Hourly API rate limit exceeded. Limit: X calls per hour. Reset in X seconds',
    { reason: 'window', window: 'hour', limit: null, resetSeconds: null },
  ],
  [
    'Limit: 50 calls per minute. Reset in 12 seconds.',
    { reason: 'window', window: 'minute', limit: 50, resetSeconds: 12 },
  ],
  [
    'Daily API rate limit exceeded. Limit: 150 calls per hour.',
    { reason: 'window', window: null, limit: 150, resetSeconds: null },
  ],
  ['Rate limit exceeded', { reason: 'window', window: null, limit: null, resetSeconds: null }],
  [
    "You've reached your trial limit, please contact support for upgrade",
    { reason: 'trial', window: null, limit: null, resetSeconds: null },
  ],
  [
    'Too many requests. Please wait before making another request.',
    { reason: 'burst', window: null, limit: null, resetSeconds: null },
  ],
  [
    'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 999999999 seconds.',
    { reason: 'window', window: 'day', limit: 25, resetSeconds: null },
  ],
  ['Invalid API key', null],
  ['limit must not be greater than 100', null],
  ['', null],
])('reads "%s"', (text, expected) => {
  expect(limitFromMessage(text)).toEqual(expected);
});
