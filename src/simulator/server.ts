import type { Clock } from '../model/io.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';
import type { Account, AccountStart } from './account.ts';
import { listen, type LOOPBACK } from './listen.ts';
import { createRequestLog, type RequestLogEntry } from './request-log.ts';
import { parseRules } from './rules.ts';
import { findScenario, type NamedScenario, type ScenarioName } from './scenarios.ts';
import type { Behaviour } from './scenarios/scenario.ts';
import { createServer, isDeserted, type ServerCertificate } from './serve.ts';
import { readState, stateOf, type SimulatorState } from './state.ts';
import { createTally, type ClientSummary } from './summary.ts';
import { createWorld } from './world.ts';

export interface SimulatorOptions {
  readonly scenario: ScenarioName;
  /** The simulator is for this machine only. */
  readonly host?: typeof LOOPBACK;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  readonly clock: Clock;
  /** Called once for every request, when its answer is out or has failed. */
  readonly log?: (entry: RequestLogEntry) => void;
  /** Serve https with this certificate. */
  readonly tls?: ServerCertificate;
  /** The same seed gives the same people, companies and ids. */
  readonly seed?: string;
  /** Keys that are good besides the demo key; each has an account of its own. */
  readonly acceptKeys?: readonly string[];
  /** Plan, credits and limits of the accounts; they win over what the scenario says. */
  readonly account?: AccountStart;
  /** What goes wrong now and then, for example `POST /v3/contacts/enrich: 10% 500, 5% slow 3s`. */
  readonly rules?: readonly string[];
  /** Milliseconds every answer takes, and how many of them vary. */
  readonly latencyMs?: number;
  readonly jitterMs?: number;
  /** What `state()` of an earlier simulator gave, to go on from there. */
  readonly state?: unknown;
}

/** A running simulator. */
export interface Simulator {
  /** The base URL to use. */
  readonly url: string;
  /** The proxy to reach it through, in scenarios about proxies; otherwise null. */
  readonly proxyUrl: string | null;
  readonly scenario: NamedScenario;
  /** What was asked so far, oldest first; the newest 10,000. */
  readonly requests: readonly RequestLogEntry[];
  /** A key that is good here and nowhere else. */
  readonly demoKey: string;
  /** What the client did so far, and what it should not have done. */
  summary(): ClientSummary;
  /** Everything worth keeping for a later run, as plain data. */
  state(): SimulatorState;
  close(): Promise<void>;
}

/** Made up, in the form of a real key. */
const DEMO_KEY = '7c1de0a4-3b52-4f6e-9a18-d0c705e1f2ab';

/** Where a client of a proxy scenario is headed: a name that can never be resolved (RFC 2606). */
const BEHIND_PROXY = 'https://api.lusha.invalid';

/** Starts a simulator; what the user can have got wrong comes back as a problem. */
export async function openSimulator(options: SimulatorOptions): Promise<Result<Simulator>> {
  const scenario = findScenario(options.scenario);
  const { behaviour } = scenario;
  if (scenario.certificate !== undefined && options.tls === undefined) {
    return wrongUsage(
      'certificate-needed',
      `The scenario "${scenario.name}" needs a certificate (${scenario.certificate}).`,
      'Start it with one, or choose a scenario without TLS.',
    );
  }
  const rules = parseRules(options.rules ?? []);
  if (!rules.ok) return rules;
  const restored =
    options.state === undefined ? ok(new Map<string, Account>()) : readState(options.state);
  if (!restored.ok) return restored;
  const seed = options.seed ?? 'lusha-doctor';
  const tally = createTally();
  const log = createRequestLog((entry) => {
    tally.observe(entry);
    options.log?.(entry);
  });
  const server = createServer({
    behaviour: adjusted(behaviour, options.account),
    clock: options.clock,
    certificate: options.tls ?? null,
    record: log.record,
    acceptedKeys: [DEMO_KEY, ...(options.acceptKeys ?? [])].map((key) => key.toLowerCase()),
    accounts: restored.value,
    world: createWorld(seed, behaviour.kind === 'api' ? behaviour.everyItem : undefined),
    chaos: {
      rules: rules.value,
      latencyMs: options.latencyMs ?? 0,
      jitterMs: options.jitterMs ?? 0,
      seed,
    },
  });
  const listening = await listen(server, options.port ?? 0);
  if (!listening.ok) return listening;
  const listener = listening.value;
  if (isDeserted(behaviour)) await listener.close();
  const isProxy = behaviour.kind === 'proxy';
  const isTls = options.tls !== undefined || behaviour.kind === 'tls-fault';
  return ok({
    url: isProxy ? BEHIND_PROXY : `${isTls ? 'https' : 'http'}://${listener.address}`,
    proxyUrl: isProxy ? `http://${listener.address}` : null,
    scenario,
    requests: log.requests,
    demoKey: DEMO_KEY,
    summary: tally.summary,
    state: () => stateOf(restored.value),
    close: () => listener.close(),
  });
}

/** The scenario's behaviour with the caller's account. */
function adjusted(behaviour: Behaviour, account: AccountStart | undefined): Behaviour {
  return behaviour.kind === 'api' && account !== undefined
    ? { ...behaviour, account: { ...behaviour.account, ...account } }
    : behaviour;
}

/** The same for callers that can make no mistake; throws where `openSimulator` has a problem. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const opened = await openSimulator(options);
  if (opened.ok) return opened.value;
  throw new Error(opened.problem.message);
}
