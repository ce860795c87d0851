import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search, type Findable } from '../../../src/knowledge/look-up/search.ts';

const THINGS: readonly Findable<string>[] = [
  {
    thing: 'day',
    fields: [
      [10, 'quota-day-exhausted'],
      [4, 'daily requests are used up'],
    ],
  },
  {
    thing: 'hour',
    fields: [
      [10, 'quota-hour-exhausted'],
      [4, 'hourly requests are used up'],
    ],
  },
  {
    thing: 'key',
    fields: [
      [10, 'key-unknown'],
      [4, 'the key is not known; requests are refused'],
    ],
  },
  { thing: 'lim', fields: [[4, 'a limit that is no window']] },
  { thing: 'note', fields: [[1, 'a quota is mentioned here, each day']] },
];

const found = (question: string) => search(question, THINGS).map(({ thing }) => thing);

describe('search by words', () => {
  it.each([
    { what: 'all words in heavy fields', question: 'daily quota', first: 'day' },
    { what: 'another form of a word', question: 'exhausting hours', first: 'hour' },
    { what: 'the beginning of a word', question: 'exhau hour', first: 'hour' },
    { what: 'a misspelt word', question: 'unknwon key', first: 'key' },
    { what: 'words that stand everywhere', question: 'what is the key', first: 'key' },
    { what: 'a word that the texts have another one for', question: 'throttling', first: 'lim' },
    { what: 'capitals and signs', question: '"KEY": unknown!', first: 'key' },
  ])('finds $what', ({ question, first }) => {
    expect(found(question)[0]).toBe(first);
  });

  it('ranks heavy fields before light ones and keeps both', () => {
    expect(found('quota day')).toEqual(['day', 'hour', 'note']);
  });

  it.each(['', '   ', 'the of and', '???', 'zzzzzz'])('finds nothing for %j', (question) => {
    expect(found(question)).toEqual([]);
  });

  it('is total and ordered, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (question) => {
        const scores = search(question, THINGS).map(({ score }) => score);
        expect(scores.every((score) => score > 0)).toBe(true);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
    );
  });
});
