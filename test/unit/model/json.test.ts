import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/model/json.ts';

describe('parseJson', () => {
  it.each([
    ['lists', '['.repeat(400_000)],
    ['closed lists', `${'['.repeat(300)}${']'.repeat(300)}`],
    ['objects', `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`],
  ])('takes no %s without end', (_what, text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  it.each([
    ['brackets within a text', JSON.stringify({ a: '['.repeat(1000) })],
    [
      'quotes and backslashes before brackets',
      JSON.stringify({ a: '\\"[\\\\', b: '[['.repeat(500) }),
    ],
    ['many lists side by side', JSON.stringify(Array.from({ length: 1000 }, () => [[1]]))],
    ['a hundred levels', `${'['.repeat(100)}${']'.repeat(100)}`],
  ])('takes %s', (_what, text) => {
    expect(JSON.stringify(parseJson(text))).toBe(text);
  });

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});
