import type { LogRow, LogSummary } from '../../model/log-summary.ts';
import { count, duration } from '../format.ts';
import { pageWidth } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** How much was read, and how fast. */
export function readText({ bytes, lines, unit, durationMs }: LogSummary): string {
  return [size(bytes), countOf(lines, unit), duration(durationMs)].join(', ');
}

/** What was left out, and what could not be read. */
export function headRemarks(summary: LogSummary, theme: Theme, year: string): string[] {
  const { sources, failures, undated } = summary;
  const remarks = [
    sinceRemark(summary, year),
    undated > 0 && undated < failures ? `${undated} of them without a time.` : '',
  ].filter((text) => text !== '');
  const problems = sources.flatMap(({ name, problem }) =>
    problem === null ? [] : wrap(theme, [`${name}: ${problem}`], pageWidth(theme), 2),
  );
  return [...remarks.flatMap((remark) => wrap(theme, [remark], pageWidth(theme))), ...problems];
}

function countOf(amount: number, unit: LogSummary['unit']): string {
  if (unit === 'line') return count(amount, 'line');
  return `${amount} ${amount === 1 ? 'entry' : 'entries'}`;
}

function sinceRemark({ since, leftOut, leftOutUndated }: LogSummary, year: string): string {
  if (since === null) return '';
  const undated = leftOutUndated === 0 ? '' : ` and ${leftOutUndated} more without a readable time`;
  return `Counted since ${shortTime(since, year)} UTC; ${leftOut} left out${undated}.`;
}

/** A cause that is only possible is not shown like one that is certain. */
export function nameOf({ id, certainty }: LogRow): string {
  const isOpen = certainty === 'possible' && id !== 'unknown' && !id.startsWith('status-');
  return isOpen ? `${id} (possible)` : id;
}

/** Without the year when it is the current one. */
export function shortTime(iso: string | null, year: string): string {
  return iso === null ? '-' : iso.slice(iso.startsWith(year) ? 5 : 0, 19).replace('T', ' ');
}

/** Bytes in decimal units, as disks are sold and logs are counted. */
function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  let amount = bytes;
  let unit = 0;
  while (amount >= 1000 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${unit === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[unit] ?? 'B'}`;
}
