import type { AccountStart } from '../../simulator/account/account.ts';
import type { PlanName } from '../../simulator/account/plans.ts';
import type { LimitSettings } from './limits.ts';
import type { SimulateOptions } from './options.ts';

/** How the service is set up: by options, by an entry of a scenario file, or by both. */
export interface Settings {
  readonly tls?: boolean;
  readonly plan?: PlanName;
  readonly credits?: number;
  readonly limits?: LimitSettings;
  readonly seed?: string;
  readonly rules?: readonly string[];
  /** Milliseconds. */
  readonly latency?: number;
  readonly jitter?: number;
  /** Seconds. */
  readonly clockSkew?: number;
}

/** Options that are no setting are left out. */
type SettingOptions = Pick<
  SimulateOptions,
  'tls' | 'plan' | 'credits' | 'limits' | 'seed' | 'rule' | 'latency' | 'jitter' | 'clockSkew'
>;

/** The settings among the options. */
export function settingsOf(given: SettingOptions): Settings {
  const { tls, plan, credits, limits, seed, rule, latency, jitter, clockSkew } = given;
  return {
    ...(tls === undefined ? {} : { tls }),
    ...(plan === undefined ? {} : { plan }),
    ...(credits === undefined ? {} : { credits }),
    ...(limits === undefined ? {} : { limits }),
    ...(seed === undefined ? {} : { seed }),
    ...(rule === undefined ? {} : { rules: rule }),
    ...(latency === undefined ? {} : { latency }),
    ...(jitter === undefined ? {} : { jitter }),
    ...(clockSkew === undefined ? {} : { clockSkew }),
  };
}

/** Both together: what `over` says wins, and its rules are asked first. */
export function merged(base: Settings, over: Settings): Settings {
  return {
    ...base,
    ...over,
    limits: { ...base.limits, ...over.limits },
    rules: [...(over.rules ?? []), ...(base.rules ?? [])],
  };
}

/** The account that the settings describe. */
export function accountOf({ plan, credits, limits = {} }: Settings): AccountStart {
  const { endpoint, ...windows } = limits;
  return {
    ...(plan === undefined ? {} : { plan }),
    ...(credits === undefined ? {} : { credits }),
    ...(endpoint === undefined ? {} : { endpointLimits: endpoint }),
    limits: windows,
  };
}
