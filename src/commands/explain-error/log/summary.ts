import type { Row } from '../../../reading/logs/tally.ts';
import type { Survey } from '../../../reading/logs/survey.ts';
import type { Timeline } from '../../../reading/logs/timeline.ts';
import type { Diagnosis } from '../../../model/diagnosis.ts';
import type {
  LogRow,
  LogSourceSummary,
  LogSummary,
  LogTimeline,
} from '../../../model/log-summary.ts';
import type { LogOptions } from './options.ts';
import type { LogVerdict } from './verdict.ts';
import { exitCodeFor, type Lookup } from '../lookup.ts';

const STEPS = 48;

/** What a survey found, ready to be shown. */
export function summaryOf(
  survey: Survey<LogVerdict>,
  sources: readonly LogSourceSummary[],
  durationMs: number,
  options: LogOptions,
  lookup: Lookup,
): LogSummary {
  const rows = survey.tally.rows.filter(({ verdict }) => verdict.diagnosis !== null);
  const others = survey.tally.rows.filter(({ verdict }) => verdict.diagnosis === null);
  const failures = total(rows);
  const elsewhere = total(others);
  const explained = rows.filter(isExplained).slice(0, options.top);
  const recognised = rows.filter(({ verdict }) => verdict.id !== 'unknown');
  return {
    kind: 'log-summary',
    schemaVersion: '1.0',
    sources,
    bytes: survey.bytes,
    lines: survey.lines,
    unit: 'line',
    durationMs: Math.round(durationMs),
    failures,
    elsewhere,
    calls: null,
    undated: survey.tally.undated,
    since: isoOf(options.since),
    leftOut: survey.leftOut,
    leftOutUndated: survey.leftOutUndated,
    rows: rows.map((row) => rowOf(row, failures)),
    others: others.map((row) => rowOf(row, elsewhere)),
    timeline: timelineOf(survey.tally.timeline),
    diagnoses: explained.flatMap(({ verdict }) => verdict.diagnosis ?? []),
    exitCode: exitCodeOf(recognised, lookup),
    next: nextOf(recognised),
  };
}

/** The cause of a bare status is not known: it is named, and left to `explain STATUS`. */
function isExplained({ verdict }: Row<LogVerdict>): boolean {
  return verdict.status === null && verdict.id !== 'unknown';
}

function rowOf(
  { verdict, count, firstAt, lastAt, example, places, timeline }: Row<LogVerdict>,
  of: number,
): LogRow {
  const { id, title, diagnosis } = verdict;
  return {
    id,
    title,
    layer: diagnosis?.layer ?? null,
    certainty: diagnosis?.certainty ?? null,
    count,
    share: of === 0 ? 0 : count / of,
    firstAt: isoOf(firstAt ?? undefined),
    lastAt: isoOf(lastAt ?? undefined),
    example: { file: example.file, line: example.line, text: example.text },
    places,
    timeline: timelineOf(timeline),
  };
}

function timelineOf(timeline: Timeline): LogTimeline | null {
  const steps = timeline.steps(STEPS);
  if (steps === null) return null;
  const from = isoOf(steps.fromMs);
  return from === null ? null : { from, stepMs: steps.stepMs, counts: steps.counts };
}

/** The class of the most frequent cause; 1 when no cause was recognised. */
function exitCodeOf(recognised: readonly Row<LogVerdict>[], lookup: Lookup): number {
  const [first] = recognised;
  const diagnosis: Diagnosis | null = first?.verdict.diagnosis ?? null;
  return diagnosis === null ? 1 : exitCodeFor(diagnosis, lookup);
}

function nextOf([first]: readonly Row<LogVerdict>[]): string | null {
  if (first === undefined) return null;
  const { id, status } = first.verdict;
  return `lusha-doctor explain ${status === null ? id : String(status)}`;
}

function total(rows: readonly Row<LogVerdict>[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** ISO text, or null for no time and for one that no date can hold. */
function isoOf(ms: number | undefined): string | null {
  if (ms === undefined) return null;
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
