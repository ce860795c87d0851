import type { Endpoint } from '../model/endpoint.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';
import type { ProbeTarget } from './probe-request.ts';

/** What may be spent. */
export interface Budget {
  /** The user's own word; 0 unless given. */
  readonly maxCredits: number;
  /** Simulated credits are nobody's money. */
  readonly simulated: boolean;
}

/**
 * The one gate in front of every request that a user describes: nothing that may be charged
 * passes without the user's word, and some things never do.
 */
export function mayBeSent(target: ProbeTarget, budget: Budget): Result<void> {
  const { endpoint, method, path, body } = target;
  if (budget.simulated) return ok(undefined);
  if (isForbidden(endpoint, method, body)) {
    return wrongUsage(
      'never-sent',
      `${method} ${path} changes or reads real account data, so this tool never sends it.`,
      'Use the dashboard or your own client for it.',
    );
  }
  if (endpoint === null) return unlisted(target, budget);
  if (endpoint.cost.kind === 'free' || budget.maxCredits > 0) return ok(undefined);
  return wrongUsage(
    'may-cost-credits',
    `${method} ${endpoint.path} can be charged, and --max-credits is 0. Nothing was sent.`,
    `Allow it:  lusha-doctor probe ${method} ${path} --max-credits 1 ...   or look at it for free:  --simulate healthy`,
  );
}

function isForbidden(endpoint: Endpoint | null, method: string, body: string | undefined): boolean {
  if (method === 'DELETE' || method === 'PATCH' || method === 'PUT') return true;
  if (endpoint?.never === undefined) return false;
  if (endpoint.never === 'empty-body') return body === undefined || isEmptyObject(body);
  return true;
}

function isEmptyObject(body: string): boolean {
  return /^\s*\{\s*\}\s*$/.test(body);
}

/** A path outside the catalogue: reading is harmless, anything else might be charged. */
function unlisted({ method, path }: ProbeTarget, { maxCredits }: Budget): Result<void> {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || maxCredits > 0)
    return ok(undefined);
  return wrongUsage(
    'cost-unknown',
    `${method} ${path} is not in the catalogue, so nobody knows what it costs. Nothing was sent.`,
    `If you are sure, add --max-credits 1.`,
  );
}
