import type { ProbePage } from '../../render/probe-page.ts';
import type { OutputOptions } from '../options.ts';
import type { Outcome } from '../report-builder.ts';

/** Has a terminal show this page around the report. The page is loaded when it is drawn. */
export function drawing(page: ProbePage, { quiet, verbose }: OutputOptions): Pick<Outcome, 'draw'> {
  return {
    draw: async (theme, report) => {
      const { renderProbePage } = await import('../../render/probe-page.ts');
      return renderProbePage(report, page, theme, { quiet, verbose });
    },
  };
}
