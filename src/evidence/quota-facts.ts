import type { Response } from '../model/exchange.ts';
import { emptyWindow } from '../quota/window/window.ts';
import { limitFromMessage } from '../quota/window/limit-message.ts';
import { retryAfterSeconds } from '../quota/window/reset-time.ts';
import { unnamedLimit, windowsFromHeaders } from '../quota/headers.ts';
import type { Usage } from '../quota/usage-body.ts';
import type { QuotaWindow } from '../model/report.ts';
import type { FactSet } from './fact-set.ts';
import { headerValue } from './header.ts';

/** What an answer says about limits, as it stands in the answer. */
export interface QuotaClues {
  readonly status: number | null;
  readonly headers: Response['headers'];
  readonly usage: Usage | null;
  readonly message: string | null;
  /** The server's time or, failing that, ours (epoch milliseconds). */
  readonly now: number | undefined;
}

/** Adds what an answer says about used-up windows and waiting times. */
export function putQuota(facts: FactSet, clues: QuotaClues): void {
  const { headers, usage, now } = clues;
  const retryAfter = headerValue(headers, 'retry-after');
  if (retryAfter !== null) {
    facts.put('retryAfter', retryAfterSeconds(retryAfter, now), 'response header retry-after');
  }
  putUnnamed(facts, clues);
  putWindow(facts, emptyWindow(usage?.windows ?? []), 'response body rateLimits', now);
  putWindow(facts, emptyWindow(windowsFromHeaders(headers, now)), 'response headers', now);
  putMessage(facts, clues);
  if (clues.status === 429) {
    const open = windowsFromHeaders(headers, now).filter(({ left }) => left !== null && left > 0);
    if (open.length > 0) {
      facts.put(
        'windowsOpen',
        open.map(({ name }) => name),
        'response headers',
      );
    }
  }
  if (usage !== null) {
    facts.put('creditsLeft', usage.account.credits?.left, 'response body credits');
    facts.put('plan', usage.account.plan, 'response body plan.category');
  }
}

function putWindow(
  facts: FactSet,
  window: QuotaWindow | null,
  seenIn: string,
  now: number | undefined,
): void {
  if (window === null) return;
  facts.put('windowEmpty', window.name, seenIn);
  facts.put('windowLimit', window.limit, seenIn);
  if (window.resetsAt !== null && now !== undefined) {
    facts.put('windowReset', secondsUntil(Date.parse(window.resetsAt), now), seenIn);
  }
}

/** Headers that name no window still say when the empty one opens again. */
function putUnnamed(facts: FactSet, { status, headers, now }: QuotaClues): void {
  const stated = unnamedLimit(headers, now);
  if (stated === null || (stated.left !== 0 && status !== 429)) return;
  facts.put('windowLimit', stated.limit, 'response header x-ratelimit-limit');
  if (stated.resetsAt !== null && now !== undefined) {
    const seconds = secondsUntil(stated.resetsAt, now);
    facts.put('windowReset', seconds, 'response header x-ratelimit-reset');
  }
}

/** The text of a refusal is about the window that refused, so it has the last word. */
function putMessage(facts: FactSet, { status, message }: QuotaClues): void {
  if (message === null || (status !== null && status !== 429)) return;
  const stated = limitFromMessage(message);
  facts.put('windowEmpty', stated?.window, 'response body message');
  facts.put('windowLimit', stated?.limit, 'response body message');
  facts.put('windowReset', stated?.resetSeconds, 'response body message');
}

function secondsUntil(ms: number, now: number): number {
  return Math.max(0, Math.ceil((ms - now) / 1000));
}
