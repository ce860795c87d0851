import { afterAll, describe, expect, it } from 'vitest';
import { TEST_KEY } from '../support/probing.ts';
import { afterRequest, saying, Servers } from '../support/servers.ts';
import { run, type World } from '../support/world.ts';

const servers = new Servers();
afterAll(() => servers.close());

/** What a run shows, its breaks taken out. */
async function shown(args: readonly string[], world: World = {}) {
  const { exitCode, stdout } = await run(args, {
    ...world,
    columns: 80,
    env: { LUSHA_API_KEY: TEST_KEY, ...world.env },
  });
  return { exitCode, text: stdout.replaceAll(/\s+/g, ' ') };
}

const at = (url: string) => ['check-key', '--base-url', url, '--timeout', '1'];

describe('the host that was asked, and what decided that', () => {
  it.each<[string, (url: string) => readonly string[], (url: string) => World]>([
    ['LUSHA_BASE_URL', () => ['check-key'], (url) => ({ env: { LUSHA_BASE_URL: url } })],
    ['--base-url', (url) => ['check-key', '--base-url', url], () => ({})],
    [
      'conf.json',
      () => ['check-key', '--config', 'conf.json'],
      (url) => ({ files: { 'conf.json': JSON.stringify({ baseUrl: url }) } }),
    ],
  ])('are named: %s', async (source, args, world) => {
    const { url } = await servers.nobody();
    const { text } = await shown(args(url), world(url));
    expect(text).toContain(`GET ${url}/v3/account/usage`);
    expect(text).toContain(`${source} is ${url}`.replace('conf.json', 'baseUrl in conf.json'));
    expect(text).toContain(`127.0.0.1:${new URL(url).port}`);
    expect(text).not.toContain('if it is set');
  });

  it.each<[string, (url: string) => readonly string[], (url: string) => World]>([
    ['HTTPS_PROXY', () => [], (url) => ({ env: { HTTPS_PROXY: url } })],
    ['--proxy', (url) => ['--proxy', url], () => ({})],
  ])('and a proxy that is dead: %s', async (source, args, world) => {
    const { url } = await servers.nobody();
    const { text } = await shown([...at('https://api.lusha.test'), ...args(url)], world(url));
    expect(text).toContain(`through ${url} (${source})`);
    expect(text).not.toContain('api.lusha.com');
  });
});

describe('the place of the key', () => {
  it.each([
    [['--key-file', 'nokey.txt'], 'key file nokey.txt cannot be read'],
    [['--key-env', 'NOPE'], 'neither the variable NOPE nor .env has a key'],
  ])('is the one that was named: %s', async (args, says) => {
    const { text, exitCode } = await shown(['check-key', ...args]);
    expect(exitCode).toBe(4);
    expect(text).toContain(says);
    expect(text).toContain('LUSHA_API_KEY holds a key');
    expect(text).not.toMatch(/LUSHA_API_KEY is not set|no other place/);
  });

  it('has no key to show when it is empty', async () => {
    const { text } = await shown(['check-key', '-v'], { env: { LUSHA_API_KEY: '' } });
    expect(text).not.toMatch(/fingerprint|✓ env:LUSHA_API_KEY/);
  });
});

it('what the environment has is said in words', async () => {
  const { text } = await shown(['check-key', '--simulate', 'tls-unknown-ca'], {
    env: { NODE_EXTRA_CA_CERTS: 'nofile.pem' },
  });
  expect(text).toContain('Seen: NODE_EXTRA_CA_CERTS names a file that cannot be read.');
});

it('a call of the tool itself is not diagnosed', async () => {
  const { text } = await shown(['check-key', '-v', '--simulate', 'v3-not-enabled']);
  expect(text).toContain('The V3 API is not switched on');
  expect(text).not.toMatch(/Move the call to V3|endpoint-sunset/);
});

it.each(['login-page', 'proxy-page', 'captive-portal'])(
  'nothing of Lusha is checked on the answer of somebody else: %s',
  async (scenario) => {
    const { stdout } = await run(['check-key', '--simulate', scenario, '--json']);
    const { answeredBy, checks } = JSON.parse(stdout);
    expect(['proxy', 'captive-portal', 'other']).toContain(answeredBy.party);
    const passed = checks.filter((one: { status: string }) => one.status === 'ok');
    expect(passed.map(({ id }: { id: string }) => id)).not.toContain('lifetime');
    expect(stdout).not.toMatch(/"id": "(?:account|quota)/);
  },
);

describe('a time-out is told by the phase that used the time', () => {
  it.each<[string, () => Promise<string>, RegExp]>([
    [
      'TLS',
      async () => (await servers.tcp(() => {})).url.replace('http:', 'https:'),
      /tls-timeout.*while setting up TLS/,
    ],
    ['waiting', async () => (await servers.tcp(() => {})).url, /headers-timeout.*waiting/],
    [
      'body',
      async () =>
        (
          await servers.tcp(
            afterRequest((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{')),
          )
        ).url,
      /body-timeout.*not complete in time|not complete in time.*body-timeout/,
    ],
  ])('%s', async (_phase, bring, says) => {
    const { text, exitCode } = await shown(at(await bring()));
    expect(text).toMatch(says);
    expect(text).not.toMatch(/drops the packets|It was not Lusha/);
    expect(exitCode).toBe(3);
  });
});

it('a refusal whose body breaks off is told by its status, and as free', async () => {
  const { url } = await servers.tcp(
    saying(
      'HTTP/1.1 401 Unauthorized\r\ncontent-type: application/json\r\nx-rate-limit-daily: 1500\r\nx-daily-requests-left: 1400\r\ncontent-length: 300\r\n\r\n{"statusCode":401,"mess',
    ),
  );
  const { text, exitCode } = await shown([...at(url), '--no-extra-requests', '-v']);
  expect(exitCode).toBe(4);
  expect(text).not.toMatch(/contract-broken|may have been charged/);
});

it('a proxy variable that nobody can use is named with its value, without credentials', async () => {
  const { text, exitCode } = await shown(
    ['check-key', '--base-url', 'https://api.lusha.test', '-v'],
    {
      env: { HTTPS_PROXY: 'http://user:pa#ss@proxy.example:3128' },
    },
  );
  expect(exitCode).toBe(3);
  expect(text).toContain('HTTPS_PROXY is "http://•••@proxy.example:3128"');
  expect(text).toMatch(/curl exits 5.*requests raises InvalidURL.*fetch of Node/);
  expect(text).not.toContain('pa#ss');
});

it('the wait that an answer states is the wait that is advised, with its source', async () => {
  const { url } = await servers.http((_request, response) => {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '37' });
    response.end('{"statusCode":429,"message":"Too many requests."}');
  });
  const { text, exitCode } = await shown(at(url));
  expect(exitCode).toBe(6);
  expect(text).toContain('Wait 37 s: the answer asks for it (response header retry-after)');
  expect(text).not.toMatch(/wait a minute/i);
});
