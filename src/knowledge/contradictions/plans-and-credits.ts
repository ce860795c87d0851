import type { Contradiction } from './contradiction.ts';

/** What plans include and what answers cost. */
export const PLANS_AND_CREDITS: readonly Contradiction[] = [
  {
    id: 'empty-result-cost',
    topic: 'whether an answer without a match costs a credit',
    statements: [
      { text: 'At least 1 credit for each request.', source: 'article#200-credit' },
      { text: '1 credit as a minimum without results.', source: 'help/credit-table' },
      { text: 'Nothing is deducted when nothing matches.', source: 'docs/billing' },
    ],
    observed: {
      text: 'creditsCharged was 0 on V3 and isCreditCharged false on V2.',
      source: 'live/2026-07-v3-contract',
    },
    action:
      'It reports what the answer itself says was charged, and names the rule it differs from.',
    causes: ['success-no-result', 'item-not-found', 'v2-empty-data'],
  },
  {
    id: 'prospecting-plan',
    topic: 'which plans include prospecting and filters',
    statements: [
      { text: 'Scale only; self-service plans get 403.', source: 'article#403' },
      { text: 'A free account of 40 credits searched and enriched.', source: 'live/2026-02-v2' },
    ],
    observed: {
      text: 'Another free account used prospecting and its filters.',
      source: 'live/2026-06-free-plan',
    },
    action: 'It asks a free filter endpoint and trusts the answer, not the name of the plan.',
    causes: ['plan-lacks-endpoint'],
  },
  {
    id: 'payment-required',
    topic: 'what 402 means',
    statements: [
      { text: 'The credits do not suffice for this operation.', source: 'spec3' },
      { text: 'The account has to pay.', source: 'docs/v2-error-table' },
    ],
    observed: {
      text: 'Company signals answered 402 while credits were left: the plan did not include them.',
      source: 'live/2026-06-free-plan',
    },
    action: 'It reads the balance; with credits left it reports the plan instead.',
    causes: [
      'credits-exhausted',
      'credits-too-few',
      'plan-action-not-included',
      'payment-required-unexplained',
    ],
  },
  {
    id: 'reveal-cost',
    topic: 'what revealing a known contact costs',
    statements: [
      { text: '1 credit for an email, 5 for a phone.', source: 'help/credit-table' },
      { text: 'A data point is charged once per account.', source: 'docs/billing' },
      { text: 'Identical requests are free for 30 days.', source: 'help/older-billing' },
      {
        text: 'Search-and-enrich of an email: 2 at first, 1 when repeated at once, 0 without a match; of a company 2; a phone 5.',
        source: 'live/2026-07-free-account',
      },
    ],
    observed: {
      text: 'Enriching by a stored id was charged 0, searching the same person again 1.',
      source: 'live/2026-07-v3-contract',
    },
    action: 'It adds up creditsCharged and quotes the price list only as a list.',
    causes: ['success'],
  },
  {
    id: 'lookalike-cost',
    topic: 'what a lookalike costs',
    statements: [
      { text: 'Charged for each result.', source: 'spec3' },
      {
        text: '1 credit for 5 results, by the prices of the account.',
        source: 'live/2026-07-free-account',
      },
    ],
    observed: {
      text: '1 credit was charged for 1 result.',
      source: 'live/2026-07-free-account',
    },
    action: 'It reports creditsCharged, and quotes the prices of the account only as a list.',
    causes: ['success'],
  },
  {
    id: 'mcp-plan',
    topic: 'whether the MCP server needs a plan of its own',
    statements: [
      { text: 'Every plan with API access may use it, with the same key.', source: 'docs/mcp-faq' },
      { text: 'MCP access is needed.', source: 'code/mcp-clients' },
    ],
    observed: null,
    action: 'It takes a refusal there for a matter of the credential, not of the plan.',
    causes: ['mcp-credential-missing'],
  },
  {
    id: 'filter-endpoints',
    topic: 'whether filter endpoints answer 403',
    statements: [
      {
        text: 'They do outside Scale; /prospecting/filters/contacts/seniority is the example.',
        source: 'article#403',
      },
      { text: 'They answer 200 or 401.', source: 'spec2' },
    ],
    observed: null,
    action:
      'It expects any status from any endpoint: a missing entry in a document proves nothing.',
    causes: ['plan-lacks-endpoint'],
  },
];
