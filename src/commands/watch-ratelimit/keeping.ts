import type { GuardedIo } from '../../model/io.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { VERSION } from '../../model/version.ts';
import type { Metrics } from './metrics/metrics.ts';
import { lineOfSample } from '../../quota/log/sample-line.ts';
import type { WatchOptions } from './wanted.ts';
import type { Session } from './session.ts';

/** What goes on beside the view: the record and the metrics. */
export interface Keeping {
  /** Counts a call that brings no sample of its own. */
  readonly counted: (call: { status: number | null; cause: string | null }) => void;
  /** Called once a second. */
  readonly tick: () => void;
  close(): Promise<void>;
}

/** Starts the record and the metrics that were asked for. */
export async function openKeeping(
  options: WatchOptions,
  session: Session,
  io: GuardedIo,
): Promise<Result<Keeping>> {
  const record = await openRecord(options.record, session, io);
  if (!record.ok) return record;
  const metrics = await openMetrics(options, session, io);
  if (!metrics.ok) return metrics;
  return ok({
    counted: (call) => metrics.value?.counted(call),
    tick: () => metrics.value?.tick(),
    close: async () => {
      await record.value();
      await metrics.value?.close();
    },
  });
}

/** Appends every sample to the record; gives back a function that waits for the last of them. */
async function openRecord(
  path: string | undefined,
  session: Session,
  io: GuardedIo,
): Promise<Result<() => Promise<void>>> {
  if (path === undefined) return ok(() => Promise.resolve());
  // A torn last line of an earlier run must not swallow the first one of this run.
  const first = await io.files.append(path, (await endsInside(path, io)) ? '\n' : '');
  if (!first.ok) {
    return wrongUsage(
      'record-unwritable',
      `--record ${path} cannot be written: ${first.message}.`,
      'Name a file in a folder that exists.',
    );
  }
  let writing: Promise<unknown> = Promise.resolve();
  let failed = false;
  session.listen({
    sample(_view, sample) {
      writing = writing.then(async () => {
        const written = await io.files.append(path, `${lineOfSample(sample)}\n`);
        if (written.ok || failed) return;
        failed = true;
        session.tracker.note(session.now(), `the record cannot be written: ${written.message}`);
      });
    },
  });
  return ok(async () => {
    await writing;
  });
}

const MOST_RECORD = 1024 * 1024 * 1024;

async function endsInside(path: string, { files }: GuardedIo): Promise<boolean> {
  const signal = AbortSignal.timeout(10_000);
  let last = 10;
  let seen = 0;
  for await (const chunk of files.chunks(path, signal)) {
    last = chunk.at(-1) ?? last;
    seen += chunk.length;
    if (seen > MOST_RECORD) break;
  }
  return last !== 10;
}

/** A scrape every few seconds is usual; the file need not be fresher. */
const FILE_EVERY_MS = 5000;

async function openMetrics(
  { metrics: address, metricsFile, source }: WatchOptions,
  session: Session,
  io: GuardedIo,
): Promise<Result<Keeping | null>> {
  if (address === null && metricsFile === undefined) return ok(null);
  const { createMetrics } = await import('./metrics/metrics.ts');
  const metrics = createMetrics({ version: VERSION, node: io.platform.node });
  const text = () => metrics.text(session.tracker.view(session.now()));
  const counted = countInto(metrics);
  // Calls through the relay are counted one by one, samples only stand for them.
  if (source.kind !== 'relay') {
    session.listen({ sample: (_view, { call }) => call !== null && metrics.call(call) });
  }
  const file = openMetricsFile(metricsFile, text, session, io);
  if (address === null) return ok({ counted, ...file });
  const { serveMetrics } = await import('./metrics/serve.ts');
  const server = await serveMetrics(address, metrics.contentType, text);
  if (!server.ok) return server;
  io.stderr.write(`metrics   ${server.value.url}\n`);
  return ok({
    counted,
    tick: file.tick,
    close: async () => {
      await file.close();
      await server.value.close();
    },
  });
}

function countInto(metrics: Metrics): Keeping['counted'] {
  return ({ status, cause }) => metrics.call({ status, cause, endpoint: '', title: null });
}

function openMetricsFile(
  path: string | undefined,
  text: () => Promise<string>,
  session: Session,
  io: GuardedIo,
): Pick<Keeping, 'tick' | 'close'> {
  if (path === undefined) return { tick() {}, close: () => Promise.resolve() };
  let writtenAt = -Infinity;
  let writing: Promise<unknown> = Promise.resolve();
  let failed = false;
  const publish = () => {
    writtenAt = io.clock.elapsed();
    writing = writing.then(async () => {
      const written = await io.files.publish(path, await text());
      if (written.ok || failed) return;
      failed = true;
      session.tracker.note(session.now(), `the metrics file cannot be written: ${written.message}`);
      io.stderr.write(
        `lusha-doctor: --metrics-file ${path} cannot be written: ${written.message}\n`,
      );
    });
  };
  return {
    tick() {
      if (io.clock.elapsed() - writtenAt >= FILE_EVERY_MS) publish();
    },
    close: async () => {
      publish();
      await writing;
    },
  };
}
