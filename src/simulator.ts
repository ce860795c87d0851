import { nearest } from './knowledge/look-up/nearest.ts';
import type { ClientSummary } from './simulator/client-summary.ts';
import type { RequestLogEntry } from './simulator/http/request-log-entry.ts';
import { PLAN_NAMES } from './simulator/account/plans.ts';
import { isScenarioName, SCENARIOS, type ScenarioName } from './simulator/scenarios.ts';
import { openSimulator } from './simulator/http/server.ts';

export type { ClientSummary, EndpointTally, Misuse, MisuseId } from './simulator/client-summary.ts';
export type { KeyVerdict, RequestLogEntry } from './simulator/http/request-log-entry.ts';

/** What to simulate, and where. Everything may be left out. */
export interface SimulatorOptions {
  /** One of `scenarioNames()`; `healthy` when left out. */
  readonly scenario?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen at; 127.0.0.1 when left out, so that only this machine can call it. */
  readonly host?: string;
  /** Serve https with a certificate made for the occasion; `authority` is what to trust. */
  readonly tls?: boolean;
  readonly plan?: 'free' | 'starter' | 'pro' | 'premium' | 'scale';
  /** Credits left. */
  readonly credits?: number;
  /** Requests per window; null lifts one. Those of the plan when left out. */
  readonly limits?: {
    readonly minute?: number | null;
    readonly hour?: number | null;
    readonly day?: number | null;
  };
  /** False lifts the limits endpoints have to themselves, such as five usage calls a minute. */
  readonly endpointLimits?: boolean;
  /** What goes wrong now and then, for example `POST /v3/contacts/enrich: 10% 500, 5% slow 3s`. */
  readonly rules?: readonly string[];
  /** Milliseconds every answer takes, and how many of them vary. */
  readonly latencyMs?: number;
  readonly jitterMs?: number;
  /** Milliseconds by which the server's clock is ahead, or behind when negative. */
  readonly clockSkewMs?: number;
  /** The same seed gives the same people, companies, ids and trouble. */
  readonly seed?: string;
  /** Keys that are good besides `key`; each has an account of its own. */
  readonly acceptKeys?: readonly string[];
  /** What `state()` of an earlier simulator gave, to go on from there. */
  readonly state?: unknown;
  /** The time, epoch ms, that windows and answers go by; the machine's own when left out. */
  readonly now?: () => number;
  /** Called once for every request, when its answer is out or has failed. */
  readonly log?: (entry: RequestLogEntry) => void;
}

/** A running simulator. */
export interface Simulator {
  /** The base URL to use. */
  readonly url: string;
  /** A key that is good here and nowhere else. */
  readonly key: string;
  /** The proxy to reach it through, in scenarios about proxies; otherwise null. */
  readonly proxyUrl: string | null;
  /** PEM of the authority behind its certificate, where it has one; otherwise null. */
  readonly authority: string | null;
  /** What was asked so far, oldest first; the newest 10,000. */
  readonly requests: readonly RequestLogEntry[];
  /** What the client did so far, and what it should not have done. */
  summary(): ClientSummary;
  /** Everything worth keeping for a later run, as plain data. */
  state(): unknown;
  /** Ends it at once, open connections included. */
  close(): Promise<void>;
}

/**
 * Starts the Lusha API on this machine, on a good day or a bad one. Rejects with a `TypeError` that
 * says what to put right when an option is wrong or the port is taken.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { scenario = 'healthy', plan, credits, limits, endpointLimits, now, ...rest } = options;
  if (plan !== undefined && !PLAN_NAMES.includes(plan)) {
    throw new TypeError(`There is no plan "${plan}". Use one of: ${PLAN_NAMES.join(', ')}.`);
  }
  const opened = await openSimulator({
    ...rest,
    scenario: known(scenario),
    clock: { ...machineClock, ...(now === undefined ? {} : { now }) },
    account: {
      ...(plan === undefined ? {} : { plan }),
      ...(credits === undefined ? {} : { credits }),
      ...(limits === undefined ? {} : { limits }),
      ...(endpointLimits === undefined ? {} : { endpointLimits }),
    },
  });
  if (!opened.ok) throw new TypeError(`${opened.problem.message} ${opened.problem.fix}`);
  const running = opened.value;
  const { url, proxyUrl, authority, demoKey: key, requests } = running;
  return {
    url,
    key,
    proxyUrl,
    authority,
    requests,
    summary: () => running.summary(),
    state: () => running.state(),
    close: () => running.close(),
  };
}

/** The names of everything that can be simulated, from success outwards to the network. */
export function scenarioNames(): readonly string[] {
  return SCENARIOS.map(({ name }) => name);
}

function known(name: string): ScenarioName {
  if (isScenarioName(name)) return name;
  throw new TypeError(
    `There is no scenario "${name}". Nearest: ${nearest(name, scenarioNames(), 3).join(', ')}.`,
  );
}

/** This module is where the outside begins, as `bin/` is for the program: nobody hands it a clock. */
const machineClock = {
  now: () => new Date().getTime(),
  // oxlint-disable-next-line no-restricted-globals -- see above
  elapsed: () => performance.now(),
  sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done, { once: true });
    }),
};
