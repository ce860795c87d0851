import type { Report } from '../../model/report.ts';
import { decidingIn, isMereLookUp } from '../sections/select.ts';
import { joinBlocks, pageWidth } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';
import { timeLines, wellLines, windowLines } from './account.ts';
import { adviceLines } from './advice.ts';
import { accessLines, alternativeLines, inOrderLines, noteLines } from './beside.ts';
import { headLines, spentText } from './headline.ts';
import { contactLines, observedLines } from './observed.ts';

/**
 * A report on one screen, in the order in which a tired reader asks: what is wrong, what was
 * seen, who does what, how to check it, what is well, what it cost. All else is in the details.
 */
export function renderScreen(report: Report, theme: Theme): string {
  return joinBlocks(report.verdict === 'PASS' ? passed(report, theme) : failed(report, theme));
}

function passed(report: Report, theme: Theme): readonly (readonly string[])[] {
  return [
    headLines(report, theme),
    [
      ...(report.command === 'explain-error' ? contactLines(report, theme) : []),
      ...wellLines(report, theme),
      ...timeLines(report, theme),
      ...windowLines(report, theme),
      ...accessLines(report, theme),
    ],
    noteLines(report, theme),
  ];
}

function failed(report: Report, theme: Theme): readonly (readonly string[])[] {
  const { diagnosis, check } = decidingIn(report);
  const isQuota = (diagnosis ?? check)?.layer === 'quota';
  return [
    headLines(report, theme),
    [...observedLines(report, theme), ...(isQuota ? windowLines(report, theme) : [])],
    alternativeLines(report, theme),
    adviceLines(report, theme),
    [
      ...noteLines(report, theme),
      ...inOrderLines(report, theme),
      ...timeLines(report, theme),
      ...accessLines(report, theme),
      ...footLines(report, theme),
    ],
  ];
}

/** What the run cost, how it ends, and where the rest is. A look-up ends well whatever it found. */
function footLines(report: Report, theme: Theme): string[] {
  const exit = isMereLookUp(report) ? '' : `, exit ${report.exitCode}`;
  const text = `${spentText(report)}${exit}. More: --verbose`;
  return wrap(theme, [{ text, style: 'muted' }], pageWidth(theme));
}
