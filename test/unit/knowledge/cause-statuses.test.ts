import { describe, expect, it } from 'vitest';
import { causeById, CAUSES } from '../../../src/knowledge/catalogue.ts';
import { namesStatus, needsMoreThan, statusesOf } from '../../../src/knowledge/cause-statuses.ts';
import { nearestStatuses, statusEntry } from '../../../src/knowledge/look-up/status-lookup.ts';
import { STATUSES } from '../../../src/knowledge/statuses.ts';
import type { Cause } from '../../../src/model/cause.ts';

describe('the statuses of a cause', () => {
  it.each([
    { cause: 'key-unknown', statuses: [401] },
    { cause: 'key-malformed', statuses: [400] },
    { cause: 'session-expired', statuses: [410] },
    { cause: 'item-not-found', statuses: [200, 201] },
    { cause: 'dns-not-found', statuses: [] },
    { cause: 'key-has-quotes', statuses: [] },
  ])('are $statuses for $cause', ({ cause, statuses }) => {
    expect(statusesOf(causeNamed(cause))).toEqual(statuses);
  });

  it('leave out what the cause excludes, and expand a range', () => {
    const statuses = statusesOf(causeNamed('client-error-other'));
    expect(statuses).toContain(418);
    expect(statuses.filter((status) => status < 400 || status > 499)).toEqual([]);
    expect([400, 401, 403, 429].filter((status) => statuses.includes(status))).toEqual([]);
  });

  it.each([
    { cause: 'key-unknown', status: 401, named: true },
    { cause: 'cdn-error', status: 525, named: true },
    { cause: 'client-error-other', status: 418, named: false },
    { cause: 'success', status: 204, named: true },
    { cause: 'success', status: 299, named: false },
  ])('$cause speaks of $status as such: $named', ({ cause, status, named }) => {
    expect(namesStatus(causeNamed(cause), status)).toBe(named);
  });

  it.each([
    { cause: 'item-not-found', status: 200, more: true },
    { cause: 'forbidden-unexplained', status: 403, more: false },
    { cause: 'account-inactive', status: 403, more: false },
    { cause: 'account-inactive', status: 404, more: false },
  ])('$cause needs more than $status: $more', ({ cause, status, more }) => {
    expect(needsMoreThan(causeNamed(cause), status)).toBe(more);
  });
});

describe('the table of statuses, looked up', () => {
  it('has an entry for every status of its own and for no other', () => {
    expect(STATUSES.every((entry) => statusEntry(entry.status) === entry)).toBe(true);
    expect(statusEntry(418)).toBeUndefined();
  });

  it('points from each status only to others that it has', () => {
    const apart = STATUSES.flatMap(({ apartFrom = [] }) => apartFrom);
    expect(apart.length).toBeGreaterThan(5);
    expect(apart.filter((status) => statusEntry(status) === undefined)).toEqual([]);
  });

  it.each([
    { status: 418, near: [415, 422, 413] },
    { status: 199, near: [200, 201, 301] },
  ])('names $near as nearest to $status', ({ status, near }) => {
    expect(nearestStatuses(status, 3)).toEqual(near);
  });

  it('has a cause for every status of the table', () => {
    const covered = new Set(CAUSES.flatMap(statusesOf));
    expect(STATUSES.filter(({ status }) => !covered.has(status))).toEqual([]);
  });
});

function causeNamed(id: string): Cause {
  const cause = causeById(id);
  if (cause === undefined) throw new Error(`no cause ${id}`);
  return cause;
}
