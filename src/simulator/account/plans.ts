import { FREE_CREDITS, LIMIT_TABLES, planOf, type PlanId } from '../../knowledge/plans.ts';
import type { Endpoint, PlanNeed } from '../../model/endpoint.ts';
import { standardError } from '../error-answers.ts';
import type { Answer } from '../http/answer.ts';
import type { Limits } from './windows.ts';

/** Plans that can be simulated; for the others no limits are published. */
export const PLAN_NAMES = [
  'free',
  'starter',
  'pro',
  'premium',
  'scale',
] as const satisfies readonly PlanId[];
export type PlanName = (typeof PLAN_NAMES)[number];

/** Credits of a fresh account. Only those of a free one were ever seen. */
export const PLAN_CREDITS: Readonly<Record<PlanName, number>> = {
  free: FREE_CREDITS.monthly,
  starter: 300,
  pro: 1000,
  premium: 5000,
  scale: 10_000,
};

/** The plan's request windows as they are published now. */
export function limitsOf(plan: PlanName): Limits {
  const current = LIMIT_TABLES.find(({ id }) => id === 'current');
  return current?.limits[plan] ?? { minute: null, hour: null, day: null };
}

/** The plan's name as the usage answer writes it: Pro is `professional` there. */
export function categoryOf(plan: PlanName): string {
  return planOf(plan)?.aliases.at(-1) ?? plan;
}

/**
 * The answer when the plan leaves an endpoint out, or null when it is open. Prospecting and
 * filters are Scale only (article#403; two live free accounts could use them all the same, which
 * the simulator does not copy). A free account got 402 for company signals
 * (live/2026-06-free-plan). The text of the 403 was never recorded: it follows the description
 * in spec3.
 */
export function planRefusal(plan: PlanName, endpoint: Endpoint): Answer | null {
  if (endpoint.id === 'companies.signals' && plan === 'free') {
    return standardError(402, 'Insufficient credits for this operation');
  }
  return OPEN_TO[endpoint.plan.needs].includes(plan)
    ? null
    : standardError(403, 'Your plan does not include this feature');
}

const SCALE = ['scale'] as const;
const PRO = ['pro', 'premium', ...SCALE] as const;
const PAID = ['starter', ...PRO] as const;

/** The plans that meet each requirement of the catalogue. */
const OPEN_TO: Readonly<Record<PlanNeed, readonly PlanName[]>> = {
  scale: SCALE,
  product: SCALE,
  pro: PRO,
  paid: PAID,
  none: PLAN_NAMES,
  any: PLAN_NAMES,
  'api-access': PLAN_NAMES,
  entitlement: PLAN_NAMES,
  limited: PLAN_NAMES,
  setup: PLAN_NAMES,
  unstated: PLAN_NAMES,
};
