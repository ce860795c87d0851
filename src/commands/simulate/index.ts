import type { ExitCode } from '../../model/exit-code.ts';
import type { GuardedIo } from '../../model/io.ts';
import { wrongUsage, type Problem } from '../../model/problem.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';
import type { RequestLogEntry } from '../../simulator/http/request-log-entry.ts';
import { openSimulator, type Simulator } from '../../simulator/http/server.ts';
import { outputOptionsOf, type OutputOptions } from '../../run/options/output.ts';
import { complain, themeFor } from '../../run/present/present.ts';
import { logLine, summaryLine, summaryText } from './account-of-run.ts';
import { readyOf, welcome, type Announced } from './announcement.ts';
import { chosenFrom, ownScenarios, type Chosen } from './chosen.ts';
import { listScenarios } from './list.ts';
import type { SimulateOptions } from './options.ts';
import { accountOf } from './settings.ts';
import { loadState, saveState } from './state-file.ts';
import { stopCode } from '../../run/stop-code.ts';

/** What the client did is wrong in the same sense as a wrong request. */
const MISUSED: ExitCode = 8;

/** Runs the simulator until it is stopped, or lists its scenarios. */
export async function simulate(
  wanted: string | undefined,
  words: readonly string[],
  given: SimulateOptions,
  io: GuardedIo,
): Promise<number> {
  const output = outputOptionsOf(given);
  if (!output.ok) return complain(output.problem, io);
  const own = await ownScenarios(given, io);
  if (!own.ok) return complain(own.problem, io);
  if (wanted !== 'list' && words.length > 0) return complain(oneAtATime(words), io);
  if (wanted === 'list') return listScenarios(own.value, words.join(' '), io, output.value);
  const chosen = chosenFrom(own.value, wanted, given);
  if (!chosen.ok) return complain(chosen.problem, io);
  return serve(chosen.value, given, io, output.value);
}

function oneAtATime([first = '']: readonly string[]): Problem {
  return wrongUsage(
    'several-scenarios',
    `One scenario at a time: "${first}" is one too many.`,
    `To look for scenarios:  lusha-doctor simulate list ${first}`,
  ).problem;
}

async function serve(
  { name, base, settings }: Chosen,
  given: SimulateOptions,
  io: GuardedIo,
  output: OutputOptions,
): Promise<number> {
  const isJson = output.format === 'json' || output.format === 'ndjson';
  const state = await loadState(given.state, io);
  if (!state.ok) return complain(state.problem, io);
  const { tls, seed, rules, latency, jitter, clockSkew = 0 } = settings;
  const log = (entry: RequestLogEntry) =>
    io.stdout.write(`${isJson ? JSON.stringify(entry) : logLine(entry)}\n`);
  const opened = await openSimulator({
    scenario: base,
    port: given.port ?? 0,
    clock: io.clock,
    account: accountOf(settings),
    clockSkewMs: clockSkew * 1000,
    state: state.value,
    ...(output.quiet ? {} : { log }),
    ...(given.host === undefined ? {} : { host: given.host }),
    ...(tls === undefined ? {} : { tls }),
    ...(seed === undefined ? {} : { seed }),
    ...(rules === undefined ? {} : { rules }),
    ...(latency === undefined ? {} : { latencyMs: latency }),
    ...(jitter === undefined ? {} : { jitterMs: jitter }),
  });
  if (!opened.ok) return complain(opened.problem, io);
  const simulator = opened.value;
  try {
    const authorityFile = await writeAuthority(simulator, given, io);
    if (!isLoopback(given.host)) io.stderr.write(warningAbout(given.host));
    announce({ simulator, name, authorityFile }, io, output.quiet, isJson);
    await ended(given.onceReadyExitAfter, io);
  } finally {
    await simulator.close();
  }
  const saved = await saveState(given.state, simulator, io);
  await tell(simulator, io, output, isJson);
  if (!saved.ok) return complain(saved.problem, io);
  if (given.failOnMisuse === true && simulator.summary().misuses.length > 0) return MISUSED;
  return io.signal.aborted ? stopCode(io.signal.reason) : 0;
}

/** Gives the file, or null when none was written. */
async function writeAuthority(
  { authority }: Simulator,
  { authority: file }: SimulateOptions,
  io: GuardedIo,
): Promise<string | null> {
  if (authority === null || file === undefined) return null;
  const written = await io.files.publish(file, authority);
  if (written.ok) return file;
  io.stderr.write(
    `lusha-doctor: --authority ${sanitizeLine(file)} cannot be written: ${written.message}\n`,
  );
  return null;
}

function announce(announced: Announced, io: GuardedIo, quiet: boolean, isJson: boolean): void {
  if (isJson) io.stdout.write(`${JSON.stringify(readyOf(announced))}\n`);
  else io.stdout.write(quiet ? `${announced.simulator.url}\n` : welcome(announced));
}

/** The end of the run's output. A closed stdout takes it in silence. */
async function tell(
  simulator: Simulator,
  io: GuardedIo,
  output: OutputOptions,
  isJson: boolean,
): Promise<void> {
  const summary = simulator.summary();
  if (isJson) io.stdout.write(`${JSON.stringify({ summary })}\n`);
  else if (output.quiet) io.stdout.write(summaryLine(summary));
  else io.stdout.write(await summaryText(summary, await themeFor(io, output)));
}

/** Resolves when the run is stopped, or when its time is over. */
function ended(seconds: number | undefined, { signal, clock }: GuardedIo): Promise<void> {
  if (seconds !== undefined) return clock.sleep(seconds * 1000, signal);
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function isLoopback(host: string | undefined): boolean {
  return host === undefined || /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
}

function warningAbout(host = ''): string {
  return (
    `lusha-doctor: warning: --host ${sanitizeLine(host)} lets other machines call this simulator.\n` +
    '  Leave it out unless they have to.\n'
  );
}
