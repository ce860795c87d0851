import { causeById } from '../../knowledge/catalogue.ts';
import { answeredBy } from '../../evidence/answered-by.ts';
import { factsOf } from '../../evidence/facts.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Facts } from '../../model/fact.ts';
import type { CallCounts } from '../../model/report.ts';
import type { Call } from '../../reading/call.ts';
import { verdictsOn, type PartVerdict } from './pasted-verdicts.ts';
import type { StatedFacts } from './stated.ts';

/** A call of a text with what is known about it and what it means. */
export interface JudgedCall {
  readonly call: Call;
  readonly facts: Facts;
  /** One, or one for each kind of error that the items of a bulk answer have. */
  readonly parts: readonly PartVerdict[];
  /** True where nothing says that the call went to Lusha. */
  readonly isConditional: boolean;
}

/** The calls of a text, sorted by how they ended and whose they were. */
export interface Sorted {
  readonly failed: readonly JudgedCall[];
  readonly ok: readonly Call[];
  readonly recovered: readonly Call[];
  /** Calls to others that failed. */
  readonly elsewhere: readonly Call[];
  /** Calls of which the text does not say how they ended. */
  readonly asked: readonly Call[];
  readonly counts: CallCounts;
}

/** Sorts the calls of a text; `now` is epoch milliseconds. */
export function sortedCalls(
  calls: readonly Call[],
  { facts: stated }: StatedFacts,
  now: number,
): Sorted {
  const own = calls.filter(({ whose }) => whose.whose !== 'other');
  const judge = judgeOfAlike(stated, now);
  const broken = own.filter(({ outcome }) => outcome === 'failed').map(judge);
  const isAlone = calls.length === 1;
  const failed = roots(broken.filter((one) => counts(one, isAlone)));
  const fine = broken.filter(
    ({ parts, call }) => (isAlone || !call.wordsOnly) && parts.every(isFine),
  );
  const well = [...own.filter(({ outcome }) => outcome === 'ok'), ...fine.map(({ call }) => call)];
  const ok = well.filter(({ whose }) => whose.whose === 'lusha');
  const elsewhere = calls.filter(
    ({ whose, outcome, wordsOnly }) =>
      whose.whose === 'other' && outcome === 'failed' && !wordsOnly,
  );
  const recovered = well.filter(({ recoveredFrom }) => recoveredFrom !== null);
  const counted = new Set([...failed.map(({ call }) => call), ...ok, ...recovered]);
  const attempts = [...counted].reduce((sum, call) => sum + call.attempts, 0);
  return {
    failed,
    ok: well,
    recovered,
    elsewhere,
    asked: calls.filter(({ outcome }) => outcome === 'asked'),
    counts: {
      failed: failed.length,
      ok: ok.length,
      elsewhere: elsewhere.length,
      recovered: recovered.length,
      attempts,
    },
  };
}

/** Lines between a failure and what follows from it. */
const FAR_BELOW = 20;

/** Without failures that only follow from one above: a client gives up after a server has died. */
function roots(failed: readonly JudgedCall[]): readonly JudgedCall[] {
  return failed.filter(({ call, parts }, at) => {
    const because = causeById(parts[0]?.verdict.cause ?? '')?.because ?? [];
    return !failed.slice(0, at).some((other) => {
      const isNear = call.first - other.call.last <= FAR_BELOW;
      return isNear && because.includes(other.parts[0]?.verdict.cause ?? '');
    });
  });
}

/** Judges calls; what is known about one and the same answer is worked out once. */
function judgeOfAlike(stated: Facts, now: number): (call: Call) => JudgedCall {
  const known = new Map<string, JudgedCall>();
  return (call) => {
    const { startedAt: _, ...exchange } = call.exchange;
    const alike = JSON.stringify([exchange, call.facts, call.whose, call.form]);
    const before = known.get(alike);
    if (before !== undefined) return { ...before, call };
    const found = judged(call, stated, now);
    known.set(alike, found);
    return found;
  };
}

/** What one call means, with what the options say about it. */
export function judged(call: Call, stated: Facts, now: number): JudgedCall {
  const facts: Facts = { ...factsOf(call.exchange, { now, extra: call.facts }), ...stated };
  const isConditional = call.whose.whose === 'unknown' && !isSaidByLusha(call, facts);
  const parts = verdictsOn(facts, { now, isOld: true })
    .map(withCondition)
    .map((part) => (isConditional ? { ...part, verdict: supposed(part.verdict) } : part));
  return { call, facts, parts, isConditional };
}

/** What is wrong with the key explains a failure that nothing else explains. */
function withCondition(part: PartVerdict): PartVerdict {
  const [first, ...rest] = part.conditions;
  if (part.verdict.cause !== 'unknown' || first === undefined || first.subject !== 'key')
    return part;
  return { ...part, verdict: first, conditions: rest };
}

/** A body in a shape that only Lusha has says whose call it was, wherever it stands. */
function isSaidByLusha({ exchange }: Call, facts: Facts): boolean {
  const answerer = answeredBy(exchange);
  if (answerer?.party === 'lusha' || answerer?.party === 'gateway') {
    return answerer.certainty !== 'possible';
  }
  const party = facts.answeredBy?.value;
  return party === 'lusha' || party === 'gateway';
}

function supposed(verdict: Diagnosis): Diagnosis {
  const certainty = verdict.certainty === 'certain' ? 'likely' : verdict.certainty;
  return { ...verdict, certainty };
}

/** Words among others count only where a cause is sure of them; alone they are all there is. */
function counts({ call, parts }: JudgedCall, isAlone: boolean): boolean {
  const [first] = parts;
  if (first === undefined) return false;
  const { cause, certainty } = first.verdict;
  if (parts.every(isFine)) return false;
  return (
    !call.wordsOnly ||
    (cause !== 'unknown' && (isAlone || certainty !== 'possible')) ||
    isShaped(call)
  );
}

function isFine({ verdict: { severity } }: PartVerdict): boolean {
  return severity === 'ok';
}

function isShaped({ facts }: Call): boolean {
  return facts.shape !== undefined || facts.answeredBy !== undefined || facts.status !== undefined;
}

/** The cause of an attempt that failed before the call went well; null where none is known. */
export function causeOf(call: Call, now: number): Diagnosis | null {
  const { verdict } = diagnose(factsOf(call.exchange, { now, extra: call.facts }), {
    now,
    isOld: true,
  });
  return verdict.cause === 'unknown' ? null : verdict;
}
