import { shellWord } from '../../model/shell-word.ts';
import { endpointById } from '../../knowledge/look-up/endpoint-lookup.ts';
import type { Endpoint } from '../../model/endpoint.ts';
import type { Account } from '../../model/report.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { count } from '../../render/format.ts';
import { estimate, type Estimate } from '../../request/estimate.ts';
import { readingsOf } from './request/readings.ts';
import { toldRequest, type ProbeRequest } from './request/request.ts';

/** What may be spent. */
export interface Budget {
  /** The user's own word; 0 unless given. */
  readonly maxCredits: number;
  /** Simulated credits are nobody's money. */
  readonly simulated: boolean;
}

/**
 * The one gate in front of every request: nothing that may be charged passes without the
 * user's word, and some things never do.
 */
export function mayBeSent(request: ProbeRequest, budget: Budget): Result<void> {
  const { endpoint, kind } = request;
  if (budget.simulated || kind === 'probe') return ok(undefined);
  if (isForbidden(request)) {
    return wrongUsage(
      'never-sent',
      `${toldRequest(request)} changes or reads real account data, so this tool never sends it.`,
      endpoint === null || endpoint.freeProbe === null || endpoint.never === 'any-call'
        ? 'There is no safe probe for it either. Use the dashboard or your own client.'
        : `Its free probe is safe:  lusha-doctor probe ${endpoint.id}`,
    );
  }
  if (endpoint === null) return unlisted(request, budget);
  if (endpoint.cost.kind === 'free' || budget.maxCredits > 0) return ok(undefined);
  return endpoint.freeProbe === null ? withoutProbe(endpoint) : withoutBudget(endpoint, request);
}

/** Refuses a call whose upper bound, times the calls to be made, is above what was allowed. */
export function withinBudget(
  { endpoint, body, kind }: ProbeRequest,
  pricing: Account['pricing'],
  { maxCredits, simulated }: Budget,
  calls: number,
): Result<Estimate | null> {
  if (endpoint === null || kind === 'probe' || simulated) return ok(null);
  const most = estimate(endpoint, body?.json, pricing);
  if (most.credits === null || most.credits * calls <= maxCredits) return ok(most);
  const times = calls === 1 ? '' : ` for ${calls} calls`;
  return wrongUsage(
    'over-budget',
    `It can cost ${most.credits * calls} credits${times} (${most.parts.join('; ')}; ${priceWords(most)}), and --max-credits is ${maxCredits}. The call was not made.`,
    `Ask for less, or allow it:  --max-credits ${most.credits * calls}`,
  );
}

/** Where the prices of an estimate come from. */
function priceWords({ prices }: Estimate): string {
  return prices === 'account' ? "the account's own prices" : 'list prices';
}

/** An estimate in a few words. */
export function estimateText(most: Estimate): string {
  if (most.credits === 0) return 'free';
  const amount =
    most.credits === null ? 'not known beforehand' : `${count(most.credits, 'credit')} at most`;
  const how = most.parts.length > 0 ? ` (${most.parts.join('; ')}; ${priceWords(most)})` : '';
  return `${amount}${how}`;
}

function isForbidden({ endpoint, method, path, body }: ProbeRequest): boolean {
  if (['DELETE', 'PATCH', 'PUT'].includes(method)) return true;
  // Deleting by POST is deleting all the same.
  const isDelete = (reading: string) => /\/delete(?:\/|$)/i.test(reading.split('?', 1)[0] ?? '');
  if (method === 'POST' && readingsOf(path).some(isDelete)) return true;
  if (endpoint?.never === undefined) return false;
  return endpoint.never === 'empty-body' ? isEmpty(body?.json) : true;
}

function isEmpty(json: unknown): boolean {
  return (
    json === undefined ||
    json === null ||
    (typeof json === 'object' && Object.keys(json).length === 0)
  );
}

function withoutBudget(endpoint: Endpoint, { method, path, body }: ProbeRequest): Result<void> {
  const most = estimate(endpoint, body?.json);
  const allow = most.credits === null || most.credits === 0 ? 1 : most.credits;
  return wrongUsage(
    'may-cost-credits',
    `${method} ${endpoint.path} can be charged: ${estimateText(most)}; --max-credits is 0. Nothing was sent.`,
    `Free:  lusha-doctor probe ${endpoint.id}   Simulated:  --simulate healthy   Allow it:  lusha-doctor probe ${method} ${shellWord(path)} --max-credits ${allow} ...`,
  );
}

/** Dead paths: nothing safe can be sent to them, and there is something better. */
function withoutProbe({ hint, successors = [], method, path }: Endpoint): Result<void> {
  const today = successors.flatMap((id) => endpointById(id) ?? []);
  const [first] = today;
  return wrongUsage(
    'no-safe-probe',
    `There is no safe probe for ${method} ${path}, so nothing was sent.${hint === undefined ? '' : ` ${hint}`}`,
    first === undefined
      ? 'If you are sure, add --max-credits 1.'
      : `Today it is ${today.map((one) => `${one.method} ${one.path}`).join(' and ')}:  lusha-doctor probe ${first.id}`,
  );
}

/** A path outside the catalogue: reading is harmless, anything else might be charged. */
function unlisted({ method, path }: ProbeRequest, { maxCredits }: Budget): Result<void> {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || maxCredits > 0)
    return ok(undefined);
  return wrongUsage(
    'cost-unknown',
    `${method} ${path} is not in the catalogue, so nobody knows what it costs. Nothing was sent.`,
    `If you are sure, add --max-credits 1.   What there is:  lusha-doctor probe --list`,
  );
}
