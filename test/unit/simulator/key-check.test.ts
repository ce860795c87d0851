import { describe, expect, it } from 'vitest';
import type { KeyPlacement } from '../../../src/model/exchange.ts';
import { checkKey, keyPlacementOf } from '../../../src/simulator/account/key-check.ts';
import { NOON } from './manual-clock.ts';

const KEY = '3f1c2b4a-0d5e-4f6a-8b7c-9d0e1f2a3b4c';
const OTHER = '11111111-2222-4333-8444-555555555555';

describe('checkKey', () => {
  it.each<[string, Record<string, string>, string, number, object]>([
    [
      'no key at all',
      {},
      'absent',
      401,
      { error: 'invalid_request', error_description: 'missing Authorization header' },
    ],
    [
      'a key in x-api-key',
      { 'x-api-key': KEY },
      'absent',
      401,
      { error_description: 'missing Authorization header' },
    ],
    [
      'a key as Bearer',
      { authorization: `Bearer ${KEY}` },
      'misplaced',
      401,
      { error_description: 'invalid Bearer token format' },
    ],
    [
      'an empty key',
      { api_key: '' },
      'malformed',
      400,
      { message: 'Invalid API key format', error: 'Bad Request' },
    ],
    [
      'quotes around the key',
      { api_key: `"${KEY}"` },
      'malformed',
      400,
      { message: 'Invalid API key format' },
    ],
    [
      'a key with a letter outside hex',
      { api_key: KEY.replace('3f', '3g') },
      'malformed',
      400,
      { statusCode: 400 },
    ],
    [
      'a key nobody has',
      { api_key: OTHER },
      'unknown',
      401,
      { message: 'Invalid API key', error: 'Unauthorized' },
    ],
  ])('refuses %s', (_what, headers, verdict, status, body) => {
    const check = checkKey(headers, [KEY], NOON);
    expect(check.verdict).toBe(verdict);
    if (check.verdict === 'accepted') return;
    expect(check.answer.status).toBe(status);
    expect(JSON.parse(check.answer.body)).toMatchObject(body);
  });

  it('says when it looked, as the key guard does', () => {
    const check = checkKey({ api_key: 'x' }, [], NOON);
    expect(check.verdict !== 'accepted' && JSON.parse(check.answer.body)).toMatchObject({
      timestamp: '2026-11-23T12:00:00.000Z',
    });
  });

  it('accepts a known key in either letter case, for the same account', () => {
    const lower = checkKey({ api_key: KEY }, [KEY], NOON);
    const upper = checkKey({ api_key: KEY.toUpperCase() }, [KEY], NOON);
    expect(lower.verdict).toBe('accepted');
    expect(upper).toEqual(lower);
  });

  it('names the account by nothing that is part of the key', () => {
    const check = checkKey({ api_key: KEY }, [KEY], NOON);
    const name = check.verdict === 'accepted' ? check.account : '';
    expect(name).not.toBe('');
    expect(KEY).not.toContain(name.slice(0, 6));
  });
});

describe('keyPlacementOf', () => {
  it.each<[KeyPlacement, Record<string, string>, string]>([
    ['api_key', { api_key: KEY, authorization: 'Bearer x' }, ''],
    ['bearer', { authorization: `bearer ${KEY}` }, ''],
    ['authorization', { authorization: KEY }, ''],
    ['x-api-key', { 'x-api-key': KEY }, ''],
    ['api-key', { 'api-key': KEY }, ''],
    ['apikey', { apikey: KEY }, ''],
    ['query', {}, `api_key=${KEY}`],
    ['none', { 'content-type': 'application/json' }, 'limit=1'],
  ])('finds %s', (placement, headers, query) => {
    expect(keyPlacementOf(headers, new URLSearchParams(query))).toBe(placement);
  });
});
