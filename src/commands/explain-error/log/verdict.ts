import { diagnose } from '../../../diagnosis/diagnose.ts';
import { statusEntry } from '../../../knowledge/look-up/status-lookup.ts';
import type { LoggedFailure } from '../../../reading/logs/read-entry.ts';
import type { Judge } from '../../../reading/logs/survey.ts';
import type { Verdict } from '../../../reading/logs/tally.ts';
import type { Diagnosis } from '../../../model/diagnosis.ts';
import type { Facts } from '../../../model/fact.ts';
import type { JudgedCall } from '../calls.ts';
import type { StatedFacts } from '../stated.ts';

/** What an entry of a log is counted as. */
export interface LogVerdict extends Verdict {
  readonly title: string;
  /** Null for calls to others. */
  readonly diagnosis: Diagnosis | null;
  /** The status, where nothing else is known and several causes stay possible. */
  readonly status: number | null;
}

/** Judges failures one by one; what the options say about the calls is added to what the log says. */
export function logJudge({ facts: stated }: StatedFacts, now: number): Judge<LogVerdict> {
  return (failure) => verdictOn(failure, stated, now);
}

function verdictOn(
  { facts, whose, wordsOnly }: LoggedFailure,
  stated: Facts,
  now: number,
): LogVerdict | null {
  if (whose.whose === 'other') {
    if (wordsOnly) return null;
    return {
      id: whose.host,
      title: `a call to ${whose.host}`,
      diagnosis: null,
      status: null,
      isOther: true,
    };
  }
  const { verdict, alternatives } = diagnose({ ...facts, ...stated }, { now, isOld: true });
  if (verdict.severity === 'ok') return null;
  const isWeak = verdict.cause === 'unknown' || verdict.certainty === 'possible';
  if (wordsOnly && isWeak) return null;
  return counted(verdict, alternatives, facts.status?.value);
}

/** The same for a call that was judged before. */
export function verdictOfCall({ facts, parts: [first] }: JudgedCall): LogVerdict {
  if (first === undefined) throw new Error('a judged call has a verdict');
  return counted(first.verdict, first.alternatives, facts.status?.value);
}

function counted(
  verdict: Diagnosis,
  alternatives: readonly Diagnosis[],
  status: number | undefined,
): LogVerdict {
  const isOpen = verdict.certainty === 'possible' && alternatives.length > 0;
  // Several causes fit: their status is what is known.
  if (isOpen && status !== undefined) {
    const name = statusEntry(status)?.name ?? 'status';
    const title = `${name}: ${alternatives.length + 1} causes are possible`;
    return { id: `status-${status}`, title, diagnosis: verdict, status };
  }
  return { id: verdict.cause, title: verdict.title, diagnosis: verdict, status: null };
}
