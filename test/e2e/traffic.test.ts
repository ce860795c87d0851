import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../src/simulator/scenarios.ts';
import { certificates } from '../support/certificates.ts';
import { outboundDuring, type Outbound } from '../support/outbound.ts';
import { TEST_KEY } from '../support/probing.ts';
import { SQUID_DENIAL, startProxy, type RunningProxy } from '../support/proxies.ts';
import { recorder, textOf, usageOfV3, type Arrival } from '../support/recorder.ts';
import { Servers, type Running } from '../support/servers.ts';
import { run, type Ran } from '../support/world.ts';

const servers = new Servers();
afterAll(() => servers.close());

/** Every header this tool ever sends by itself. */
const OWN_HEADERS = [
  'accept',
  'accept-encoding',
  'api_key',
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'host',
  'user-agent',
];

const answer =
  (status: number, headers: Record<string, string>, body: string): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };
const json = (status: number, body: object) =>
  answer(status, { 'content-type': 'application/json' }, JSON.stringify(body));

let elsewhere: Running & { arrivals: readonly Arrival[] };
let denying: RunningProxy;
beforeAll(async () => {
  const { arrivals, handle } = recorder();
  elsewhere = { ...(await servers.http(handle)), arrivals };
  denying = await startProxy(servers, { say: SQUID_DENIAL });
});

/** What the server at the base URL does. */
const MANNERS: readonly (readonly [string, () => RequestListener])[] = [
  ['answers', () => usageOfV3],
  ['knows no key', () => json(401, { statusCode: 401, message: 'Invalid API key' })],
  ['forbids', () => json(403, { statusCode: 403, message: 'Your account is not active' })],
  ['throttles', () => json(429, { statusCode: 429, message: 'Daily API rate limit exceeded.' })],
  ['fails', () => json(500, { statusCode: 500, message: 'Internal server error' })],
  ['shows a page', () => answer(200, {}, '<html><title>Sign in</title></html>')],
  ['redirects to clear text', () => answer(302, { location: `${elsewhere.url}/v3` }, '')],
  [
    'redirects permanently',
    () => answer(308, { location: `//127.0.0.1:${elsewhere.port}/v3` }, ''),
  ],
  ['redirects by a refresh', () => answer(200, { refresh: `0; url=${elsewhere.url}` }, '')],
  ['names an alternative', () => answer(401, { 'alt-svc': `h2=":${elsewhere.port}"` }, '{}')],
  ['hangs up', () => (request) => request.socket.destroy()],
];

const COMMANDS: readonly (readonly string[])[] = [
  ['check-key'],
  ['check-key', '--auth', 'bearer'],
  ['probe-endpoint', 'GET', '/v3/account/usage'],
  ['probe-endpoint', 'GET', '/v3/contacts/prospecting/filters', '-q', 'page=0'],
  ['probe-endpoint', 'POST', '/v3/contacts/enrich', '-d', '{"ids":[]}', '--max-credits', '5'],
  ['watch-ratelimit', '--once'],
  ['watch-ratelimit', '--count', '1'],
];

const COMBINATIONS = MANNERS.flatMap(([manner, serve]) =>
  COMMANDS.map((command) => [command.join(' '), manner, command, serve] as const),
);

describe('requests that leave', () => {
  it.each(COMBINATIONS)('%s, when the server %s', async (_title, _manner, command, serve) => {
    const minted = await certificates();
    const { arrivals, handle } = recorder(serve());
    const base = await servers.https(minted.good, handle);
    const { ran, connections } = await watched(
      [...command, '--base-url', base.url, '--ca', 'ca.pem'],
      { 'ca.pem': minted.authority },
    );
    expect(arrivals.length).toBeGreaterThan(0);
    for (const arrival of arrivals) expectOwn(arrival, base);
    expect(connections).toEqual(arrivals.map(() => ({ address: '127.0.0.1', port: base.port })));
    expect(elsewhere.arrivals).toEqual([]);
    expectNoKey(ran);
  });

  it('are as many as the report says, and each has the key once', async () => {
    const minted = await certificates();
    const { arrivals, handle } = recorder(usageOfV3);
    const base = await servers.https(minted.good, handle);
    const args = ['probe-endpoint', 'GET', '/v3/account/usage', '--json'];
    const { ran } = await watched([...args, '--base-url', base.url, '--ca', 'ca.pem'], {
      'ca.pem': minted.authority,
    });
    expect(JSON.parse(ran.stdout)).toMatchObject({ cost: { requests: arrivals.length } });
    expect(arrivals.map((arrival) => textOf(arrival).split(TEST_KEY).length - 1)).toEqual([1]);
  });

  it.each(COMMANDS.map((command) => [command.join(' '), command] as const))(
    '%s: a proxy that denies learns the host and not the key',
    async (_title, command) => {
      const asked = denying.heads.length;
      const { ran, connections } = await watched(
        [...command, '--base-url', 'https://localhost', '--proxy', denying.url],
        {},
      );
      const heads = denying.heads.slice(asked);
      expect(heads.length).toBeGreaterThan(0);
      for (const head of heads) {
        expect(head).toMatch(/^CONNECT localhost:443 HTTP\/1\.1\r\n/);
        expect(head).not.toContain(TEST_KEY);
      }
      expect(new Set(connections.map(({ port }) => port))).toEqual(new Set([denying.port]));
      expectNoKey(ran);
    },
  );

  it.each([
    ['explain', '401'],
    ['explain', 'Invalid API key'],
    ['explain', 'key-unknown'],
    ['explain', '/v3/contacts/enrich'],
    ['explain', '--search', 'quota'],
    ['explain', '--list'],
    ['help', 'exit-codes'],
    ['simulate', 'list'],
    ['check-key', '--base-url', 'http://api.lusha.com'],
    ['probe-endpoint', 'POST', '/v3/contacts/enrich', '-d', '{}'],
    ['probe-endpoint', 'GET', 'https://elsewhere.example/v3/account/usage'],
  ])('none by  %s %s %s', async (...args) => {
    const { connections, ran } = await watched(args, {});
    expect(connections).toEqual([]);
    expectNoKey(ran);
  });

  const simulated = SCENARIOS.map(({ name }) => name).filter(
    (name) => !/timeout|silent/.test(name),
  );
  it.each(simulated)(
    'stay on this machine and are without the user’s key: %s',
    async (scenario) => {
      const { connections, ran } = await watched(
        ['check-key', '--simulate', scenario, '--timeout', '1'],
        {},
      );
      expect(connections.filter(({ address }) => address !== '127.0.0.1')).toEqual([]);
      expectNoKey(ran);
    },
  );
});

async function watched(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<{ ran: Ran; connections: readonly Outbound[] }> {
  const env = { LUSHA_API_KEY: TEST_KEY };
  const { result, connections } = await outboundDuring(() => run(args, { env, files }));
  return { ran: result, connections };
}

/** At the base URL, encrypted, with our own headers, the key in its header and nowhere else. */
function expectOwn(arrival: Arrival, { port }: Running): void {
  expect(arrival.host).toBe(`127.0.0.1:${port}`);
  expect(arrival.encrypted).toBe(true);
  const names = arrival.headers.map(([name]) => name.toLowerCase());
  expect(OWN_HEADERS).toEqual(expect.arrayContaining(names));
  expect(new Set(names).size).toBe(names.length);
  const carrying = arrival.headers.filter(([, value]) => value.includes(TEST_KEY));
  expect(carrying.length).toBeLessThanOrEqual(1);
  for (const [name] of carrying) expect(['api_key', 'authorization']).toContain(name);
  expect(`${arrival.path}${arrival.body}`).not.toContain(TEST_KEY);
}

function expectNoKey({ stdout, stderr, written }: Ran): void {
  expect(`${stdout}${stderr}${JSON.stringify(written)}`).not.toContain(TEST_KEY);
}
