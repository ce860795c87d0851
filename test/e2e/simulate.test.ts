import { request as httpsRequest } from 'node:https';
import { describe, expect, it } from 'vitest';
import { simulating, summaryIn, type Ready } from '../support/simulating.ts';
import { SCENARIOS } from '../../src/simulator/scenarios.ts';
import { run } from '../support/world.ts';

const USAGE = '/v3/account/usage';
const FILE = JSON.stringify({
  scenarios: {
    'trial-ends': {
      about: 'three credits left',
      scenario: 'healthy',
      plan: 'free',
      credits: 3,
      limits: { minute: 2, day: null },
    },
    storm: { rules: ['*: 100% 503'], latency: 1 },
  },
});

async function usage({ ready, key }: Ready) {
  const response = await fetch(ready + USAGE, { headers: { api_key: key } });
  const { status, headers } = response;
  const body: ReturnType<typeof JSON.parse> = await response.json();
  return { status, headers, body };
}

describe('simulate', () => {
  it('runs until it is stopped, logs each request without the key, and sums up', async () => {
    const simulation = await simulating([]);
    await usage(simulation.ready);
    const { exitCode, stdout, stderr } = await simulation.stop();
    const [, entry = ''] = stdout.split('\n');
    expect(JSON.parse(entry)).toMatchObject({ method: 'GET', path: USAGE, status: 200 });
    expect(entry).not.toContain(simulation.ready.key);
    expect(stdout.trimEnd().split('\n')).toHaveLength(3);
    expect({ exitCode, stderr }).toEqual({ exitCode: 130, stderr: '' });
  });

  it('frees its port when it ends', async () => {
    const simulation = await simulating([]);
    await simulation.stop('SIGTERM');
    await expect(fetch(simulation.ready.ready)).rejects.toThrow('fetch failed');
  });

  it.each<[string, string[], number]>([
    ['by itself', ['--once-ready-exit-after', '0'], 0],
    [
      'by itself, with nothing to complain about',
      ['--once-ready-exit-after', '0', '--fail-on-misuse'],
      0,
    ],
  ])('ends %s', async (_how, args, exitCode) => {
    expect((await run(['simulate', ...args])).exitCode).toBe(exitCode);
  });

  it('shows how to point a program at it, in words', async () => {
    const { stdout } = await run(['simulate', '--once-ready-exit-after', '0', '--port', '0']);
    expect(stdout).toMatch(/base URL {2}http:\/\/127\.0\.0\.1:\d+\n/);
    expect(stdout).toMatch(/export LUSHA_BASE_URL=http:\/\/127\.0\.0\.1:\d+\n/);
    expect(stdout).toMatch(/curl -si http:\/\/127\.0\.0\.1:\d+\/v3\/account\/usage /);
    expect(stdout).toContain("0 requests, 0 credits at Lusha's prices");
  });

  it('is short when it is to be quiet', async () => {
    const { stdout } = await run(['simulate', '--once-ready-exit-after', '0', '--quiet']);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n0 requests, 0 credits, misuse: none\n$/);
  });
});

describe('what the account is', () => {
  it('follows the options', async () => {
    const args = '--plan pro --credits 12 --limits minute=off,hour=10,day=25';
    const simulation = await simulating(args.split(' '));
    const { body } = await usage(simulation.ready);
    await simulation.stop();
    expect(body).toMatchObject({
      credits: { total: 12, remaining: 12 },
      rateLimits: { daily: { limit: 25, used: 1 }, hourly: { limit: 10, used: 1 } },
      plan: { category: 'professional' },
    });
    expect(body.rateLimits.minute).toBeUndefined();
  });

  it('has no limit on the usage endpoint where that is lifted', async () => {
    const simulation = await simulating(['--limits', 'endpoint=off']);
    for (let call = 0; call < 6; call += 1) await usage(simulation.ready);
    expect((await usage(simulation.ready)).status).toBe(200);
    await simulation.stop();
  });

  it('is kept in a file from one run to the next', async () => {
    const first = await simulating(['--limits', 'day=3', '--state', 'sim.json']);
    await usage(first.ready);
    await usage(first.ready);
    const { written } = await first.stop();
    const second = await simulating(['--state', 'sim.json'], { files: written });
    const statuses = [(await usage(second.ready)).status, (await usage(second.ready)).status];
    await second.stop();
    expect(statuses).toEqual([200, 429]);
    expect(written['sim.json']).not.toContain(first.ready.key);
  });

  it('differs by key, and any seed gives the same people again', async () => {
    const people: unknown[] = [];
    for (const seed of ['a', 'a', 'b']) {
      const simulation = await simulating(['--seed', seed]);
      const { ready } = simulation;
      const response = await fetch(`${ready.ready}/v3/contacts/search`, {
        method: 'POST',
        headers: { api_key: ready.key, 'content-type': 'application/json' },
        body: JSON.stringify({ contacts: [{ email: 'someone@example.com' }] }),
      });
      const body: ReturnType<typeof JSON.parse> = await response.json();
      people.push(body.results[0].id);
      await simulation.stop();
    }
    expect(people[0]).toBe(people[1]);
    expect(people[0]).not.toBe(people[2]);
  });
});

describe('trouble', () => {
  it('comes by rule', async () => {
    const simulation = await simulating(['--rule', `GET ${USAGE}: 100% 503`]);
    expect((await usage(simulation.ready)).status).toBe(503);
    await simulation.stop();
  });

  it.each([
    ['ahead', '3600', 3_600_000],
    ['behind', '-3600', -3_600_000],
  ])('includes a clock that is %s', async (_how, seconds, ms) => {
    const simulation = await simulating(['--clock-skew', seconds]);
    const { headers, body } = await usage(simulation.ready);
    const { stdout } = await simulation.stop();
    const asked = JSON.parse(stdout.split('\n')[1] ?? '').at;
    const minute = Date.parse(body.rateLimits.minute.resetsAt) - 60_000;
    expect(Math.abs(minute - asked - ms)).toBeLessThan(5000);
    expect(Math.abs(Date.parse(headers.get('date') ?? '') - asked - ms)).toBeLessThan(5000);
  });

  it('comes from a file of own scenarios, with options on top', async () => {
    const world = { files: { 'suite.json': FILE } };
    const args = ['--scenario-file', 'suite.json'];
    const first = await simulating(args, world);
    expect(first.ready.scenario).toBe('trial-ends');
    expect((await usage(first.ready)).body.credits.total).toBe(3);
    await first.stop();
    const richer = await simulating(['trial-ends', ...args, '--credits', '5'], world);
    const { body } = await usage(richer.ready);
    expect(body).toMatchObject({ credits: { total: 5 }, rateLimits: { minute: { limit: 2 } } });
    await richer.stop();
    const storm = await simulating(['storm', ...args], world);
    expect((await usage(storm.ready)).status).toBe(503);
    await storm.stop();
    const { stdout } = await run(['simulate', 'list', ...args], world);
    expect(stdout).toContain('three credits left');
  });
});

describe('simulate list', () => {
  it('gives an entry a line, and takes words to look for', async () => {
    const all = (await run(['simulate', 'list'])).stdout.trimEnd().split('\n');
    expect(all).toHaveLength(SCENARIOS.length);
    const some = (await run(['simulate', 'list', 'proxy'])).stdout.trimEnd().split('\n');
    expect(some.length).toBeGreaterThan(3);
    expect(some.every((line) => line.includes('proxy'))).toBe(true);
    expect(await run(['simulate', 'list', 'nothing-has-this'])).toMatchObject({
      exitCode: 1,
      stdout: 'No scenario has "nothing-has-this" in it.\n',
    });
  });

  it('is the only one that takes several words', async () => {
    expect(await run(['simulate', 'healthy', 'proxy'])).toMatchObject({ exitCode: 2 });
  });
});

describe('https', () => {
  it('needs nothing but its authority to be trusted', async () => {
    const simulation = await simulating(['--tls', '--authority', 'ca.pem']);
    const { ready } = simulation;
    const status = await new Promise((resolve, reject) => {
      const options = { ca: ready.authority ?? '', headers: { api_key: ready.key } };
      httpsRequest(ready.ready + USAGE, options, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    const { written } = await simulation.stop();
    expect(status).toBe(200);
    expect(written['ca.pem']).toBe(ready.authority);
  });

  it('is explained in words, with the certificate where no file is named', async () => {
    const args = ['simulate', '--tls', '--once-ready-exit-after', '0'];
    expect((await run(args)).stdout).toContain('-----BEGIN CERTIFICATE-----');
    const { stdout } = await run([...args, '--authority', 'ca.pem']);
    expect(stdout).toContain('NODE_EXTRA_CA_CERTS=ca.pem');
    expect(stdout).toContain('--cacert ca.pem https://127.0.0.1:');
    expect(stdout).not.toContain('BEGIN CERTIFICATE');
  });
});

describe('what the client did', () => {
  it.each<[string, (ready: Ready) => Promise<unknown>, string]>([
    [
      'Bearer instead of api_key',
      ({ ready, key }) => fetch(ready + USAGE, { headers: { authorization: `Bearer ${key}` } }),
      'bearer-key',
    ],
    [
      'V2',
      ({ ready, key }) =>
        fetch(`${ready}/v2/person?email=a@b.example`, { headers: { api_key: key } }),
      'legacy-path',
    ],
    [
      'six usage calls in a minute',
      async (ready) => {
        for (let call = 0; call < 6; call += 1) await usage(ready);
      },
      'usage-polling',
    ],
    [
      'a retry at once after a 429',
      async (ready) => {
        for (let call = 0; call < 7; call += 1) await usage(ready);
      },
      'retry-too-soon',
    ],
    ['a made-up path', ({ ready }) => fetch(`${ready}/v4/everything`), 'unknown-path'],
  ])('is reported and fails the run: %s', async (_what, misbehave, misuse) => {
    const simulation = await simulating(['--fail-on-misuse']);
    await misbehave(simulation.ready);
    const ran = await simulation.stop();
    const { misuses } = summaryIn(ran);
    expect(misuses.map(({ id }: { id: string }) => id)).toContain(misuse);
    expect(ran.exitCode).toBe(8);
  });

  it('does not fail a run that did not ask for it', async () => {
    const simulation = await simulating([]);
    await fetch(`${simulation.ready.ready}/v4/everything`);
    expect((await simulation.stop('SIGTERM')).exitCode).toBe(143);
  });

  it('counts calls and the credits they would have cost', async () => {
    const simulation = await simulating([]);
    const { ready, key } = simulation.ready;
    const post = async (path: string, body: object): Promise<ReturnType<typeof JSON.parse>> =>
      (
        await fetch(ready + path, {
          method: 'POST',
          headers: { api_key: key, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).json();
    const found = await post('/v3/contacts/search', { contacts: [{ email: 'a@example.com' }] });
    const ids = [found.results[0].id];
    await post('/v3/contacts/enrich', { ids, reveal: ['emails', 'phones'] });
    await post('/v3/contacts/enrich', { ids, reveal: ['emails', 'phones'] });
    const summary = summaryIn(await simulation.stop());
    expect(summary).toMatchObject({
      requests: 3,
      credits: 7,
      endpoints: [
        { endpoint: 'contacts.enrich', calls: 2, credits: 6 },
        { endpoint: 'contacts.search', calls: 1, credits: 1 },
      ],
      misuses: [],
    });
  });
});

describe('wrong usage', () => {
  it.each<[string, string[], string]>([
    ['a plan that does not exist', ['--plan', 'gold'], 'bad-choice'],
    ['limits that cannot be read', ['--limits', 'minute:5'], 'bad-limits'],
    ['a limit without an end', ['--limits', 'week=5'], 'bad-limits'],
    ['credits below zero', ['--credits', '-1'], 'bad-number'],
    ['a jitter that is no number', ['--jitter', 'much'], 'bad-number'],
    ['a rule without a colon', ['--rule', '10% 500'], 'bad-rule'],
    ['a scenario file that is not there', ['--scenario-file', 'none.json'], 'bad-scenario-file'],
    ['a scenario file with a stranger in it', ['--scenario-file', 'odd.json'], 'bad-scenario-file'],
    [
      'a scenario file about a scenario we lack',
      ['--scenario-file', 'lost.json'],
      'bad-scenario-file',
    ],
    ['a state file of something else', ['--state', 'odd.json'], 'bad-state'],
    ['a state file that cannot be read', ['--state', 'locked.json'], 'state-unreadable'],
    ['a host of another machine', ['--host', '192.0.2.1'], 'port-not-free'],
  ])('refuses %s', async (_what, args, code) => {
    const { exitCode, stderr, stdout } = await run(['simulate', ...args], {
      files: {
        'odd.json': '{"scenarios":{"a":{"colour":"red"}}}',
        'lost.json': '{"scenarios":{"a":{"scenario":"sunny"}}}',
        'locked.json': { code: 'EACCES' },
      },
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`(${code}, exit 2)`);
  });

  it('warns when other machines can reach it', async () => {
    const args = ['simulate', '--host', '0.0.0.0', '--once-ready-exit-after', '0'];
    const { stderr, exitCode } = await run(args);
    expect(stderr).toContain('warning: --host 0.0.0.0 lets other machines call this simulator');
    expect(exitCode).toBe(0);
  });
});

describe('--simulate of the other commands', () => {
  it.each([
    ['tls-expired', 3, 'tls-expired'],
    ['tls-self-signed', 3, 'tls-self-signed'],
    ['certificate-expires-soon', 0, 'certificate-expires-soon'],
    ['key-has-line-break', 4, 'key-has-line-break'],
    ['key-absent', 4, 'key-absent'],
    ['key-is-placeholder', 4, 'key-is-placeholder'],
  ])('plays %s', async (scenario, exitCode, cause) => {
    const ran = await run(['check-key', '--simulate', scenario, '--json']);
    const { diagnoses }: ReturnType<typeof JSON.parse> = JSON.parse(ran.stdout);
    expect(diagnoses.map((one: { cause: string }) => one.cause)).toContain(cause);
    expect(ran.exitCode).toBe(exitCode);
  });
});
