import type { Endpoint, PlanNeed } from '../model/endpoint.ts';
import { standardError } from './error-answers.ts';
import type { Answer } from './answer.ts';
import type { Limits } from './windows.ts';

export const PLAN_NAMES = ['free', 'starter', 'professional', 'premium', 'scale'] as const;
export type PlanName = (typeof PLAN_NAMES)[number];

/** Request windows per plan, as the help centre lists them now (help/api-overview). */
export const PLAN_LIMITS: Readonly<Record<PlanName, Limits>> = {
  free: { minute: 40, hour: null, day: 100 },
  starter: { minute: 40, hour: null, day: 100 },
  professional: { minute: 50, hour: 150, day: 1500 },
  premium: { minute: 300, hour: 1800, day: 18_000 },
  scale: { minute: 300, hour: 5000, day: 50_000 },
};

/** Credits of a fresh account. */
export const PLAN_CREDITS: Readonly<Record<PlanName, number>> = {
  free: 40,
  starter: 300,
  professional: 1000,
  premium: 5000,
  scale: 10_000,
};

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
const PRO = ['professional', 'premium', ...SCALE] as const;
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
