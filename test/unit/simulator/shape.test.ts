import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  day,
  email,
  flag,
  list,
  nullable,
  object,
  oneOf,
  record,
  text,
  uuid,
  whole,
  wordsOf,
  type Shape,
} from '../../../src/simulator/shape.ts';

const CONTACT = object({}, { email: email(), firstName: text() });
const BODY = object(
  { contacts: list(CONTACT, 1, 2) },
  { reveal: wordsOf(['emails', 'phones'], 1), page: whole(0, 10), dry: flag() },
);
const GOOD = { contacts: [{ email: 'ada@example.com' }] };

describe('a shape', () => {
  it.each<[string, unknown, string]>([
    ['no object', [], 'body must be an object'],
    ['null', null, 'body must be an object'],
    ['a missing list', {}, 'contacts must be an array'],
    ['an empty list', { contacts: [] }, 'contacts must contain at least 1 elements'],
    ['a long list', { contacts: [{}, {}, {}] }, 'contacts must contain no more than 2 elements'],
    ['a stranger on top', { ...GOOD, firstName: 'A' }, 'property firstName should not exist'],
    [
      'a stranger in an item',
      { contacts: [{ contactId: '1' }] },
      'contacts.0.property contactId should not exist',
    ],
    ['a wrong text', { contacts: [{ firstName: 1 }] }, 'contacts.0.firstName must be a string'],
    ['a wrong address', { contacts: [{ email: 'ada' }] }, 'contacts.0.email must be an email'],
    ['an empty word list', { ...GOOD, reveal: [] }, 'reveal must contain at least 1 elements'],
    [
      'an unknown word',
      { ...GOOD, reveal: ['faxes'] },
      'each value in reveal must be one of the following values: emails, phones',
    ],
    ['a small number', { ...GOOD, page: -1 }, 'page must not be less than 0'],
    ['a large number', { ...GOOD, page: 11 }, 'page must not be greater than 10'],
    ['half a number', { ...GOOD, page: 1.5 }, 'page must be an integer number'],
    ['a word for a flag', { ...GOOD, dry: 'yes' }, 'dry must be a boolean value'],
    [
      'a prototype as property',
      JSON.parse('{"__proto__":1}'),
      'property __proto__ should not exist',
    ],
  ])('says what is wrong with %s, as the API words it', (_what, value, problem) => {
    expect(BODY.problems(value, '')[0]).toBe(problem);
    expect(BODY.fits(value)).toBe(false);
  });

  it.each<[string, Shape<unknown>, unknown]>([
    ['a body', BODY, { ...GOOD, reveal: ['phones'], page: 10, dry: false }],
    ['a field that is left undefined', BODY, { ...GOOD, page: undefined }],
    ['a UUID', uuid(), '00000000-0000-4000-8000-00000000ABCD'],
    ['a day', day(), '2026-02-28'],
    ['one of several words', oneOf(['a', 'b']), 'b'],
    ['null where it may be', nullable(text()), null],
    ['any names in a record', record(whole(0)), { a: 1, b: 2 }],
  ])('accepts %s', (_what, shape, value) => {
    expect(shape.problems(value, 'value')).toEqual([]);
  });

  it.each<[string, Shape<unknown>, unknown]>([
    ['a UUID without hyphens', uuid(), '00000000000040008000000000000000'],
    ['a day in another order', day(), '28-02-2026'],
    ['a day that does not exist', day(), '2026-13-01'],
    ['a word in another case', oneOf(['a', 'b']), 'A'],
    ['a wrong member of a record', record(whole(0)), { a: '1' }],
  ])('refuses %s', (_what, shape, value) => {
    expect(shape.problems(value, 'value')).toHaveLength(1);
  });

  it('keeps a long property name short in its text', () => {
    expect(BODY.problems({ ['x'.repeat(5000)]: 1 }, '')[0]?.length).toBeLessThan(150);
  });

  it('survives any JSON, and says nothing only about what fits', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(BODY.fits(value)).toBe(BODY.problems(value, '').length === 0);
      }),
    );
  });
});
