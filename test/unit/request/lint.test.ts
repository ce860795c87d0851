import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpointById } from '../../../src/knowledge/look-up/endpoint-lookup.ts';
import { ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import type { Endpoint, Json } from '../../../src/model/endpoint.ts';
import { lint } from '../../../src/request/lint.ts';

function endpoint(id: string): Endpoint {
  const found = endpointById(id);
  if (found === undefined) throw new Error(`no endpoint ${id}`);
  return found;
}

function found(id: string, body: Json | undefined, path?: string): readonly string[] {
  const one = endpoint(id);
  return lint({ endpoint: one, path: path ?? one.path, body }).map(
    ({ rule, at, instead }) => `${rule} ${at}${instead === null ? '' : ` -> ${instead}`}`,
  );
}

const paging = (page: number, size: number) => ({
  pagination: { page, size },
  filters: { contacts: { include: { departments: ['Sales'] } } },
});
const many = (count: number) => Array.from({ length: count }, () => ({ email: 'a@example.com' }));

describe('lint', () => {
  it.each<[string, string, Json, readonly string[]]>([
    [
      'pages',
      'contacts.prospecting',
      { pages: { page: 0, size: 10 }, filters: {} },
      ['v2-field pages -> pagination'],
    ],
    ['contactIds', 'contacts.enrich', { contactIds: ['1'] }, ['v2-field contactIds -> ids']],
    [
      'requestId',
      'companies.enrich',
      { ids: ['1'], requestId: 'x' },
      [
        'v2-field requestId -> leave it out. Enriching needs the ids only, not the search they came from.',
      ],
    ],
    [
      'reveal switches',
      'contacts.enrich',
      { ids: ['1'], revealEmails: true },
      ['v2-field revealEmails -> reveal. A list: ["emails"].'],
    ],
    [
      'contactId in an item',
      'contacts.search',
      { contacts: [{ contactId: '1', email: 'a@example.com' }] },
      [
        'v2-field contacts[0].contactId -> clientReferenceId. Optional now; contactId itself is refused.',
      ],
    ],
    [
      'signals at the top',
      'contacts.signals',
      { ids: ['1'], signals: ['allSignals'] },
      [
        'v2-field signals -> signalTypes. Inside prospecting filters it is signals.types.',
        'signal-types signalTypes -> "signalTypes":["allSignals"]',
      ],
    ],
    [
      'a bare person',
      'contacts.search',
      { email: 'a@example.com' },
      ['wrapper body -> {"contacts":[{...}]}'],
    ],
    [
      'a bare list',
      'companies.search',
      [{ domain: 'example.com' }],
      ['wrapper body -> {"companies":[...]}'],
    ],
    [
      '101 contacts',
      'contacts.search',
      { contacts: many(101) },
      ['items contacts -> send at most 100 in one call, several calls for more'],
    ],
    [
      'no contacts',
      'contacts.search',
      { contacts: [] },
      ['items contacts -> send at most 100 in one call, several calls for more'],
    ],
    [
      'four seeds',
      'companies.lookalike',
      { seeds: { domains: ['a', 'b', 'c', 'd'] }, limit: 1 },
      ['seeds seeds'],
    ],
    [
      'too many results',
      'companies.lookalike',
      { seeds: { domains: ['a', 'b', 'c', 'd', 'e'] }, limit: 101 },
      ['results limit'],
    ],
    ['a page of 9', 'contacts.prospecting', paging(0, 9), ['page-size page size']],
    ['a page of 101', 'contacts.prospecting', paging(0, 101), ['page-size page size']],
    [
      'a page number below 0',
      'contacts.prospecting',
      paging(-1, 10),
      ['page page -> the first page is 0'],
    ],
    [
      'a page size that is text',
      'conversations.search',
      { pageSize: '10' },
      ['page-size page size'],
    ],
    [
      'a filter without include',
      'contacts.prospecting',
      { pagination: { page: 0, size: 10 }, filters: { contacts: { departments: ['Sales'] } } },
      ['include filters.contacts -> {"include":{...}}'],
    ],
    [
      'an e-mail that is none',
      'contacts.search',
      { contacts: [{ email: 'ada(at)example.com' }] },
      ['email contacts[0].email -> name@example.com'],
    ],
    [
      'nobody in particular',
      'contacts.search',
      { contacts: [{ firstName: 'Ada', lastName: 'L' }] },
      [
        'identifier contacts[0] -> give id, linkedinUrl, email, or both names with companyName or companyDomain',
      ],
    ],
    [
      'an empty reveal',
      'contacts.enrich',
      { ids: ['1'], reveal: [] },
      ['reveal reveal -> ["emails"], ["phones"] or both'],
    ],
  ])('points out %s', (_what, id, body, expected) => {
    expect(found(id, body)).toEqual(expected);
  });

  it.each([
    ['UK', 'GB'],
    ['de', 'DE'],
    ['Germany', 'DE'],
    ['south africa', 'ZA'],
    ['XX', null],
    ['Atlantis', null],
  ])('takes the country code %s for %s', (code, instead) => {
    const [finding] = lint({
      endpoint: endpoint('contacts.search'),
      path: '/v3/contacts/search',
      body: { contacts: [{ id: 'v1.x', countryCode: code }] },
    });
    expect(finding).toMatchObject({ rule: 'country', instead });
  });

  it.each(['ZA', 'GB', 'US', 'XK', 'ZW'])('takes the country code %s as it is', (countryCode) => {
    expect(found('contacts.search', { contacts: [{ id: 'v1.x', countryCode }] })).toEqual([]);
  });

  it('looks at the query of filters', () => {
    const path = '/v3/contacts/prospecting/filters/locations?query=a';
    expect(found('contacts.filters.type', undefined, path)).toEqual(['query-length query']);
  });

  it('never repeats a value, only where it stands', () => {
    const secret = 'ada.lovelace(at)corp';
    const findings = lint({
      endpoint: endpoint('contacts.search'),
      path: '/v3/contacts/search',
      body: { contacts: [{ email: secret }] },
    });
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  it('does not drown one mistake in a hundred repetitions', () => {
    const contacts = Array.from({ length: 100 }, () => ({ email: 'none' }));
    expect(
      lint({ endpoint: endpoint('contacts.search'), path: '', body: { contacts } }),
    ).toHaveLength(5);
  });

  // Placeholders such as <five or more> stand for what only the reader has.
  const COMPLETE = ENDPOINTS.filter(
    ({ minimalBody, version }) =>
      minimalBody !== undefined && version === 'v3' && !JSON.stringify(minimalBody).includes('<'),
  );

  it.each(COMPLETE.map((one) => [one.id, one] as const))(
    'finds nothing wrong with the example body of %s',
    (_id, one) => {
      expect(lint({ endpoint: one, path: one.path, body: one.minimalBody })).toEqual([]);
    },
  );

  it('survives any body, at any endpoint', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENDPOINTS), fc.jsonValue({ maxDepth: 6 }), (one, body) => {
        const text = JSON.stringify(body);
        const parsed: Json = JSON.parse(text);
        expect(Array.isArray(lint({ endpoint: one, path: one.path, body: parsed }))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
