import { resourceUsage } from 'node:process';
import { expect, it } from 'vitest';

/** What a part of the proof did, and what it found. */
export interface Tried {
  readonly runs: number;
  /** One line each, enough to do it again. */
  readonly finds: readonly string[];
  /** What else the table says. */
  readonly note: string;
}

/** A line of the table at the end. */
interface Row {
  readonly part: string;
  readonly runs: number;
  readonly found: number;
  readonly slowestMs: number;
  readonly megabytes: number;
  readonly note: string;
}

declare module 'vitest' {
  interface TaskMeta {
    row?: Row;
  }
}

/** The short form, which CI runs, does a tenth. */
export const isShort = process.env['PROOF'] === 'short';

/** So many of what the long form does. */
export function share(count: number): number {
  return isShort ? Math.ceil(count / 10) : count;
}

/** Takes the time of each run, and keeps the longest. */
export interface Watch {
  time<T>(run: () => Promise<T>): Promise<T>;
  readonly slowestMs: number;
}

/** A part of the proof: a line in the table, and a failure when it finds something. */
export function part(name: string, attack: (watch: Watch) => Promise<Tried>): void {
  it(name, async ({ task }) => {
    const watch = stopwatch();
    const { runs, finds, note } = await attack(watch);
    task.meta.row = {
      part: name,
      runs,
      found: finds.length,
      slowestMs: watch.slowestMs,
      megabytes: resourceUsage().maxRSS / 1024,
      note,
    };
    expect(runs).toBeGreaterThan(0);
    expect(finds.slice(0, 40)).toEqual([]);
  });
}

function stopwatch(): Watch {
  let slowestMs = 0;
  return {
    async time(run) {
      const began = performance.now();
      try {
        return await run();
      } finally {
        slowestMs = Math.max(slowestMs, performance.now() - began);
      }
    },
    get slowestMs() {
      return slowestMs;
    },
  };
}
