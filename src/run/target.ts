import { findKey, type KeySearch } from '../key/find.ts';
import type { KeyPlacement } from '../model/exchange.ts';
import type { GuardedIo } from '../model/io.ts';
import { ok, type Result } from '../model/problem.ts';
import { Secret } from '../model/secret.ts';
import type { NamedScenario } from '../simulator/scenarios.ts';
import type { NetworkOptions } from './network-options.ts';

/** Where requests go and which key goes with them. */
export interface Target {
  readonly baseUrl: URL;
  /** The header the key goes into. */
  readonly placement: KeyPlacement;
  readonly proxy: string | undefined;
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
  return ok({
    baseUrl: options.baseUrl,
    placement: options.auth,
    proxy: options.proxy,
    authority: null,
    scenario: null,
    keySearch: search.value,
    close: () => Promise.resolve(),
  });
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
    placement: scenario.request?.key ?? auth,
    proxy: proxyUrl ?? proxy,
    authority,
    scenario,
    keySearch: {
      found,
      overridden: [],
      missing: found === null ? 'the simulated client has no key' : null,
      wrongNames: [],
    },
    close: () => simulator.close(),
  });
}
