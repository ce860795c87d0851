import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import type { Endpoint, FreeProbe, Json, ProbeKind } from '../../../src/model/endpoint.ts';

/** Every method and path that documentation, public code or a recorded call names. */
const KNOWN_CALLS = `
GET /v3/account/usage
POST /v3/contacts/search
POST /v3/contacts/enrich
GET /v3/contacts/jobs/{jobId}
POST /v3/contacts/search-and-enrich
POST /v3/companies/search
POST /v3/companies/enrich
POST /v3/companies/search-and-enrich
POST /v3/contacts/prospecting
POST /v3/companies/prospecting
POST /v3/contacts/lookalike
POST /v3/companies/lookalike
POST /v3/contacts/buying-group
POST /v3/contacts/signals
GET /v3/contacts/signals/types
POST /v3/companies/signals
GET /v3/companies/signals/types
GET /v3/companies/signals/filters
GET /v3/companies/signals/filters/{filterType}
POST /v3/companies/signal-score
POST /v3/contacts/signal-score
POST /v3/companies/website-visits
GET /v3/contacts/prospecting/filters
GET /v3/contacts/prospecting/filters/{filterType}
GET /v3/companies/prospecting/filters
GET /v3/companies/prospecting/filters/{filterType}
POST /v3/account/conversations/search
GET /v3/account/conversations/{conversationId}/transcript
POST /v3/contacts/tables
POST /v3/contacts/tables/list
GET /v3/contacts/tables/{table_id}
PATCH /v3/contacts/tables/{table_id}
DELETE /v3/contacts/tables/{table_id}
GET /v3/contacts/tables/{table_id}/entities
POST /v3/contacts/tables/{table_id}/entities
DELETE /v3/contacts/tables/{table_id}/entities
GET /v3/contacts/tables/{table_id}/columns
DELETE /v3/contacts/tables/{table_id}/columns/{column_id}
POST /v3/contacts/tables/{table_id}/columns/{column_id}/run
POST /v3/companies/tables
POST /v3/companies/tables/list
GET /v3/companies/tables/{table_id}
PATCH /v3/companies/tables/{table_id}
DELETE /v3/companies/tables/{table_id}
GET /v3/companies/tables/{table_id}/entities
POST /v3/companies/tables/{table_id}/entities
DELETE /v3/companies/tables/{table_id}/entities
GET /v3/companies/tables/{table_id}/columns
DELETE /v3/companies/tables/{table_id}/columns/{column_id}
POST /v3/companies/tables/{table_id}/columns/{column_id}/run
POST /api/subscriptions
GET /api/subscriptions
GET /api/subscriptions/{id}
PATCH /api/subscriptions/{id}
POST /api/subscriptions/{id}/test
POST /api/subscriptions/delete
GET /api/audit-logs
GET /api/audit-logs/stats
GET /api/account/secret
POST /api/account/secret/regenerate
POST /api/subscriptions/opt-out
GET /account/usage
GET /v2/person
POST /v2/person
GET /v2/company
POST /v2/company
GET /prospecting/filters/contacts/departments
GET /prospecting/filters/contacts/seniority
GET /prospecting/filters/contacts/existing_data_points
GET /prospecting/filters/contacts/all_countries
POST /prospecting/filters/contacts/locations
POST /prospecting/filters/companies/names
GET /prospecting/filters/companies/industries_labels
GET /prospecting/filters/companies/sizes
GET /prospecting/filters/companies/revenues
POST /prospecting/filters/companies/locations
GET /prospecting/filters/companies/sics
GET /prospecting/filters/companies/naics
GET /prospecting/filters/companies/intent_topics
POST /prospecting/filters/companies/technologies
POST /prospecting/contact/search
POST /prospecting/contact/enrich
POST /prospecting/company/search
POST /prospecting/company/enrich
GET /api/signals/filters/{objectType}
POST /api/signals/contacts
POST /api/signals/contacts/search
POST /v3/lookalike/contacts
POST /api/signals/companies
POST /api/signals/companies/search
POST /v3/lookalike/companies
GET /person
GET /company
GET api.lusha.co/person
POST /bulk/company/v2
POST /v2/person/search
POST /v3/contacts/decision-makers
POST /signals/contacts
POST /signals/companies
POST /v2/signals
POST /recommendations/contacts
POST /recommendations/companies
POST /v2/recommendations
POST /v3/contacts/tables/create
POST /v3/contacts/tables/entities/get
POST /prospecting/search/contacts
POST /prospecting/search/companies
POST /person/contact
GET /v2/usage
GET /contacts
GET /people
POST /v2/contacts/search
GET /v1/
POST mcp.lusha.com
GET status.lusha.com/api/v2/summary.json
`
  .trim()
  .split('\n');

const callOf = ({ method, host = '', path }: Endpoint) =>
  `${method} ${host}${host !== '' && path === '/' ? '' : path}`;

const probes = ENDPOINTS.flatMap((endpoint) =>
  endpoint.freeProbe === null ? [] : [{ id: endpoint.id, endpoint, probe: endpoint.freeProbe }],
);
const billedProbes = probes.filter(({ endpoint }) => endpoint.cost.kind !== 'free');

describe('the endpoint catalogue', () => {
  it('holds every known call once, and nothing else', () => {
    expect(ENDPOINTS.map(callOf).sort()).toEqual([...KNOWN_CALLS].sort());
  });

  it('has unique ids, dotted and in lower case', () => {
    const ids = ENDPOINTS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(id))).toEqual([]);
  });

  it('names successors that exist and are alive', () => {
    const alive = new Set(
      ENDPOINTS.filter(({ state }) => state === 'current' || state === 'beta').map(({ id }) => id),
    );
    const wrong = ENDPOINTS.flatMap(({ id, successors = [] }) =>
      successors.filter((successor) => !alive.has(successor)).map((to) => `${id} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('gives every call that is not today its successor, and every dead one a hint', () => {
    const today = ['current', 'beta'];
    const old = ENDPOINTS.filter(({ state }) => !today.includes(state));
    expect(old.filter(({ successors = [] }) => successors.length === 0)).toEqual([]);
    const dead = old.filter(({ group }) => group === 'dead');
    expect(dead.filter(({ hint = '' }) => hint === '')).toEqual([]);
  });

  it('shares each own limit between endpoints that carry it', () => {
    for (const { id, ownLimit } of ENDPOINTS) {
      if (ownLimit === undefined) continue;
      const carriers = ENDPOINTS.filter((other) => other.ownLimit === ownLimit);
      expect(carriers.map((other) => other.id).sort()).toEqual([...ownLimit.sharedBy].sort());
      expect(ownLimit.sharedBy).toContain(id);
    }
  });

  it('lists parameter values only for parameters of the path', () => {
    for (const { path, paramValues = {} } of ENDPOINTS) {
      for (const name of Object.keys(paramValues)) expect(path).toContain(`{${name}}`);
    }
  });
});

describe('what must never be sent', () => {
  it.each(['DELETE', 'PATCH'])('includes every %s', (method) => {
    const allowed = ENDPOINTS.filter(
      (endpoint) => endpoint.method === method && endpoint.never !== 'any-call',
    );
    expect(allowed).toEqual([]);
  });

  it('includes the replacement of the webhook secret', () => {
    const found = ENDPOINTS.find(({ path }) => path === '/api/account/secret/regenerate');
    expect(found?.never).toBe('any-call');
  });

  it('includes reading rows of a real table', () => {
    const rows = ENDPOINTS.filter(
      ({ method, path }) => method === 'GET' && path.endsWith('/entities'),
    );
    expect(rows.map(({ never }) => never)).toEqual(['real-call', 'real-call']);
  });

  it('includes an empty body to the conversation search', () => {
    const found = ENDPOINTS.find(({ id }) => id === 'conversations.search');
    expect(found?.never).toBe('empty-body');
    expect(Object.keys(Object(found?.freeProbe?.body))).not.toEqual([]);
  });

  it('leaves no probe where nothing may be sent, and only an impossible object where no real call may', () => {
    const forbidden = ENDPOINTS.filter(({ never }) => never === 'any-call');
    expect(forbidden.filter(({ freeProbe }) => freeProbe !== null)).toEqual([]);
    const restricted = ENDPOINTS.filter(({ never }) => never === 'real-call');
    expect(new Set(restricted.map(({ freeProbe }) => freeProbe?.kind))).toEqual(
      new Set(['impossible-object']),
    );
  });

  it('includes no probe of a dead path', () => {
    expect(probes.filter(({ endpoint }) => endpoint.group === 'dead')).toEqual([]);
  });
});

describe('free probes', () => {
  it.each(probes)(
    '$id: goes to its own endpoint and states what it expects',
    ({ endpoint, probe }) => {
      expect(probe.method).toBe(endpoint.method);
      expect(probe.path).not.toMatch(/[{}]/);
      expect(probe.path.replace(/\?.*$/, '').split('/')).toHaveLength(
        endpoint.path.split('/').length,
      );
      expect(probe.expect.statuses.length).toBeGreaterThan(0);
      expect(probe.proves.length).toBeGreaterThan(0);
    },
  );

  it.each(billedProbes)(
    '$id: can be charged, so the probe is one that is refused',
    ({ endpoint, probe }) => {
      expect(probe.kind).not.toBe('as-is');
      expect(probe.expect.statuses.every((status) => status >= 400)).toBe(true);
      expect(probe.body ?? probe.path).not.toEqual(endpoint.minimalBody ?? endpoint.path);
      expect(isRefused(endpoint, probe)).toBe(true);
    },
  );

  it('send the key to api.lusha.com only', () => {
    const elsewhere = probes.filter(({ endpoint }) => endpoint.host !== undefined);
    expect(elsewhere.map(({ probe }) => probe.key)).toEqual(elsewhere.map(() => 'omit'));
  });

  it('mark the answer that is a secret', () => {
    const secret = ENDPOINTS.filter(({ path }) => path.startsWith('/api/account/secret'));
    expect(secret.map(({ secretAnswer }) => secretAnswer)).toEqual([true, true]);
  });
});

/** Whether the probe holds what its kind says makes Lusha refuse it. */
function isRefused({ minimalBody = {} }: Endpoint, probe: FreeProbe): boolean {
  const { kind, field = '', body = null, path } = probe;
  const query = [...new URL(path, 'https://api.lusha.com').searchParams.keys()];
  const sent = [...fieldsOf(body), ...query].filter((name) => name.split('.').at(-1) === field);
  const reasons: Record<ProbeKind, boolean> = {
    'unknown-property': sent.some((name) => !fieldsOf(minimalBody).includes(name)),
    'missing-field': sent.length === 0,
    'refused-value': sent.length > 0,
    'empty-reveal': JSON.stringify(body).includes('"reveal":[]'),
    'impossible-object': /\/(0|00000000-0000-4000-8000-000000000000)(\/|\?|$)/.test(path),
    'as-is': false,
  };
  return reasons[kind];
}

/** All properties at any depth, as dotted paths; list items share one path. */
function fieldsOf(body: Json, above = ''): string[] {
  if (typeof body !== 'object' || body === null) return [];
  if (Array.isArray(body)) return body.flatMap((item: Json) => fieldsOf(item, above));
  return Object.entries(body).flatMap(([name, value]: [string, Json]) => [
    above + name,
    ...fieldsOf(value, `${above}${name}.`),
  ]);
}
