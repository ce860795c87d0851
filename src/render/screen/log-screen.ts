import type { Diagnosis } from '../../model/diagnosis.ts';
import { couldNotCheck } from '../../model/layer.ts';
import type { LogRow, LogSummary } from '../../model/log-summary.ts';
import type { Verdict } from '../../model/report.ts';
import { count } from '../format.ts';
import { headRemarks, nameOf, readText, shortTime } from '../pages/log-words.ts';
import { cellWidth, padCells } from '../text/cells.ts';
import { joinBlocks, pageWidth } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { oneLine, wrap, type Content } from '../text/wrap.ts';
import { sparkline } from '../watch/sparkline.ts';
import { commandEntry, fixLines } from './advice.ts';
import { entry } from './entry.ts';
import { headedLines } from './headed.ts';
import { VERDICT_STYLE } from './headline.ts';

const MOST_ROWS = 8;
const MOST_OTHERS = 5;
const MOST_FIXES = 2;
const STRIP_CELLS = 8;
/** Two lines of a usual screen. */
const EXAMPLE_CELLS = 150;
/** So many causes leave room for what the first of them means. */
const MOST_EXPLAINED = 4;

/** A log on one screen: how much failed, a line a cause with its course in time, what to do first. */
export function renderLogScreen(summary: LogSummary, theme: Theme, year: string): string {
  const { rows, diagnoses, next } = summary;
  const [first] = diagnoses;
  return joinBlocks([
    [...headLines(summary, theme), ...headRemarks(summary, theme, year)],
    [
      ...rows.slice(0, MOST_ROWS).map((row) => rowLine(row, summary, theme, year)),
      ...restLines(rows, theme),
      ...countLines(summary, theme),
    ],
    first === undefined ? [] : firstLines(first, summary, theme),
    first === undefined
      ? []
      : fixLines(first, theme, {
          most: MOST_FIXES,
          about: rows.length > 1 ? `for ${first.cause}` : null,
        }),
    [
      ...(next === null ? [] : commandEntry(theme, 'More', next)),
      ...wrap(
        theme,
        [{ text: `${readText(summary)}. More: --verbose`, style: 'muted' }],
        pageWidth(theme),
      ),
    ],
  ]);
}

function headLines({ failures, rows, sources }: LogSummary, theme: Theme): string[] {
  const name = sources.length === 1 ? (sources[0]?.name ?? '') : count(sources.length, 'source');
  const verdict = verdictOn(failures, rows);
  const text =
    failures === 0
      ? 'No failed call to Lusha found'
      : `${count(failures, 'call')} failed, ${count(rows.length, 'cause')}`;
  return headedLines({ text, style: 'strong' }, name, theme, [
    { text: verdict, style: VERDICT_STYLE[verdict], solid: true },
  ]);
}

/** As for one call: what never reached Lusha is no failure of Lusha's answer. */
function verdictOn(failures: number, rows: readonly LogRow[]): Verdict {
  if (failures === 0) return 'PASS';
  return rows.every(({ layer }) => layer !== null && couldNotCheck(layer)) ? 'UNKNOWN' : 'FAIL';
}

function rowLine(
  row: LogRow,
  { rows, sources, unit }: LogSummary,
  theme: Theme,
  year: string,
): string {
  const shown = rows.slice(0, MOST_ROWS);
  const amounts = shown.map(({ count: times }) => String(times).length);
  const names = shown.map((one) => cellWidth(nameOf(one)));
  const { file, line } = row.example;
  const where = sources.length > 1 ? `${file.replace(/^.*[\\/]/, '')}:${line}` : `${unit} ${line}`;
  const strips = shown.some(({ timeline }) => timeline !== null);
  const content: Content = [
    { text: `  ${String(row.count).padStart(Math.max(...amounts))}  `, solid: true },
    { text: padCells(nameOf(row), Math.max(...names)), style: 'strong', solid: true },
    { text: strips ? `  ${stripOf(row, theme).padEnd(STRIP_CELLS)}` : '', solid: true },
    `  ${[whenOf(row, year), where].filter((part) => part !== '').join(', ')}`,
  ];
  return oneLine(theme, content, theme.width);
}

/** When it happened, oldest to newest, in as many cells as a glance takes. */
function stripOf({ timeline }: LogRow, theme: Theme): string {
  if (timeline === null) return '';
  const { counts } = timeline;
  const part = Math.max(1, Math.ceil(counts.length / STRIP_CELLS));
  const merged = Array.from({ length: Math.ceil(counts.length / part) }, (_, at) =>
    counts.slice(at * part, (at + 1) * part).reduce((sum, times) => sum + times, 0),
  );
  return sparkline(merged, theme.ascii);
}

function whenOf({ firstAt, lastAt }: LogRow, year: string): string {
  if (firstAt === null || lastAt === null) return '';
  const from = shortTime(firstAt, year);
  if (firstAt === lastAt) return from;
  const sameDay = firstAt.slice(0, 10) === lastAt.slice(0, 10);
  return `${from} to ${sameDay ? lastAt.slice(11, 19) : shortTime(lastAt, year)}`;
}

/** What the first cause means, and the line that shows it. */
function firstLines(
  { cause, title, meaning }: Diagnosis,
  { rows }: LogSummary,
  theme: Theme,
): string[] {
  const row = rows.find(({ id }) => id === cause);
  const width = pageWidth(theme);
  return [
    ...wrap(theme, [{ text: title, style: 'strong' }], width),
    ...(row === undefined
      ? []
      : wrap(
          theme,
          [{ text: row.example.text.slice(0, EXAMPLE_CELLS), style: 'muted' }],
          width,
          2,
        )),
    ...(rows.length > MOST_EXPLAINED ? [] : wrap(theme, [meaning], width)),
  ];
}

function restLines(rows: readonly LogRow[], theme: Theme): string[] {
  const more = rows.length - MOST_ROWS;
  return more > 0 ? wrap(theme, [`  and ${more} more`], pageWidth(theme)) : [];
}

/** What went well or elsewhere, in a line. */
function countLines({ calls, elsewhere, others }: LogSummary, theme: Theme): string[] {
  const names = others.slice(0, MOST_OTHERS).map((row) => `${row.id} ${row.count}`);
  const more = others.length - names.length;
  const recovered = calls?.recovered ?? 0;
  const parts = [
    recovered > 0 ? `${recovered} recovered by a retry` : '',
    calls !== null && calls.ok > recovered ? `${calls.ok - recovered} succeeded at once` : '',
    elsewhere > 0
      ? `${elsewhere} failed elsewhere: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
      : '',
  ].filter((part) => part !== '');
  return entry(theme, 'beside', [parts.join('; ')]);
}
