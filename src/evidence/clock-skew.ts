import { httpDate } from '../quota/window/reset-time.ts';
import type { Exchange, Phase, Response } from '../model/exchange.ts';
import { headerValue } from './header.ts';

/**
 * Seconds this machine's clock is ahead of the server's (negative: behind). Null when it cannot
 * be told: no start time, no date, or a difference no larger than the uncertainty, which is half
 * the wait for the first byte plus the half second that the Date header rounds away. Where the
 * exchange ended before an answer, the date of the proxy's answer to CONNECT counts.
 */
export function clockSkewOf(exchange: Exchange): number | null {
  const { proxy, response } = exchange;
  if (response !== undefined) return skewBy(response, 'wait', exchange);
  return proxy?.connect === undefined ? null : skewBy(proxy.connect, 'proxy', exchange);
}

function skewBy(
  { headers }: Response,
  phase: Phase,
  { startedAt, phases }: Exchange,
): number | null {
  const wait = phases.find((one) => one.phase === phase);
  if (startedAt === undefined || wait === undefined) return null;
  const date = httpDate(headerValue(headers, 'date') ?? '');
  // A stored answer carries the date at which it was made.
  if (date === null || headerValue(headers, 'age') !== null) return null;
  const answered = startedAt + wait.startMs + wait.durationMs / 2;
  const aheadMs = answered - (date + 500);
  const uncertaintyMs = wait.durationMs / 2 + 500;
  return Math.abs(aheadMs) <= uncertaintyMs ? null : Math.round(aheadMs / 1000);
}
