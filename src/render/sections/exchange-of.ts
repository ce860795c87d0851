import type { Diagnosis } from '../../model/diagnosis.ts';
import type { ExchangeSummary, Report } from '../../model/report.ts';

/** The exchange a diagnosis is about: others of the run were made to compare. */
export function exchangeOf(
  { exchanges }: Pick<Report, 'exchanges'>,
  diagnosis: Pick<Diagnosis, 'evidence'> | null,
): ExchangeSummary | null {
  const seen = diagnosis?.evidence.find(({ fact }) => fact === 'status')?.value;
  const fitting = exchanges.find(({ status }) => seen !== undefined && String(status) === seen);
  const failed = exchanges.find(({ status, failure }) => failure !== null || status === null);
  return fitting ?? failed ?? exchanges[0] ?? null;
}
