import type { Pace, WindowOutlook } from '../../model/watch.ts';
import { padCells } from '../text/cells.ts';
import { bar, isStale } from '../format.ts';
import type { StyleName, Theme } from '../text/theme.ts';
import { clockTime, clockTimeAndDistance } from './moment.ts';
import { stripWidth, type Strip } from './strip.ts';

const PACE_STYLE: Readonly<Record<Pace, StyleName>> = {
  unknown: 'muted',
  cool: 'ok',
  'on pace': 'ok',
  hot: 'warn',
  empty: 'fail',
};

/** States differ in their letters, not only in their colour. */
export function paceWord(pace: Pace): string {
  return pace === 'hot' || pace === 'empty' ? pace.toUpperCase() : pace;
}

const BAR_CELLS = 10;
const SHORT_BAR_CELLS = 6;
const GAP = 2;
const STACKED_BELOW = 66;

/** Each window as a row of a table, or on a narrow terminal as two lines. */
export function windowRows(
  windows: readonly WindowOutlook[],
  theme: Theme,
  now: number,
  width: number,
): readonly Strip[] {
  if (windows.length === 0) return [[{ text: 'no window has been stated yet', style: 'muted' }]];
  if (width < STACKED_BELOW) return windows.flatMap((window) => stacked(window, theme, now));
  return table(windows, theme, now, width);
}

function stacked(window: WindowOutlook, theme: Theme, now: number): readonly Strip[] {
  const resets = resetText(window, now);
  const runsOut = window.runsOutAt === null ? '' : `out ${clockTime(window.runsOutAt, now)}, `;
  return [
    [
      { text: padCells(window.name, 8), style: 'strong' },
      ...gauge(window, theme, SHORT_BAR_CELLS),
      ` ${amount(window)} `,
      { text: paceWord(window.pace), style: PACE_STYLE[window.pace] },
    ],
    [
      '  ',
      { text: runsOut, style: PACE_STYLE[window.pace] },
      { text: `resets ${resets}`, style: 'muted' },
    ],
  ];
}

interface Column {
  readonly title: string;
  readonly cell: (window: WindowOutlook) => Strip;
}

function table(
  windows: readonly WindowOutlook[],
  theme: Theme,
  now: number,
  width: number,
): readonly Strip[] {
  const columns: readonly Column[] = [
    { title: 'window', cell: ({ name }) => [{ text: name, style: 'strong' }] },
    { title: 'left', cell: (window) => [...gauge(window, theme, BAR_CELLS), ` ${amount(window)}`] },
    {
      title: 'pace',
      cell: ({ pace }) => [{ text: paceWord(pace), style: PACE_STYLE[pace] }],
    },
    {
      title: 'runs out',
      cell: ({ runsOutAt, sure }) => [
        runsOutAt === null
          ? theme.glyph.status.skip.trim()
          : `${sure ? '' : 'about '}${clockTime(runsOutAt, now)}`,
      ],
    },
    { title: 'resets', cell: (window) => [resetText(window, now)] },
    { title: 'source', cell: (window) => [{ text: sources(window), style: 'muted' }] },
  ];
  const shown = columnsThatFit(columns, windows, width);
  const widths = shown.map((column) => columnWidth(column, windows));
  const line = (cells: readonly Strip[]): Strip =>
    cells.flatMap((cell, at) => [
      ...cell,
      ' '.repeat((widths[at] ?? 0) - stripWidth(cell) + (at < cells.length - 1 ? GAP : 0)),
    ]);
  return [
    line(shown.map(({ title }) => [{ text: title, style: 'muted' as const }])),
    ...windows.map((window) => line(shown.map(({ cell }) => cell(window)))),
  ];
}

/** The last columns matter least and go first. */
function columnsThatFit(
  columns: readonly Column[],
  windows: readonly WindowOutlook[],
  width: number,
): readonly Column[] {
  const needed = columns.reduce((sum, column) => sum + columnWidth(column, windows) + GAP, -GAP);
  return needed <= width || columns.length <= 2
    ? columns
    : columnsThatFit(columns.slice(0, -1), windows, width);
}

function columnWidth({ title, cell }: Column, windows: readonly WindowOutlook[]): number {
  return Math.max(title.length, ...windows.map((window) => stripWidth(cell(window))));
}

function gauge({ limit, left, pace }: WindowOutlook, theme: Theme, cells: number): Strip {
  if (limit === null || left === null || limit.value <= 0) return [' '.repeat(cells)];
  const share = left.value / limit.value;
  return [{ text: bar(theme.glyph, share, cells), style: PACE_STYLE[pace] }];
}

/** `46 of 150`; a number that nobody stated is a question mark. */
function amount({ limit, left }: WindowOutlook): string {
  const shown = left === null ? '?' : String(left.value);
  return limit === null ? shown : `${shown} of ${limit.value}`;
}

function resetText({ resetsAt }: WindowOutlook, now: number): string {
  if (resetsAt === null) return 'not known';
  if (isStale(resetsAt.value, now)) return `stale (${clockTime(resetsAt.value, now)})`;
  return clockTimeAndDistance(resetsAt.value, now);
}

/** Where the amounts come from and, when that is elsewhere, where the reset does. */
function sources({ limit, left, resetsAt, jumps }: WindowOutlook): string {
  const amounts = left?.source ?? limit?.source;
  if (resetsAt === null) return amounts ?? '';
  const reset =
    resetsAt.source === 'inferred'
      ? `inferred${jumps > 0 ? ` from ${jumps} jump${jumps === 1 ? '' : 's'}` : ''}`
      : resetsAt.source;
  return amounts === reset || amounts === undefined ? reset : `${amounts}, reset ${reset}`;
}
