import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import type { AccountStart } from '../../simulator/account/account.ts';
import { PLAN_NAMES, type PlanName } from '../../simulator/account/plans.ts';
import { numberOf, switchOf, textOf, textsOf, type RawOptions } from '../../run/raw-options.ts';
import { limitsOf, type LimitSettings } from './limits.ts';

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

/** Ranges of the numbers, the same on the command line and in a file. */
export const RANGES = {
  credits: { max: 1_000_000_000, unit: 'credits', whole: true, min: 0 },
  latency: { max: 600_000, unit: 'milliseconds', whole: true, min: 0 },
  jitter: { max: 600_000, unit: 'milliseconds', whole: true, min: 0 },
  clockSkew: { max: 315_360_000, unit: 'seconds', whole: true, min: -315_360_000 },
} as const;

const OPTION_OF = {
  credits: '--credits',
  latency: '--latency',
  jitter: '--jitter',
  clockSkew: '--clock-skew',
} as const;

/** The settings among the options; the first mistake is returned. */
export function settingsOf(raw: RawOptions): Result<Settings> {
  const plan = planOf(textOf(raw, 'plan'));
  if (!plan.ok) return plan;
  const limits = limitsOf(textOf(raw, 'limits'));
  if (!limits.ok) return limits;
  const numbers: Partial<Record<keyof typeof RANGES, number>> = {};
  for (const name of ['credits', 'latency', 'jitter', 'clockSkew'] as const) {
    if (textOf(raw, name) === undefined) continue;
    const value = numberOf(raw, name, { ...RANGES[name], option: OPTION_OF[name], fallback: 0 });
    if (!value.ok) return value;
    numbers[name] = value.value;
  }
  const rules = textsOf(raw, 'rule');
  const seed = textOf(raw, 'seed');
  return ok({
    ...numbers,
    ...(plan.value === undefined ? {} : { plan: plan.value }),
    ...(limits.value === undefined ? {} : { limits: limits.value }),
    ...(seed === undefined ? {} : { seed }),
    ...(rules.length === 0 ? {} : { rules }),
    ...(switchOf(raw, 'tls') === true ? { tls: true } : {}),
  });
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

function planOf(text: string | undefined): Result<PlanName | undefined> {
  const plan = PLAN_NAMES.find((name) => name === text);
  if (text === undefined || plan !== undefined) return ok(plan);
  return wrongUsage(
    'bad-choice',
    `--plan does not know "${text}".`,
    `Use one of: ${PLAN_NAMES.join(', ')}.`,
  );
}
