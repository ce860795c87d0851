import type { StopReason } from '../model/io.ts';

/** Exit codes of a run that was ended from outside; 128 plus the signal's number. */
const CODES: Readonly<Record<StopReason, number>> = {
  SIGINT: 130,
  SIGTERM: 143,
  SIGHUP: 129,
  'stdout-closed': 0,
};

/** The exit code for the reason of an aborted `Io.signal`. */
export function stopCode(reason: unknown): number {
  return isStopReason(reason) ? CODES[reason] : CODES.SIGINT;
}

function isStopReason(reason: unknown): reason is StopReason {
  return typeof reason === 'string' && Object.hasOwn(CODES, reason);
}
