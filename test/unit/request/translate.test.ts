import { describe, expect, it } from 'vitest';
import { endpointById, findEndpoint } from '../../../src/knowledge/look-up/endpoint-lookup.ts';
import { ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import type { Json } from '../../../src/model/endpoint.ts';
import { lint } from '../../../src/request/lint.ts';
import { translate } from '../../../src/request/translate.ts';

function translated(id: string, body?: Json, query = '') {
  const endpoint = endpointById(id);
  const today =
    endpoint === undefined ? null : translate(endpoint, `${endpoint.path}${query}`, body);
  return today === null ? null : { call: `${today.method} ${today.path}`, body: today.body };
}

describe('translate', () => {
  it.each<[string, string, Json | undefined, string, string, Json | undefined]>([
    [
      'one person by query',
      'v2.person.get',
      undefined,
      '?email=nobody%40example.com&revealPhones=true',
      'POST /v3/contacts/search-and-enrich',
      { contacts: [{ email: 'nobody@example.com' }], reveal: ['phones'] },
    ],
    [
      'several persons',
      'v2.person.post',
      {
        contacts: [{ contactId: '1', email: 'nobody@example.com' }],
        metadata: { revealEmails: true },
      },
      '',
      'POST /v3/contacts/search-and-enrich',
      { contacts: [{ clientReferenceId: '1', email: 'nobody@example.com' }], reveal: ['emails'] },
    ],
    [
      'one company by query',
      'v2.company.get',
      undefined,
      '?company=Example',
      'POST /v3/companies/search-and-enrich',
      { companies: [{ name: 'Example' }] },
    ],
    [
      'a prospecting search',
      'v2.prospecting.contact.search',
      {
        pages: { page: 1, size: 20 },
        filters: { contacts: { include: { seniority: [4], existing_data_points: ['phone'] } } },
      },
      '',
      'POST /v3/contacts/prospecting',
      {
        pagination: { page: 1, size: 20 },
        filters: { contacts: { include: { seniorityIds: [4], existingDataPoints: ['phone'] } } },
      },
    ],
    [
      'an enrich after it',
      'v2.prospecting.contact.enrich',
      { requestId: 'r', contactIds: [1, 2], revealEmails: true },
      '',
      'POST /v3/contacts/enrich',
      { ids: ['1', '2'], reveal: ['emails'] },
    ],
    [
      'companies by id',
      'v2.prospecting.company.enrich',
      { requestId: 'r', companiesIds: ['7'] },
      '',
      'POST /v3/companies/enrich',
      { ids: ['7'] },
    ],
    [
      'signals',
      'v2.signals.contacts',
      { contactIds: [1], signals: ['allSignals'] },
      '',
      'POST /v3/contacts/signals',
      { ids: ['1'], signalTypes: ['allSignals'] },
    ],
    [
      'a filter',
      'v2.filters.contacts.existing_data_points',
      undefined,
      '',
      'GET /v3/contacts/prospecting/filters/existingDataPoints',
      undefined,
    ],
    ['the usage', 'v2.account.usage', undefined, '', 'GET /v3/account/usage', undefined],
  ])('turns %s into today’s call', (_what, id, body, query, call, expected) => {
    expect(translated(id, body, query)).toEqual({ call, body: expected });
  });

  it('leaves V3 alone', () => {
    expect(translated('contacts.search', { contacts: [] })).toBeNull();
  });

  const OLD = ENDPOINTS.filter(
    ({ group, successors }) => group === 'v2' && successors !== undefined,
  );

  it.each(OLD.map((one) => [one.id, one] as const))('of %s leads to a listed call', (_id, one) => {
    const today = translate(one, one.path.replace(/\{\w+\}/, 'contact'), one.minimalBody);
    expect(today).not.toBeNull();
    expect(findEndpoint(today?.method ?? '', today?.path ?? '').kind).toBe('found');
  });

  it.each(
    OLD.filter(({ id }) => /search$|person|company/.test(id)).map((one) => [one.id, one] as const),
  )('of %s leaves no V2 name in the body', (_id, one) => {
    const today = translate(one, one.path, one.minimalBody);
    const findings =
      today === null ? [] : lint({ endpoint: today.endpoint, path: today.path, body: today.body });
    expect(findings.filter(({ rule }) => rule === 'v2-field' || rule === 'wrapper')).toEqual([]);
  });
});
