import { findKey, type KeySearch } from '../key/find.ts';
import type { KeyPlacement } from '../model/exchange.ts';
import type { GuardedIo } from '../model/io.ts';
import { ok, type Result } from '../model/problem.ts';
import { Secret } from '../model/secret.ts';
import type { NamedScenario } from '../simulator/scenarios.ts';
import { DEFAULT_BASE_URL } from './base-url.ts';
import type { NetworkOptions } from './network-options.ts';
import { UsageBudget } from './usage-budget.ts';

/** Where requests go and which key goes with them. */
export interface Target {
  readonly baseUrl: URL;
  /** What decided the base URL: `--base-url`, `LUSHA_BASE_URL`, a config file, or `default`. */
  readonly hostSource: string;
  /** The header the key goes into. */
  readonly placement: KeyPlacement;
  readonly proxy: string | undefined;
  /** What named that proxy. */
  readonly proxySource: string;
  /** PEM of an authority to trust besides the usual ones: the simulator's own. */
  readonly authority: string | null;
  /** The scenario when nothing but the embedded simulator is talked to: nothing can cost anything. */
  readonly scenario: NamedScenario | null;
  readonly keySearch: KeySearch;
  close(): Promise<void>;
}

/** The real API with the user's key, or a simulator with its own. */
export async function openTarget(options: NetworkOptions, io: GuardedIo): Promise<Result<Target>> {
  if (options.simulate !== undefined) return simulated(options.simulate, options, io);
  const search = await findKey(options.key, io);
  if (!search.ok) return search;
  const { found, overridden } = search.value;
  for (const { secret } of found === null ? overridden : [found, ...overridden]) io.protect(secret);
  return ok({
    baseUrl: options.baseUrl,
    hostSource: hostSourceOf(options, io),
    placement: options.auth,
    proxy: options.proxy,
    proxySource: proxySourceOf(options),
    authority: null,
    scenario: null,
    keySearch: search.value,
    close: () => Promise.resolve(),
  });
}

/** The budget of usage calls for a target; a simulator is asked for nothing that anybody else needs. */
export function usageBudgetOf(
  { scenario, baseUrl, keySearch }: Pick<Target, 'scenario' | 'baseUrl' | 'keySearch'>,
  io: GuardedIo,
): UsageBudget {
  const { found } = keySearch;
  const counted =
    scenario !== null || found === null ? null : { origin: baseUrl.origin, key: found.secret };
  return new UsageBudget(io, counted);
}

/** The same address in two places counts as that of the place that is looked at first. */
function hostSourceOf({ baseUrl, config }: NetworkOptions, { env }: GuardedIo): string {
  const isMeant = (text: string | undefined) =>
    text !== undefined && URL.parse(text)?.href === baseUrl.href;
  if (isMeant(env['LUSHA_BASE_URL'])) return 'LUSHA_BASE_URL';
  if (config !== null && isMeant(config.config.baseUrl)) return config.path;
  return isMeant(DEFAULT_BASE_URL) ? 'default' : '--base-url';
}

function proxySourceOf({ proxy, config }: NetworkOptions): string {
  return config !== null && proxy === config.config.proxy ? config.path : '--proxy';
}

async function simulated(
  name: string,
  { auth, proxy }: NetworkOptions,
  { clock }: GuardedIo,
): Promise<Result<Target>> {
  const { isScenarioName } = await import('../simulator/scenarios.ts');
  if (!isScenarioName(name)) {
    const { unknownScenario } = await import('./unknown-scenario.ts');
    return unknownScenario(name);
  }
  const { openSimulator } = await import('../simulator/http/server.ts');
  const opened = await openSimulator({ scenario: name, clock });
  if (!opened.ok) return opened;
  const simulator = opened.value;
  const { url, proxyUrl, scenario, clientKey, authority } = simulator;
  const found = clientKey === null ? null : { secret: new Secret(clientKey), source: 'simulator' };
  return ok({
    baseUrl: new URL(url),
    hostSource: '--simulate',
    placement: scenario.request?.key ?? auth,
    proxy: proxyUrl ?? proxy,
    proxySource: proxyUrl === null ? '--proxy' : '--simulate',
    authority,
    scenario,
    keySearch: {
      found,
      place: { kind: 'simulator', name: 'simulator', namedBy: '--simulate' },
      overridden: [],
      missing: found === null ? 'the simulated client has no key' : null,
      wrongNames: [],
    },
    close: () => simulator.close(),
  });
}
