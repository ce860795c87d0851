import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Report } from '../../model/report.ts';
import { isFinding } from './verdict.ts';

/** The diagnoses of a report by the room they deserve. */
export interface Selection {
  /** Explained in full. */
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
  const found = diagnoses.filter(({ cause }) => named.includes(cause));
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
