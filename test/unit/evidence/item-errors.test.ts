import { describe, expect, it } from 'vitest';
import { itemErrorCountsOf, itemErrorsOf } from '../../../src/evidence/body/item-errors.ts';

const failed = (code: string) => ({ error: { code, message: 'x' } });

describe('the errors of single items', () => {
  it.each([
    [[failed('NOT_FOUND')], ['NOT_FOUND'], []],
    [[failed('NOT_FOUND'), failed('NOT_FOUND')], ['NOT_FOUND'], ['NOT_FOUND 2']],
    [
      [failed('NOT_FOUND'), failed('ENRICH_FAILED'), { id: 'v1.a' }, failed('NOT_FOUND')],
      ['NOT_FOUND', 'ENRICH_FAILED'],
      ['NOT_FOUND 2', 'ENRICH_FAILED 1'],
    ],
  ])('%j', (results, codes, counts) => {
    expect(itemErrorsOf({ results })).toEqual(codes);
    expect(itemErrorCountsOf({ results })).toEqual(counts);
  });
});
