import { CAUSES } from '../knowledge/catalogue.ts';
import { sourceNotes } from '../knowledge/sources.ts';
import type { Cause, Statement } from '../model/cause.ts';
import type { Diagnosis, Exclusion, FixStep, RetryAdvice, SourceNote } from '../model/diagnosis.ts';
import { factPhrase } from '../model/fact-words.ts';
import type { Fact, Facts } from '../model/fact.ts';
import { fillCommand, fillText, valueText } from './fill.ts';
import { fitting, isMet } from './fitting.ts';
import { folded, type Folded } from './fold.ts';
import { concerns, fixesFor } from './remedies.ts';
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
  const { verdict, conditions } = folded(
    first ?? unknownIn(causes),
    candidates.filter(({ cause }) => cause.subject !== 'failure' && concerns(cause, facts)),
  );
  const excluded = ruledOut.filter(({ cause }) => cause.subject === 'failure').map(exclusionOf);
  const write = (found: Folded, exclusions: readonly Exclusion[] = []) =>
    diagnosisOf(found, facts, exclusions, options);
  return {
    verdict: write(verdict, excluded),
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
  { cause, certainty, facts: met, as = cause, consequences = [] }: Folded,
  facts: Facts,
  excluded: readonly Exclusion[],
  clock: Clock,
): Diagnosis {
  const { id, subject, tell } = cause;
  const [credits] = fitting(creditsOf(cause), facts);
  const fixes = fixesFor(cause, facts);
  return {
    cause: id,
    layer: cause.layer,
    subject,
    severity: as.severity,
    certainty,
    title: titleOf(cause, facts),
    meaning: fillText(cause.meaning, facts),
    tell,
    whoActs: actorOf(cause, facts),
    evidence: met.map(evidenceOf),
    excluded,
    ...(consequences.length === 0 ? {} : { consequences }),
    reasons: fitting(cause.reasons, facts).map(({ text }) => fillText(text, facts)),
    fixes: fixes.map((fix) => stepOf(fix, facts)),
    retry: retryOf(cause, facts, clock),
    credits: credits === undefined ? null : fillText(credits.text, facts),
    notes: fitting(cause.notes ?? [], facts).map(({ text }) => fillText(text, facts)),
    sources: sourcesOf({ ...cause, fixes }),
  };
}

/** The title, with what it is about in this case. */
function titleOf({ title, names }: Cause, facts: Facts): string {
  const about = names === undefined ? undefined : facts[names];
  return about === undefined ? title : `${title}: ${valueText(about.value)}`;
}

function actorOf({ whoActs, actsInstead }: Cause, facts: Facts): Diagnosis['whoActs'] {
  return actsInstead !== undefined && isMet(actsInstead.when, facts) ? actsInstead.who : whoActs;
}

function creditsOf({ credits = [] }: Cause): readonly Statement[] {
  return 'text' in credits ? [credits] : credits;
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
  const { at, says } = worth ? waitIn(facts, clock) : { at: null, says: [] };
  // The article's rhythm is for answers that state no time.
  const isGeneral = how === 'backoff' && says.length > 0;
  const note = retry.note === undefined || isGeneral ? [] : [fillText(retry.note, facts)];
  // Where a window has to open, the time says it all.
  const words = how === 'reset' && at !== null ? note : [...says, ...note];
  return { worth, how, at, note: words.join(' ') || null };
}

/** From when a retry makes sense: what the answer states about it, as a time to come and in words. */
function waitIn(
  facts: Facts,
  { now, isOld = false }: Clock,
): Pick<RetryAdvice, 'at'> & { readonly says: readonly string[] } {
  const stated = facts.waitSeconds ?? facts.retryAfter ?? facts.windowReset;
  if (stated === undefined) return { at: null, says: [] };
  const seconds = stated.value;
  const from = facts.waitSource?.value ?? stated.seenIn;
  const answered = facts.answeredAt?.value ?? (isOld ? undefined : now);
  if (answered === undefined) {
    return {
      at: null,
      says: isOld ? [`From ${seconds} s after the answer came. Stated in: ${from}.`] : [],
    };
  }
  const opens = answered + seconds * 1000;
  const at = isoTime(opens);
  if (at === null || !isOld || now === undefined || opens > now) {
    return { at, says: [`The answer asks to wait ${seconds} s (${from}).`] };
  }
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
  const { reasons, fixes, notes = [] } = cause;
  const statements = [...reasons, ...fixes, ...notes, ...creditsOf(cause)];
  return sourceNotes([...cause.sources, ...statements.map(({ source }) => source)]);
}
