import type { OwnShare, WatchedWindow, WindowReading } from '../model/watch.ts';

const MINUTE_MS = 60_000;
/** More than the usage endpoint allows in the time that is looked at. */
const KEPT = 8;

/** Keeps count of the calls the tool makes itself, and finds out whether the windows count them. */
export class OwnCalls {
  #calls = 0;
  #times: number[] = [];
  #counted = true;
  #alone = false;
  readonly #inWindow = new Map<WatchedWindow, number>();

  /** An own call at `at` (epoch milliseconds), with the requests counted since the last sample. */
  add(at: number, spent: number | null, windows: readonly WindowReading[]): void {
    this.#calls += 1;
    this.#times = [...this.#times, at].slice(-KEPT);
    // Two own calls, nobody else's in between, and no counter moved: they are not counted.
    if (this.#alone && spent === 0) this.#counted = false;
    this.#alone = windows.some(({ used, left }) => used !== null || left !== null);
    for (const { name } of windows) this.#inWindow.set(name, this.since(name) + 1);
  }

  /** Somebody else's call was seen. */
  interrupted(): void {
    this.#alone = false;
  }

  reset(window: WatchedWindow): void {
    this.#inWindow.set(window, 0);
  }

  since(window: WatchedWindow): number {
    return this.#inWindow.get(window) ?? 0;
  }

  share(now: number): OwnShare {
    const lastMinute = this.#times.filter((at) => at > now - MINUTE_MS).length;
    return { calls: this.#calls, lastMinute, counted: this.#counted };
  }
}
