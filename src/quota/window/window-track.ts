import type { Figure, WatchedWindow, WatchEvent, WindowReading } from '../../model/watch.ts';
import { WINDOW_MS } from '../request-history.ts';
import { MOST_JUMPS, nextReset, type Jump } from './reset-jumps.ts';

/** What a new reading of a window means, seen from the one before. */
export interface Progress {
  /** Requests since the last reading, at least; null when that cannot be told. */
  readonly spent: number | null;
  readonly events: readonly Omit<WatchEvent, 'at'>[];
}

/** The window as it is believed to be now. */
export interface TrackedState extends WindowReading {
  readonly jumps: number;
  /** Epoch milliseconds of the reading that `left` comes from. */
  readonly readAt: number;
}

/** Requests counted up, either stated or, without a limit, as what is no longer left. */
type Counter = { readonly by: 'used' | 'left'; readonly value: number };

/** The server's clock and ours are compared by whole seconds. */
const CLOCK_SLACK_MS = 2000;
/** A counter that stays low is right, however it got there. */
const BELIEVED_AFTER = 3;

/** Follows one window: its counter, its ceiling, its resets. Holds a fixed amount of memory. */
export class WindowTrack {
  readonly name: WatchedWindow;
  #reading: WindowReading;
  #counter: Counter | null;
  #readAt: number;
  #lower = 0;
  #jumps: Jump[] = [];

  constructor(first: WindowReading, at: number) {
    this.name = first.name;
    this.#reading = first;
    this.#counter = counterOf(first);
    this.#readAt = at;
  }

  take(next: WindowReading, at: number): Progress {
    const previous = this.#reading;
    const events = limitEvents(previous, next);
    const counter = counterOf(next);
    const spent = this.#count(counter, next, at, events);
    if (isEmpty(next) && !isEmpty(previous)) {
      events.push({ kind: 'empty', text: `${this.name} window is used up` });
    }
    this.#reading = {
      name: this.name,
      limit: next.limit ?? previous.limit,
      used: next.used ?? (next.left === null ? previous.used : null),
      left: next.left ?? (next.used === null ? previous.left : null),
      resetsAt: next.resetsAt ?? stillAhead(previous.resetsAt, at),
    };
    if (counter !== null) this.#readAt = at;
    return { spent, events };
  }

  /** What is known at `now`, resets that have passed since the last reading included. */
  state(now: number): TrackedState {
    const length = WINDOW_MS[this.name];
    const stated = this.#reading.resetsAt;
    const passed = this.#passedSince(now);
    const ahead = stillAhead(stated, now);
    if (ahead !== null) return { ...this.#reading, jumps: 0, readAt: this.#readAt };
    const jumps = stated === null ? this.#jumps : withJump(this.#jumps, exactly(stated.value));
    const inferred = length === null ? null : nextReset(jumps, length, now);
    const { limit, used, left } = this.#reading;
    const refilled = passed && limit !== null;
    return {
      name: this.name,
      limit,
      used: refilled ? { value: 0, source: 'inferred' } : used,
      left: refilled ? { value: limit.value, source: 'inferred' } : left,
      resetsAt: inferred === null ? null : { value: inferred.at, source: 'inferred' },
      jumps: inferred?.jumps ?? 0,
      readAt: passed ? now : this.#readAt,
    };
  }

  #passedSince(now: number): boolean {
    const stated = this.#reading.resetsAt;
    if (stated !== null) return now > stated.value;
    const length = WINDOW_MS[this.name];
    const due = length === null ? null : nextReset(this.#jumps, length, this.#readAt);
    return due !== null && now > due.at + CLOCK_SLACK_MS;
  }

  #count(
    counter: Counter | null,
    next: WindowReading,
    at: number,
    events: Omit<WatchEvent, 'at'>[],
  ): number | null {
    const before = this.#counter;
    if (counter === null) return null;
    if (before === null || before.by !== counter.by) {
      this.#counter = counter;
      return null;
    }
    const grown = counter.value - before.value;
    if (this.#wasReset(before, counter, next, at)) {
      this.#remember(at);
      this.#counter = counter;
      this.#lower = 0;
      events.push({ kind: 'reset', text: `${this.name} window was reset` });
      return counter.by === 'used' ? counter.value : 0;
    }
    if (grown >= 0) {
      this.#counter = counter;
      this.#lower = 0;
      return grown;
    }
    // Answers overtake each other: an older count that arrives late is no reset.
    this.#lower += 1;
    if (this.#lower >= BELIEVED_AFTER) this.#counter = counter;
    return 0;
  }

  #wasReset(before: Counter, counter: Counter, next: WindowReading, at: number): boolean {
    const known = this.#reading.resetsAt;
    const length = WINDOW_MS[this.name];
    if (known !== null && length !== null) {
      const moved = next.resetsAt !== null && next.resetsAt.value - known.value > length / 2;
      if (moved && at >= known.value - CLOCK_SLACK_MS) return true;
      if (at < known.value - CLOCK_SLACK_MS) return false;
      return counter.value < before.value || at > known.value + CLOCK_SLACK_MS;
    }
    if (length !== null && at - this.#readAt > length && counter.value < before.value) return true;
    const fallen = before.value - counter.value;
    if (counter.by === 'used') return fallen >= 2 && counter.value <= before.value / 2;
    return fallen >= Math.max(2, -counter.value / 5);
  }

  #remember(at: number): void {
    const known = this.#reading.resetsAt;
    const stated = known !== null && at >= known.value - CLOCK_SLACK_MS;
    const jump = stated ? exactly(known.value) : { from: this.#readAt, to: at };
    this.#jumps = withJump(this.#jumps, jump);
  }
}

function withJump(jumps: readonly Jump[], jump: Jump): Jump[] {
  return [...jumps, jump].slice(-MOST_JUMPS);
}

function exactly(at: number): Jump {
  return { from: at, to: at };
}

function stillAhead(resetsAt: Figure | null, now: number): Figure | null {
  return resetsAt !== null && resetsAt.value >= now ? resetsAt : null;
}

function counterOf({ used, left }: WindowReading): Counter | null {
  if (used !== null) return { by: 'used', value: used.value };
  return left === null ? null : { by: 'left', value: -left.value };
}

function isEmpty({ left }: WindowReading): boolean {
  return left?.value === 0;
}

function limitEvents(before: WindowReading, next: WindowReading): Omit<WatchEvent, 'at'>[] {
  if (before.limit === null || next.limit === null) return [];
  if (before.limit.value === next.limit.value) return [];
  return [
    {
      kind: 'limit',
      text: `limit of the ${next.name} window changed from ${before.limit.value} to ${next.limit.value}`,
    },
  ];
}
