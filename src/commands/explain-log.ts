import { Survey } from '../logs/survey.ts';
import { unpacked } from '../logs/unpack.ts';
import type { LogSourceSummary } from '../model/log-summary.ts';
import { startProgress, type Progress } from '../render/progress.ts';
import type { LogOptions } from './explain-log-options.ts';
import { showSummary } from './explain-log-show.ts';
import { summaryOf } from './explain-log-summary.ts';
import { logJudge, type LogVerdict } from './explain-log-verdict.ts';
import type { Lookup } from './explain-lookup.ts';
import { stopCode } from './stop-code.ts';

/** Something to read a log from. */
export interface LogSource {
  readonly name: string;
  /** Null where nobody knows. */
  readonly bytes: number | null;
  readonly chunks: AsyncIterable<Uint8Array>;
}

const TOLD_EVERY_MS = 250;

/** Reads logs of any size and shows what failed in them. Memory does not grow with the input. */
export async function explainLog(
  sources: readonly LogSource[],
  options: LogOptions,
  lookup: Lookup,
): Promise<number> {
  const { io, output } = lookup;
  const startedAt = io.clock.elapsed();
  const now = io.clock.now();
  const survey = new Survey<LogVerdict>({
    judge: logJudge(lookup.stated, now),
    now,
    since: options.since,
  });
  const bar = await startProgress(io.stderr, !output.quiet, 'reading');
  const meter = new Meter(sources, bar, lookup);
  const read: LogSourceSummary[] = [];
  try {
    for (const source of sources) {
      if (io.signal.aborted) break;
      read.push(await readSource(source, survey, meter, lookup));
    }
  } finally {
    bar.stop();
  }
  if (io.signal.aborted && survey.bytes === 0) return stopCode(io.signal.reason);
  const duration = io.clock.elapsed() - startedAt;
  const exitCode = await showSummary(summaryOf(survey, read, duration, options, lookup), lookup);
  return io.signal.aborted ? stopCode(io.signal.reason) : exitCode;
}

async function readSource(
  source: LogSource,
  survey: Survey<LogVerdict>,
  meter: Meter,
  { io }: Lookup,
): Promise<LogSourceSummary> {
  const file = survey.open(source.name);
  const chunks = unpacked(meter.counted(source.chunks), io.signal);
  let next = await chunks.next();
  for (; next.done !== true; next = await chunks.next()) file.push(next.value);
  file.end();
  const { packing, problem } = next.value;
  const refused =
    packing === 'binary'
      ? 'it is binary data, no text'
      : packing === 'packed'
        ? 'it is packed in a form that is not read here; unpack it first (gzip is read)'
        : null;
  return { name: source.name, problem: problem ?? refused ?? meter.failure };
}

/** Counts bytes on their way and says how far the reading is. */
class Meter {
  readonly #bar: Progress;
  readonly #clock: Lookup['io']['clock'];
  readonly #total: number | null;
  readonly #startedAt: number;
  #bytes = 0;
  #toldAt: number;
  /** Why the last source could not be read to its end. */
  failure: string | null = null;

  constructor(sources: readonly LogSource[], bar: Progress, { io: { clock } }: Lookup) {
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
    this.#bar.update(progressText(this.#bytes, this.#total, now - this.#startedAt));
  }
}

/** `1.2 of 5.0 GB  24 %  310 MB/s  12 s left`. */
function progressText(bytes: number, total: number | null, ms: number): string {
  const rate = bytes / Math.max(1, ms) / 1000;
  const read = `${(bytes / 1e6).toFixed(0)} MB`;
  const speed = `${rate.toFixed(0)} MB/s`;
  if (total === null || total === 0) return `read ${read}  ${speed}`;
  const left = Math.ceil((total - bytes) / 1e6 / Math.max(rate, 0.001));
  const done = Math.min(100, Math.floor((bytes / total) * 100));
  return `read ${read} of ${(total / 1e6).toFixed(0)} MB  ${done} %  ${speed}  ${Math.max(0, left)} s left`;
}

/** What a reader says at its end when it could not go on. */
function failureIn(end: unknown): string | null {
  if (typeof end !== 'object' || end === null || !('ok' in end) || end.ok !== false) return null;
  return 'message' in end && typeof end.message === 'string' ? end.message : 'it could not be read';
}
