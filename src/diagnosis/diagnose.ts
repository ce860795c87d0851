import { CAUSES } from '../knowledge/catalogue.ts';
import { sourceNotes } from '../knowledge/sources.ts';
import type { Cause } from '../model/cause.ts';
import type { Diagnosis, Exclusion, FixStep, RetryAdvice, SourceNote } from '../model/diagnosis.ts';
import { factPhrase } from '../model/fact-words.ts';
import type { Fact, Facts } from '../model/fact.ts';
import { fillCommand, fillText, valueText } from './fill.ts';
import { rank, type Candidate, type Ruled } from './rank.ts';

/** What the facts mean. */
export interface Findings {
  /** The best explanation of the answer or failure; `unknown` when nothing explains it. */
  readonly verdict: Diagnosis;
  /** Other causes that the facts leave possible, best first. */
  readonly alternatives: readonly Diagnosis[];
  /** Conditions of the key and of the surroundings; each holds on its own. */
  readonly conditions: readonly Diagnosis[];
}

export interface DiagnoseOptions {
  readonly causes?: readonly Cause[];
  /** Epoch milliseconds; turns "in 37 s" into a time. */
  readonly now?: number;
  /** True where the answer came at another time than `now`: only it knows when, if anybody does. */
  readonly isOld?: boolean;
}

/** Facts in, ranked diagnoses out. Pure and total: for any facts there is an answer. */
export function diagnose(facts: Facts, options: DiagnoseOptions = {}): Findings {
  const { causes = CAUSES } = options;
  const { candidates, ruledOut } = rank(causes, facts);
  const failures = candidates.filter(({ cause }) => cause.subject === 'failure');
  const [first, ...others] = failures;
  const conditions = candidates.filter(({ cause }) => cause.subject !== 'failure');
  const excluded = ruledOut.filter(({ cause }) => cause.subject === 'failure').map(exclusionOf);
  const write = (found: Candidate, exclusions: readonly Exclusion[] = []) =>
    diagnosisOf(found, facts, exclusions, options);
  return {
    verdict: write(first ?? unknownIn(causes), excluded),
    alternatives: others.map((found) => write(found)),
    conditions: conditions.map((found) => write(found)),
  };
}

/** A cause written out without any evidence, for look-ups. */
export function pageOf(cause: Cause, facts: Facts = {}): Diagnosis {
  return diagnosisOf({ cause, certainty: 'possible', facts: [] }, facts, [], {});
}

function unknownIn(causes: readonly Cause[]): Candidate {
  const cause = causes.find(({ id }) => id === 'unknown');
  if (cause === undefined) throw new Error('the catalogue has no cause "unknown"');
  return { cause, certainty: 'possible', facts: [] };
}

function diagnosisOf(
  { cause, certainty, facts: met }: Candidate,
  facts: Facts,
  excluded: readonly Exclusion[],
  clock: Clock,
): Diagnosis {
  const { id, layer, subject, severity, title, tell, whoActs } = cause;
  return {
    cause: id,
    layer,
    subject,
    severity,
    certainty,
    title,
    meaning: fillText(cause.meaning, facts),
    tell,
    whoActs,
    evidence: met.map(evidenceOf),
    excluded,
    reasons: cause.reasons.map(({ text }) => fillText(text, facts)),
    fixes: cause.fixes.map((fix) => stepOf(fix, facts)),
    retry: retryOf(cause, facts, clock),
    credits: cause.credits === undefined ? null : fillText(cause.credits.text, facts),
    notes: (cause.notes ?? []).map(({ text }) => fillText(text, facts)),
    sources: sourcesOf(cause),
  };
}

function evidenceOf(fact: Fact): Diagnosis['evidence'][number] {
  return { fact: fact.name, value: valueText(fact.value), seenIn: fact.seenIn };
}

function exclusionOf({ cause, by }: Ruled): Exclusion {
  const { name, value } = by;
  return {
    cause: cause.id,
    title: cause.title,
    by: factPhrase(name, valueText(value)),
    fact: name,
  };
}

function stepOf({ text, command, verify, source }: Cause['fixes'][number], facts: Facts): FixStep {
  return {
    text: fillText(text, facts),
    command: command === undefined ? null : fillCommand(command, facts),
    verify:
      verify === undefined
        ? null
        : { command: fillCommand(verify.command, facts), expect: fillText(verify.expect, facts) },
    source,
  };
}

type Clock = Pick<DiagnoseOptions, 'now' | 'isOld'>;

function retryOf({ retry }: Cause, facts: Facts, clock: Clock): RetryAdvice {
  const { worth, how } = retry;
  const note = retry.note === undefined ? [] : [fillText(retry.note, facts)];
  const { at, says } = worth ? waitIn(facts, clock) : { at: null, says: [] };
  return { worth, how, at, note: [...says, ...note].join(' ') || null };
}

/** From when a retry makes sense, as a time to come or, where that cannot be given, in words. */
function waitIn(
  facts: Facts,
  { now, isOld = false }: Clock,
): Pick<RetryAdvice, 'at'> & { readonly says: readonly string[] } {
  const seconds = facts.retryAfter?.value ?? facts.windowReset?.value;
  if (seconds === undefined) return { at: null, says: [] };
  const answered = facts.answeredAt?.value ?? (isOld ? undefined : now);
  if (answered === undefined) {
    return { at: null, says: isOld ? [`From ${seconds} s after the answer came.`] : [] };
  }
  const opens = answered + seconds * 1000;
  const at = isoTime(opens);
  if (at === null || !isOld || now === undefined || opens > now) return { at, says: [] };
  const when = at.replace('T', ' ').replace(/:\d\d\.\d{3}Z$/, ' UTC');
  const over = facts.retryAfter === undefined ? 'The window has opened again' : 'The wait is over';
  return { at: null, says: [`${over}, at ${when}.`] };
}

/** ISO text, or null for a time beyond what a date can hold. */
function isoTime(ms: number): string | null {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Every source a cause or one of its statements rests on, once each, in order of appearance. */
function sourcesOf(cause: Cause): readonly SourceNote[] {
  const statements = [...cause.reasons, ...cause.fixes, ...(cause.notes ?? [])];
  if (cause.credits !== undefined) statements.push(cause.credits);
  return sourceNotes([...cause.sources, ...statements.map(({ source }) => source)]);
}
