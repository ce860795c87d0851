import type { Check } from '../../model/report.ts';
import type { Outcome } from './report-builder.ts';

/**
 * Turns the checks that the user wants left out into skipped ones. An id names a check, a group
 * of checks (`setup` for all of `setup.*`) or the cause a check found.
 */
export function withSkips(outcome: Outcome, ids: readonly string[]): Outcome {
  if (ids.length === 0) return outcome;
  const checks = outcome.checks.map((check) => {
    const id = ids.find((wanted) => names(wanted, check));
    return id === undefined ? check : skipped(check, id);
  });
  const left = new Set(outcome.checks.filter((check) => checks.includes(check)).map(causeOf));
  const dropped = outcome.checks.filter((check) => !checks.includes(check)).map(causeOf);
  return {
    ...outcome,
    checks,
    diagnoses: outcome.diagnoses.filter(({ cause }) => !dropped.includes(cause) || left.has(cause)),
  };
}

/** Ids that fit no check of the run: most likely a slip of the pen, which must not stay silent. */
export function uselessSkips({ checks }: Outcome, ids: readonly string[]): readonly string[] {
  return ids.filter((wanted) => !checks.some((check) => names(wanted, check)));
}

function names(wanted: string, { id, diagnosis }: Check): boolean {
  return id === wanted || id.startsWith(`${wanted}.`) || diagnosis === wanted;
}

function skipped(check: Check, id: string): Check {
  return {
    ...check,
    status: 'skip',
    summary: `skipped: --skip ${id}`,
    evidence: {},
    diagnosis: null,
  };
}

function causeOf({ diagnosis }: Check): string | null {
  return diagnosis;
}
