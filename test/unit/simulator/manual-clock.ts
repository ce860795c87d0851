import type { Clock } from '../../../src/model/io.ts';

/** A clock that stands still until it is moved. Nobody sleeps by it. */
export interface ManualClock extends Clock {
  /** Moves it on by so many seconds. */
  advance(seconds: number): void;
}

export const NOON = Date.parse('2026-11-23T12:00:00.000Z');

export function manualClock(start: number = NOON): ManualClock {
  let time = start;
  return {
    now: () => time,
    elapsed: () => time,
    sleep: () => Promise.resolve(),
    advance: (seconds) => {
      time += seconds * 1000;
    },
  };
}
