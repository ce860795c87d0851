import type { Diagnosis } from '../../../model/diagnosis.ts';
import type { Check } from '../../../model/report.ts';
import { maskedLine } from '../../../request/contact-data.ts';
import type { Outcome } from '../../../run/report/report-builder.ts';

/** The outcome with e-mail addresses and names in paths and messages masked. */
export function withoutContactData(outcome: Outcome): Outcome {
  return {
    ...outcome,
    checks: outcome.checks.map(maskedCheck),
    diagnoses: outcome.diagnoses.map(maskedDiagnosis),
    ...(outcome.exchanges === undefined
      ? {}
      : {
          exchanges: outcome.exchanges.map((exchange) => ({
            ...exchange,
            request: maskedLine(exchange.request),
          })),
        }),
  };
}

function maskedCheck(check: Check): Check {
  return {
    ...check,
    summary: maskedLine(check.summary),
    evidence: Object.fromEntries(
      Object.entries(check.evidence).map(([name, value]) => [
        name,
        typeof value === 'string' ? maskedLine(value) : value,
      ]),
    ),
  };
}

function maskedDiagnosis(diagnosis: Diagnosis): Diagnosis {
  return {
    ...diagnosis,
    title: maskedLine(diagnosis.title),
    evidence: diagnosis.evidence.map((entry) => ({ ...entry, value: maskedLine(entry.value) })),
  };
}
