import { afterAll, describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { CAUSES } from '../../src/knowledge/catalogue.ts';
import { SCENARIOS } from '../../src/simulator/scenarios.ts';
import { judged, judgedRun, type Judgement } from '../support/faults.ts';
import { servers } from '../support/fault-list/bringing.ts';
import { FAULTS } from '../support/fault-list/faults.ts';
import { brokenLaws } from '../support/fault-list/laws.ts';
import { faultTable } from '../support/fault-list/table.ts';
import { expectGeneratedFile } from '../support/generated.ts';
import { TEST_KEY } from '../support/probing.ts';
import { SQUID_DENIAL, startProxy } from '../support/proxies.ts';

const found = new Map<string, Judgement>();

afterAll(() => servers.close());

describe.each(Object.entries(FAULTS))('%s', (_group, faults) => {
  it.each(faults)('%s', async (what, bring, verdict, layer, exitCode) => {
    const judgement = await bring();
    found.set(what, judgement);
    const { report } = judgement;
    if (report !== undefined) expect(brokenLaws(report)).toEqual([]);
    expect({
      verdict: judgement.verdict,
      layer: judgement.layer,
      exitCode: judgement.exitCode,
    }).toEqual({ verdict, layer, exitCode });
  });
});

describe('the laws that each of these reports is held to', () => {
  it.each<[string, object, object, RegExp]>([
    ['another host', { notes: ['Allow api.lusha.com.'] }, {}, /speaks of another host/],
    ['nothing sent', { meaning: 'Nothing was sent.' }, { cost: { requests: 1 } }, /1 went out/],
    ['price of a 401', { credits: 'It may be charged.' }, {}, /doubts the price/],
    ['an empty place', { title: 'It is {host|there}' }, {}, /an empty place/],
    ['a root told twice', { consequences: ['key-malformed'] }, {}, /told once more/],
  ])('notice what is false: %s', (_law, said, more, complaint) => {
    const found = { ...diagnose({}).verdict, cause: 'key-malformed', ...said };
    const report = {
      diagnoses: [found],
      cost: { requests: 0 },
      target: { origin: 'http://127.0.0.1:9', originSource: '--base-url', proxy: null },
      exchanges: [{ status: 401 }],
      ...more,
    };
    expect(brokenLaws(report).join()).toMatch(complaint);
  });

  it('notice a consequence beside its root', () => {
    const { verdict } = diagnose({});
    const both = ['key-has-quotes', 'key-malformed'].map((cause) => ({ ...verdict, cause }));
    const report = { diagnoses: both, cost: { requests: 0 }, target: null, exchanges: [] };
    expect(brokenLaws(report).join()).toMatch(/stands beside key-has-quotes/);
  });
});

it('there are at least sixty faults, each told once', () => {
  const all = Object.values(FAULTS).flat();
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(([what]) => what)).size).toBe(all.length);
});

describe('scenarios of the simulator', () => {
  it.each(SCENARIOS.map((scenario) => [scenario.summary, scenario] as const))(
    '%s',
    async (what, { name, request, cause }) => {
      const command = request === undefined ? 'check-key' : 'probe-endpoint';
      const judgement = await judgedRun([command, '--simulate', name]);
      found.set(what, judgement);
      expect(brokenLaws(judgement.report)).toEqual([]);
      // A success needs no diagnosis.
      const isSilent = CAUSES.find(({ id }) => id === cause)?.severity === 'ok';
      const told = expect.objectContaining({ cause });
      if (isSilent) expect(judgement.exitCode).toBe(0);
      else expect(judgement.report['diagnoses']).toContainEqual(told);
    },
  );
});

it('what is said of each stands in one table', () => {
  const groups = Object.entries({
    ...Object.fromEntries(
      Object.entries(FAULTS).map(([group, faults]) => [group, faults.map(([what]) => what)]),
    ),
    scenarios: SCENARIOS.map(({ summary }) => summary),
  });
  const tables = groups.map(([group, whats]) =>
    faultTable(
      group,
      whats.flatMap((what) => {
        const judgement = found.get(what);
        return judgement === undefined ? [] : [{ what, found: judgement }];
      }),
    ),
  );
  expectGeneratedFile('docs/faults.md', `${[HEAD, ...tables].join('\n\n')}\n`);
});

const HEAD = `# Faults

What lusha-doctor says of every fault that its tests bring about, and of every scenario of the simulator: its first sentence, who acts, and the exit code. The servers of the tests run on this machine, so the texts speak of \`127.0.0.1\` as they do of your host. Made by \`npm run docs\`; do not edit it by hand.`;

it.each([['check-key'], ['watch-ratelimit', '--once']])(
  'every command tells the same of a fault: %s',
  async (...command) => {
    const proxy = await startProxy(servers, { say: SQUID_DENIAL });
    const judgement = await judged('https://localhost', {
      command,
      args: ['--proxy', proxy.url],
    });
    expect(judgement).toMatchObject({
      verdict: 'proxy-refused-connect',
      layer: 'proxy',
      exitCode: 3,
    });
    expect(judgement.ran.stdout).not.toContain(TEST_KEY);
  },
);
