import { afterEach, describe, expect, it } from 'vitest';
import { diagnose, type Findings } from '../../src/diagnosis/diagnose.ts';
import { factsOf } from '../../src/evidence/facts.ts';
import { CAUSES } from '../../src/knowledge/catalogue.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import { Secret } from '../../src/model/secret.ts';
import { probe } from '../../src/probe/probe.ts';
import { SCENARIOS, type NamedScenario } from '../../src/simulator/scenarios.ts';
import type { CertificateFault, ShowingRequest } from '../../src/simulator/scenarios/scenario.ts';
import { startSimulator, type Simulator } from '../../src/simulator/server.ts';
import { certificates, type Credentials } from '../support/certificates.ts';
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
  const tls =
    scenario.certificate === undefined ? undefined : await credentials(scenario.certificate);
  const simulator = await startSimulator({
    scenario: scenario.name,
    clock: systemClock,
    ...(tls === undefined ? {} : { tls }),
  });
  open.push(simulator);
  const usage = scenario.with === 'usage' ? factsOf(await probed(simulator, USAGE)) : {};
  const { creditsLeft, plan } = usage;
  const extra = {
    ...(creditsLeft === undefined ? {} : { creditsLeft }),
    ...(plan === undefined ? {} : { plan }),
  };
  const exchange = await probed(simulator, scenario.request ?? USAGE);
  return diagnose(factsOf(exchange, { now: Date.now(), extra }));
}

async function probed(simulator: Simulator, request: ShowingRequest): Promise<Exchange> {
  const { method, path, body, rawBody, key } = request;
  const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  return probe(
    {
      method,
      url: new URL(path, simulator.url),
      headers: sent === undefined ? {} : { 'content-type': 'application/json' },
      key: new Secret(simulator.demoKey),
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
      ca: [(await certificates()).authority],
    },
  );
}

const USAGE: ShowingRequest = { method: 'GET', path: '/v3/account/usage' };

/** Loopback needs none of it; what stalls on purpose is given up soon. */
const STALLS = { proxy: 400, tls: 400, wait: 400, body: 400 };

async function credentials(fault: CertificateFault): Promise<Credentials> {
  const minted = await certificates();
  const of: Readonly<Record<CertificateFault, Credentials>> = {
    expired: minted.expired,
    'not-yet-valid': minted.notYetValid,
    'wrong-name': minted.wrongName,
    'self-signed': minted.selfSigned,
    'unknown-ca': minted.companyChain,
    'wrong-purpose': minted.wrongPurpose,
  };
  return of[fault];
}

function isCondition(id: string): boolean {
  const cause = CAUSES.find((one) => one.id === id);
  if (cause === undefined) throw new Error(`no cause "${id}"`);
  return cause.subject !== 'failure';
}
