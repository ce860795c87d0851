import type { Clock } from '../../../model/io.ts';
import type { Progress } from '../../../render/live/progress.ts';
import { readingText } from '../../../render/live/reading-text.ts';

const TOLD_EVERY_MS = 250;

/** Counts bytes on their way and says how far the reading is. */
export class Meter {
  readonly #bar: Progress;
  readonly #clock: Clock;
  readonly #total: number | null;
  readonly #startedAt: number;
  #bytes = 0;
  #toldAt: number;
  /** Why the last source could not be read to its end. */
  failure: string | null = null;

  constructor(sources: readonly { readonly bytes: number | null }[], bar: Progress, clock: Clock) {
    this.#bar = bar;
    this.#clock = clock;
    this.#startedAt = clock.elapsed();
    this.#toldAt = this.#startedAt;
    const sizes = sources.map(({ bytes }) => bytes);
    this.#total = sizes.includes(null)
      ? null
      : sizes.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  }

  async *counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    this.failure = null;
    const source: AsyncIterator<Uint8Array, unknown> = chunks[Symbol.asyncIterator]();
    let next = await source.next();
    try {
      for (; next.done !== true; next = await source.next()) {
        this.#bytes += next.value.length;
        this.#tell();
        yield next.value;
      }
      this.failure = failureIn(next.value);
    } finally {
      await source.return?.();
    }
  }

  #tell(): void {
    const now = this.#clock.elapsed();
    if (now - this.#toldAt < TOLD_EVERY_MS) return;
    this.#toldAt = now;
    this.#bar.update(
      readingText({ bytes: this.#bytes, total: this.#total, ms: now - this.#startedAt }),
    );
  }
}

/** What a reader says at its end when it could not go on. */
function failureIn(end: unknown): string | null {
  if (typeof end !== 'object' || end === null || !('ok' in end) || end.ok !== false) return null;
  return 'message' in end && typeof end.message === 'string' ? end.message : 'it could not be read';
}
