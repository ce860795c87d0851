import type { GuardedIo, ReadResult } from '../model/io.ts';
import type { Failed, Result } from '../model/problem.ts';

/** The time of a run. */
export interface Deadline {
  readonly ms: number;
  /** Aborts when the user stops the run or when its time is up. */
  readonly signal: AbortSignal;
  cancel(): void;
}

/** What has heard of the end may take so much longer to end by itself. */
const GRACE_MS = 2_000;

/** A deadline of `ms` milliseconds from now. */
export function deadlineOf(ms: number, io: Pick<GuardedIo, 'clock' | 'signal'>): Deadline {
  const expired = new AbortController();
  const cancelled = new AbortController();
  void io.clock.sleep(ms, cancelled.signal).then(() => {
    if (!cancelled.signal.aborted) expired.abort(new DOMException('time is up', 'TimeoutError'));
  });
  return {
    ms,
    signal: AbortSignal.any([io.signal, expired.signal]),
    cancel: () => cancelled.abort(),
  };
}

/** The same world, in which no file and no pipe is waited for any longer than the run may take. */
export function readingUnder({ signal }: Deadline, io: GuardedIo): GuardedIo {
  const late = tooLate(signal);
  const bounded = (read: Promise<ReadResult>) => Promise.race([read, late]);
  return {
    ...io,
    stdin: {
      get isTTY() {
        return io.stdin.isTTY;
      },
      read: (maxBytes) => bounded(io.stdin.read(maxBytes)),
      chunks: (until) => io.stdin.chunks(until),
    },
    files: { ...io.files, read: (path, maxBytes) => bounded(io.files.read(path, maxBytes)) },
  };
}

/**
 * What a run without an end reads before it begins, or between two calls: it waits for that no
 * longer than any other run.
 */
export async function inTime<T>(
  ms: number,
  io: GuardedIo,
  read: (io: GuardedIo) => Promise<Result<T>>,
): Promise<Result<T>> {
  const deadline = deadlineOf(ms, io);
  try {
    const result = await read(readingUnder(deadline, io));
    return deadline.signal.aborted && !io.signal.aborted ? notEnded(ms) : result;
  } finally {
    deadline.cancel();
  }
}

async function tooLate(signal: AbortSignal): Promise<ReadResult> {
  await abortOf(signal);
  return { ok: false, code: 'ETIMEDOUT', message: "nothing came before the run's time was up" };
}

/** Gives what `work` gives, or says that it did not end although it was told to. */
export async function endedBy<T>(
  { ms, signal }: Deadline,
  { clock }: Pick<GuardedIo, 'clock'>,
  work: Promise<T>,
): Promise<T | Failed> {
  const settled = new AbortController();
  const overdue = abortOf(signal)
    .then(() => clock.sleep(GRACE_MS, settled.signal))
    .then(() => notEnded(ms));
  try {
    return await Promise.race([work, overdue]);
  } finally {
    settled.abort();
  }
}

/** The time was up before there was anything to report. */
export function notEnded(ms: number): Failed {
  return {
    ok: false,
    problem: {
      code: 'deadline',
      message: `The run was not done after ${ms / 1000} s, so nothing could be checked.`,
      fix: 'Allow more time:  --deadline 120   If that does not help, report it as a bug.',
      exitCode: 3,
    },
  };
}

function abortOf(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
