import { afterAll, describe, expect, it } from 'vitest';
import { judged } from '../support/faults.ts';
import { servers } from '../support/fault-list/bringing.ts';
import { FAULTS } from '../support/fault-list/faults.ts';
import { TEST_KEY } from '../support/probing.ts';
import { SQUID_DENIAL, startProxy } from '../support/proxies.ts';

afterAll(() => servers.close());

describe.each(Object.entries(FAULTS))('%s', (_group, faults) => {
  it.each(faults)('%s', async (_what, bring, verdict, layer, exitCode) => {
    const found = await bring();
    expect({ verdict: found.verdict, layer: found.layer, exitCode: found.exitCode }).toEqual({
      verdict,
      layer,
      exitCode,
    });
  });
});

it('there are at least sixty faults, each told once', () => {
  const all = Object.values(FAULTS).flat();
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(([what]) => what)).size).toBe(all.length);
});

it.each([['check-key'], ['watch-ratelimit', '--once']])(
  'every command tells the same of a fault: %s',
  async (...command) => {
    const proxy = await startProxy(servers, { say: SQUID_DENIAL });
    const found = await judged('https://localhost', { command, args: ['--proxy', proxy.url] });
    expect(found).toMatchObject({ verdict: 'proxy-refused-connect', layer: 'proxy', exitCode: 3 });
    expect(found.ran.stdout).not.toContain(TEST_KEY);
  },
);
