import type { SourceId } from '../model/cause.ts';

/** What one action costs at list price. The account's own price list decides. */
export interface Price {
  readonly what: string;
  /** Names of the action in `pricing` of the usage answer. */
  readonly actions: readonly string[];
  /** Null where no figure is published. */
  readonly credits: number | null;
  readonly per: string;
  /** How many of what is counted one price covers; 1 unless given. A started one counts whole. */
  readonly quantity?: number;
  readonly source: SourceId;
}

export const PRICES: readonly Price[] = [
  {
    what: 'email',
    actions: ['revealEmail'],
    credits: 1,
    per: 'email revealed',
    source: 'help/credit-table',
  },
  {
    what: 'phone',
    actions: ['revealPhone'],
    credits: 5,
    per: 'phone revealed',
    source: 'help/credit-table',
  },
  {
    what: 'company',
    actions: ['revealCompany', 'reveal_company'],
    credits: 1,
    per: 'company revealed',
    source: 'help/credit-table',
  },
  {
    what: 'search for one',
    actions: ['api_search'],
    credits: 1,
    per: 'result',
    source: 'help/credit-table',
  },
  {
    what: 'search for several',
    actions: ['api_search', 'contactSearch', 'companySearch'],
    credits: 1,
    per: 'started 25 results',
    quantity: 25,
    source: 'help/credit-table',
  },
  {
    what: 'signals',
    actions: ['showSignalsContact', 'showSignalsCompany'],
    credits: 1,
    per: 'contact or company with a matched signal',
    source: 'help/credit-table',
  },
  {
    what: 'lookalike',
    actions: ['lookalikeContact', 'lookalikeCompany'],
    credits: null,
    per: 'result',
    source: 'spec3',
  },
  {
    what: 'buying group',
    actions: ['buyingGroupContact'],
    credits: 1,
    per: 'contact returned',
    source: 'live/2026-09-decision-makers',
  },
  {
    what: 'signal score',
    actions: ['signal_score_company_reveal', 'signal_score_contact_reveal'],
    credits: 1,
    per: 'row with a score',
    source: 'spec3',
  },
  {
    what: 'table row',
    actions: ['tableRead', 'export_api'],
    credits: 1,
    per: 'row read',
    source: 'live/2026-07-free-account',
  },
  {
    what: 'recommendation (MCP)',
    actions: ['contactRecommendationsReveal', 'companyRecommendationsReveal'],
    credits: null,
    per: 'contact or company revealed',
    source: 'live/2026-07-free-account',
  },
  {
    what: 'conversations',
    actions: ['ci_meeting_data_export'],
    credits: 1,
    per: 'started 25 conversations',
    quantity: 25,
    source: 'docs/conversations',
  },
  {
    what: 'transcript',
    actions: ['ci_transcript_analysis'],
    credits: 1,
    per: 'transcript',
    source: 'docs/conversations',
  },
  {
    what: 'premium company field',
    actions: [],
    credits: 1,
    per: 'field',
    source: 'docs/changelog',
  },
  {
    what: 'waterfall field',
    actions: [],
    credits: null,
    per: "field, at the provider's rate",
    source: 'docs/changelog',
  },
  {
    what: 'delivered webhook signal',
    actions: [],
    credits: null,
    per: 'delivery; repeated deliveries are free',
    source: 'spec3',
  },
];

/** The list price of an action by its name in the usage answer; undefined for a name not listed. */
export function priceOf(action: string): Price | undefined {
  // A search for one result is a case of a search for several.
  return PRICES.findLast(({ actions }) => actions.includes(action));
}
