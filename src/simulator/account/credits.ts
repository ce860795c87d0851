import { priceOf } from '../../knowledge/prices.ts';
import type { JsonObject } from '../json.ts';

interface Price {
  readonly credits: number;
  readonly perQuantity: number;
}

/** What the price list of `/v3/account/usage` names. */
const ACTIONS = [
  'contactSearch',
  'companySearch',
  'revealEmail',
  'revealPhone',
  'revealCompany',
  'lookalikeContact',
  'lookalikeCompany',
  'buyingGroupContact',
  'showSignalsContact',
  'showSignalsCompany',
  'signal_score_contact_reveal',
  'signal_score_company_reveal',
  'export_api',
  'ci_meeting_data_export',
  'ci_transcript_analysis',
] as const;

export type Action = (typeof ACTIONS)[number];

/** The list price of an action. Where none is published it is 1, as for the one lookalike seen live. */
export function chargeFor(action: Action): Price {
  const { credits, quantity = 1 } = priceOf(action) ?? { credits: null };
  return { credits: credits ?? 1, perQuantity: quantity };
}

/** So many of one action. */
export interface Purchase {
  readonly action: Action;
  readonly quantity: number;
}

/** A balance. Plain data. */
export interface Balance {
  readonly total: number;
  readonly used: number;
}

/** What a list of purchases costs, in credits. A started quantity counts whole. */
export function costOf(purchases: readonly Purchase[]): number {
  return purchases.reduce((sum, { action, quantity }) => {
    const { credits, perQuantity } = chargeFor(action);
    return sum + Math.ceil(quantity / perQuantity) * credits;
  }, 0);
}

/** Credits left. */
export function remaining(balance: Balance): number {
  return Math.max(0, balance.total - balance.used);
}

/** The price list as the usage answer shows it. */
export function pricing(): JsonObject {
  return Object.fromEntries(ACTIONS.map((action) => [action, { ...chargeFor(action) }]));
}
