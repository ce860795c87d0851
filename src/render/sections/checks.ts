import type { Check, Report } from '../../model/report.ts';
import { cellWidth } from '../text/cells.ts';
import { duration, words } from '../format.ts';
import { bodyWidth, indented, labelled, pairs } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap, type Content } from '../text/wrap.ts';
import { pictureLines } from './key-text.ts';

/** All checks, grouped by the first part of their id: `login.key` stands under LOGIN. */
export function checkLines(report: Report, theme: Theme, verbose: boolean): string[] {
  const groups = new Map<string, Check[]>();
  for (const check of report.checks) {
    if (!verbose && isDrawnAsWindow(check, report)) continue;
    const label = check.id.split('.')[0]?.toUpperCase() ?? '';
    groups.set(label, [...(groups.get(label) ?? []), check]);
  }
  return [...groups].flatMap(([label, checks]) =>
    labelled(
      theme,
      label,
      checks.flatMap((check) => [
        ...linesOf(check, theme, verbose),
        ...(check.id === 'key.text' ? keyPicture(report, theme) : []),
      ]),
    ),
  );
}

function keyPicture(report: Report, theme: Theme): string[] {
  const hang = cellWidth(theme.glyph.status.ok) + 1;
  return indented(pictureLines(report, theme, bodyWidth(theme) - hang), hang);
}

/** A window in order is drawn as a gauge below; saying it here as well would be the same twice. */
function isDrawnAsWindow({ id, status }: Check, { windows }: Report): boolean {
  return status === 'ok' && windows.some(({ name }) => id === `quota.${name}`);
}

function linesOf(check: Check, theme: Theme, verbose: boolean): string[] {
  const { status, summary, durationMs, evidence, diagnosis } = check;
  const glyph = theme.glyph.status[status];
  const hang = cellWidth(glyph) + 1;
  const width = bodyWidth(theme);
  const line: Content = [
    { text: glyph, style: status, solid: true },
    ' ',
    status === 'skip' ? { text: summary, style: 'skip' } : summary,
    ...(verbose && durationMs !== null
      ? ['  ', { text: duration(durationMs), style: 'muted', solid: true } as const]
      : []),
  ];
  const lines = wrap(theme, line, width, hang);
  // Without a diagnosis there is no EVIDENCE block below, so what was seen stands here.
  const unexplained = diagnosis === null && (status === 'fail' || status === 'unknown');
  if (!verbose && !unexplained) return lines;
  const rows = Object.entries(evidence).map(
    ([name, value]) =>
      [words(name), [String(Array.isArray(value) ? value.join(', ') : value)]] as const,
  );
  return [...lines, ...indented(pairs(theme, rows, width - hang), hang)];
}
