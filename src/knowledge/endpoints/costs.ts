import type { Charge, EndpointCost } from '../../model/endpoint.ts';

export const FREE: EndpointCost = { kind: 'free' };

export const DISCOVERY: EndpointCost = {
  kind: 'free',
  note: { text: 'Looking up filter values and types is never charged.', source: 'docs/mcp' },
};

export const NO_COST_KNOWN: EndpointCost = { kind: 'unknown' };

/** The charges an account's own price list names, at list price. */
export const SEARCH: Charge = { action: 'api_search', per: 'result', credits: 1 };
export const REVEAL_EMAIL: Charge = { action: 'revealEmail', per: 'field', credits: 1 };
export const REVEAL_PHONE: Charge = { action: 'revealPhone', per: 'field', credits: 5 };
export const REVEAL_COMPANY: Charge = { action: 'reveal_company', per: 'company', credits: 1 };

export const SEARCH_COST: EndpointCost = {
  kind: 'billed',
  charges: [SEARCH],
  note: {
    text: 'Several at once cost 1 credit for each started 25 results; no match cost 0.',
    source: 'live/2026-07-v3-contract',
  },
};

export const PROSPECTING_COST: EndpointCost = {
  kind: 'billed',
  charges: [{ ...SEARCH, per: '25 results' }],
  note: { text: 'Signals asked for in the filters are charged on top.', source: 'spec3' },
};

export const V2_PERSON_COST: EndpointCost = {
  kind: 'billed',
  charges: [REVEAL_EMAIL, REVEAL_PHONE],
  note: {
    text: 'No match came back with isCreditCharged false.',
    source: 'live/2026-07-v2-contract',
  },
};

export const COMPANY_COST: EndpointCost = { kind: 'billed', charges: [REVEAL_COMPANY] };

/** A cost with one charge. */
export function billed(
  action: string,
  per: Charge['per'],
  credits: number | null = null,
): EndpointCost {
  return { kind: 'billed', charges: [{ action, per, credits }] };
}
