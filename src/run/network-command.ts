import type { GuardedIo } from '../model/io.ts';
import type { Result } from '../model/problem.ts';
import type { LoadedConfig } from './config/config.ts';
import { startProgress, type Progress } from '../render/live/progress.ts';
import { sanitizeLine } from '../redact/sanitize.ts';
import type { Theme } from '../render/text/theme.ts';
import { saveCase } from './present/case-file.ts';
import { openClient, type Client } from './client.ts';
import { networkOptionsOf, type NetworkOptions } from './network-options.ts';
import { complain, present } from './present/present.ts';
import type { NetworkGiven } from './options/network.ts';
import { check, reportOf, startOf, type Outcome } from './report/report-builder.ts';
import { uselessSkips, withSkips } from './report/skip.ts';
import { stopCode } from './stop-code.ts';
import { openTarget, type Target } from './target.ts';

/** What the body of a network command works with. */
export interface Run {
  readonly io: GuardedIo;
  readonly options: NetworkOptions;
  readonly target: Target;
  readonly client: Client;
  readonly progress: Progress;
  /** Aborts when the user stops the run or when its time is up. */
  readonly signal: AbortSignal;
}

/** A command's own work: everything around it is the same for all of them. */
export type Body = (run: Run) => Promise<Result<Outcome>>;

/**
 * Reads the options, opens target and client, runs the body under the deadline, and writes
 * the report. Gives the exit code. `usualDeadline`, in seconds, is for runs of many calls.
 */
export async function runNetworkCommand(
  command: string,
  given: NetworkGiven,
  io: GuardedIo,
  body: Body,
  usualDeadline?: number,
): Promise<number> {
  const options = await networkOptionsOf(given, io, usualDeadline);
  if (!options.ok) return complain(options.problem, io);
  const target = await openTarget(options.value, io);
  if (!target.ok) return complain(target.problem, io);
  try {
    return await runAgainst(target.value, command, options.value, io, body);
  } finally {
    await target.value.close();
  }
}

async function runAgainst(
  target: Target,
  command: string,
  options: NetworkOptions,
  io: GuardedIo,
  body: Body,
): Promise<number> {
  const start = startOf(io);
  const deadline = deadlineOf(options.deadlineMs, io);
  const client = await openClient(target, options, io, deadline.signal);
  if (!client.ok) return complain(client.problem, io);
  const { quiet: brief, format } = options.output;
  const quiet = brief || format !== 'terminal' || io.env['TERM'] === 'dumb';
  const progress = await startProgress(io.stderr, !quiet, `asking ${target.baseUrl.host}`);
  let outcome: Result<Outcome>;
  try {
    const { signal } = deadline;
    outcome = await body({ io, options, target, client: client.value, progress, signal });
  } finally {
    progress.stop();
    deadline.cancel();
  }
  if (io.signal.aborted) return stopCode(io.signal.reason);
  if (!outcome.ok) return complain(outcome.problem, io);
  const useless = uselessSkips(outcome.value, options.skip);
  if (useless.length > 0) io.stderr.write(`lusha-doctor: ${noteOn(useless, outcome.value)}\n`);
  const shown = withSkips(withConfigCheck(outcome.value, options.config), options.skip);
  const report = reportOf(command, shown, io, start, options.policy);
  const { draw } = outcome.value;
  const drawn = draw === undefined ? undefined : (theme: Theme) => draw(theme, report);
  const exitCode = await present(report, io, options.output, drawn);
  if (options.caseFile !== undefined) {
    const saved = await saveCase(options.caseFile, report, client.value.answers, io);
    if (!saved.ok) return complain(saved.problem, io);
  }
  return exitCode;
}

/** What a file decided must not have to be guessed. */
function withConfigCheck(outcome: Outcome, loaded: LoadedConfig | null): Outcome {
  if (loaded === null) return outcome;
  const set = Object.keys(loaded.config)
    .filter((name) => name !== '$schema')
    .join(', ');
  const summary = `${loaded.path} ${set === '' ? 'sets nothing' : `sets ${set}`}`;
  return { ...outcome, checks: [...outcome.checks, check('config', 'client', 'ok', summary)] };
}

function noteOn(useless: readonly string[], { checks }: Outcome): string {
  const ids = checks.map(({ id }) => id).join(', ');
  return sanitizeLine(`--skip ${useless.join(', ')} fits no check of this run (${ids})`);
}

/** A signal that aborts when the user stops the run or when its time is up. */
function deadlineOf(ms: number, io: GuardedIo): { signal: AbortSignal; cancel: () => void } {
  const expired = new AbortController();
  const cancelled = new AbortController();
  const cancel = () => cancelled.abort();
  void io.clock.sleep(ms, cancelled.signal).then(() => {
    if (!cancelled.signal.aborted) expired.abort(new DOMException('time is up', 'TimeoutError'));
  });
  return { signal: AbortSignal.any([io.signal, expired.signal]), cancel };
}
