import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Facts } from '../../model/fact.ts';
import { parseJson } from '../../model/json.ts';
import type { Layer } from '../../model/layer.ts';
import type { CallResult, Sample, SampleSource } from '../../model/watch.ts';
import { readingOf, type Reading } from '../../quota/reading.ts';
import type { ServerClock } from '../../quota/server-clock.ts';

/** A sample, and the layer of its failure, which decides whether to go on. */
export interface Learnt {
  readonly sample: Sample;
  /** Null when the call did not fail. */
  readonly layer: Layer | null;
}

const NOTHING: Reading = { windows: [], credits: null, plan: null, retryAt: null, oddities: [] };

/**
 * What an exchange teaches about limits. `ours` is our clock, epoch milliseconds. Figures of
 * somebody else who answered in Lusha's place are none of Lusha's.
 */
export function learnFrom(
  { exchange, facts }: { readonly exchange: Exchange; readonly facts: Facts },
  source: SampleSource,
  clock: ServerClock,
  ours: number,
): Learnt {
  const at = serverTime(exchange, clock, ours);
  const { call, layer } = callOf(facts, at);
  const party = facts.answeredBy?.value;
  const foreign = party !== undefined && party !== 'lusha' && party !== 'gateway';
  const reading = foreign ? NOTHING : readingIn(exchange, facts.message?.value ?? null, at);
  return { sample: { at, source, call, ...reading }, layer };
}

/** The same for a call that succeeded and whose body nobody kept. */
export function learnFromSuccess(
  exchange: Exchange,
  source: SampleSource,
  clock: ServerClock,
  ours: number,
): Learnt {
  const at = serverTime(exchange, clock, ours);
  return { sample: { at, source, call: null, ...readingIn(exchange, null, at) }, layer: null };
}

function readingIn({ response }: Exchange, message: string | null, now: number): Reading {
  if (response === undefined) return NOTHING;
  const { status, headers, body } = response;
  return readingOf({ status, headers, json: parseJson(body.text) ?? null, message, now });
}

function serverTime(exchange: Exchange, clock: ServerClock, ours: number): number {
  const headers = exchange.response?.headers ?? [];
  const date = headers.find(({ name }) => name.toLowerCase() === 'date')?.value ?? null;
  return clock.at(ours, date, waitOf(exchange));
}

function waitOf({ phases }: Exchange): number {
  return phases.find(({ phase }) => phase === 'wait')?.durationMs ?? 0;
}

function callOf(facts: Facts, at: number): { call: CallResult; layer: Layer | null } {
  const status = facts.status?.value ?? null;
  const endpoint = facts.endpoint?.value ?? 'unlisted';
  const { verdict } = diagnose(facts, { now: at });
  if (verdict.severity === 'ok') {
    return { call: { status, endpoint, cause: null, title: null }, layer: null };
  }
  return {
    call: { status, endpoint, cause: verdict.cause, title: verdict.title },
    layer: verdict.layer,
  };
}
