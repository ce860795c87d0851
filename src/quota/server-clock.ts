import { httpDate } from './window/reset-time.ts';

/** The Date header leaves out the fraction of a second. */
const HALF_SECOND_MS = 500;
const SLACK_MS = 1500;

/**
 * Reads the server's time off its answers, so that resets stated as a time of day and our own
 * clock can be compared even when ours is wrong, or is put right while watching.
 */
export class ServerClock {
  #aheadMs = 0;

  /** Milliseconds our clock is ahead of the server's; 0 until an answer shows otherwise. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  /**
   * The server's time (epoch milliseconds) at `ours`, after looking at an answer's Date header.
   * `uncertainMs` is how long the answer took. Small differences are below what the header can show.
   */
  at(ours: number, date: string | null, uncertainMs = 0): number {
    const theirs = date === null ? null : httpDate(date);
    if (theirs !== null) {
      const ahead = ours - (theirs + HALF_SECOND_MS);
      const slack = SLACK_MS + uncertainMs;
      if (Math.abs(ahead) <= slack) this.#aheadMs = 0;
      else if (Math.abs(ahead - this.#aheadMs) > slack) this.#aheadMs = ahead;
    }
    return ours - this.#aheadMs;
  }
}
