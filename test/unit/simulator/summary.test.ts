import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import type { RequestLogEntry } from '../../../src/simulator/http/request-log-entry.ts';
import { createTally } from '../../../src/simulator/summary.ts';
import { NOON } from './manual-clock.ts';

const GOOD: RequestLogEntry = {
  at: NOON,
  method: 'POST',
  path: '/v3/contacts/search',
  status: 200,
  keyPlacement: 'api_key',
  keyVerdict: 'accepted',
  creditsCharged: 0,
  retryAt: null,
  endpoint: 'contacts.search',
};
const USAGE = { ...GOOD, method: 'GET', endpoint: 'account.usage' };

function misuses(entries: readonly Partial<RequestLogEntry>[]): Readonly<Record<string, number>> {
  const tally = createTally();
  for (const entry of entries) tally.observe({ ...GOOD, ...entry });
  return Object.fromEntries(tally.summary().misuses.map(({ id, count }) => [id, count]));
}

describe('the summary', () => {
  it('adds up calls and credits by endpoint, the busiest first', () => {
    const tally = createTally();
    tally.observe({ ...USAGE });
    tally.observe({ ...GOOD, creditsCharged: 1 });
    tally.observe({ ...GOOD, creditsCharged: 6, status: 402 });
    expect(tally.summary()).toEqual({
      requests: 3,
      credits: 7,
      endpoints: [
        { endpoint: 'contacts.search', calls: 2, credits: 7 },
        { endpoint: 'account.usage', calls: 1, credits: 0 },
      ],
      statuses: [
        { status: 200, count: 2 },
        { status: 402, count: 1 },
      ],
      misuses: [],
    });
  });

  it.each<[string, readonly Partial<RequestLogEntry>[], Record<string, number>]>([
    [
      'a key as Bearer',
      [{ keyPlacement: 'bearer' }, { keyPlacement: 'bearer' }],
      { 'bearer-key': 2 },
    ],
    ['a key in another header', [{ keyPlacement: 'x-api-key' }], { 'wrong-header': 1 }],
    ['a key in the URL', [{ keyPlacement: 'query' }], { 'key-in-url': 1 }],
    ['no key', [{ keyPlacement: 'none' }], {}],
    ['a path of V2', [{ endpoint: 'v2.person.get' }], { 'legacy-path': 1 }],
    ['a path that does not exist', [{ endpoint: 'unlisted', status: 404 }], { 'unknown-path': 1 }],
    ['a retry 999 ms after a 429', [{ status: 429 }, { at: NOON + 999 }], { 'retry-too-soon': 1 }],
    ['a retry 1 s after a 429', [{ status: 429 }, { at: NOON + 1000 }], {}],
    [
      'a retry before the time that a 429 named',
      [{ status: 429, retryAt: NOON + 60_000 }, { at: NOON + 59_999 }],
      { 'retry-too-soon': 1 },
    ],
    [
      'a retry at the time that a 429 named',
      [{ status: 429, retryAt: NOON + 60_000 }, { at: NOON + 60_000 }],
      {},
    ],
    ['another endpoint right after a 429', [{ status: 429 }, { endpoint: 'companies.search' }], {}],
    ['five usage calls a minute', Array.from({ length: 5 }, () => USAGE), {}],
    ['seven usage calls a minute', Array.from({ length: 7 }, () => USAGE), { 'usage-polling': 2 }],
    [
      'six usage calls in more than a minute',
      Array.from({ length: 6 }, (_, index) => ({ ...USAGE, at: NOON + index * 13_000 })),
      {},
    ],
  ])('judges %s', (_what, entries, expected) => {
    expect(misuses(entries)).toEqual(expected);
  });

  it('holds nothing against the trials of lusha-doctor but too many calls', () => {
    const trial = { ...USAGE, isTrial: true };
    expect(misuses([{ ...trial, keyPlacement: 'bearer' }])).toEqual({});
    expect(misuses([{ ...trial, endpoint: 'v2.account.usage' }])).toEqual({});
    expect(misuses(Array.from({ length: 6 }, () => trial))).toEqual({ 'usage-polling': 1 });
  });

  it('points each misuse to a cause that exists', () => {
    const tally = createTally();
    for (const keyPlacement of ['bearer', 'x-api-key', 'query'] as const) {
      tally.observe({ ...USAGE, keyPlacement, status: 429 });
    }
    for (const endpoint of ['v2.person.get', 'unlisted']) {
      tally.observe({ ...GOOD, endpoint, status: 404 });
    }
    for (let call = 0; call < 6; call += 1) tally.observe(USAGE);
    const { misuses: found } = tally.summary();
    expect(found).toHaveLength(7);
    for (const { cause } of found) expect(CAUSES.map(({ id }) => id)).toContain(cause);
  });
});
