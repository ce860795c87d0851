import type { ExplainOptions } from '../options.ts';

/** How a log is read and shown. */
export interface LogOptions {
  /** Causes that are explained in full. */
  readonly top: number;
  /** Epoch milliseconds; undefined counts everything. */
  readonly since: number | undefined;
  readonly follow: boolean;
}

/** What the options say about logs, and the usual where they say nothing. */
export function logOptionsOf({ top = 3, since, follow }: ExplainOptions): LogOptions {
  return { top, since, follow: follow === true };
}
