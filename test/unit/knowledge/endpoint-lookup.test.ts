import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classifyPath,
  endpointById,
  findEndpoint,
  nearestEndpoints,
} from '../../../src/knowledge/look-up/endpoint-lookup.ts';
import { ENDPOINTS } from '../../../src/knowledge/endpoints.ts';

const idOf = (method: string, target: string) => {
  const match = findEndpoint(method, target);
  return match.kind === 'found' ? match.endpoint.id : match.kind;
};

describe('findEndpoint', () => {
  it.each([
    ['GET', '/v3/account/usage', 'account.usage'],
    ['get', '/v3/account/usage', 'account.usage'],
    ['GET', '/v3/account/usage/', 'account.usage'],
    ['GET', '/v3/account/usage?verbose=1#top', 'account.usage'],
    ['GET', 'https://api.lusha.com/v3/account/usage?x=1', 'account.usage'],
    ['GET', 'http://127.0.0.1:8080/v3/account/usage', 'account.usage'],
    ['POST', '/v3/contacts/tables/list', 'contacts.tables.list'],
    ['GET', '/v3/contacts/tables/abc', 'contacts.tables.get'],
    ['GET', '/v3/contacts/tables/abc/entities', 'contacts.tables.rows'],
    ['POST', '/v3/contacts/tables/abc/columns/def/run', 'contacts.tables.columns.run'],
    ['POST', '/api/subscriptions/delete', 'webhooks.delete'],
    ['GET', '/api/subscriptions/delete', 'webhooks.get'],
    ['GET', '/prospecting/filters/contacts/seniority', 'v2.filters.contacts.seniority'],
    ['GET', '/person', 'v1.person'],
    ['GET', 'https://api.lusha.co/person', 'v1.person.old-host'],
    ['POST', 'https://mcp.lusha.com', 'mcp'],
    ['GET', '/v1/anything/at/all', 'dead.v1'],
    ['GET', '/v3/contacts/search', 'other-method'],
    ['PUT', '/v3/contacts/tables/abc', 'other-method'],
    ['GET', '/', 'unlisted'],
    ['GET', '/v3', 'unlisted'],
    ['POST', '/', 'unlisted'],
    ['GET', '/v3/contacts/tables/abc/entities/1', 'unlisted'],
  ])('%s %s is %s', (method, target, id) => {
    expect(idOf(method, target)).toBe(id);
  });

  it.each([
    '/v3//contacts/tables/1/entities',
    '/v3/./contacts/tables/1/entities',
    '/v3/x/../contacts/tables/1/entities',
    '/v3/contacts/tables/1/%65ntities',
    '/V3/Contacts/Tables/1/Entities',
    '/v3/contacts/tables/%2e%2E/tables/1/entities',
  ])('sees through the odd spelling %s', (target) => {
    expect(idOf('GET', target)).toBe('contacts.tables.rows');
  });

  it('hands out what the parameters took', () => {
    const match = findEndpoint('GET', '/v3/companies/tables/t%201/entities');
    expect(match).toMatchObject({ kind: 'found', params: { table_id: 't 1' } });
  });

  it('says which methods a path takes when the method is wrong', () => {
    const match = findEndpoint('GET', '/v3/companies/enrich');
    expect(match.kind === 'other-method' && match.otherMethods.map(({ id }) => id)).toEqual([
      'companies.enrich',
    ]);
  });

  it('names the other methods of a path it found', () => {
    const match = findEndpoint('GET', '/v2/person');
    expect(match.kind === 'found' && match.otherMethods.map(({ id }) => id)).toEqual([
      'v2.person.post',
    ]);
  });

  it.each(ENDPOINTS.filter(({ freeProbe }) => freeProbe !== null))(
    'recognises the probe of $id as that endpoint',
    ({ id, host, freeProbe }) => {
      const origin = host === undefined ? '' : `https://${host}`;
      expect(idOf(freeProbe?.method ?? '', `${origin}${freeProbe?.path}`)).toBe(id);
    },
  );

  it('answers any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (method, target) => {
        expect(['found', 'other-method', 'unlisted']).toContain(findEndpoint(method, target).kind);
      }),
    );
  });
});

describe('classifyPath', () => {
  it.each([
    ['POST', '/v3/contacts/search', 'contacts.search', 'v3', true],
    ['GET', '/v3/contacts/search', 'contacts.search', 'v3', false],
    [undefined, '/v3/contacts/search', 'contacts.search', 'v3', true],
    ['GET', '/api/subscriptions', 'webhooks.list', 'v3', true],
    ['GET', '/account/usage', 'v2.account.usage', 'v2', true],
    ['POST', '/prospecting/contact/search', 'v2.prospecting.contact.search', 'v2', true],
    ['GET', '/company', 'v1.company', 'v1', true],
    ['POST', '/v3/contacts/decision-makers', 'dead.decision-makers', 'retired', true],
    ['POST', '/v3/lookalike/contacts', 'v2.lookalike.contacts', 'retired', true],
    ['POST', '/bulk/company/v2', 'dead.bulk-company', 'retired', true],
    ['POST', '/signals/contacts', 'dead.signals.contacts', 'retired', true],
    ['GET', '/v2/usage', 'dead.v2-usage', 'invented', true],
    ['POST', '/v2/person/search', 'dead.v2-person-search', 'invented', true],
    ['POST', 'https://mcp.lusha.com/', 'mcp', 'unlisted', true],
    ['GET', '/nowhere', 'unlisted', 'unlisted', false],
  ])('%s %s is %s of %s', (method, target, endpoint, version, methodFits) => {
    expect(classifyPath(method, target)).toEqual({ endpoint, version, methodFits });
  });
});

describe('nearestEndpoints', () => {
  it.each([
    ['/v3/contact/search', '/v3/contacts/search'],
    ['/v3/contacts/serach', '/v3/contacts/search'],
    ['/v3/prospecting/contacts', '/v3/contacts/prospecting'],
    ['/v3/companies/search_and_enrich', '/v3/companies/search-and-enrich'],
    ['/v3/contacts/tables/0815-4711/entity', '/v3/contacts/tables/{table_id}/entities'],
    ['/v2/persn', '/v2/person'],
    ['companies.enirch', '/v3/companies/enrich'],
  ])('suggests for %s first %s', (wanted, path) => {
    expect(nearestEndpoints(wanted, 3)[0]?.path).toBe(path);
  });

  it('suggests a path once, and at most as many as asked for', () => {
    const paths = nearestEndpoints('/v3/contacts/tables/x', 2).map(({ path }) => path);
    expect(paths).toHaveLength(2);
    expect(new Set(paths).size).toBe(2);
  });

  it('suggests nothing for what resembles nothing', () => {
    expect(nearestEndpoints('/wp-admin/setup.php', 3)).toEqual([]);
    expect(nearestEndpoints(`/${'v3/contacts/search'.repeat(50)}`, 3)).toEqual([]);
  });

  it('suggests no dead path', () => {
    const suggested = nearestEndpoints('/v2/contacts/search', 10);
    expect(suggested.filter(({ group }) => group === 'dead')).toEqual([]);
  });
});

describe('endpointById', () => {
  it('finds every endpoint, and nothing else', () => {
    expect(ENDPOINTS.every((endpoint) => endpointById(endpoint.id) === endpoint)).toBe(true);
    expect(endpointById('no.such.thing')).toBeUndefined();
  });
});
