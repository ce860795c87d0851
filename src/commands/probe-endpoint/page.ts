import type { ProbePage } from '../../render/pages/probe-page.ts';
import type { OutputOptions } from '../../run/options/output.ts';
import type { Outcome } from '../../run/report/report-builder.ts';

/** Has a terminal show this page around the report. The page is loaded when it is drawn. */
export function drawing(page: ProbePage, { quiet, verbose }: OutputOptions): Pick<Outcome, 'draw'> {
  return {
    draw: async (theme, report) => {
      const { renderProbePage } = await import('../../render/pages/probe-page.ts');
      return renderProbePage(report, page, theme, { quiet, verbose });
    },
  };
}
