import { countOf, objectOf, textOf, type JsonObject } from '../model/json.ts';
import type { WindowName } from '../model/fact.ts';
import type { Account, QuotaWindow } from '../model/report.ts';
import { maskContacts } from '../redact/contacts.ts';
import { isoText, isoTime } from './window/reset-time.ts';
import { consistent, quotaWindow } from './window/window.ts';

/** The four shapes in which account usage has been seen or documented. */
type UsageShape = 'v3' | 'v2-bulk' | 'v2-credits' | 'flat';

export interface Usage {
  readonly account: Account;
  readonly windows: readonly QuotaWindow[];
  readonly shape: UsageShape;
}

const WINDOW_KEYS: readonly (readonly [string, WindowName])[] = [
  ['minute', 'minute'],
  ['hourly', 'hour'],
  ['daily', 'day'],
];
const MOST_PRICES = 200;
const LONGEST_WORD = 80;

/**
 * Reads the answer of the account-usage endpoints in any of its shapes: `credits` (V3),
 * `usage.bulkCredits` (V2 document), `usage.credits` (V2 live), `usage` itself. Null when the
 * JSON is none of them. Bad numbers become null; a missing window is simply absent.
 */
export function usageFromBody(json: unknown): Usage | null {
  const body = objectOf(json);
  if (body === null) return null;
  const found = creditsIn(body);
  if (found === null) return null;
  const plan = objectOf(body.plan);
  return {
    account: {
      plan: wordOf(plan?.category),
      renewal: wordOf(plan?.renewalType),
      planEnds: wordOf(plan?.endDate),
      credits: creditsOf(found.credits),
      pricing: pricesOf(objectOf(body.pricing)),
    },
    windows: windowsOf(objectOf(body.rateLimits)),
    shape: found.shape,
  };
}

function creditsIn(body: JsonObject): { shape: UsageShape; credits: JsonObject } | null {
  const credits = objectOf(body.credits);
  const telling = [body.rateLimits, body.plan, body.pricing].some(
    (part) => objectOf(part) !== null,
  );
  if (credits !== null && (telling || isAmounts(credits))) return { shape: 'v3', credits };

  const usage = objectOf(body.usage);
  if (usage === null) return null;
  const bulk = objectOf(usage.bulkCredits);
  if (bulk !== null) return { shape: 'v2-bulk', credits: bulk };
  const inner = objectOf(usage.credits);
  if (inner !== null) return { shape: 'v2-credits', credits: inner };
  return isAmounts(usage) ? { shape: 'flat', credits: usage } : null;
}

function isAmounts({ total, used, remaining }: JsonObject): boolean {
  return [total, used, remaining].some((amount) => typeof amount === 'number');
}

function creditsOf(stated: JsonObject): Account['credits'] {
  const total = countOf(stated.total);
  const left = countOf(stated.remaining);
  // Credits bought on top or rolled over make the sum of the three meaningless; only more left
  // than there ever was is a contradiction.
  const sound = consistent({ limit: total, used: null, left });
  const credits = { total: sound.limit, used: countOf(stated.used), left: sound.left };
  return Object.values(credits).every((amount) => amount === null) ? null : credits;
}

function windowsOf(rateLimits: JsonObject | null): readonly QuotaWindow[] {
  return WINDOW_KEYS.flatMap(([key, name]) => {
    const stated = objectOf(rateLimits?.[key]);
    if (stated === null) return [];
    const figures = {
      limit: countOf(stated.limit),
      used: countOf(stated.used),
      left: countOf(stated.remaining),
      resetsAt: isoText(isoTime(stated.resetsAt)),
    };
    const window = quotaWindow(name, figures, 'body');
    return window === null ? [] : [window];
  });
}

function pricesOf(pricing: JsonObject | null): Account['pricing'] {
  return Object.entries(pricing ?? {})
    .slice(0, MOST_PRICES)
    .flatMap(([name, stated]) => {
      const action = wordOf(name);
      const price = objectOf(stated);
      const credits = price?.credits;
      const per = countOf(price?.perQuantity);
      const usable = typeof credits === 'number' && credits >= 0 && Number.isFinite(credits);
      return action !== null && usable && per !== null && per > 0 ? [{ action, credits, per }] : [];
    });
}

function wordOf(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && text.length <= LONGEST_WORD ? maskContacts(text) : null;
}
