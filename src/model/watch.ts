import type { WindowName } from './fact.ts';
import type { Account, Provenance } from './report.ts';

/**
 * Everything that can be counted: Lusha's three request windows, those that other families of
 * headers name, and `unnamed` for a limit whose header does not say which window it means.
 */
export const WATCHED_WINDOWS = ['second', 'minute', 'hour', 'day', 'month', 'unnamed'] as const;
export type WatchedWindow = WindowName | (typeof WATCHED_WINDOWS)[number];

/** A number and where it came from. */
export interface Figure {
  readonly value: number;
  readonly source: Provenance;
}

/** What one answer says about one window; null for what it does not say. */
export interface WindowReading {
  readonly name: WatchedWindow;
  readonly limit: Figure | null;
  readonly used: Figure | null;
  readonly left: Figure | null;
  /** Epoch milliseconds by the server's clock. */
  readonly resetsAt: Figure | null;
}

/** Where a sample came from: an own call, a call through the relay, somebody's log. */
export const SAMPLE_SOURCES = ['poll', 'relay', 'log'] as const;
export type SampleSource = (typeof SAMPLE_SOURCES)[number];

/** How the call ended that brought a sample. */
export interface CallResult {
  /** Null when there was no answer. */
  readonly status: number | null;
  /** Id of the endpoint in the catalogue, or `unlisted`. */
  readonly endpoint: string;
  /** Id of the diagnosed cause when the call failed; null when it did not. */
  readonly cause: string | null;
  /** The cause in words. */
  readonly title: string | null;
}

/** One thing that was learnt at one moment. Holds no secret and no contact data. */
export interface Sample {
  /** Epoch milliseconds by the server's clock, as far as it is known. */
  readonly at: number;
  readonly source: SampleSource;
  readonly windows: readonly WindowReading[];
  readonly credits: Account['credits'];
  readonly plan: string | null;
  readonly call: CallResult | null;
  /** Epoch milliseconds until which the answer asked to wait. */
  readonly retryAt: number | null;
  /** What the answer stated and what cannot be used, in words. */
  readonly oddities: readonly string[];
}

/** How the consumption of a window compares with what is left of it. */
export type Pace = 'unknown' | 'cool' | 'on pace' | 'hot' | 'empty';

/** One window and where it is heading. */
export interface WindowOutlook extends WindowReading {
  /** Jumps of the counter that an inferred reset rests on. */
  readonly jumps: number;
  readonly pace: Pace;
  /** Epoch milliseconds; null when it lasts until its reset or when nothing can be said. */
  readonly runsOutAt: number | null;
  /** Enough samples of a steady pace stand behind `runsOutAt`. */
  readonly sure: boolean;
  /** Requests a minute that would use up what is left exactly at the reset. */
  readonly lastingRate: number | null;
  /** Both the short and the long span use the window up before its reset. */
  readonly alert: boolean;
}

/** Something worth telling that happened while watching. */
export interface WatchEvent {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind:
    | 'reset'
    | 'limit'
    | 'alert'
    | 'calm'
    | 'empty'
    | 'refill'
    | 'call'
    | 'oddity'
    | 'note';
  readonly text: string;
}

/** Requests a minute over a short and a long span; null where nothing is known. */
export interface Rates {
  /** How long was watched; a span cannot cover more. */
  readonly watchedMinutes: number;
  readonly short: number | null;
  readonly shortMinutes: number;
  readonly long: number | null;
  readonly longMinutes: number;
}

/** What the tool itself adds to the traffic. */
export interface OwnShare {
  readonly calls: number;
  /** Calls in the last minute; five a minute are allowed. */
  readonly lastMinute: number;
  /** False once two own calls in a row left every counter as it was. */
  readonly counted: boolean;
}

/** Everything a view shows, at one moment. */
export interface WatchView {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly samples: number;
  /** Time of the last sample that stated any figure; null before the first. */
  readonly lastReadingAt: number | null;
  readonly windows: readonly WindowOutlook[];
  /** The window that stops the caller first, if any does. */
  readonly binds: WatchedWindow | null;
  readonly rates: Rates;
  /** Requests in each of the last 30 minutes, oldest first; null where nothing was watched. */
  readonly lastHalfHour: readonly (number | null)[];
  readonly credits: Account['credits'];
  readonly plan: string | null;
  readonly events: readonly WatchEvent[];
  readonly own: OwnShare;
  /** How the last call ended; null when the last one is fine or there was none. */
  readonly trouble: CallResult | null;
}

/** How the watching itself goes, beside what it sees. */
export interface WatchStatus {
  /** What is watched, in words: `api.lusha.com every 15 s`, `relay on 127.0.0.1:8080`. */
  readonly what: string;
  /** Fingerprint of the key; null where no key is used. */
  readonly key: string | null;
  readonly paused: boolean;
  /** Epoch milliseconds of the next own call; null where none is made. */
  readonly nextAt: number | null;
  /** Why the next call is later than the interval says. */
  readonly because: string | null;
}

/** How a watch ended. */
export interface WatchEnd {
  readonly exitCode: number;
  /** Why it ended, in words. */
  readonly why: string;
  /** Epoch milliseconds at which the empty window opens again; null when none is empty or nobody knows. */
  readonly releaseAt: number | null;
  readonly watchedMs: number;
  readonly alerts: number;
  readonly failedCalls: number;
}
