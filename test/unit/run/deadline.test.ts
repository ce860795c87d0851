import { describe, expect, it } from 'vitest';
import type { GuardedIo } from '../../../src/model/io.ts';
import { deadlineOf, endedBy } from '../../../src/run/deadline.ts';

/** A clock on which all the time in the world has passed at once. */
const hasty: Pick<GuardedIo, 'clock' | 'signal'> = {
  signal: new AbortController().signal,
  clock: { now: () => 0, elapsed: () => 0, sleep: () => Promise.resolve() },
};

describe('a run under a deadline', () => {
  it('that never settles is told as such, and is no success', async () => {
    const ended = await endedBy(deadlineOf(5_000, hasty), hasty, new Promise<never>(() => {}));
    expect(ended).toMatchObject({ ok: false, problem: { code: 'deadline', exitCode: 3 } });
    expect(ended.problem.message).toContain('5 s');
  });

  it('that ends gives what it gave, also what it threw', async () => {
    const deadline = deadlineOf(5_000, { ...hasty, clock: { ...hasty.clock, sleep: never } });
    expect(await endedBy(deadline, hasty, Promise.resolve(7))).toBe(7);
    await expect(endedBy(deadline, hasty, Promise.reject(new Error('x')))).rejects.toThrow('x');
  });
});

function never(): Promise<void> {
  return new Promise(() => {});
}
