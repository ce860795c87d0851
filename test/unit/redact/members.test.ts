import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskContacts } from '../../../src/redact/contacts.ts';
import { maskedBody } from '../../../src/redact/members.ts';
import { maskedTarget } from '../../../src/redact/request-line.ts';

const PERSON = {
  requestId: '11111111-1111-4111-8111-111111111111',
  results: [
    {
      id: 'v1.abc',
      firstName: 'Ada',
      lastName: 'Lovelace',
      fullName: 'Ada Lovelace',
      jobTitle: { title: 'Countess' },
      emails: [{ email: 'ada@corp.test', type: 'work' }],
      phones: [{ number: '+44 20 7946 0958' }],
      linkedinUrl: 'https://www.linkedin.com/in/ada-l',
      note: 'write to ada.l@corp.test or call (020) 7946-0958',
    },
    { error: { code: 'NOT_FOUND', message: 'Contact not found' } },
  ],
  billing: { creditsCharged: 1, resultsReturned: 1 },
};
const PERSONAL = ['Ada', 'Lovelace', 'Countess', 'corp.test', '7946', 'ada-l'];

describe('maskedBody', () => {
  it('hides who it is about and keeps what a diagnosis needs', () => {
    const shown = maskedBody(JSON.stringify(PERSON));
    for (const text of PERSONAL) expect(shown).not.toContain(text);
    for (const text of ['NOT_FOUND', '"creditsCharged": 1', PERSON.requestId])
      expect(shown).toContain(text);
  });

  it('keeps the name of an error', () => {
    const body = {
      name: 'BadRequest',
      message: 'x',
      code: 400,
      className: 'bad-request',
      errors: {},
    };
    expect(JSON.parse(maskedBody(JSON.stringify(body)))).toEqual(body);
  });

  it('searches text that is no JSON', () => {
    const shown = maskedBody('<p>Ada: ada@corp.test, +442079460958</p>');
    expect(shown).not.toContain('corp.test');
    expect(shown).not.toContain('2079460958');
  });

  it.each([
    '2026-11-23T10:00:00.000Z',
    '2026-11-23',
    '25 calls per day. Reset in 81671 seconds.',
    'v1.abc',
  ])('leaves "%s" as it is', (text) => {
    expect(maskContacts(text)).toBe(text);
  });

  it('lets no e-mail address through, wherever it stands', () => {
    const address = fc
      .tuple(fc.stringMatching(/^[a-z][a-z0-9.+_-]{4,18}[a-z0-9]$/), fc.domain())
      .map((parts) => parts.join('@'));
    fc.assert(
      fc.property(address, fc.lorem(), (email, words) => {
        for (const body of [{ a: { b: [`${words} ${email}`] } }, { email }, { [email]: 1 }]) {
          expect(maskedBody(JSON.stringify(body))).not.toContain(email);
        }
      }),
    );
  });
});

describe('a line of a report', () => {
  it.each([
    [
      'GET /v2/person?email=ada%40corp.test&revealEmails=true',
      'GET /v2/person?email=[e-mail]&revealEmails=true',
    ],
    ['GET /v2/person?firstName=Ada&lastName=L', 'GET /v2/person?firstName=[name]&lastName=[name]'],
    ['no data for ada@corp.test', 'no data for [e-mail]'],
    ['write to support@lusha.com', 'write to support@lusha.com'],
    [
      'GET /v3/contacts/tables/0?email=nobody%40example.com',
      'GET /v3/contacts/tables/0?email=nobody%40example.com',
    ],
    ['36 characters, 1500 requests left', '36 characters, 1500 requests left'],
  ])('%s', (line, shown) => {
    expect(maskedTarget(line)).toBe(shown);
  });
});
