import type {
  CallResult,
  Sample,
  WatchedWindow,
  WatchEvent,
  WatchView,
  WindowOutlook,
} from '../../model/watch.ts';
import { WATCHED_WINDOWS } from '../../model/watch.ts';
import { OwnCalls } from '../own-calls.ts';
import { outlookOf } from '../outlook.ts';
import { RequestHistory } from '../request-history.ts';
import { WindowTrack } from './window-track.ts';

const MINUTE_MS = 60_000;
const SPARK_MINUTES = 30;
const MOST_EVENTS = 20;
const SHORT_MINUTES = 5;
const LONG_MINUTES = 60;

/** Windows whose requests are the same requests; the others may count something of their own. */
const COUNTING: readonly WatchedWindow[] = ['minute', 'hour', 'day', 'month'];

type Happening = Omit<WatchEvent, 'at'>;

/**
 * Puts samples together to a picture. Knows no clock: every moment is handed in. Takes the
 * same memory after a hundred thousand samples as after a thousand.
 */
export class Tracker {
  readonly #tracks = new Map<WatchedWindow, WindowTrack>();
  readonly #history = new RequestHistory();
  readonly #own = new OwnCalls();
  readonly #alerting = new Set<WatchedWindow>();
  #events: WatchEvent[] = [];
  #samples = 0;
  #lastAt: number | null = null;
  #lastReadingAt: number | null = null;
  #credits: Sample['credits'] = null;
  #plan: string | null = null;
  #trouble: CallResult | null = null;

  /** Takes a sample in and gives back what happened with it. */
  take(sample: Sample): readonly WatchEvent[] {
    const at = Math.max(sample.at, this.#lastAt ?? sample.at);
    this.#lastAt = at;
    this.#samples += 1;
    const events: Happening[] = [
      ...this.#callEvents(sample.call),
      ...sample.oddities.map((text) => ({ kind: 'oddity', text }) as const),
    ];
    const spent = this.#takeWindows(sample, at, events);
    if (spent !== null) this.#history.add(at, spent);
    if (sample.source === 'poll') this.#own.add(at, spent, sample.windows);
    else this.#own.interrupted();
    this.#credits = sample.credits ?? this.#credits;
    this.#plan = sample.plan ?? this.#plan;
    this.#trouble = sample.call?.cause === null ? null : sample.call;
    events.push(...this.#alarms(at));
    const dated = events.map((event) => ({ ...event, at }));
    this.#events = [...this.#events, ...withoutRepeats(this.#events, dated)].slice(-MOST_EVENTS);
    return dated;
  }

  /** Puts down something the watcher itself has to say. */
  note(at: number, text: string): void {
    const event: WatchEvent = { at, kind: 'note', text };
    this.#events = [...this.#events, event].slice(-MOST_EVENTS);
  }

  /** Own calls since this window's last reset. */
  ownIn(window: WatchedWindow): number {
    return this.#own.since(window);
  }

  /** The picture at `now`, epoch milliseconds. */
  view(now: number): WatchView {
    const windows = this.#outlooks(now);
    const rate = (minutes: number): number | null => {
      const found = this.#history.rate(minutes * MINUTE_MS);
      return found === null ? null : found.perMs * MINUTE_MS;
    };
    return {
      now,
      samples: this.#samples,
      lastReadingAt: this.#lastReadingAt,
      windows,
      binds: bindingOf(windows),
      rates: {
        watchedMinutes: this.#history.watchedMs / MINUTE_MS,
        short: rate(SHORT_MINUTES),
        shortMinutes: SHORT_MINUTES,
        long: rate(LONG_MINUTES),
        longMinutes: LONG_MINUTES,
      },
      lastHalfHour: this.#history.slots(now, SPARK_MINUTES, MINUTE_MS),
      credits: this.#credits,
      plan: this.#plan,
      events: this.#events,
      own: this.#own.share(now),
      trouble: this.#trouble,
    };
  }

  #takeWindows(sample: Sample, at: number, events: Happening[]): number | null {
    if (sample.windows.length > 0) this.#lastReadingAt = at;
    const named = sample.windows.some(({ name }) => COUNTING.includes(name));
    let most: number | null = null;
    for (const reading of sample.windows) {
      const track = this.#tracks.get(reading.name);
      const counts = COUNTING.includes(reading.name) || !named;
      if (track === undefined) {
        this.#tracks.set(reading.name, new WindowTrack(reading, at));
        if (counts) most = Math.max(most ?? 0, 0);
        continue;
      }
      const progress = track.take(reading, at);
      events.push(...progress.events);
      if (progress.events.some(({ kind }) => kind === 'reset')) this.#own.reset(reading.name);
      if (counts && progress.spent !== null) most = Math.max(most ?? 0, progress.spent);
    }
    return most;
  }

  #outlooks(now: number): readonly WindowOutlook[] {
    return WATCHED_WINDOWS.flatMap((name) => {
      const track = this.#tracks.get(name);
      if (track === undefined) return [];
      return [outlookOf(track.state(now), this.#history, now, this.#alerting.has(name))];
    });
  }

  #alarms(at: number): readonly Happening[] {
    return this.#outlooks(at).flatMap(({ name, alert, left }): readonly Happening[] => {
      if (alert === this.#alerting.has(name)) return [];
      if (alert) {
        this.#alerting.add(name);
        return [{ kind: 'alert', text: `${name} window: the pace uses it up before its reset` }];
      }
      this.#alerting.delete(name);
      if (left?.value === 0) return [];
      return [{ kind: 'calm', text: `${name} window: the pace is fine again` }];
    });
  }

  #callEvents(call: CallResult | null): readonly Happening[] {
    if (call === null || call.cause === null) {
      const recovered = this.#trouble !== null && call !== null;
      return recovered ? [{ kind: 'call', text: 'calls succeed again' }] : [];
    }
    const status = call.status === null ? 'no answer' : String(call.status);
    return [{ kind: 'call', text: `${call.endpoint}: ${status}, ${call.title ?? call.cause}` }];
  }
}

/** The window that stops the caller first: the empty one that stays so longest, else the first to run out. */
function bindingOf(windows: readonly WindowOutlook[]): WatchedWindow | null {
  const empty = windows.filter(({ pace }) => pace === 'empty');
  if (empty.length > 0) {
    const latest = empty.toSorted((a, b) => (b.resetsAt?.value ?? 0) - (a.resetsAt?.value ?? 0));
    return latest[0]?.name ?? null;
  }
  const ending = windows.filter(({ runsOutAt }) => runsOutAt !== null);
  return ending.toSorted((a, b) => (a.runsOutAt ?? 0) - (b.runsOutAt ?? 0))[0]?.name ?? null;
}

/** The same oddity or failure with every sample is worth one line. */
function withoutRepeats(
  known: readonly WatchEvent[],
  fresh: readonly WatchEvent[],
): readonly WatchEvent[] {
  const recent = new Set(known.slice(-MOST_EVENTS / 2).map(({ text }) => text));
  return fresh.filter(
    ({ kind, text }) => (kind !== 'oddity' && kind !== 'call') || !recent.has(text),
  );
}
