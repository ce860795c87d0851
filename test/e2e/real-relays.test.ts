import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, type TestContext } from 'vitest';
import { openSimulator } from '../../src/simulator/http/server.ts';
import { certificates } from '../support/certificates.ts';
import { systemClock } from '../support/clock.ts';
import { judged, type JudgedRun } from '../support/faults.ts';
import { TEST_KEY } from '../support/probing.ts';
import {
  installed,
  RealPrograms,
  type Configure,
  type RelayName,
} from '../support/real-programs.ts';
import { recorder, textOf, usageOfV3 } from '../support/recorder.ts';
import { Servers } from '../support/servers.ts';

const servers = new Servers();
const programs = new RealPrograms();
afterEach(() => programs.close());
afterAll(() => servers.close());

const TIME = 20_000;

/** Starts the real program, or skips the test and says why. */
async function real(name: RelayName, configure: Configure, { skip }: TestContext) {
  const path = installed(name);
  if (path === null) {
    const promised = (process.env['TEST_TOOLS'] ?? '').split(' ').includes(name);
    if (promised) throw new Error(`${name} has to be there and is not`);
    return skip(`${name} is not installed`);
  }
  return programs.start(name, path, configure);
}

/** Runs a check of a TLS server on this machine through a proxy. */
async function through(proxy: string, target?: string): Promise<JudgedRun> {
  const { good, authority } = await certificates();
  const url = target ?? (await servers.https(good, recorder(usageOfV3).handle)).url;
  return judged(url.replace('127.0.0.1', 'localhost'), {
    args: ['--proxy', proxy, '--ca', 'ca.pem', '--timeout', '5'],
    world: { files: { 'ca.pem': authority } },
  });
}

function productOf({ report }: JudgedRun): unknown {
  const checks = report['checks'] as readonly { evidence: Record<string, unknown> }[];
  return checks.map(({ evidence }) => evidence['product']).find((product) => product !== undefined);
}

describe('squid', () => {
  const squid =
    (...rules: string[]): Configure =>
    (port, folder) =>
      [
        `http_port 127.0.0.1:${port}`,
        `pid_filename ${join(folder, 'squid.pid')}`,
        `cache_log ${join(folder, 'cache.log')}`,
        `coredump_dir ${folder}`,
        'access_log none',
        'cache deny all',
        'pinger_enable off',
        'shutdown_lifetime 0 seconds',
        'visible_hostname proxy.example',
        ...rules,
        '',
      ].join('\n');
  const AUTH = [
    'auth_param basic program /usr/lib/squid/basic_fake_auth',
    'acl known proxy_auth REQUIRED',
    'http_access allow known',
    'http_access deny all',
  ];

  it('denies CONNECT', { timeout: TIME }, async (context) => {
    const port = await real('squid', squid('http_access deny all'), context);
    const found = await through(`http://127.0.0.1:${port}`);
    expect(found).toMatchObject({ verdict: 'proxy-refused-connect', layer: 'proxy', exitCode: 3 });
    expect(productOf(found)).toBe('Squid');
    expect(found.ran.stdout).toContain('x-squid-error: ERR_ACCESS_DENIED');
  });

  it('wants a login', { timeout: TIME }, async (context) => {
    const port = await real('squid', squid(...AUTH), context);
    const found = await through(`http://127.0.0.1:${port}`);
    expect(found).toMatchObject({ verdict: 'proxy-auth-required', layer: 'proxy', exitCode: 3 });
    expect(productOf(found)).toBe('Squid');
  });

  it(
    'is content with the login, and the key gets to the server alone',
    { timeout: TIME },
    async (context) => {
      const port = await real('squid', squid(...AUTH), context);
      const { good } = await certificates();
      const { arrivals, handle } = recorder(usageOfV3);
      const { url } = await servers.https(good, handle);
      const found = await through(`http://jane:s3cr3t@127.0.0.1:${port}`, url);
      expect(found.exitCode).toBe(0);
      expect(arrivals.map(textOf).join()).toContain(TEST_KEY);
      expect(arrivals.map(textOf).join()).not.toContain('proxy-authorization');
      expect(found.ran.stdout).not.toMatch(/jane|s3cr3t/);
    },
  );

  it('cannot reach the server', { timeout: TIME }, async (context) => {
    const port = await real('squid', squid('http_access allow all'), context);
    const found = await through(`http://127.0.0.1:${port}`, (await servers.nobody('https')).url);
    expect(found).toMatchObject({ verdict: 'proxy-cannot-reach', layer: 'proxy', exitCode: 3 });
    expect(productOf(found)).toBe('Squid');
  });
});

describe('tinyproxy', () => {
  const tinyproxy =
    (...rules: string[]): Configure =>
    (port, folder) =>
      [
        `Port ${port}`,
        'Listen 127.0.0.1',
        'Timeout 20',
        'MaxClients 10',
        `LogFile "${join(folder, 'tinyproxy.log')}"`,
        ...rules,
        '',
      ].join('\n');

  it('filters the host', { timeout: TIME }, async (context) => {
    const rules = (port: number, folder: string) =>
      tinyproxy(`Filter "${join(folder, 'config')}"`, 'FilterDefaultDeny Yes')(port, folder);
    const port = await real('tinyproxy', rules, context);
    const found = await through(`http://127.0.0.1:${port}`);
    expect(found).toMatchObject({ verdict: 'proxy-refused-connect', layer: 'proxy', exitCode: 3 });
    expect(productOf(found)).toBe('tinyproxy');
  });

  it('allows tunnels to other ports only', { timeout: TIME }, async (context) => {
    const port = await real('tinyproxy', tinyproxy('ConnectPort 443'), context);
    const found = await through(`http://127.0.0.1:${port}`);
    expect(found).toMatchObject({ verdict: 'proxy-refused-connect', layer: 'proxy', exitCode: 3 });
  });

  it('wants a login', { timeout: TIME }, async (context) => {
    const port = await real('tinyproxy', tinyproxy('BasicAuth jane s3cr3t'), context);
    const found = await through(`http://127.0.0.1:${port}`);
    expect(found).toMatchObject({ verdict: 'proxy-auth-required', layer: 'proxy', exitCode: 3 });
  });

  it('cannot reach the server', { timeout: TIME }, async (context) => {
    const port = await real('tinyproxy', tinyproxy(), context);
    const found = await through(`http://127.0.0.1:${port}`, (await servers.nobody('https')).url);
    expect(found).toMatchObject({ verdict: 'proxy-cannot-reach', layer: 'proxy', exitCode: 3 });
  });

  it('lets the call through', { timeout: TIME }, async (context) => {
    const port = await real('tinyproxy', tinyproxy(), context);
    expect((await through(`http://127.0.0.1:${port}`)).exitCode).toBe(0);
  });
});

describe('nginx as a relay', () => {
  const nginx =
    (upstream: string, ...inServer: string[]): Configure =>
    (port, folder) =>
      [
        'daemon off;',
        'master_process off;',
        `pid ${join(folder, 'nginx.pid')};`,
        'events {}',
        'http {',
        'access_log off;',
        ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
          (use) => `${use}_temp_path ${join(folder, use)};`,
        ),
        `server { listen 127.0.0.1:${port};`,
        ...inServer,
        `location / { proxy_pass ${upstream}; }`,
        '} }',
        '',
      ].join('\n');

  async function simulated(scenario: 'healthy') {
    const opened = await openSimulator({ scenario, clock: systemClock });
    if (!opened.ok) throw new Error(opened.problem.message);
    return opened.value;
  }

  it(
    'drops api_key because of the underscore, and that is found and said',
    { timeout: TIME },
    async (context) => {
      const simulator = await simulated('healthy');
      try {
        const port = await real('nginx', nginx(simulator.url), context);
        const found = await judged(`http://127.0.0.1:${port}`, {
          command: ['check-key'],
          world: { env: { LUSHA_API_KEY: simulator.demoKey } },
        });
        expect(found).toMatchObject({
          verdict: 'key-dropped-on-the-way',
          layer: 'proxy',
          exitCode: 3,
        });
        const [first] = found.report['diagnoses'] as readonly {
          certainty: string;
          fixes: unknown;
        }[];
        expect(first?.certainty).toBe('certain');
        expect(JSON.stringify(first?.fixes)).toContain('underscores_in_headers on;');
      } finally {
        await simulator.close();
      }
    },
  );

  it('passes it on with underscores_in_headers on', { timeout: TIME }, async (context) => {
    const simulator = await simulated('healthy');
    try {
      const configure = nginx(simulator.url, 'underscores_in_headers on;');
      const port = await real('nginx', configure, context);
      const found = await judged(`http://127.0.0.1:${port}`, {
        world: { env: { LUSHA_API_KEY: simulator.demoKey } },
      });
      expect(found.exitCode).toBe(0);
    } finally {
      await simulator.close();
    }
  });

  it('has no upstream', { timeout: TIME }, async (context) => {
    const port = await real('nginx', nginx((await servers.nobody()).url), context);
    const found = await judged(`http://127.0.0.1:${port}`);
    expect(found).toMatchObject({ verdict: 'cdn-error', layer: 'edge', exitCode: 3 });
    expect(productOf(found)).toBe('nginx');
  });

  it('redirects to another host', { timeout: TIME }, async (context) => {
    const rule = 'return 302 https://elsewhere.example$request_uri;';
    const port = await real('nginx', nginx('http://127.0.0.1:9', rule), context);
    const found = await judged(`http://127.0.0.1:${port}`);
    expect(found).toMatchObject({ verdict: 'redirect-other-origin', layer: 'edge', exitCode: 3 });
  });

  it('refuses with a page of its own', { timeout: TIME }, async (context) => {
    const port = await real('nginx', nginx('http://127.0.0.1:9', 'return 403;'), context);
    const found = await judged(`http://127.0.0.1:${port}`);
    expect(found).toMatchObject({ verdict: 'wrong-host', layer: 'edge', exitCode: 3 });
    expect(productOf(found)).toBe('nginx');
  });
});
