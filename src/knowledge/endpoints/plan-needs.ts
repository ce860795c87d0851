import type { PlanRequirement } from '../../model/endpoint.ts';

export const ANY_PLAN: PlanRequirement = {
  needs: 'any',
  note: {
    text: 'Answers every account; seen on free and professional plans.',
    source: 'live/2026-06-free-plan',
  },
};

export const NO_ACCOUNT: PlanRequirement = { needs: 'none' };

export const UNSTATED_PLAN: PlanRequirement = { needs: 'unstated' };

export const API_ACCESS: PlanRequirement = {
  needs: 'api-access',
  note: {
    text: 'Enrichment is open to every plan with API access, self-service plans included.',
    source: 'article#403',
  },
};

export const SCALE: PlanRequirement = {
  needs: 'scale',
  note: {
    text: 'Prospecting and its filters belong to the Scale plan; others get 403.',
    source: 'article#403',
  },
  disputed: {
    text: 'Keys of two free accounts used prospecting in February and June 2026.',
    source: 'live/2026-06-free-plan',
  },
};

export const SIGNALS_ENTITLEMENT: PlanRequirement = {
  needs: 'entitlement',
  note: {
    text: 'Signals may have to be switched on by the account manager.',
    source: 'article#403',
  },
  disputed: {
    text: 'On a free account contact signals worked and company signals answered 402.',
    source: 'live/2026-06-free-plan',
  },
};

export const LOOKALIKE_ENTITLEMENT: PlanRequirement = {
  needs: 'entitlement',
  note: {
    text: 'Lookalikes may have to be switched on by the account manager.',
    source: 'article#403',
  },
  disputed: {
    text: 'On a free account both lookalike searches worked with five seeds.',
    source: 'live/2026-06-free-plan',
  },
};

const TABLE_PLANS = {
  text: 'Scale and Enterprise have all of Tables, Pro may read, Free has none.',
  source: 'docs/tables-tutorial',
};

export const TABLES_READ: PlanRequirement = { needs: 'pro', note: TABLE_PLANS };
export const TABLES_WRITE: PlanRequirement = { needs: 'scale', note: TABLE_PLANS };

export const WEBHOOK_FEATURE: PlanRequirement = {
  needs: 'unstated',
  note: {
    text: 'No plan is named; 403 says that webhooks or more subscriptions are not included.',
    source: 'spec3',
  },
};
