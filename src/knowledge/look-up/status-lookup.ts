import { STATUSES, type StatusEntry } from '../statuses.ts';

/** The entry of a status. */
export function statusEntry(status: number): StatusEntry | undefined {
  return STATUSES.find((entry) => entry.status === status);
}

/** The `count` statuses of the table nearest in number, those of the same class first. */
export function nearestStatuses(status: number, count: number): readonly number[] {
  const distance = (one: number) =>
    Math.abs(one - status) + (Math.floor(one / 100) === Math.floor(status / 100) ? 0 : 1000);
  return STATUSES.map((entry) => entry.status)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, count);
}
