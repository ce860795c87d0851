import type { Diagnosis } from '../../model/diagnosis.ts';
import { decidingCheck } from '../../model/exit-code.ts';
import type { Check, CheckStatus, Report } from '../../model/report.ts';
import { instant } from '../format.ts';

/** The diagnoses of a report by the room they deserve. */
export interface Selection {
  /** What a finding names, explained in full; the one that decides comes first. */
  readonly main: readonly Diagnosis[];
  /** Conditions of the key or the set-up that stand beside them. */
  readonly side: readonly Diagnosis[];
  /** Other explanations of the same failure. */
  readonly alternatives: readonly Diagnosis[];
}

/**
 * In full: what a finding names, else the best explanation there is. Alternatives only
 * while no explanation is certain.
 */
export function selectDiagnoses({ checks, diagnoses }: Report): Selection {
  const named = checks.flatMap(({ status, diagnosis }) => (isFinding(status) ? [diagnosis] : []));
  const first = decidingCheck(checks)?.diagnosis ?? null;
  const found = diagnoses
    .filter(({ cause }) => named.includes(cause))
    .toSorted((a, b) => Number(b.cause === first) - Number(a.cause === first));
  const best = diagnoses.find(({ subject }) => subject === 'failure') ?? diagnoses[0];
  const main = found.length > 0 ? found : best === undefined ? [] : [best];
  const rest = diagnoses.filter((diagnosis) => !main.includes(diagnosis));
  const undecided = main.every(({ certainty }) => certainty !== 'certain');
  return {
    main,
    side: rest.filter(({ subject }) => subject !== 'failure'),
    alternatives: undecided ? rest.filter(({ subject }) => subject === 'failure') : [],
  };
}

/** The check a report is about and what explains it; both null when all is well. */
export interface Deciding {
  readonly check: Check | null;
  readonly diagnosis: Diagnosis | null;
}

/** What a report is about, the same in every format. */
export function decidingIn(report: Report): Deciding {
  const check = decidingCheck(report.checks);
  if (check === null) return { check, diagnosis: null };
  const explained = report.diagnoses.find(({ cause }) => cause === check.diagnosis);
  return { check, diagnosis: explained ?? null };
}

export function isFinding(status: CheckStatus): boolean {
  return status === 'warn' || status === 'fail' || status === 'unknown';
}

/** A look-up that found something has ended well, whatever it found: its exit code is no news. */
export function isMereLookUp({ command, exitCode }: Report): boolean {
  return command === 'explain-error' && exitCode === 0;
}

/** From when the same request may succeed, where the answer said so. */
export function retryFrom({ retry }: Diagnosis, { startedAt }: Report): string | null {
  return retry.worth && retry.at !== null ? instant(retry.at, startedAt) : null;
}
