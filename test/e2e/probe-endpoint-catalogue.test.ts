import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpointById, findEndpoint } from '../../src/knowledge/look-up/endpoint-lookup.ts';
import { ENDPOINTS } from '../../src/knowledge/endpoints.ts';
import type { Endpoint } from '../../src/model/endpoint.ts';
import { recorder, type Arrival } from '../support/recorder.ts';
import { Servers } from '../support/servers.ts';
import { run } from '../support/world.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const servers = new Servers();
/** Takes everything, as no real API would: what gets here must be harmless in itself. */
const { arrivals, handle } = recorder((_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{"results":[],"billing":{"creditsCharged":1,"resultsReturned":0}}');
});
let url = '';

beforeAll(async () => {
  ({ url } = await servers.http(handle));
});

afterAll(() => servers.close());

/** Everything that reached the server during one run. */
async function sentBy(...args: readonly string[]): Promise<readonly Arrival[]> {
  arrivals.length = 0;
  await run(['probe', ...args, '--json', '--base-url', url], { env: { LUSHA_API_KEY: KEY } });
  return [...arrivals];
}

const PROBES = ENDPOINTS.flatMap((endpoint) => {
  const { freeProbe, never } = endpoint;
  return freeProbe === null || never === 'any-call' ? [] : [{ endpoint, freeProbe }];
});

function isFreeProbe({ method, path, body }: Arrival): boolean {
  return PROBES.some(
    ({ freeProbe }) =>
      freeProbe.method === method &&
      freeProbe.path === path &&
      body === (freeProbe.body === undefined ? '' : JSON.stringify(freeProbe.body)),
  );
}

/** What the catalogue marks as billable or forbidden, read without any of the code under test. */
function mayHurt(arrival: Arrival): boolean {
  if (isFreeProbe(arrival)) return false;
  const { method, path } = arrival;
  if (['DELETE', 'PATCH', 'PUT'].includes(method)) return true;
  if (method === 'POST' && path.includes('/delete')) return true;
  const decoded = path.replaceAll(/%2f|%5c|\\/gi, '/').replaceAll(/;[^/?]*/g, '');
  const match = findEndpoint(method, decoded);
  if (match.kind !== 'found') return method === 'POST';
  return match.endpoint.cost.kind !== 'free' || match.endpoint.never !== undefined;
}

/** A concrete path, as a user with real objects would give it. */
const concrete = ({ path }: Endpoint) => path.replaceAll(/\{\w+\}/g, 'real-1');
const json = JSON.stringify;

const WAYS: readonly (readonly [string, (endpoint: Endpoint) => readonly string[]])[] = [
  ['by its id', ({ id }) => [id]],
  ['by method and path', ({ method, path }) => [method, path]],
  ['by path alone', (endpoint) => [concrete(endpoint)]],
  ['with real objects', (endpoint) => [endpoint.method, concrete(endpoint)]],
  [
    'in capitals, with a slash at the end',
    (endpoint) => [endpoint.method, `${concrete(endpoint).toUpperCase()}/`],
  ],
  [
    'with double slashes',
    (endpoint) => [endpoint.method, `/x/..${concrete(endpoint).replaceAll(/(?<=.)\//g, '//')}`],
  ],
  [
    'with escaped slashes',
    (endpoint) => [endpoint.method, `/${concrete(endpoint).slice(1).replaceAll('/', '%2f')}`],
  ],
  [
    'with a parameter after a semicolon',
    (endpoint) => [endpoint.method, `${concrete(endpoint)};x=1`],
  ],
  ['with GET', (endpoint) => ['GET', concrete(endpoint)]],
  ['with HEAD', (endpoint) => ['HEAD', concrete(endpoint)]],
  ['with POST and an empty object', (endpoint) => ['POST', concrete(endpoint), '-d', '{}']],
  [
    'with its example body',
    (endpoint) => [
      endpoint.method,
      concrete(endpoint),
      '-d',
      json(endpoint.minimalBody ?? { a: 1 }),
    ],
  ],
  [
    'with its example query',
    ({ method, path, query = { a: 1 } }) => [
      method,
      path,
      ...Object.entries(query).flatMap(([name, value]) => ['-q', `${name}=${value}`]),
    ],
  ],
  [
    'as fetch sends it, as a Bearer token',
    ({ id }) => [id, '--http-client', 'fetch', '--auth', 'bearer'],
  ],
];

describe('without --max-credits nothing leaves that may cost or change anything', () => {
  it.each(WAYS)(
    'every endpoint %s',
    async (_way, args) => {
      const hurt: string[] = [];
      let sent = 0;
      for (const endpoint of ENDPOINTS) {
        const all = await sentBy(...args(endpoint));
        sent += all.length;
        hurt.push(
          ...all.filter(mayHurt).map(({ method, path, body }) => `${method} ${path} ${body}`),
        );
      }
      expect(hurt).toEqual([]);
      expect(sent).toBeGreaterThan(0);
    },
    120_000,
  );

  it.each(['dry-run', 'curl', 'list'])('--%s sends nothing at all', async (option) => {
    for (const { id } of ENDPOINTS) expect(await sentBy(id, `--${option}`)).toEqual([]);
  });

  it.each([
    ['twice', ['--repeat', '2', '--interval', '0']],
    ['with retries', ['--retry']],
  ])(
    'every kind of endpoint %s',
    async (_way, options) => {
      const kinds = new Map(ENDPOINTS.map((one) => [`${one.group} ${one.cost.kind}`, one.id]));
      for (const id of kinds.values()) {
        const all = await sentBy(id, ...options);
        expect(all.filter(mayHurt)).toEqual([]);
      }
    },
    60_000,
  );

  it('whatever the body says', async () => {
    const posts = ENDPOINTS.filter(({ method, cost }) => method === 'POST' && cost.kind !== 'free');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), fc.json(), async (endpoint, body) => {
        const all = await sentBy('POST', concrete(endpoint), '-d', body);
        expect(all.filter(mayHurt)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each([
    [
      'a header that changes the method',
      ['contacts.tables.get', '-H', 'X-HTTP-Method-Override: DELETE'],
    ],
    ['a parameter that changes the method', ['account.usage', '-q', '_method=DELETE']],
    ['a backslash for a slash', ['GET', String.raw`/v3/contacts\tables\1\entities`]],
    [
      'another case of the free probe with one member more',
      ['POST', '/v3/contacts/enrich', '-d', '{"ids":["v1.x"],"reveal":[],"reveals":["emails"]}'],
    ],
  ])('%s', async (_what, args) => {
    expect((await sentBy(...args)).filter(mayHurt)).toEqual([]);
  });
});

describe('with --max-credits', () => {
  it('what is forbidden still never leaves', async () => {
    const forbidden = ENDPOINTS.filter(
      ({ never, method }) => never !== undefined || method === 'DELETE' || method === 'PATCH',
    );
    expect(forbidden.length).toBeGreaterThan(8);
    for (const endpoint of forbidden) {
      const { method } = endpoint;
      const withBody = method === 'GET' ? [] : ['-d', '{}'];
      const all = await sentBy(method, concrete(endpoint), ...withBody, '--max-credits', '99');
      expect(all.filter((arrival) => !isFreeProbe(arrival))).toEqual([]);
    }
  });

  it('a billed call leaves once, after the prices were asked for', async () => {
    const body = '{"ids":["v1.a"],"reveal":["emails"]}';
    const all = await sentBy('POST', '/v3/contacts/enrich', '-d', body, '--max-credits', '1');
    expect(all.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v3/account/usage',
      'POST /v3/contacts/enrich',
    ]);
    expect(all[1]?.body).toBe(body);
  });

  it('a call that can cost more than that does not leave', async () => {
    const body = '{"ids":["v1.a"],"reveal":["phones"]}';
    const all = await sentBy('POST', '/v3/contacts/enrich', '-d', body, '--max-credits', '4');
    expect(all.map(({ path }) => path)).toEqual(['/v3/account/usage']);
  });

  it('every repetition counts', async () => {
    const body = '{"ids":["v1.a"],"reveal":["emails"]}';
    const args = ['POST', '/v3/contacts/enrich', '-d', body, '--max-credits', '2'];
    expect((await sentBy(...args, '--repeat', '3')).map(({ path }) => path)).toEqual([
      '/v3/account/usage',
    ]);
  });
});

describe('a free probe', () => {
  it.each(PROBES.map(({ endpoint, freeProbe }) => [endpoint.id, freeProbe] as const))(
    'of %s is sent to the letter, once',
    async (id, probe) => {
      const all = await sentBy(id);
      expect(all).toHaveLength(1);
      const [{ method, path, body, headers }] = all as [Arrival];
      expect({ method, path }).toEqual({ method: probe.method, path: probe.path });
      expect(body).toBe(probe.body === undefined ? '' : JSON.stringify(probe.body));
      const sent = headers.find(([name]) => name.toLowerCase() === 'api_key')?.[1];
      expect(sent).toBe(probe.key === 'send' ? KEY : undefined);
    },
  );

  it('is all that --all sends, each once, nothing of it old or dead', async () => {
    const all = await sentBy('--all');
    expect(all.filter((arrival) => !isFreeProbe(arrival))).toEqual([]);
    const calls = all.map(({ method, path, body }) => `${method} ${path} ${body}`);
    expect(new Set(calls).size).toBe(calls.length);
    const old = all.filter(({ method, path }) => {
      const match = findEndpoint(method, path);
      return match.kind === 'found' && !['current', 'beta'].includes(match.endpoint.state);
    });
    expect(old).toEqual([]);
    expect(calls[0]).toContain(endpointById('account.usage')?.path);
  }, 60_000);

  it.each(['prospecting', 'v2', 'webhooks'])(
    'is all that --group %s sends',
    async (group) => {
      const all = await sentBy('--group', group);
      expect(all.length).toBeGreaterThan(4);
      expect(all.filter((arrival) => !isFreeProbe(arrival))).toEqual([]);
    },
    60_000,
  );
});
