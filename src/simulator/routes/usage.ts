import { json } from '../http/answer.ts';
import type { Call, Handlers } from '../http/call.ts';
import { pricing, remaining } from '../account/credits.ts';
import type { JsonObject } from '../json.ts';
import { categoryOf } from '../account/plans.ts';
import { viewWindows } from '../account/windows.ts';

const WINDOW_KEY = { day: 'daily', hour: 'hourly', minute: 'minute' } as const;
const YEAR_MS = 365 * 86_400_000;

/** `/v3/account/usage` and its V2 predecessor: free, and five a minute between them. */
export const USAGE: Handlers = {
  'account.usage': (call) =>
    json(200, {
      credits: credits(call),
      rateLimits: rateLimits(call),
      plan: plan(call),
      pricing: pricing(),
    }),
  // The live V2 answer has `usage.credits`, not the documented `usage.bulkCredits` (live/2026-02-v2).
  'v2.account.usage': (call) => json(200, { usage: { credits: credits(call) } }),
};

function credits({ account }: Call): JsonObject {
  return {
    total: account.balance.total,
    used: account.balance.used,
    remaining: remaining(account.balance),
  };
}

/** A window the plan does not limit is left out, as spec3 allows. */
function rateLimits({ account, now }: Call): JsonObject {
  return Object.fromEntries(
    viewWindows(account.windows, account.limits, now).map((window) => [
      WINDOW_KEY[window.name],
      {
        limit: window.limit,
        used: window.used,
        remaining: window.remaining,
        resetsAt: new Date(window.resetsAt).toISOString(),
      },
    ]),
  );
}

/** A free plan has no end date (spec3). */
function plan({ account }: Call): JsonObject {
  return {
    category: categoryOf(account.plan),
    renewalType: account.plan === 'free' ? 'monthly' : 'annual',
    startDate: new Date(account.openedAt).toISOString(),
    endDate: account.plan === 'free' ? null : new Date(account.openedAt + YEAR_MS).toISOString(),
  };
}
