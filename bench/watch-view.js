/**
 * What a long watch costs: the heap after 10,000 and after 100,000 samples, and the time of one
 * sample with the redraw that follows it. Everything but the terminal and the network is real: a
 * log line is read, diagnosed, tracked, forecast, drawn and passed through the redacting writer.
 *
 *   node bench/watch-view.js
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

if (globalThis.gc === undefined) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}

const folder = await mkdtemp(join(tmpdir(), 'watch-view-'));
try {
  await measure(await parts());
} finally {
  await rm(folder, { recursive: true });
}

/** The parts of the program that take part, bundled because this Node reads no TypeScript. */
async function parts() {
  const entry = join(folder, 'entry.ts');
  const from = (/** @type {string} */ path) => JSON.stringify(resolve('src', path));
  await writeFile(
    entry,
    [
      `export { Session } from ${from('commands/watch/session.ts')};`,
      `export { openLog } from ${from('commands/watch/log.ts')};`,
      `export { openView } from ${from('commands/watch/views.ts')};`,
      `export { Pause } from ${from('commands/watch/source.ts')};`,
      `export { redactingOutput } from ${from('render/redact.ts')};`,
      `export { Secret } from ${from('model/secret.ts')};`,
    ].join('\n'),
  );
  await build({
    input: entry,
    platform: 'node',
    logLevel: 'silent',
    output: { file: join(folder, 'entry.js'), format: 'esm', codeSplitting: false },
  });
  return import(pathToFileURL(join(folder, 'entry.js')).href);
}

/** @param {any} program */
async function measure({ Session, openLog, openView, Pause, redactingOutput, Secret }) {
  const key = new Secret('6f1c2d3e-0000-4000-8000-000000000001');
  const raw = { write() {}, isTTY: true, columns: 120, colorDepth: 8 };
  let now = Date.UTC(2026, 10, 23);
  const io = {
    env: {},
    stdout: redactingOutput(raw, () => [key]),
    stdin: { isTTY: false, chunks: () => lines() },
    terminal: { rows: 40, takeScreen() {}, giveScreenBack() {}, onResize: () => () => {} },
    clock: { now: () => now, elapsed: () => now, sleep: () => new Promise(() => {}) },
    signal: new AbortController().signal,
  };
  const gates = { until: null, floor: null, durationMs: null, count: null, windows: [] };
  const session = new Session(gates, io.clock);
  const options = { output: { colour: undefined, ascii: false, quiet: false } };
  const view = await openView('live', io, options.output);
  const status = { what: 'log', key: null, paused: false, nextAt: null, because: null };
  session.listen({ sample: () => view.tick(session.view(), status) });
  const source = openLog({ io, options, session, signal: session.over, pause: new Pause() }, null);

  /** @type {number[]} */
  const heaps = [];
  let cpu = process.cpuUsage();
  async function* lines() {
    for (let n = 1; n <= 100_000; n += 1) {
      now += 1000;
      const left = 50_000 - (n % 50_000);
      const failed = n % 50 === 0;
      const time = new Date(now).toISOString();
      yield Buffer.from(
        `${JSON.stringify({
          time,
          status: failed ? 500 : 200,
          headers: { 'x-rate-limit-daily': '50000', 'x-daily-requests-left': String(left) },
        })}\n`,
      );
      if (n % 10_000 === 0) {
        globalThis.gc?.();
        heaps.push(process.memoryUsage().heapUsed);
      }
      if (n === 10_000) cpu = process.cpuUsage();
    }
  }
  await source.run();
  const { user, system } = process.cpuUsage(cpu);
  const perSample = (user + system) / 1000 / 90_000;
  const growth = ((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)) / 1024 / 1024;
  const inMb = (/** @type {number} */ bytes) => (bytes / 1024 / 1024).toFixed(1);
  console.log(`node ${process.versions.node}`);
  console.log(`heap at each 10,000 samples: ${heaps.map(inMb).join(' ')} MB`);
  console.log(`growth ${growth.toFixed(1)} MB   ${growth < 10 ? 'within 10 MB' : 'OVER 10 MB'}`);
  console.log(
    `${perSample.toFixed(3)} ms of processor time for a sample with its redraw: ` +
      `${(perSample / 10).toFixed(2)} % of a core at one a second   ${perSample < 20 ? 'within 2 %' : 'OVER 2 %'}`,
  );
}
