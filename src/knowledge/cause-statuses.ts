import type { Cause, Pattern, Range } from '../model/cause.ts';

const FIRST_STATUS = 100;
const LAST_STATUS = 599;
const EVERY_STATUS = Array.from(
  { length: LAST_STATUS - FIRST_STATUS + 1 },
  (_, index) => FIRST_STATUS + index,
);
/** Errors of single items stand inside an answer that succeeded. */
const WITH_ITEMS: readonly number[] = [200, 201];
/** A wider range is a whole class of statuses, not a statement about each of them. */
const WIDEST_NAMED = 20;

/** Every status a cause can come with, ascending; empty for causes without an answer. */
export function statusesOf({ when, unless = [] }: Cause): readonly number[] {
  const excluded = new Set(unless.filter(isStatusAlone).flatMap(statusesIn));
  const named = new Set(when.flatMap(statusesIn));
  return EVERY_STATUS.filter((status) => named.has(status) && !excluded.has(status));
}

/** True when a cause speaks of this very status, not only of its class. */
export function namesStatus({ when, signs }: Cause, status: number): boolean {
  return [...when, ...signs.map(({ facts }) => facts)].some(
    (pattern) => isNarrow(pattern) && statusesIn(pattern).includes(status),
  );
}

/** True when a cause can come with this status, but never on the status alone. */
export function needsMoreThan({ when }: Cause, status: number): boolean {
  const fitting = when.filter((pattern) => statusesIn(pattern).includes(status));
  return fitting.length > 0 && !fitting.some(isStatusAlone);
}

function isStatusAlone(pattern: Pattern): boolean {
  return pattern.status !== undefined && Object.keys(pattern).length === 1;
}

function isNarrow({ status }: Pattern): boolean {
  if (typeof status !== 'object' || isList(status)) return true;
  const { min = FIRST_STATUS, max = LAST_STATUS } = status;
  return max - min <= WIDEST_NAMED;
}

function statusesIn({ status, itemErrors }: Pattern): readonly number[] {
  if (status === undefined) return itemErrors === undefined ? [] : WITH_ITEMS;
  if (typeof status === 'number') return [status];
  if (isList(status)) return status;
  const { min = FIRST_STATUS, max = LAST_STATUS } = status;
  return EVERY_STATUS.filter((one) => one >= min && one <= max);
}

function isList(status: readonly number[] | Range): status is readonly number[] {
  return Array.isArray(status);
}
