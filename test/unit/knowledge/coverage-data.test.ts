import { describe, expect, it } from 'vitest';
import { STATUS_PAGE } from '../../../src/knowledge/contacts.ts';
import { CONTRADICTIONS } from '../../../src/knowledge/contradictions.ts';
import {
  classifyPath,
  endpointById,
  findEndpoint,
} from '../../../src/knowledge/look-up/endpoint-lookup.ts';
import { HOSTS } from '../../../src/knowledge/hosts.ts';
import { planOf } from '../../../src/knowledge/plans.ts';
import { RATE_HEADER_FAMILIES } from '../../../src/knowledge/rate-headers.ts';
import { CREDENTIAL_HEADERS, OTHER_HEADERS } from '../../../src/knowledge/request-headers.ts';
import { VERSION_EVENTS } from '../../../src/knowledge/versions.ts';
import { WEBHOOK_FACTS } from '../../../src/knowledge/webhook-facts.ts';

/** Tables of figures and names whose rows are data, not causes. Limits, prices and renames have tests of their own. */

describe('families of rate limit headers', () => {
  it.each([
    ['A', 'x-daily-requests-left', 'observed'],
    ["A'", 'x-rate-limit-minute', 'documented'],
    ['B', 'x-ratelimit-reset', 'contradicted'],
    ['C', 'x-ratelimit-reset-daily', 'documented'],
    ['D', 'ratelimit-remaining', 'documented'],
    ['E', 'x-ratelimit-remaining-day', 'documented'],
    ['F', 'x-ratelimit-limit', 'documented'],
    ['G', 'x-monthly-requests-left', 'inferred'],
    ['retry-after', 'retry-after', 'inferred'],
  ])('%s has %s and is %s', (id, name, state) => {
    const family = RATE_HEADER_FAMILIES.find((entry) => entry.id === id);
    expect(family?.headers.map((header) => header.name)).toContain(name);
    expect(family?.state).toBe(state);
  });
});

describe('whether an empty answer costs a credit', () => {
  const entry = CONTRADICTIONS.find(({ id }) => id === 'empty-result-cost');
  const said = [...(entry?.statements ?? []), ...(entry?.observed ? [entry.observed] : [])];

  it.each([
    ['article#200-credit', /at least 1 credit/i],
    ['help/credit-table', /1 credit as a minimum/i],
    ['docs/billing', /nothing is deducted/i],
    ['live/2026-07-v3-contract', /creditsCharged was 0 .*isCreditCharged false/],
  ])('keeps what %s says', (source, says) => {
    expect(said.find((statement) => statement.source === source)?.text).toMatch(says);
  });

  it('believes the answer itself', () => {
    expect(entry?.action).toMatch(/what the answer itself says was charged/);
  });
});

describe('safe probes', () => {
  it.each([
    ['account.usage', 'as-is'],
    ['contacts.filters', 'as-is'],
    ['contacts.signals.types', 'as-is'],
    ['contacts.search-and-enrich', 'unknown-property'],
    ['contacts.enrich', 'empty-reveal'],
    ['contacts.enrich.job', 'impossible-object'],
  ])('%s has a free probe of the kind %s', (id, kind) => {
    expect(endpointById(id)?.freeProbe?.kind).toBe(kind);
  });

  it.each([
    ['POST', '/api/account/secret/regenerate', 'any-call'],
    ['DELETE', '/v3/contacts/tables/1', 'any-call'],
    ['GET', '/v3/contacts/tables/1/entities', 'real-call'],
    ['POST', '/v3/account/conversations/search', 'empty-body'],
  ])('%s %s must never be tried: %s', (method, path, never) => {
    const match = findEndpoint(method, path);
    expect(match.kind === 'found' ? match.endpoint.never : match.kind).toBe(never);
  });

  it('reads two lines of the status page, by their ids', () => {
    expect(STATUS_PAGE.summaryPath).toBe('/api/v2/summary.json');
    expect(STATUS_PAGE.components.map(({ id }) => id)).toEqual(['bqq6gm6xj672', 'g9tcs4jndlft']);
  });

  it('never shows the answer of the webhook secret', () => {
    expect(endpointById('webhooks.secret')?.secretAnswer).toBe(true);
  });
});

describe('plans', () => {
  it.each([
    ['Free', /40 credits.*company signals did not/],
    ['Starter', /table of limits only/],
    ['Pro', /enrichment.*tables for reading/i],
    ['Professional', /self-service/i],
    ['Premium', /self-service/i],
    ['Scale', /prospecting and filters, the do-not-call option, tables and several keys/],
    ['Enterprise', /tables/],
    ['Trial', /429 of its own/],
  ])('%s', (name, says) => {
    expect(planOf(name)?.note).toMatch(says);
  });
});

describe('versions', () => {
  it.each([
    ['2025-01-14', /V1/],
    ['2026-05-18', /Sunset/],
    ['2026-06-16', /n8n/],
    ['2026-07-27', /waterfall/],
    ['2026-08-11', /signal score/],
    ['2026-08-12', /decision-makers removed/],
    ['2026-08-13', /social links/],
    ['2026-09-23', /all paid plans/],
    ['2026-11-18', /end of V2/],
  ])('%s', (date, says) => {
    expect(VERSION_EVENTS.find((event) => event.date === date)?.what).toMatch(says);
  });

  it.each([
    ['GET', '/person', 'v1'],
    ['GET', '/company', 'v1'],
    ['POST', '/person/contact', 'invented'],
    ['POST', '/bulk/company/v2', 'retired'],
    ['POST', '/v2/person/search', 'invented'],
    ['POST', '/v2/contacts/search', 'invented'],
    ['GET', '/v2/usage', 'invented'],
    ['POST', '/prospecting/search/contacts', 'invented'],
    ['POST', '/v3/contacts/decision-makers', 'retired'],
    ['POST', '/v3/contacts/tables/create', 'retired'],
    ['GET', '/contacts', 'invented'],
    ['GET', '/people', 'invented'],
    ['GET', '/v1/anything', 'invented'],
  ])('%s %s is known as %s', (method, path, version) => {
    expect(classifyPath(method, path).version).toBe(version);
  });

  it('knows the host of the V1 years, and GET on a search path as a wrong method', () => {
    expect(HOSTS.find(({ host }) => host === 'api.lusha.co')?.insteadUse).toBe('api.lusha.com');
    expect(findEndpoint('GET', '/v3/contacts/search').kind).toBe('other-method');
  });
});

describe('webhooks', () => {
  it.each([
    ['signature', /X-Lusha-Signature .*HMAC-SHA256 .*timestamp/],
    ['timestamp', /X-Lusha-Timestamp/],
    ['sender', /Lusha-Webhooks\/1\.0/],
    ['answer', /2xx, best 201, within 10 s.*"received":true.*webhookId/],
    ['retries', /3 times.*blockReason.*blockedAt.*isActive/],
    ['secret', /one secret for each account/],
    ['address', /https/],
    ['logs', /90 days.*180 days/],
    ['test', /direct, kafka and full/],
    ['opt-out', /at most one/],
    ['limit', /100 requests a minute.*25 items/],
  ])('%s', (about, says) => {
    expect(WEBHOOK_FACTS.find((fact) => fact.about === about)?.text).toMatch(says);
  });
});

describe('headers of a request', () => {
  it.each(['api_key', 'authorization', 'x-api-key', 'api-key', 'apikey'])(
    '%s: what becomes of a key in it is known',
    (name) => {
      expect(CREDENTIAL_HEADERS.find((header) => header.name === name)?.causes).not.toEqual([]);
    },
  );

  it.each(['content-type', 'sunset', 'prtnr', 'x-lusha-signature'])('%s is known', (name) => {
    expect(OTHER_HEADERS.map((header) => header.name)).toContain(name);
  });
});

/** The register of contradictions by its topics; that it holds exactly these is tested beside it. */
describe('contradictions', () => {
  it.each([
    ['auth-header', /Bearer/],
    ['header-casing', /API_KEY/],
    ['malformed-key', /401/],
    ['rate-headers', /X-RateLimit/],
    ['rate-scope', /Per account/],
    ['rate-numbers', /25 a second/],
    ['empty-result-cost', /1 credit/],
    ['key-access', /Premium and Scale/],
    ['prospecting-plan', /Scale only/],
    ['rare-statuses', /422/],
    ['payment-required', /credits do not suffice/],
    ['error-body', /statusCode/],
    ['usage-body', /bulkCredits/],
    ['v2-list-key', /data/],
    ['page-size', /10 to 50/],
    ['sunset-header', /Sunset/],
    ['daily-reset', /midnight UTC/],
    ['filter-endpoints', /seniority/],
    ['tables-owner', /email/],
    ['reveal-cost', /5 for a phone/],
    ['oauth', /OAuth/],
    ['request-id', /headers/],
  ])('%s', (id, says) => {
    const entry = CONTRADICTIONS.find((conflict) => conflict.id === id);
    expect(entry?.statements.map(({ text }) => text).join(' ')).toMatch(says);
  });
});
