import { describe, expect, it } from 'vitest';
import { itemErrorsOf } from '../../../src/evidence/body/item-errors.ts';
import { resultOf } from '../../../src/evidence/body/result.ts';

describe('itemErrorsOf', () => {
  it.each([
    [
      'V3 items, each code once',
      {
        results: [
          { error: { code: 'NOT_FOUND', message: 'x' } },
          { error: { code: 'NOT_FOUND' } },
          { error: { code: 'ENRICH_FAILED' } },
          { id: 1 },
        ],
      },
      ['NOT_FOUND', 'ENRICH_FAILED'],
    ],
    [
      'the V2 contact',
      { contact: { error: { name: 'EMPTY_DATA', code: 3 }, isCreditCharged: false } },
      ['EMPTY_DATA'],
    ],
    [
      'the V2 map of contacts',
      { contacts: { 1: { error: { name: 'EMPTY_DATA' } }, 2: { error: null, data: {} } } },
      ['EMPTY_DATA'],
    ],
    [
      'V2 prospecting, which only says yes or no',
      { contacts: [{ isSuccess: true }, { isSuccess: false }] },
      ['NOT_SUCCESSFUL'],
    ],
    [
      'webhooks',
      {
        results: [
          { success: false, error: { code: 'DUPLICATE_SUBSCRIPTION' } },
          { success: false },
        ],
      },
      ['DUPLICATE_SUBSCRIPTION', 'NOT_SUCCESSFUL'],
    ],
    ['an error that is a text', { results: [{ error: 'broken' }] }, ['broken']],
    [
      'a failed write into a table',
      { results: [], tableWrite: { status: 'failed' } },
      ['TABLE_WRITE_FAILED'],
    ],
    [
      'a failed write with a code',
      { tableWrite: { success: false, error: { code: 'TABLE_NOT_FOUND' } } },
      ['TABLE_NOT_FOUND'],
    ],
    ['a job that failed', { jobId: 'a', status: 'failed' }, ['JOB_FAILED']],
    [
      'a job that expired, inside an answer',
      { results: [], job: { id: 'a', status: 'expired' } },
      ['JOB_EXPIRED'],
    ],
    ['a job that still runs', { jobId: 'a', status: 'processing' }, []],
    ['ids a table does not know, which are no error', { invalidIds: ['a'] }, []],
    ['a table row called failed', { status: 'failed' }, []],
    ['no object', [1, 2], []],
  ])('reads %s', (_, body, expected) => {
    expect(itemErrorsOf(body)).toEqual(expected);
  });

  it('bounds number and length of codes', () => {
    const results = Array.from({ length: 100 }, (_, index) => ({
      error: `${index}${'x'.repeat(500)}`,
    }));
    const codes = itemErrorsOf({ results });
    expect(codes.length).toBe(20);
    expect(codes.every((code) => code.length <= 80)).toBe(true);
  });
});

describe('resultOf', () => {
  it.each([
    [
      'V3 without a match',
      { results: [{ error: { code: 'NOT_FOUND' } }], billing: { creditsCharged: 0 } },
      [1, true, 0],
    ],
    [
      'V3 with one match of two',
      { results: [{ id: 1 }, { error: { code: 'NOT_FOUND' } }], billing: { creditsCharged: 1 } },
      [2, false, 1],
    ],
    [
      'V3 with a failure, which is not "nothing found"',
      { results: [{ error: { code: 'ENRICH_FAILED' } }] },
      [1, false, null],
    ],
    ['an empty page', { data: [], totalResults: 0 }, [0, true, null]],
    ['a page', { data: [{}, {}], pagination: { total: 9 } }, [2, false, null]],
    [
      'V2 without a match',
      { contact: { error: { name: 'EMPTY_DATA' }, isCreditCharged: false } },
      [1, true, 0],
    ],
    [
      'V2 with matches',
      { contacts: { 1: { isCreditCharged: true }, 2: { isCreditCharged: true, error: null } } },
      [2, false, 2],
    ],
    ['V2 signals', { contacts: [], creditCharged: 0 }, [0, true, 0]],
    ['V2 lookalike', { data: [{}], creditsCharged: 3 }, [1, false, 3]],
    ['a bare list', [{}, {}], [2, false, null]],
    ['an empty list', [], [0, true, null]],
    ['usage, which has no items', { credits: { total: 1 } }, [null, null, null]],
    [
      'a charge that is no number',
      { results: [{}], billing: { creditsCharged: -1 } },
      [1, false, null],
    ],
    ['no JSON', undefined, [null, null, null]],
  ])('reads %s', (_, body, expected) => {
    const { itemCount, emptyResult, creditsCharged } = resultOf(body);
    expect([itemCount, emptyResult, creditsCharged?.credits ?? null]).toEqual(expected);
  });
});
