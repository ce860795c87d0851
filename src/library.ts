import { diagnose as diagnoseFacts, pageOf } from './diagnosis/diagnose.ts';
import { orderOfStatus } from './diagnosis/order-of-status.ts';
import { CAUSES } from './knowledge/catalogue.ts';
import { cleaned } from './library/clean.ts';
import { factsOfText, factsOfThing } from './library/exchange.ts';
import type { RequestHint } from './library/request.ts';
import type { Diagnosis } from './model/diagnosis.ts';

export type { Certainty, SourceState, Subject, WhoActs } from './model/cause.ts';
export type {
  Diagnosis,
  Evidence,
  Exclusion,
  FixStep,
  RetryAdvice,
  SourceNote,
} from './model/diagnosis.ts';
export type { Layer } from './model/layer.ts';
export type { RequestHint } from './library/request.ts';

/** What a response or an error does not say itself. */
export interface DiagnoseOptions {
  /** The body as text, where it was read already or can be read only once (undici, node:http). */
  readonly body?: string;
  /** The request, where the client does not keep it with the response (fetch, undici). */
  readonly request?: RequestHint;
  /** `Date.now()`; turns "in 37 s" into a time in `retry.at`. */
  readonly now?: number;
}

/** What a failed call means. */
export interface Diagnoses {
  /** The best explanation; its `cause` is `unknown` where nothing known fits. */
  readonly verdict: Diagnosis;
  /** Other explanations the evidence leaves possible, best first. */
  readonly alternatives: readonly Diagnosis[];
  /** Conditions that hold besides, for example a clock that is wrong. */
  readonly conditions: readonly Diagnosis[];
}

/**
 * Says what a response or an error of fetch, undici, axios, got, ky or node:http means, or a
 * caught error of any kind. Makes no request, writes nothing, leaves the body of a fetch response
 * readable. Never rejects. No key and no contact data gets into the result.
 */
export async function diagnose(thing: unknown, options: DiagnoseOptions = {}): Promise<Diagnoses> {
  const { body, request, now } = options;
  const facts = await factsOfThing(thing, { body, request, now });
  const { verdict, alternatives, conditions } = diagnoseFacts(
    facts,
    now === undefined ? {} : { now },
  );
  return {
    verdict: cleaned(verdict),
    alternatives: alternatives.map(cleaned),
    conditions: conditions.map(cleaned),
  };
}

/**
 * What a status, a cause id or a message can mean, best first; empty when nothing known fits.
 * The same knowledge as `lusha-doctor explain`.
 */
export function explain(what: string | number): readonly Diagnosis[] {
  const wanted = `${what}`.trim();
  const cause = CAUSES.find(({ id }) => id === wanted.toLowerCase());
  if (cause !== undefined) return [pageOf(cause)];
  const facts = factsOfText(wanted);
  if (Object.keys(facts).length === 0) return [];
  const { verdict, alternatives } = diagnoseFacts(facts);
  if (verdict.cause === 'unknown') return [];
  const all = [verdict, ...alternatives];
  const status = Object.keys(facts).length === 1 ? facts.status?.value : undefined;
  if (status !== undefined) return orderOfStatus(all, status).map(cleaned);
  return (verdict.certainty === 'possible' ? all : [verdict]).map(cleaned);
}
