import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../src/model/io.ts';

/** The machine's own clocks, for tests that talk to real servers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: async (ms, signal) => {
    await sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {});
  },
};
