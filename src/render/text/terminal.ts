import type { Report } from '../../model/report.ts';
import { bodyWidth, commandLine, joinBlocks, labelled, pageWidth } from './layout.ts';
import { accessLines } from '../sections/access.ts';
import { checkLines } from '../sections/checks.ts';
import { exchangeLines } from '../sections/exchange.ts';
import { alternativeLines, findingLines, sideLines } from '../sections/finding.ts';
import { clientLines } from '../sections/key-text.ts';
import { accountLines, windowLines } from '../sections/quota.ts';
import { selectDiagnoses } from '../sections/select.ts';
import { verdictInOneLine } from '../sections/verdict.ts';
import { headLines } from '../screen/headline.ts';
import { renderScreen } from '../screen/screen.ts';
import type { Theme } from './theme.ts';
import { wrap } from './wrap.ts';

export interface TerminalOptions {
  /** Reasons, sources, every exchange, everything ruled out. */
  readonly verbose: boolean;
  /** One line. */
  readonly quiet: boolean;
}

/** A report for a person at a terminal: one screen, one line, or everything. */
export function renderTerminal(report: Report, theme: Theme, options: TerminalOptions): string {
  const { verbose, quiet } = options;
  if (quiet) return `${verdictInOneLine(report, theme)}\n`;
  return verbose ? renderDetails(report, theme) : renderScreen(report, theme);
}

/** Everything: what was checked, then for each finding why, who acts, what to do, how to prove it. */
function renderDetails(report: Report, theme: Theme): string {
  const { main, side, alternatives } = selectDiagnoses(report);
  return joinBlocks([
    headLines(report, theme),
    [
      ...checkLines(report, theme),
      ...accountLines(report, theme),
      ...windowLines(report, theme),
      ...accessLines(report, theme),
      ...clientLines(report, theme),
    ],
    ...report.exchanges.map((exchange) => exchangeLines(exchange, theme)),
    ...main.map((diagnosis) =>
      findingLines(diagnosis, theme, { verbose: true, relativeTo: report.startedAt }),
    ),
    [...alternativeLines(alternatives, theme), ...sideLines(side, theme)],
    runLines(report, theme),
    nextLines(report, theme),
  ]);
}

function runLines({ tool, startedAt }: Report, theme: Theme): string[] {
  const text = `lusha-doctor ${tool.version}, node ${tool.node}, ${tool.platform}, ${startedAt}`;
  return labelled(theme, 'RUN', wrap(theme, [{ text, style: 'muted' }], bodyWidth(theme)));
}

function nextLines({ next }: Report, theme: Theme): string[] {
  if (next === null) return [];
  const [lead = ''] = wrap(theme, ['next:'], pageWidth(theme));
  return [`${lead} ${commandLine(theme, next)}`];
}
