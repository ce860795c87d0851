import type { Endpoint } from '../../model/endpoint.ts';
import type { Account } from './account.ts';
import type { Answer } from '../http/answer.ts';
import { standardError } from '../error-answers.ts';
import { rateHeaders, windowExhausted } from './rate-limit.ts';
import { countRequest, FRESH_WINDOWS, viewWindows } from './windows.ts';

/** The 403 of an account that may not call at all, or null. */
export function accountRefusal(account: Account, endpoint: Endpoint): Answer | null {
  if (!account.active) {
    return standardError(
      403,
      'Your account is not active. Please reach out to support at support@lusha.com',
    );
  }
  return !account.v3 && endpoint.version === 'v3'
    ? standardError(403, 'V3 API access is not enabled for your account')
    : null;
}

/**
 * Counts the request in the account's windows and in those its endpoint has to itself, or gives
 * the 429. A request that the account's windows refuse counts nowhere. `now` is epoch ms.
 */
export function countOrRefuse(account: Account, endpoint: Endpoint, now: number): Answer | null {
  const overall = countRequest(account.windows, account.limits, now);
  account.windows = overall.windows;
  if (!overall.allowed) return windowExhausted(overall.refusedBy, now);
  const own = endpoint.ownLimit;
  if (own === undefined || !account.endpointLimits) return null;
  const bucket = own.sharedBy[0] ?? endpoint.id;
  const shared = countRequest(
    account.buckets[bucket] ?? FRESH_WINDOWS,
    { day: null, hour: null, minute: own.calls },
    now,
  );
  account.buckets = { ...account.buckets, [bucket]: shared.windows };
  return shared.allowed ? null : windowExhausted(shared.refusedBy, now);
}

/** The rate headers as they stand at `now` (epoch ms). */
export function currentRateHeaders(
  account: Account,
  now: number,
): Readonly<Record<string, string>> {
  return rateHeaders(viewWindows(account.windows, account.limits, now));
}
