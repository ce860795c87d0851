import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../../src/simulator/http/server.ts';
import { manualClock } from '../unit/simulator/manual-clock.ts';

/**
 * What the OpenAPI document of V3 (spec3) asks of answers where the simulator once answered otherwise.
 * The framework's form of a refused request stays as it was observed (live/2026-07-v3-contract).
 */
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ scenario: 'healthy', clock: manualClock() });
});

afterEach(() => simulator.close());

async function answer(line: string, body?: object): Promise<ReturnType<typeof JSON.parse>> {
  const [method = '', path = ''] = line.split(' ');
  const response = await fetch(simulator.url + path, {
    method,
    headers: { api_key: simulator.demoKey, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.ok).toBe(true);
  return response.json();
}

/** V3CanRevealItem: the values of `field`. */
const REVEALABLE = ['emails', 'phones'];

describe('answers of the simulator and the document of V3', () => {
  it.each([
    ['POST /v3/contacts/search', { contacts: [{ email: 'ada@example.com' }] }],
    ['POST /v3/companies/search', { companies: [{ domain: 'example.com' }] }],
    [
      'POST /v3/companies/prospecting',
      { pagination: { page: 0, size: 10 }, filters: { companies: { include: { names: ['A'] } } } },
    ],
  ])('%s offers to reveal only what the schema names', async (line, body) => {
    const { results } = await answer(line, body);
    expect(results.length).toBeGreaterThan(0);
    for (const { canReveal = [] } of results) {
      for (const { field } of canReveal) expect(REVEALABLE).toContain(field);
    }
  });

  it.each(['GET /api/subscriptions', 'GET /api/audit-logs'])(
    '%s has every part of a pagination',
    async (line) => {
      const { pagination } = await answer(line);
      for (const name of ['total', 'size', 'page', 'hasMore']) {
        expect(pagination).toHaveProperty(name);
      }
    },
  );

  it('an opt-out subscription is one for contacts', async () => {
    const body = { entityType: 'contact', url: 'https://example.com/hook' };
    expect(await answer('POST /api/subscriptions/opt-out', body)).toMatchObject({
      entityType: 'contact',
    });
  });
});
