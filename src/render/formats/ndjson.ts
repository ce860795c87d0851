import type { Report } from '../../model/report.ts';
import { escapeHostile } from '../../redact/sanitize.ts';

/**
 * A report as one JSON object a line: first `run`, then each `check`, `window`, `exchange` and
 * `diagnosis`, last `result`. A reader that stops early still holds whole records.
 */
export function renderNdjson(report: Report): string {
  const { schemaVersion, tool, command, startedAt } = report;
  const { checks, windows, exchanges, diagnoses } = report;
  const { verdict, exitCode, problem, durationMs, answeredBy, cost, key, account, summary, next } =
    report;
  const records = [
    { type: 'run', schemaVersion, tool, command, startedAt },
    ...checks.map((check) => ({ type: 'check', ...check })),
    ...windows.map((window) => ({ type: 'window', ...window })),
    ...exchanges.map((exchange) => ({ type: 'exchange', ...exchange })),
    ...diagnoses.map((diagnosis) => ({ type: 'diagnosis', ...diagnosis })),
    {
      type: 'result',
      verdict,
      exitCode,
      ...(problem === undefined ? {} : { problem }),
      durationMs,
      answeredBy,
      cost,
      key,
      account,
      summary,
      next,
    },
  ];
  return records.map((record) => `${escapeHostile(JSON.stringify(record))}\n`).join('');
}
