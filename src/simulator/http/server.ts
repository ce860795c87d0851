import type { Clock } from '../../model/io.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Account, AccountStart } from '../account/account.ts';
import { mint, type Minted } from '../certificates/mint.ts';
import { listen } from './listen.ts';
import type { ClientSummary } from '../client-summary.ts';
import type { RequestLogEntry } from './request-log-entry.ts';
import { createRequestLog } from './request-log.ts';
import { parseRules } from '../rules.ts';
import { findScenario, type NamedScenario, type ScenarioName } from '../scenarios.ts';
import type { Behaviour } from '../scenarios/scenario.ts';
import { createServer, isDeserted } from './serve.ts';
import { readState, stateOf, type SimulatorState } from '../account/state.ts';
import { createTally } from '../summary.ts';
import { createWorld } from '../world.ts';

export interface SimulatorOptions {
  readonly scenario: ScenarioName;
  /** Address to listen at; 127.0.0.1 when left out, so that only this machine can call it. */
  readonly host?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly clock: Clock;
  /** Called once for every request, when its answer is out or has failed. */
  readonly log?: (entry: RequestLogEntry) => void;
  /** Serve https with a certificate made for the occasion; `authority` is what to trust. */
  readonly tls?: boolean;
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
  /** Milliseconds by which the server's clock is ahead, or behind when negative. */
  readonly clockSkewMs?: number;
  /** What `state()` of an earlier simulator gave, to go on from there. */
  readonly state?: unknown;
}

/** A running simulator. */
export interface Simulator {
  /** The base URL to use. */
  readonly url: string;
  /** The proxy to reach it through, in scenarios about proxies; otherwise null. */
  readonly proxyUrl: string | null;
  /** PEM of the authority behind the certificate, where there is one. */
  readonly authority: string | null;
  readonly scenario: NamedScenario;
  /** What was asked so far, oldest first; the newest 10,000. */
  readonly requests: readonly RequestLogEntry[];
  /** A key that is good here and nowhere else. */
  readonly demoKey: string;
  /** The key as the client of this scenario holds it; null when it holds none. */
  readonly clientKey: string | null;
  /** What the client did so far, and what it should not have done. */
  summary(): ClientSummary;
  /** Everything worth keeping for a later run, as plain data. */
  state(): SimulatorState;
  close(): Promise<void>;
}

/** Made up, in the form of a real key. */
const DEMO_KEY = '7c1de0a4-3b52-4f6e-9a18-d0c705e1f2ab';

const KEY_MIDDLE = 20;

/** Where a client of a proxy scenario is headed: a name that can never be resolved (RFC 2606). */
const BEHIND_PROXY = 'https://api.lusha.invalid';

/** Starts a simulator; what the user can have got wrong comes back as a problem. */
export async function openSimulator(options: SimulatorOptions): Promise<Result<Simulator>> {
  const scenario = findScenario(options.scenario);
  const { behaviour, keyText = '{key}' } = scenario;
  const rules = parseRules(options.rules ?? []);
  if (!rules.ok) return rules;
  const restored =
    options.state === undefined ? ok(new Map<string, Account>()) : readState(options.state);
  if (!restored.ok) return restored;
  const accounts = restored.value;
  const seed = options.seed ?? 'lusha-doctor';
  const skewMs = options.clockSkewMs ?? 0;
  const tally = createTally();
  const log = createRequestLog((entry) => {
    tally.observe(entry);
    options.log?.(entry);
  });
  const minted = certificateFor(scenario, options);
  const server = createServer({
    behaviour: adjusted(behaviour, options.account),
    clock: { ...options.clock, now: () => options.clock.now() + skewMs },
    certificate: minted?.server ?? null,
    record: (entry) => log.record(skewMs === 0 ? entry : unskewed(entry, skewMs)),
    acceptedKeys: [DEMO_KEY, ...(options.acceptKeys ?? [])].map((key) => key.toLowerCase()),
    accounts,
    world: createWorld(seed, behaviour.kind === 'api' ? behaviour.everyItem : undefined),
    chaos: {
      rules: rules.value,
      latencyMs: options.latencyMs ?? 0,
      jitterMs: options.jitterMs ?? 0,
      seed,
    },
  });
  const listening = await listen(server, options.port ?? 0, options.host);
  if (!listening.ok) return listening;
  const listener = listening.value;
  if (isDeserted(behaviour)) await listener.close();
  const isProxy = behaviour.kind === 'proxy';
  const isTls = minted !== null || behaviour.kind === 'tls-fault';
  return ok({
    url: isProxy ? BEHIND_PROXY : `${isTls ? 'https' : 'http'}://${listener.address}`,
    proxyUrl: isProxy ? `http://${listener.address}` : null,
    authority: minted?.authority ?? null,
    scenario,
    requests: log.requests,
    demoKey: DEMO_KEY,
    clientKey: keyText === null ? null : filledIn(keyText),
    summary: tally.summary,
    state: () => stateOf(accounts),
    close: () => listener.close(),
  });
}

/** The key text of a scenario with the demo key, or its two halves, put in. */
function filledIn(keyText: string): string {
  return keyText
    .replaceAll('{key}', DEMO_KEY)
    .replaceAll('{head}', DEMO_KEY.slice(0, KEY_MIDDLE))
    .replaceAll('{tail}', DEMO_KEY.slice(KEY_MIDDLE));
}

/** A certificate where one is wanted and can be of use; the real time decides when it ends. */
function certificateFor(
  { behaviour, certificate }: NamedScenario,
  { tls = false, host, clock }: SimulatorOptions,
): Minted | null {
  const canServe = ['api', 'answer', 'fault'].includes(behaviour.kind);
  if (!canServe || (certificate === undefined && !tls)) return null;
  const fault = certificate === undefined || certificate === 'good' ? null : certificate;
  return mint(fault, clock.now(), host === undefined ? [] : [host]);
}

/** The entry in the time of the machine it is read on. */
function unskewed(entry: RequestLogEntry, skewMs: number): RequestLogEntry {
  const { at, retryAt } = entry;
  return { ...entry, at: at - skewMs, retryAt: retryAt === null ? null : retryAt - skewMs };
}

/** The scenario's behaviour with the caller's account. */
function adjusted(behaviour: Behaviour, account: AccountStart | undefined): Behaviour {
  if (behaviour.kind !== 'api' || account === undefined) return behaviour;
  const limits = { ...behaviour.account?.limits, ...account.limits };
  return { ...behaviour, account: { ...behaviour.account, ...account, limits } };
}

/** The same for callers that can make no mistake; throws where `openSimulator` has a problem. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const opened = await openSimulator(options);
  if (opened.ok) return opened.value;
  throw new Error(opened.problem.message);
}
