import type { GuardedIo } from '../model/io.ts';
import { ok, type Result } from '../model/problem.ts';
import { deadlineOf, endedBy, notEnded, readingUnder, type Deadline } from './deadline.ts';
import type { LoadedConfig } from './config/config.ts';
import { startProgress, type Progress } from '../render/live/progress.ts';
import { sanitizeLine } from '../redact/sanitize.ts';
import { caseRefusal, saveCase } from './present/case-file.ts';
import { openClient, type Client } from './client.ts';
import { networkOptionsOf, type NetworkOptions } from './network-options.ts';
import { complain, complainAfterwards, present, withProblem } from './present/present.ts';
import type { NetworkGiven } from './options/network.ts';
import { adviceOfRun } from './report/advice-of-run.ts';
import { check, reportOf, startOf, type Outcome } from './report/report-builder.ts';
import { uselessSkips, withSkips } from './report/skip.ts';
import { stopCode } from './stop-code.ts';
import { openTarget, usageBudgetOf, type Target } from './target.ts';
import type { UsageBudget } from './usage-budget.ts';

/** What the body of a network command works with. */
export interface Run {
  readonly io: GuardedIo;
  readonly options: NetworkOptions;
  readonly target: Target;
  readonly client: Client;
  /** What may still be asked of the usage endpoint. */
  readonly usage: UsageBudget;
  readonly progress: Progress;
  /** Aborts when the user stops the run or when its time is up. */
  readonly signal: AbortSignal;
}

/** A command's own work: everything around it is the same for all of them. */
export type Body = (run: Run) => Promise<Result<Outcome>>;

/** Seconds that a run may take when nobody says otherwise. */
export const USUAL_DEADLINE_S = 30;

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
  const start = startOf(io);
  const early = deadlineOf((given.deadline ?? usualDeadline ?? USUAL_DEADLINE_S) * 1000, io);
  const options = await networkOptionsOf(given, readingUnder(early, io), usualDeadline);
  early.cancel();
  if (io.signal.aborted) return stopCode(io.signal.reason);
  if (!options.ok) return complain(options.problem, io);
  const { caseFile } = options.value;
  const refusal = caseFile === undefined ? null : await caseRefusal(caseFile, io);
  if (refusal !== null) return complain(refusal, io);
  const deadline = deadlineOf(options.value.deadlineMs, io);
  try {
    const target = await openTarget(options.value, readingUnder(deadline, io));
    if (io.signal.aborted) return stopCode(io.signal.reason);
    if (deadline.signal.aborted) return complain(notEnded(deadline.ms).problem, io);
    if (!target.ok) return complain(target.problem, io);
    try {
      const run = { io, options: options.value, target: target.value };
      return await runAgainst(command, run, deadline, start, body);
    } finally {
      await target.value.close();
    }
  } finally {
    deadline.cancel();
  }
}

async function runAgainst(
  command: string,
  { io, options, target }: Pick<Run, 'io' | 'options' | 'target'>,
  deadline: Deadline,
  start: ReturnType<typeof startOf>,
  body: Body,
): Promise<number> {
  const { signal } = deadline;
  const under = readingUnder(deadline, io);
  const usage = usageBudgetOf(target, io);
  const client = await openClient(target, options, under, signal, usage);
  if (!client.ok && io.signal.aborted) return stopCode(io.signal.reason);
  if (!client.ok) return complain(client.problem, io);
  const { quiet: brief, format } = options.output;
  const quiet = brief || format !== 'terminal' || io.env['TERM'] === 'dumb';
  const progress = await startProgress(io.stderr, !quiet, `asking ${target.baseUrl.host}`);
  let outcome: Result<Outcome>;
  try {
    const run: Run = { io, options, target, client: client.value, usage, progress, signal };
    outcome = await endedBy(deadline, io, body(run));
  } finally {
    progress.stop();
  }
  if (io.signal.aborted) return stopCode(io.signal.reason);
  if (!outcome.ok) return complain(outcome.problem, io);
  const useless = uselessSkips(outcome.value, options.skip);
  if (useless.length > 0) io.stderr.write(`lusha-doctor: ${noteOn(useless, outcome.value)}\n`);
  const shown = adviceOfRun(
    {
      ...withSkips(withConfigCheck(outcome.value, options.config), options.skip),
      target: client.value.target,
    },
    io.args,
  );
  const report = reportOf(command, shown, io, start, options.policy);
  const { draw } = outcome.value;
  const saved =
    options.caseFile === undefined
      ? ok(undefined)
      : await saveCase(
          options.caseFile,
          report,
          { exchanges: client.value.answers.map(({ facts }) => facts) },
          io,
        );
  if (saved.ok) return present(report, io, options.output, draw);
  await present(withProblem(report, saved.problem), io, options.output, draw);
  return complainAfterwards(saved.problem, io);
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
  return sanitizeLine(`--skip ${useless.join(', ')} matches no check of this run (${ids})`);
}
