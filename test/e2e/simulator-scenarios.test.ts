import { afterEach, describe, expect, it } from 'vitest';
import { compare, factsFrom, type Variant } from '../../src/commands/check-key/comparison.ts';
import { diagnose, type Findings } from '../../src/diagnosis/diagnose.ts';
import { factsOf } from '../../src/evidence/facts.ts';
import { inspectKey } from '../../src/key/inspect.ts';
import { CAUSES } from '../../src/knowledge/catalogue.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import type { Facts } from '../../src/model/fact.ts';
import { Secret } from '../../src/model/secret.ts';
import { probe } from '../../src/probe/probe.ts';
import { SCENARIOS, type NamedScenario } from '../../src/simulator/scenarios.ts';
import type { ShowingRequest } from '../../src/simulator/scenarios/scenario.ts';
import { startSimulator, type Simulator } from '../../src/simulator/http/server.ts';
import { systemClock } from '../support/clock.ts';

const open: Simulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()));
});

describe('every scenario', () => {
  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    '%s leads a real probe to its cause',
    async (_name, scenario) => {
      const { verdict, conditions } = await findingsOf(scenario);
      const found = [verdict.cause, ...conditions.map(({ cause }) => cause)];
      expect(isCondition(scenario.cause) ? found : [verdict.cause]).toContain(scenario.cause);
    },
  );
});

async function findingsOf(scenario: NamedScenario): Promise<Findings> {
  const simulator = await startSimulator({ scenario: scenario.name, clock: systemClock });
  open.push(simulator);
  const key = keyOf(simulator);
  if (key.sendable === null) return diagnose(key.facts);
  const usage =
    scenario.with === 'usage' ? factsOf(await probed(simulator, USAGE, key.sendable)) : {};
  const { creditsLeft, plan } = usage;
  const extra = {
    ...key.facts,
    ...(creditsLeft === undefined ? {} : { creditsLeft }),
    ...(plan === undefined ? {} : { plan }),
  };
  const exchange = await probed(simulator, scenario.request ?? USAGE, key.sendable);
  const compared = scenario.with === 'other-keys' ? await comparedWith(exchange, simulator) : {};
  return diagnose({ ...factsOf(exchange, { now: Date.now(), extra }), ...compared });
}

/** The same question with other keys or none, as check-key asks it. */
async function comparedWith(own: Exchange, simulator: Simulator): Promise<Facts> {
  const { demoKey } = simulator;
  const ways: readonly (readonly [Variant, ShowingRequest, string])[] = [
    ['withoutKey', { ...USAGE, key: 'none' }, demoKey],
    ['junkKey', USAGE, '00000000-0000-4000-8000-000000000000'],
    ['asBearer', { ...USAGE, key: 'bearer' }, demoKey],
  ];
  const answered = (exchange: Exchange) => ({ exchange, facts: factsOf(exchange) });
  const compared = [];
  for (const [variant, request, sent] of ways) {
    const answer = answered(await probed(simulator, request, sent));
    compared.push({ variant, answer, comparison: compare(answered(own), answer) });
  }
  return factsFrom(compared);
}

/** What the client of the scenario would send, and what its key's text tells. */
function keyOf({ clientKey }: Simulator): { sendable: string | null; facts: Facts } {
  const inspection = clientKey === null ? null : inspectKey(clientKey);
  const names = inspection?.defects.map(({ name }) => name) ?? ['absent' as const];
  const defects = { name: 'keyDefects', value: names, seenIn: 'the key' } as const;
  return {
    sendable: inspection?.sendable ?? null,
    facts: names.length === 0 ? {} : { keyDefects: defects },
  };
}

async function probed(
  simulator: Simulator,
  request: ShowingRequest,
  sendable: string,
): Promise<Exchange> {
  const { method, path, body, rawBody, key } = request;
  const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  return probe(
    {
      method,
      url: new URL(path, simulator.url),
      headers: sent === undefined ? {} : { 'content-type': 'application/json' },
      key: new Secret(sendable),
      keyPlacement: key ?? 'api_key',
      ...(sent === undefined ? {} : { body: sent }),
    },
    {
      clock: systemClock,
      signal: new AbortController().signal,
      limits: { timeoutMs: 5000, phaseMs: STALLS, maxBodyBytes: 1_000_000, maxHeaderBytes: 16_384 },
      proxy:
        simulator.proxyUrl === null
          ? { kind: 'none', because: 'the test says so' }
          : { kind: 'proxy', url: new URL(simulator.proxyUrl), source: '--proxy' },
      ca: simulator.authority === null ? [] : [simulator.authority],
    },
  );
}

const USAGE: ShowingRequest = { method: 'GET', path: '/v3/account/usage' };

/** Loopback needs none of it; what stalls on purpose is given up soon. */
const STALLS = { proxy: 400, tls: 400, wait: 400, body: 400 };

function isCondition(id: string): boolean {
  const cause = CAUSES.find((one) => one.id === id);
  if (cause === undefined) throw new Error(`no cause "${id}"`);
  return cause.subject !== 'failure';
}
