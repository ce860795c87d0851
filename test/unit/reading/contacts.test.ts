import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskContacts } from '../../../src/redact/contacts.ts';

describe('maskContacts', () => {
  it.each([
    ['to jane.doe@contoso.com.', 'to [e-mail].'],
    ['info@müller.de', '[e-mail]'],
    ["jane.o'connor@contoso.com", '[e-mail]'],
    ["email='jane@contoso.com'", "email='[e-mail]'"],
    [String.raw`jane.doe\u0040contoso.com`, '[e-mail]'],
    ['email=jane%2Bx%40contoso.com&a=b', 'email=[e-mail]&a=b'],
    ['Tel. 0151 23456789)', 'Tel. [phone])'],
    ['030/1234567', '[phone]'],
    ['06 12 34 56 78', '[phone]'],
    ['06.12.34.56.78', '[phone]'],
    ['020 7946 0958', '[phone]'],
    ['03-1234567', '[phone]'],
    ['(415) 555-0134', '[phone]'],
    ['+49(0)30/1234567', '[phone]'],
    [
      '"phones":[{"number":"4155550134","type":"work"},{"number":4155550135}],"status":429',
      '"phones":[{"number":"[phone]","type":"work"},{"number":[phone]}],"status":429',
    ],
    [
      'https%3A%2F%2Fwww.linkedin.com%2Fin%2Fjane-doe&x=1',
      'https%3A%2F%2Fwww.linkedin.com%2Fin%2F[profile]&x=1',
    ],
    ['linkedin.com/in/jürgen-müller/', 'linkedin.com/in/[profile]/'],
  ])('turns %j into %j', (text, masked) => {
    expect(maskContacts(text)).toBe(masked);
  });

  it.each([
    '"POST /v3/contacts/search HTTP/1.1" 429 512 1234',
    '0 0 429 200 0429',
    '2026-11-23 08:05:06 01/02/2026 06.07.2026',
    'npm i axios@1.7.2',
    'ssh root@10.0.0.5',
    '10.0.0.1:5000 0429/0503',
    'price 0.429 EUR, 429,50 EUR, $503.00',
    'took 0503 ms',
    'Limit: 25 calls per day. Reset in 81671 seconds.',
  ])('leaves %j as it is', (text) => {
    expect(maskContacts(text)).toBe(text);
  });

  it.each([
    ['German mobile', /^01[567]\d[ /-]\d{7,8}$/],
    ['German', /^0[2-9]\d{1,3}[/ -]\d{6,8}$/],
    ['French', /^0[1-9](?: \d{2}){4}$/],
    ['British', /^02\d 7\d{3} \d{4}$/],
    ['American', /^[2-9]\d{2}-[2-9]\d{2}-\d{4}$/],
    ['international', /^\+[1-9]\d{1,2} \d{2,3} \d{6,7}$/],
  ])('takes %s phone numbers out of any text', (_, shape) => {
    const around = fc.constantFrom<(phone: string) => string>(
      (phone) => `ERROR 429 for ${phone} end`,
      (phone) => JSON.stringify({ status: 401, note: phone }),
      (phone) => `(${phone})`,
    );
    fc.assert(
      fc.property(fc.stringMatching(shape), around, (phone, put) => {
        expect(maskContacts(put(phone))).not.toContain(phone);
      }),
    );
  });

  it('takes mail addresses out of any text, however the sign in them is written', () => {
    const name = fc.stringMatching(/^[a-zé]{2,10}(?:[.'+][a-zü]{2,10})?$/);
    const domain = fc.stringMatching(/^[a-zö]{2,12}\.(?:com|de|co\.uk)$/);
    const sign = fc.constantFrom('@', '%40', String.raw`\u0040`);
    fc.assert(
      fc.property(name, sign, domain, (local, at, host) => {
        const masked = maskContacts(`401 for ${local}${at}${host}, 429 ms`);
        expect(masked).toBe('401 for [e-mail], 429 ms');
      }),
    );
  });

  it('leaves statuses, times, ports and prices as they are', () => {
    const harmless = fc.oneof(
      fc.integer({ min: 100, max: 599 }).map((status) => `status ${status}`),
      fc.integer({ min: 1, max: 65_535 }).map((port) => `10.0.0.1:${port}`),
      fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
        .map((date) => date.toISOString()),
      fc.integer({ min: 1, max: 99_999 }).map((cents) => `$${(cents / 100).toFixed(2)}`),
      fc.integer({ min: 0, max: 99_999 }).map((ms) => `${ms} ms`),
      fc.stringMatching(/^[\da-f]{32}$/).map((id) => `trace_id=f${id.slice(1)}`),
    );
    fc.assert(
      fc.property(fc.array(harmless, { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        expect(maskContacts(text)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
