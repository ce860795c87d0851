import type { Check, Report } from '../../model/report.ts';
import { cellWidth } from '../text/cells.ts';
import { factLabel } from '../../model/fact-words.ts';
import { duration } from '../format.ts';
import { bodyWidth, indented, labelled, pairs } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap, type Content } from '../text/wrap.ts';
import { pictureLines } from './key-text.ts';

/** All checks, grouped by the first part of their id: `login.key` stands under LOGIN. */
export function checkLines(report: Report, theme: Theme): string[] {
  const groups = new Map<string, Check[]>();
  for (const check of report.checks) {
    const label = check.id.split('.')[0]?.toUpperCase() ?? '';
    groups.set(label, [...(groups.get(label) ?? []), check]);
  }
  return [...groups].flatMap(([label, checks]) =>
    labelled(
      theme,
      label,
      checks.flatMap((check) => [
        ...linesOf(check, theme),
        ...(check.id === 'key.text' ? keyPicture(report, theme) : []),
      ]),
    ),
  );
}

function keyPicture(report: Report, theme: Theme): string[] {
  const hang = cellWidth(theme.glyph.status.ok) + 1;
  return indented(pictureLines(report, theme, bodyWidth(theme) - hang), hang);
}

function linesOf(check: Check, theme: Theme): string[] {
  const { status, summary, durationMs, evidence } = check;
  const glyph = theme.glyph.status[status];
  const hang = cellWidth(glyph) + 1;
  const width = bodyWidth(theme);
  const line: Content = [
    { text: glyph, style: status, solid: true },
    ' ',
    status === 'skip' ? { text: summary, style: 'skip' } : summary,
    ...(durationMs !== null
      ? ['  ', { text: duration(durationMs), style: 'muted', solid: true } as const]
      : []),
  ];
  const lines = wrap(theme, line, width, hang);
  const rows = Object.entries(evidence).map(
    ([name, value]) =>
      [factLabel(name), [String(Array.isArray(value) ? value.join(', ') : value)]] as const,
  );
  return [...lines, ...indented(pairs(theme, rows, width - hang), hang)];
}
