import { nearest } from '../knowledge/nearest.ts';
import { nearestStatuses } from '../knowledge/status-lookup.ts';
import { STATUSES } from '../knowledge/statuses.ts';
import type { Lookup } from './explain-lookup.ts';
import { notRecognised } from './explain-not-recognised.ts';

const MOST_NEAR = 3;

/** A number that is no status, or a status that nobody is known to send. */
export function showUnknownStatus(status: number, lookup: Lookup): Promise<number> {
  const isStatus = status >= 100 && status <= 599;
  const why = isStatus
    ? 'it is an interim answer, which a client never reports as the result'
    : 'statuses go from 100 to 599';
  const close = isStatus ? nearestStatuses(status, MOST_NEAR).map(String) : similarStatuses(status);
  return notRecognised(
    `Nothing known fits "${status}": ${why}.`,
    close.length === 0 ? '' : `Nearest statuses: ${close.join(', ')}. `,
    close,
    lookup,
  );
}

/** Statuses that a slip of the finger turns into this number. */
function similarStatuses(status: number): readonly string[] {
  const known = STATUSES.map((entry) => String(entry.status));
  const close = nearest(String(status), known, MOST_NEAR);
  return close.length > 0 ? close : ['400', '401', '403', '429', '500'];
}
