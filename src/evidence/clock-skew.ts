import type { Exchange } from '../model/exchange.ts';
import { httpDate } from '../quota/reset-time.ts';
import { headerValue } from './header.ts';

/**
 * Seconds this machine's clock is ahead of the server's (negative: behind). Null when it cannot
 * be told: no start time, no date, or a difference no larger than the uncertainty, which is half
 * the wait for the first byte plus the half second that the Date header rounds away.
 */
export function clockSkewOf({ startedAt, phases, response }: Exchange): number | null {
  const wait = phases.find(({ phase, outcome }) => phase === 'wait' && outcome === 'done');
  if (startedAt === undefined || response === undefined || wait === undefined) return null;
  const date = httpDate(headerValue(response.headers, 'date') ?? '');
  // A stored answer carries the date at which it was made.
  if (date === null || headerValue(response.headers, 'age') !== null) return null;
  const answered = startedAt + wait.startMs + wait.durationMs / 2;
  const aheadMs = answered - (date + 500);
  const uncertaintyMs = wait.durationMs / 2 + 500;
  return Math.abs(aheadMs) <= uncertaintyMs ? null : Math.round(aheadMs / 1000);
}
