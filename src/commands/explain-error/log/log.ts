import { Survey } from '../../../reading/logs/survey.ts';
import { unpacked } from '../../../reading/logs/unpack.ts';
import type { LogSourceSummary } from '../../../model/log-summary.ts';
import { startProgress } from '../../../render/live/progress.ts';
import { Meter } from './meter.ts';
import type { LogOptions } from './options.ts';
import { showSummary } from './show.ts';
import { summaryOf } from './summary.ts';
import { logJudge, type LogVerdict } from './verdict.ts';
import type { Lookup } from '../lookup.ts';
import { stopCode } from '../../../run/stop-code.ts';

/** Something to read a log from. */
export interface LogSource {
  readonly name: string;
  /** Null where nobody knows. */
  readonly bytes: number | null;
  /** Set for what is read once, as it comes. */
  readonly isPipe?: boolean;
  readonly chunks: AsyncIterable<Uint8Array>;
}

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
  const meter = new Meter(sources, bar, io.clock);
  const read: LogSourceSummary[] = [];
  try {
    for (const source of sources) {
      if (io.signal.aborted) break;
      read.push(await readSource(source, survey, meter, lookup));
    }
  } finally {
    bar.stop();
  }
  const isStopped = io.signal.aborted;
  if (isStopped && survey.bytes === 0) {
    io.stderr.write('lusha-doctor: stopped before anything was read.\n');
    return stopCode(io.signal.reason);
  }
  if (isStopped) {
    io.stderr.write('lusha-doctor: stopped; the summary covers only what was read until then.\n');
  }
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
