import { exitCodeOfLayer } from '../../model/exit-code.ts';
import type { Clock } from '../../model/io.ts';
import type { Sample, WatchEnd, WatchEvent, WatchView } from '../../model/watch.ts';
import { holds, releaseOf, windowsBelow } from '../../quota/gate.ts';
import { ServerClock } from '../../quota/server-clock.ts';
import { Tracker } from '../../quota/window/tracker.ts';
import type { WatchOptions } from './wanted.ts';
import type { Learnt } from './sample.ts';

/** Whoever wants to be told about samples: views, records, metrics. */
export interface Listener {
  sample(view: WatchView, sample: Sample, events: readonly WatchEvent[]): void;
}

type Gates = Pick<WatchOptions, 'until' | 'floor' | 'durationMs' | 'count' | 'windows'>;

interface Verdict {
  readonly exitCode: number;
  readonly why: string;
}

/** Exit code of a wall that was hit. */
const THROTTLED = 6;

/**
 * One watch from its first sample to its end: keeps the picture, tells the listeners, and
 * decides by the gates when it is over and with which exit code.
 */
export class Session {
  readonly tracker = new Tracker();
  readonly serverClock = new ServerClock();
  readonly #gates: Gates;
  readonly #clock: Clock;
  readonly #listeners: Listener[] = [];
  readonly #over = new AbortController();
  readonly #began: number;
  #replayedFrom: number | null = null;
  #replayedTo: number | null = null;
  #samples = 0;
  #alerts = 0;
  #failedCalls = 0;
  #lastLayer: Learnt['layer'] = null;
  #everRead = false;
  #verdict: Verdict | null = null;

  constructor(gates: Gates, clock: Clock) {
    this.#gates = gates;
    this.#clock = clock;
    this.#began = clock.elapsed();
  }

  /** Aborts when the watch is over. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** The moment the picture is about: the server's time, or that of the record being played. */
  now(): number {
    return this.#replayedTo ?? this.#clock.now() - this.serverClock.aheadMs;
  }

  /** Moves the time of a record that is played. */
  replayTo(at: number): void {
    this.#replayedFrom ??= at;
    this.#replayedTo = at;
  }

  view(): WatchView {
    return this.#chosen(this.tracker.view(this.now()));
  }

  take({ sample, layer }: Learnt): void {
    if (this.#over.signal.aborted) return;
    this.#samples += 1;
    this.#lastLayer = layer;
    this.#everRead ||= sample.windows.length > 0;
    if (sample.call !== null && sample.call.cause !== null) this.#failedCalls += 1;
    const events = this.tracker.take(sample);
    this.#alerts += events.filter(({ kind }) => kind === 'alert').length;
    const view = this.view();
    for (const listener of this.#listeners) listener.sample(view, sample, events);
    this.#judge(view);
  }

  /** Ends the watch; the first reason given counts. */
  finish(exitCode: number, why: string): void {
    this.#verdict ??= { exitCode, why };
    this.#over.abort('over');
  }

  /** Ends it because nothing more will come or be waited for: the gates decide what that means. */
  conclude(why: string): void {
    const view = this.view();
    const { until } = this.#gates;
    const release = releaseOf(view.windows);
    if (until !== null && holds(until, view) !== true) {
      this.finish(THROTTLED, `${why}, and ${until.text} does not hold`);
    } else if (this.#lastLayer === 'key') {
      this.finish(exitCodeOfLayer('key'), `${why}, and the key is refused`);
    } else if (release !== null) {
      this.finish(THROTTLED, `${why}, and the ${release.window} window is used up`);
    } else if (!this.#everRead && this.#lastLayer !== null) {
      this.finish(exitCodeOfLayer(this.#lastLayer), `${why}, and no window could be read`);
    } else {
      this.finish(0, why);
    }
  }

  end(): WatchEnd {
    const { exitCode, why } = this.#verdict ?? { exitCode: 0, why: 'stopped' };
    return {
      exitCode,
      why,
      releaseAt: releaseOf(this.view().windows)?.at ?? null,
      watchedMs: this.#watchedMs(),
      alerts: this.#alerts,
      failedCalls: this.#failedCalls,
    };
  }

  #watchedMs(): number {
    if (this.#replayedFrom !== null) return this.now() - this.#replayedFrom;
    return Math.round(this.#clock.elapsed() - this.#began);
  }

  #judge(view: WatchView): void {
    const { until, floor, count } = this.#gates;
    if (until !== null && holds(until, view) === true) {
      this.finish(0, `${until.text} holds`);
      return;
    }
    const [below] = floor === null ? [] : windowsBelow(floor, view.windows);
    if (below !== undefined && floor !== null) {
      const amount = `${below.left?.value ?? '?'}${below.limit === null ? '' : ` of ${below.limit.value}`}`;
      this.finish(THROTTLED, `${below.name} window has ${amount} left, below ${floor.text}`);
      return;
    }
    if (count !== null && this.#samples >= count) {
      this.conclude(`${count} sample${count === 1 ? '' : 's'} taken`);
    }
  }

  #chosen(view: WatchView): WatchView {
    const { windows: wanted } = this.#gates;
    if (wanted.length === 0) return view;
    const windows = view.windows.filter(({ name }) => wanted.includes(name));
    const binds = windows.some(({ name }) => name === view.binds) ? view.binds : null;
    return { ...view, windows, binds };
  }
}
