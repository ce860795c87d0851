import type { JsonObject } from '../json.ts';

interface Price {
  readonly credits: number;
  readonly perQuantity: number;
}

/** The price list of `/v3/account/usage` (help/credit-table, spec3). */
export const PRICES = {
  contactSearch: { credits: 1, perQuantity: 25 },
  companySearch: { credits: 1, perQuantity: 25 },
  revealEmail: { credits: 1, perQuantity: 1 },
  revealPhone: { credits: 5, perQuantity: 1 },
  revealCompany: { credits: 1, perQuantity: 1 },
  lookalikeContact: { credits: 1, perQuantity: 1 },
  lookalikeCompany: { credits: 1, perQuantity: 1 },
  buyingGroupContact: { credits: 1, perQuantity: 1 },
  showSignalsContact: { credits: 1, perQuantity: 1 },
  showSignalsCompany: { credits: 1, perQuantity: 1 },
  signal_score_contact_reveal: { credits: 1, perQuantity: 1 },
  signal_score_company_reveal: { credits: 1, perQuantity: 1 },
  export_api: { credits: 1, perQuantity: 1 },
  ci_meeting_data_export: { credits: 1, perQuantity: 25 },
  ci_transcript_analysis: { credits: 1, perQuantity: 1 },
} as const satisfies Readonly<Record<string, Price>>;

export type Action = keyof typeof PRICES;

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
    const { credits, perQuantity } = PRICES[action];
    return sum + Math.ceil(quantity / perQuantity) * credits;
  }, 0);
}

/** Credits left. */
export function remaining(balance: Balance): number {
  return Math.max(0, balance.total - balance.used);
}

/** The price list as the usage answer shows it. */
export function pricing(): JsonObject {
  return Object.fromEntries(
    Object.entries(PRICES).map(([action, { credits, perQuantity }]) => [
      action,
      { credits, perQuantity },
    ]),
  );
}
