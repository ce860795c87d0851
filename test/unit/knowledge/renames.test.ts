import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import { FIELD_RENAMES, PATH_RENAMES, requestRename } from '../../../src/knowledge/renames.ts';
import { V2_END, VERSION_EVENTS } from '../../../src/knowledge/versions.ts';
import type { Endpoint } from '../../../src/model/endpoint.ts';

const call = ({ method, path }: Endpoint) => `${method} ${path}`;

describe('path renames', () => {
  it.each([
    ['GET /v2/person', 'POST /v3/contacts/search-and-enrich'],
    ['POST /v2/person', 'POST /v3/contacts/search-and-enrich'],
    ['GET /v2/company', 'POST /v3/companies/search-and-enrich'],
    ['POST /v2/company', 'POST /v3/companies/search-and-enrich'],
    ['POST /prospecting/contact/search', 'POST /v3/contacts/prospecting'],
    ['POST /prospecting/company/search', 'POST /v3/companies/prospecting'],
    ['POST /prospecting/contact/enrich', 'POST /v3/contacts/enrich'],
    ['POST /prospecting/company/enrich', 'POST /v3/companies/enrich'],
    [
      'GET /prospecting/filters/contacts/seniority',
      'GET /v3/contacts/prospecting/filters/{filterType}',
    ],
    [
      'GET /prospecting/filters/companies/sizes',
      'GET /v3/companies/prospecting/filters/{filterType}',
    ],
    ['POST /api/signals/contacts', 'POST /v3/contacts/signals'],
    ['POST /api/signals/companies/search', 'POST /v3/companies/signals'],
    ['POST /v3/lookalike/contacts', 'POST /v3/contacts/lookalike'],
    ['GET /account/usage', 'GET /v3/account/usage'],
    ['POST /v3/contacts/decision-makers', 'POST /v3/contacts/buying-group'],
  ])('%s became %s', (from, to) => {
    const rename = PATH_RENAMES.find((entry) => call(entry.from) === from);
    expect(rename?.to.map(call)).toContain(to);
  });

  it('cover every V2 endpoint', () => {
    const renamed = new Set(PATH_RENAMES.map(({ from }) => from.id));
    const missing = ENDPOINTS.filter(({ group, id }) => group === 'v2' && !renamed.has(id));
    expect(missing).toEqual([]);
  });
});

describe('field renames', () => {
  it.each([
    ['pages', 'pagination'],
    ['contactIds', 'ids'],
    ['companiesIds', 'ids'],
    ['requestId', null],
    ['revealEmails', 'reveal'],
    ['revealPhones', 'reveal'],
    ['existing_data_points', 'existingDataPoints'],
    ['signals', 'signalTypes'],
    ['contacts.0.contactId', 'clientReferenceId'],
    ['companies.12.companyId', 'clientReferenceId'],
    ['filters.contacts.include.seniority', 'seniorityIds'],
  ])('the request field %s became %s', (field, v3) => {
    expect(requestRename(field)?.v3).toBe(v3);
  });

  it.each(['emailAddresses', 'isCreditCharged', 'nothingOfTheKind', '', 'constructor'])(
    'offers nothing for %j, which is no V2 request field',
    (field) => {
      expect(requestRename(field)).toBeUndefined();
    },
  );

  it('name each V2 field once per direction', () => {
    const keys = FIELD_RENAMES.map(({ v2, where }) => `${where} ${v2}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the history of versions', () => {
  it('is in order of date and ends with the end of V2', () => {
    const dates = VERSION_EVENTS.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(dates.at(-1)).toBe(V2_END.date);
    expect(V2_END.date).toBe('2026-11-18');
  });
});
