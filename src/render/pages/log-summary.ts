import type { LogRow, LogSummary } from '../../model/log-summary.ts';
import { count, span } from '../format.ts';
import { bodyWidth, commandLine, joinBlocks, labelled, pageWidth } from '../text/layout.ts';
import { headRemarks, nameOf, readText, shortTime } from './log-words.ts';
import { findingLines } from '../sections/finding.ts';
import { renderTable } from '../text/table.ts';
import type { Theme } from '../text/theme.ts';
import { sparkline } from '../watch/sparkline.ts';
import { wrap, type Content } from '../text/wrap.ts';

const MOST_ROWS = 20;
const MOST_OTHERS = 5;
const EXAMPLE_CELLS = 220;

export interface SummaryOptions {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** ISO time of the run. */
  readonly relativeTo: string;
}

/** A log's summary for a person: what failed how often and when, an example of each, then why. */
export async function renderLogSummary(
  summary: LogSummary,
  theme: Theme,
  options: SummaryOptions,
): Promise<string> {
  if (options.quiet) return `${inOneLine(summary)}\n`;
  const { rows, diagnoses } = summary;
  const year = options.relativeTo.slice(0, 4);
  if (!options.verbose) {
    const { renderLogScreen } = await import('../screen/log-screen.ts');
    return renderLogScreen(summary, theme, year);
  }
  const table =
    rows.length === 0 ? [] : (await tableOf(summary, theme, year)).trimEnd().split('\n');
  return joinBlocks([
    headLines(summary, theme, year),
    table,
    timeLines(summary, theme, year),
    exampleLines(summary, theme),
    otherLines(summary, theme),
    ...diagnoses.map((diagnosis) => findingLines(diagnosis, theme, options)),
    nextLines(summary, theme),
  ]);
}

function inOneLine({ failures, rows, elsewhere }: LogSummary): string {
  const causes = rows.map(({ id, count: times }) => `${id} ${times}`).join(', ');
  return `${count(failures, 'failed call')}${causes === '' ? '' : `: ${causes}`}; ${elsewhere} elsewhere`;
}

function headLines(summary: LogSummary, theme: Theme, year: string): string[] {
  const { sources, failures, rows } = summary;
  const names = sources.length === 1 ? (sources[0]?.name ?? '') : `${sources.length} sources`;
  const read = `${names}, ${readText(summary)}`;
  const found =
    failures === 0
      ? 'No failed call to Lusha found.'
      : `${count(failures, 'failed call')}, ${count(rows.length, 'cause')}`;
  return [
    ...wrap(theme, [{ text: read, style: 'muted' }], pageWidth(theme)),
    ...wrap(
      theme,
      [{ text: found, style: failures === 0 ? undefined : 'title' }],
      pageWidth(theme),
    ),
    ...headRemarks(summary, theme, year),
  ];
}

function tableOf(summary: LogSummary, theme: Theme, year: string): Promise<string> {
  const { rows, sources, unit } = summary;
  const dated = rows.some(({ firstAt }) => firstAt !== null);
  const several = sources.length > 1;
  const headers = [
    'CAUSE',
    'COUNT',
    'SHARE',
    ...(dated ? ['FIRST', 'LAST'] : []),
    unit.toUpperCase(),
  ];
  return renderTable(
    headers,
    rows
      .slice(0, MOST_ROWS)
      .map((row) => [
        nameOf(row),
        String(row.count),
        percent(row.share),
        ...(dated ? [shortTime(row.firstAt, year), shortTime(row.lastAt, year)] : []),
        placeOf(row.example, several),
      ]),
    theme,
  );
}

function placeOf({ file, line }: Place, several: boolean): string {
  return several ? `${file}:${line}` : String(line);
}

type Place = LogRow['places'][number];

function timeLines({ timeline }: LogSummary, theme: Theme, year: string): string[] {
  if (timeline === null || timeline.counts.length < 2) return [];
  const { counts, stepMs, from } = timeline;
  const step = `${span(Math.round(stepMs / 1000))} each, from ${shortTime(from, year)} UTC`;
  const bars = sparkline(counts, theme.ascii);
  return labelled(theme, 'TIME', [bars, ...wrap(theme, [step], bodyWidth(theme))]);
}

function exampleLines({ rows, sources, unit }: LogSummary, theme: Theme): string[] {
  const several = sources.length > 1;
  const width = bodyWidth(theme);
  const lines = rows.slice(0, MOST_ROWS).flatMap(({ id, example, places, title }) => {
    const more = places.slice(1).map((place) => placeOf(place, several));
    const first = `${several ? '' : `${unit} `}${placeOf(example, several)}`;
    const where = `${first}${more.length === 0 ? '' : `, also ${more.join(', ')}`}`;
    const head: Content = [
      { text: id, style: 'strong' },
      `  ${title}  `,
      { text: where, style: 'muted' },
    ];
    const text = example.text.slice(0, EXAMPLE_CELLS);
    return [
      ...wrap(theme, head, width, 2),
      ...wrap(theme, [{ text, style: 'muted' }], width - 2, 0).map((line) => `  ${line}`),
    ];
  });
  return labelled(theme, 'EXAMPLES', lines);
}

function otherLines({ others, elsewhere }: LogSummary, theme: Theme): string[] {
  if (elsewhere === 0) return [];
  const names = others.slice(0, MOST_OTHERS).map((row) => `${row.id} (${row.count})`);
  const more = others.length > MOST_OTHERS ? ` and ${others.length - MOST_OTHERS} more` : '';
  const text = `${count(elsewhere, 'failed call')} went to others and ${elsewhere === 1 ? 'is' : 'are'} not explained here: ${names.join(', ')}${more}.`;
  return labelled(theme, 'ELSEWHERE', wrap(theme, [text], bodyWidth(theme)));
}

function nextLines({ next }: LogSummary, theme: Theme): string[] {
  if (next === null) return [];
  const [lead = ''] = wrap(theme, ['next:'], pageWidth(theme));
  return [`${lead} ${commandLine(theme, next)}`];
}

function percent(share: number): string {
  const value = share * 100;
  return value > 0 && value < 1 ? '<1 %' : `${Math.round(value)} %`;
}
