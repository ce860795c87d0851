import type { CheckStatus, Report, Verdict } from '../../model/report.ts';
import { count } from '../format.ts';
import type { StyleName, Theme } from '../text/theme.ts';
import { oneLine, type Span } from '../text/wrap.ts';

const STYLE = { PASS: 'ok', FAIL: 'fail', UNKNOWN: 'unknown' } satisfies Record<Verdict, StyleName>;

/** The whole report in one line: verdict, exit code, the causes found. */
export function verdictInOneLine(report: Report, theme: Theme): string {
  const causes = report.checks.flatMap(({ status, diagnosis }) =>
    diagnosis !== null && isFinding(status) ? [diagnosis] : [],
  );
  const found = causes.length > 0 ? [...new Set(causes)].join(', ') : counted(report, theme);
  return oneLine(
    theme,
    [...verdictWord(report), { text: `exit ${report.exitCode}`, solid: true }, '   ', found],
    theme.width,
  );
}

export function isFinding(status: CheckStatus): boolean {
  return status === 'warn' || status === 'fail' || status === 'unknown';
}

function verdictWord({ verdict }: Report): (Span | string)[] {
  return [{ text: verdict, style: STYLE[verdict] }, '  '];
}

/** What failed is named first; what went well only where nothing failed. */
function counted({ summary, verdict }: Report, theme: Theme): string {
  const { ok, warn, fail, unknown, skip } = summary;
  // A run that ends in UNKNOWN has failed nothing: it did not get through to Lusha.
  const failed = verdict === 'UNKNOWN' ? 0 : fail;
  const unchecked = verdict === 'UNKNOWN' ? fail + unknown : unknown;
  const parts = [
    failed > 0 ? `${failed} failed` : '',
    unchecked > 0 ? `${unchecked} could not be checked` : '',
    verdict === 'PASS' && ok > 0 ? `${ok} ok` : '',
    warn > 0 ? count(warn, 'warning') : '',
    verdict !== 'PASS' && skip > 0 ? `${skip} skipped` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(theme.glyph.separator) : 'nothing checked';
}
