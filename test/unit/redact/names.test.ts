import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskContacts } from '../../../src/redact/contacts.ts';
import { maskEchoes } from '../../../src/redact/names.ts';
import { knownMessages } from '../../../src/knowledge/known-messages.ts';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';

describe('names in a sentence', () => {
  it.each([
    ['No match for John Appleseed at Contoso', 'No match for [name] at Contoso'],
    ['user Jane van der Berg is inactive', 'user [name] is inactive'],
    ['The owner "Jürgen Müller" has left', 'The owner "[name]" has left'],
    ['Hello John, your key is gone', 'Hello [name], your key is gone'],
    ['Dear Mrs. Doe,', 'Dear Mrs. [name],'],
    ['Ada: ada@corp.test', '[name]: [e-mail]'],
    ['Jane Doe <j@contoso.com>', '[name] <[e-mail]>'],
    ['Ask Jane (jane.doe@contoso.com) or DOE', 'Ask [name] ([e-mail]) or [name]'],
    ['linkedin.com/in/jane-doe-1a2b was Jane Doe', 'linkedin.com/in/[profile] was [name]'],
    ['(020) 7946-0958', '[phone]'],
  ])('turns %j into %j', (text, masked) => {
    expect(maskContacts(text)).toBe(masked);
  });

  it.each([
    'Contact Lusha Support',
    'not available for Enterprise Plan',
    'No data for Contact Search',
    'Dear Customer, your plan has no access',
    'User-Agent: Mozilla/5.0 (Macintosh)',
    'write to support@lusha.com',
    'email=nobody%40example.com',
    'Request blocked by Palo Alto Networks',
    'Rate limit exceeded for API Key',
  ])('leaves %j as it is', (text) => {
    expect(maskContacts(text)).toBe(text);
  });

  it('changes nothing twice', () => {
    const part = fc.constantFrom(
      'for Jane Doe',
      'jane.doe@contoso.com',
      '+1 415 555 0134',
      'Hello John,',
      '[name]',
      '[e-mail]',
      'linkedin.com/in/jane-doe',
      'firstName: Ada',
      '"phone":"4155550134"',
      'user',
      'Doe',
      ': ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const once = maskContacts(parts.join(' '));
        expect(maskContacts(once)).toBe(once);
      }),
    );
  });
});

describe('the texts of the tool itself', () => {
  const texts = CAUSES.flatMap(({ title, meaning, tell, reasons, fixes }) => [
    title,
    meaning,
    ...(tell === undefined ? [] : [tell]),
    ...reasons.map(({ text }) => text),
    ...fixes.flatMap(({ text, command }) => [text, command ?? '']),
  ]);
  it('name nobody', () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => maskContacts(text) !== text)).toEqual([]);
    expect(knownMessages().length).toBeGreaterThan(20);
  });
});

describe('what the request said about people', () => {
  it.each([
    ['no contact ADA LOVELACE found', ['Ada Lovelace'], 'no contact [name] found'],
    ['Adam is not Ada', ['Ada'], 'Adam is not [name]'],
    ['a.b(c) of x', ['a.b(c)'], '[name] of x'],
    ['Lusha knows nobody', ['Lusha'], 'Lusha knows nobody'],
  ])('%j without %j', (text, names, masked) => {
    expect(maskEchoes(text, names)).toBe(masked);
  });
});
