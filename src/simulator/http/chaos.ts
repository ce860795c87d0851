import { STATUS_CODES } from 'node:http';
import type { Answer } from './answer.ts';
import { standardError, throttleError } from '../error-answers.ts';
import { numberFrom } from '../data/hash.ts';
import { BURST_TEXT } from '../account/rate-limit.ts';
import { effectOf, ruleFor, WHOLE_SHARE, type Effect, type Rule } from '../rules.ts';

/** Disturbance of an otherwise good service. The same seed disturbs the same requests. */
export interface Chaos {
  readonly rules: readonly Rule[];
  /** Milliseconds that every answer takes at least. */
  readonly latencyMs: number;
  /** Milliseconds of it that vary. */
  readonly jitterMs: number;
  readonly seed: string;
}

/** What is in store for one request. */
export interface Fate {
  /** Milliseconds before it is answered. */
  readonly delayMs: number;
  readonly effect: Effect | null;
}

/** Decides about the request with this number. */
export function fateOf(chaos: Chaos, method: string, path: string, serial: number): Fate {
  const draw = (below: number, what: string): number =>
    below < 1 ? 0 : numberFrom(below, chaos.seed, what, String(serial));
  const rule = ruleFor(chaos.rules, method, path);
  const effect = rule === null ? null : effectOf(rule, draw(WHOLE_SHARE, 'effect'));
  const slow = effect?.kind === 'slow' ? effect.ms : 0;
  return { effect, delayMs: chaos.latencyMs + draw(chaos.jitterMs + 1, 'jitter') + slow };
}

/** Words for statuses that have some of their own at Lusha (spec3, docs/v2-error-table). */
const WORDS: Readonly<Record<number, string>> = {
  402: 'Insufficient credits for this operation',
  499: 'Request failed due to request timeout',
  500: 'Internal server error. Please try again later.',
};

/** The answer of a disturbed service with this status. `now` is epoch ms. */
export function disturbedAnswer(status: number, now: number): Answer {
  if (status === 429) return throttleError(BURST_TEXT, now);
  return standardError(status, WORDS[status] ?? STATUS_CODES[status] ?? 'Unexpected');
}
