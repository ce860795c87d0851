import type { Failure, Phase, PhaseTiming } from '../../model/exchange.ts';
import type { Clock } from '../../model/io.ts';
import { failureOf, stopFailure, timeoutFailure, type Where } from './failure-kind.ts';

/** What a phase gave: a value, or the failure that ends the exchange. */
export type Step<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export function done<T>(value: T): Step<T> {
  return { ok: true, value };
}

export function failed(failure: Failure): Step<never> {
  return { ok: false, failure };
}

export interface TimelineSetting {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  /** Milliseconds for single phases, where they are tighter than that. */
  readonly phaseMs?: Partial<Record<Phase, number>>;
}

/**
 * Runs one phase after the other, times each, and ends the one that runs too long. It does
 * not stop the work itself: whoever holds the sockets closes them when a step has failed.
 */
export class Timeline {
  readonly #setting: TimelineSetting;
  readonly #began: number;
  readonly #phases: PhaseTiming[] = [];
  /** The hop that each phase led to, by its place among the phases. */
  readonly #wheres: Where[] = [];

  constructor(setting: TimelineSetting) {
    this.#setting = setting;
    this.#began = setting.clock.elapsed();
  }

  get phases(): readonly PhaseTiming[] {
    return this.#phases;
  }

  /** Runs and records one phase. Never rejects; what `work` throws becomes the failure. */
  async run<T>(where: Where, work: () => Promise<Step<T>>): Promise<Step<T>> {
    const startMs = this.#elapsed();
    const step = await this.#bounded(where, work, startMs);
    this.#wheres.push(where);
    this.#phases.push({
      phase: where.phase,
      startMs,
      durationMs: this.#elapsed() - startMs,
      outcome: step.ok ? 'done' : 'failed',
    });
    return step;
  }

  #elapsed(): number {
    return this.#setting.clock.elapsed() - this.#began;
  }

  async #bounded<T>(where: Where, work: () => Promise<Step<T>>, startMs: number): Promise<Step<T>> {
    const { clock, signal, timeoutMs, phaseMs } = this.#setting;
    if (signal.aborted) return failed(this.#stopped(where, startMs));
    const ms = Math.max(0, Math.min(phaseMs?.[where.phase] ?? timeoutMs, timeoutMs - startMs));
    const settled = new AbortController();
    const interrupted = new Promise<Step<never>>((resolve) => {
      const stop = () => resolve(failed(this.#stopped(where, startMs)));
      signal.addEventListener('abort', stop, { signal: settled.signal });
    });
    const expired = clock
      .sleep(ms, settled.signal)
      .then(() => failed(timeoutFailure(this.#slowest(where, startMs), where)));
    try {
      return await Promise.race([attempted(where, work), interrupted, expired]);
    } finally {
      settled.abort();
    }
  }

  #stopped(where: Where, startMs: number): Failure {
    const failure = stopFailure(this.#setting.signal.reason, where);
    if (failure.kind !== 'deadline') return failure;
    const { phase, ms } = this.#slowest(where, startMs);
    return { ...failure, slow: { phase, ms } };
  }

  /** The phase that used most of the time so far, the one under way among them. */
  #slowest(where: Where, startMs: number): Where & { readonly ms: number } {
    const done = this.#phases.map(({ durationMs }, at) => ({
      ...(this.#wheres[at] ?? where),
      ms: durationMs,
    }));
    const last = { ...where, ms: this.#elapsed() - startMs };
    return done.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest), last);
  }
}

async function attempted<T>(where: Where, work: () => Promise<Step<T>>): Promise<Step<T>> {
  try {
    return await work();
  } catch (thrown) {
    return failed(failureOf(thrown, where));
  }
}
