import type { Report } from '../../model/report.ts';
import { joinBlocks } from '../text/layout.ts';
import { blockLines, type Block } from '../sections/block.ts';
import { renderTable } from '../text/table.ts';
import { renderTerminal, type TerminalOptions } from '../text/terminal.ts';
import type { Theme } from '../text/theme.ts';

/** A table to draw. */
export interface Grid {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What stands around a report when more than one exchange is to be told. */
export interface ProbePage {
  readonly above?: readonly Block[];
  readonly grid?: Grid;
  readonly below?: readonly Block[];
  /** Ids of checks that the blocks or the table show already; a dot at the end means all below. */
  readonly shown?: readonly string[];
  /** Waterfalls to draw, by their place in the report; all where nothing is said. */
  readonly waterfalls?: readonly number[];
}

/** A probe's report with its blocks and table. */
export async function renderProbePage(
  report: Report,
  page: ProbePage,
  theme: Theme,
  options: TerminalOptions,
): Promise<string> {
  const { above = [], grid, below = [], shown = [], waterfalls } = page;
  if (options.quiet) return renderTerminal(report, theme, options);
  const isShown = (id: string) =>
    shown.some((known) => id === known || (known.endsWith('.') && id.startsWith(known)));
  const rest: Report = {
    ...report,
    checks: report.checks.filter(({ id }) => !isShown(id)),
    exchanges:
      waterfalls === undefined
        ? report.exchanges
        : report.exchanges.filter((_, index) => waterfalls.includes(index)),
  };
  const table = grid === undefined ? '' : await renderTable(grid.headers, grid.rows, theme);
  const parts = [
    joinBlocks(above.map((block) => blockLines(block, theme))),
    table,
    joinBlocks(below.map((block) => blockLines(block, theme))),
    renderTerminal(rest, theme, options),
  ];
  return parts.filter((part) => part !== '').join('\n');
}
