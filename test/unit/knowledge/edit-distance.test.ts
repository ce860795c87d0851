import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/knowledge/look-up/edit-distance.ts';
import { nearest } from '../../../src/knowledge/look-up/nearest.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['search', 'search', 0],
    ['serch', 'search', 1],
    ['saerch', 'search', 1],
    ['kitten', 'sitting', 3],
  ])('%s to %s takes %d edits', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits);
  });

  it('is the same both ways, and no more than the longer text', () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('nearest', () => {
  const names = ['healthy', 'key-unknown', 'key-malformed', 'squid-denies'];

  it.each([
    ['helthy', ['healthy']],
    ['key-unknwon', ['key-unknown']],
    ['something-else-altogether', []],
    ['x'.repeat(10_000), []],
  ])('%s resembles %j', (wanted, expected) => {
    expect(nearest(wanted, names, 3)).toEqual(expected);
  });

  it('gives the closest first and no more than asked for', () => {
    expect(nearest('abcd', ['abxy', 'abcd', 'abcx'], 2)).toEqual(['abcd', 'abcx']);
  });
});
