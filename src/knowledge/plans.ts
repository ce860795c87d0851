import type { SourceId, Statement } from '../model/cause.ts';

export const PLAN_IDS = [
  'trial',
  'free',
  'starter',
  'pro',
  'premium',
  'scale',
  'enterprise',
] as const;
export type PlanId = (typeof PLAN_IDS)[number];

/** A plan, the names it goes by, and what is said to come with it. */
export interface Plan {
  readonly id: PlanId;
  readonly name: string;
  /** Lower case; the account's usage answer says `professional` for Pro. */
  readonly aliases: readonly string[];
  readonly note: string;
  readonly source: SourceId;
}

/** Credits of a free account, the only plan whose balance was seen. */
export const FREE_CREDITS = { monthly: 50, source: 'live/2026-07-free-account' } as const;

export const PLANS: readonly Plan[] = [
  {
    id: 'trial',
    name: 'Trial',
    aliases: ['trial'],
    note: 'Ends with a 429 of its own that no waiting lifts.',
    source: 'docs/v2-error-table',
  },
  {
    id: 'free',
    name: 'Free',
    aliases: ['free'],
    note: `${FREE_CREDITS.monthly} credits a month, 100 requests a day, 40 a minute and no hourly window on 2026-07-31; 40 credits in June. Search, enrich, prospecting and contact signals worked, company signals did not.`,
    source: FREE_CREDITS.source,
  },
  {
    id: 'starter',
    name: 'Starter',
    aliases: ['starter'],
    note: 'Named in the table of limits only.',
    source: 'help/api-overview',
  },
  {
    id: 'pro',
    name: 'Pro',
    aliases: ['pro', 'professional'],
    note: 'Self-service: enrichment of contacts and companies, tables for reading.',
    source: 'article#403',
  },
  {
    id: 'premium',
    name: 'Premium',
    aliases: ['premium'],
    note: 'Self-service: enrichment of contacts and companies.',
    source: 'article#403',
  },
  {
    id: 'scale',
    name: 'Scale',
    aliases: ['scale'],
    note: 'Adds prospecting and filters, the do-not-call option, tables and several keys.',
    source: 'article#403',
  },
  {
    id: 'enterprise',
    name: 'Enterprise',
    aliases: ['enterprise'],
    note: 'Named beside Scale for tables; no limits are published for it.',
    source: 'docs/tables-tutorial',
  },
];

/** The plan behind a name as the API, the dashboard or a user writes it. */
export function planOf(name: string): Plan | undefined {
  const wanted = name.trim().toLowerCase();
  return PLANS.find(({ aliases }) => aliases.includes(wanted));
}

/** Requests allowed per window; null where none is published. */
export interface WindowLimits {
  readonly minute: number | null;
  readonly hour: number | null;
  readonly day: number | null;
}

/** One edition of the published limits. Editions disagree, so none of them replaces another. */
export interface LimitTable {
  readonly id: 'current' | 'early-2026' | 'legacy-customers';
  readonly edition: string;
  readonly state: 'documented' | 'contradicted';
  readonly limits: Readonly<Partial<Record<PlanId, WindowLimits>>>;
  readonly note: Statement;
  readonly source: SourceId;
}

const EARLY_SMALL: WindowLimits = { minute: 5, hour: 10, day: 25 };
const EARLY_MIDDLE: WindowLimits = { minute: 200, hour: 400, day: 2000 };
const SMALL: WindowLimits = { minute: 40, hour: null, day: 100 };
const FORMER_SCALE: WindowLimits = { minute: 300, hour: 600, day: 6000 };

export const LIMIT_TABLES: readonly LimitTable[] = [
  {
    id: 'current',
    edition: 'as published in November 2026',
    state: 'documented',
    limits: {
      free: SMALL,
      starter: SMALL,
      pro: { minute: 50, hour: 150, day: 1500 },
      premium: { minute: 300, hour: 1800, day: 18_000 },
      scale: { minute: 300, hour: 5000, day: 50_000 },
    },
    note: { text: 'Free and Starter have no hourly window.', source: 'help/api-overview' },
    source: 'help/api-overview',
  },
  {
    id: 'early-2026',
    edition: 'as published in early 2026',
    state: 'contradicted',
    limits: {
      free: EARLY_SMALL,
      starter: EARLY_SMALL,
      pro: EARLY_MIDDLE,
      premium: EARLY_MIDDLE,
      scale: FORMER_SCALE,
    },
    note: {
      text: 'A 429 of August 2025 named the 25 calls a day of this table.',
      source: 'live/2025-08-429',
    },
    source: 'help/api-overview-early-2026',
  },
  {
    id: 'legacy-customers',
    edition: 'for customers of earlier contracts, published in November 2026',
    state: 'documented',
    limits: { scale: FORMER_SCALE },
    note: {
      text: 'Long-standing Scale customers keep what they had.',
      source: 'help/api-overview',
    },
    source: 'help/api-overview',
  },
];

/** A ceiling that is the same for every plan. Statements disagree here too. */
export interface GeneralLimit {
  readonly requests: number;
  readonly per: 'second' | 'minute';
  readonly scope: 'everything' | 'usage' | 'webhooks';
  readonly state: 'documented' | 'observed' | 'contradicted';
  readonly source: SourceId;
}

export const GENERAL_LIMITS: readonly GeneralLimit[] = [
  {
    requests: 25,
    per: 'second',
    scope: 'everything',
    state: 'documented',
    source: 'docs/rate-limiting',
  },
  {
    requests: 50,
    per: 'second',
    scope: 'everything',
    state: 'contradicted',
    source: 'docs/api-fundamentals',
  },
  {
    requests: 25,
    per: 'minute',
    scope: 'everything',
    state: 'contradicted',
    source: 'docs/older-guides',
  },
  {
    requests: 5,
    per: 'minute',
    scope: 'usage',
    state: 'observed',
    source: 'live/2026-07-v3-contract',
  },
  { requests: 100, per: 'minute', scope: 'webhooks', state: 'documented', source: 'spec3' },
];
