import { timeOf } from '../../../reading/logs/log-time.ts';
import { ok, wrongUsage, type Result } from '../../../model/problem.ts';
import { numberOf, switchOf, textOf, type RawOptions } from '../../../run/raw-options.ts';

/** How a log is read and shown. */
export interface LogOptions {
  /** Causes that are explained in full. */
  readonly top: number;
  /** Epoch milliseconds; undefined counts everything. */
  readonly since: number | undefined;
  readonly follow: boolean;
}

const UNITS_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Reads `--top`, `--since` and `--follow`; the first mistake is returned. `now` is epoch milliseconds. */
export function logOptionsOf(raw: RawOptions, now: number): Result<LogOptions> {
  const top = numberOf(raw, 'top', {
    option: '--top',
    min: 0,
    max: 100,
    fallback: 3,
    unit: 'causes',
    whole: true,
  });
  if (!top.ok) return top;
  const since = sinceOf(textOf(raw, 'since'), now);
  if (!since.ok) return since;
  return ok({ top: top.value, since: since.value, follow: switchOf(raw, 'follow') === true });
}

/** `90m`, `2d`, `2026-11-23` or a time. */
function sinceOf(text: string | undefined, now: number): Result<number | undefined> {
  if (text === undefined) return ok(undefined);
  const [, amount, unit = ''] = /^(\d{1,6})\s?([smhdw])$/.exec(text.trim()) ?? [];
  const ms = UNITS_MS[unit];
  if (amount !== undefined && ms !== undefined) return ok(now - Number(amount) * ms);
  const day = /^\d{4}-\d\d-\d\d$/.test(text.trim()) ? `${text.trim()}T00:00:00Z` : text.trim();
  const minute = day.replace(/^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d)(Z|[+-]\d\d:?\d\d)?$/, '$1:00$2');
  const at = timeOf(minute, now);
  if (at !== null) return ok(at);
  return wrongUsage(
    'bad-since',
    `--since takes a span or a time, not "${text}".`,
    'For example:  --since 2h   --since 3d   --since 2026-11-23T14:00:00Z',
  );
}
