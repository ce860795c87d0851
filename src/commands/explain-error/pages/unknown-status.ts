import { editDistance } from '../../../knowledge/look-up/edit-distance.ts';
import { nearest } from '../../../knowledge/look-up/nearest.ts';
import { nearestStatuses } from '../../../knowledge/look-up/status-lookup.ts';
import { STATUSES } from '../../../knowledge/statuses.ts';
import type { Lookup } from '../lookup.ts';
import { notRecognised } from '../not-recognised.ts';

const MOST_NEAR = 3;

/** A number that is no status, or a status that nobody is known to send. */
export function showUnknownStatus(status: number, lookup: Lookup): Promise<number> {
  const isStatus = status >= 100 && status <= 599;
  const why = whyUnknown(status);
  const close = isStatus ? nearestStatuses(status, MOST_NEAR).map(String) : slipsOf(status);
  return notRecognised(
    `Nothing known fits "${status}": ${why}.`,
    close.length === 0
      ? ['The statuses:  lusha-doctor explain statuses']
      : [`Nearest statuses: ${close.join(', ')}.`],
    close.length === 0 ? ['statuses'] : close,
    lookup,
  );
}

function whyUnknown(status: number): string {
  if (status < 100 || status > 599) return 'statuses go from 100 to 599';
  if (status === 101) return 'it changes the protocol, which this API does not do';
  return status < 200
    ? 'it is an interim answer, which a client never reports as the result'
    : 'no source names it for this API';
}

/** `4xx`: a class of statuses is no single thing to explain. */
export function showStatusClass(name: string, lookup: Lookup): Promise<number> {
  const [first = ''] = name;
  const known = STATUSES.map(({ status }) => String(status)).filter((text) => text[0] === first);
  return notRecognised(
    known.length === 0
      ? `Nothing known fits "${name}".`
      : `"${name}" is a class of statuses: give one of them.`,
    known.length === 0
      ? ['The statuses:  lusha-doctor explain statuses']
      : [`Known: ${known.join(', ')}.  lusha-doctor explain ${known[0] ?? ''}`],
    known.length === 0 ? ['statuses'] : known,
    lookup,
  );
}

/**
 * Statuses that a digit too many or too few makes this number of. With three digits any status of
 * another class would be as near, which says nothing.
 */
function slipsOf(status: number): readonly string[] {
  const text = String(status);
  if (text.length === 3) return [];
  const known = STATUSES.map((entry) => String(entry.status));
  return nearest(text, known, MOST_NEAR).filter((name) => editDistance(text, name) === 1);
}
