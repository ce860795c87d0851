import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { API_HOST, ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import type { Endpoint } from '../../../src/model/endpoint.ts';
import { answerLikeLusha, type Api } from '../../../src/simulator/api.ts';
import { HANDLERS } from '../../../src/simulator/routes.ts';
import { createWorld } from '../../../src/simulator/world.ts';
import { NOON } from './manual-clock.ts';

const KEY = '3f1c2b4a-0d5e-4f6a-8b7c-9d0e1f2a3b4c';
const SERVED = ENDPOINTS.filter(
  ({ id, host }) => id in HANDLERS && (host ?? API_HOST) === API_HOST,
);

function api(): Api {
  return {
    behaviour: { kind: 'api' },
    acceptedKeys: [KEY],
    accounts: new Map(),
    world: createWorld('a'),
  };
}

function ask(endpoint: Endpoint, value: unknown, query: string, segment = '1'): number {
  const { answer } = answerLikeLusha(
    api(),
    {
      method: endpoint.method,
      path: endpoint.path.replaceAll(/\{\w+\}/g, encodeURIComponent(segment)),
      query: new URLSearchParams(query),
      headers: { api_key: KEY },
      body: value === undefined ? { kind: 'none' } : { kind: 'json', value },
    },
    NOON,
    1,
  );
  JSON.parse(answer.body);
  return answer.status;
}

describe.each(SERVED.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_id, endpoint) => {
  it('takes the minimal request of the catalogue for what it is', () => {
    const { minimalBody, query = {} } = endpoint;
    const asked = Object.entries(query).map(([name, value]) => `${name}=${value}`);
    const status = ask(endpoint, minimalBody, asked.join('&'));
    expect([200, 201, 400, 404]).toContain(status);
  });

  it('answers its free probe as the catalogue expects', () => {
    const { freeProbe } = endpoint;
    if (freeProbe === null) return;
    const { path, query } = split(freeProbe.path);
    const { answer, verdict } = answerLikeLusha(
      api(),
      {
        method: freeProbe.method,
        path,
        query,
        headers: { api_key: KEY },
        body:
          freeProbe.body === undefined ? { kind: 'none' } : { kind: 'json', value: freeProbe.body },
      },
      NOON,
      1,
    );
    expect(freeProbe.expect.statuses).toContain(answer.status);
    expect(verdict).toBe('accepted');
    expect(answer.credits).toBe(0);
    if (freeProbe.expect.message !== undefined && answer.status === 400) {
      expect(answer.body).toMatch(freeProbe.expect.message);
    }
  });

  it('stays upright whatever it is sent', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.string(),
        fc.string({ minLength: 1 }),
        (value, query, segment) => {
          expect([200, 201, 400, 402, 404, 409, 410, 412, 451]).toContain(
            ask(endpoint, value, query, segment),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});

function split(target: string): { path: string; query: URLSearchParams } {
  const url = new URL(target, 'http://simulator.invalid');
  return { path: url.pathname, query: url.searchParams };
}
