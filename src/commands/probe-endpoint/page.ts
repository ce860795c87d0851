import { renderProbePage, type ProbePage } from '../../render/pages/probe-page.ts';
import type { OutputOptions } from '../../run/options/output.ts';
import type { Outcome } from '../../run/report/report-builder.ts';

/** Has a terminal show this page around the report. */
export function drawing(page: ProbePage, { quiet, verbose }: OutputOptions): Pick<Outcome, 'draw'> {
  return {
    draw: (theme, report) => renderProbePage(report, page, theme, { quiet, verbose }),
  };
}
