import { CommanderError } from '@commander-js/extra-typings';
import { keysAround } from './key/find.ts';
import { guard } from './redact/guard.ts';
import type { GuardedIo, Io } from './model/io.ts';
import type { Problem } from './model/problem.ts';
import { machineLimitOf, type MachineLimit } from './model/machine-limit.ts';
import { RefusedValue } from './run/options/parse.ts';
import { stopCode } from './run/stop-code.ts';
import { programFor } from './cli/program.ts';

const WRONG_USAGE = 2;
const COULD_NOT_CHECK = 3;

/** Shown by commander on purpose, not because of a mistake. */
const SHOWN = ['commander.helpDisplayed', 'commander.version', 'commander.help'];

/**
 * Runs the program in the given world and gives the exit code. Never throws: what the machine
 * refuses becomes "could not check", any other exception is a bug of this tool, exit code 70.
 */
export async function main(io: Io): Promise<number> {
  const guarded = guard(io, await keysAround(io));
  try {
    const exitCode = await run(guarded);
    // Whatever could not be read after a signal is no mistake of the caller's.
    const isStopped = exitCode === WRONG_USAGE && io.signal.aborted;
    return isStopped ? stopCode(io.signal.reason) : exitCode;
  } catch (error) {
    const limit = machineLimitOf(error);
    return limit === null ? reportBug(error, guarded) : reportLimit(limit, guarded);
  } finally {
    guarded.flush();
  }
}

async function run(io: GuardedIo): Promise<number> {
  let exitCode = 0;
  const program = await programFor(io, (code) => {
    exitCode = code;
  });
  if (io.args.length === 0) {
    program.outputHelp({ error: true });
    return WRONG_USAGE;
  }
  try {
    await program.parseAsync(isVersion(io.args) ? ['--version'] : io.args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && SHOWN.includes(error.code)) return 0;
    const problem = await mistakeIn(error, io.args);
    if (problem === null) throw error;
    const { complain } = await import('./run/present/present.ts');
    return complain(problem, io);
  }
}

/** In most programs `-v` alone asks for the version; here it is short for --verbose. */
function isVersion(args: readonly string[]): boolean {
  return args.length === 1 && args[0] === '-v';
}

/** What is wrong with the arguments; null when it is something else that was thrown. */
async function mistakeIn(error: unknown, args: readonly string[]): Promise<Problem | null> {
  if (error instanceof RefusedValue) return error.problem;
  if (!(error instanceof CommanderError)) return null;
  const { mistakeOf } = await import('./cli/mistake.ts');
  return mistakeOf(error, args);
}

function reportLimit({ code, words }: MachineLimit, io: GuardedIo): number {
  io.stderr.write(`lusha-doctor: could not check: ${words} (${code}).\n`);
  return COULD_NOT_CHECK;
}

function reportBug(error: unknown, io: GuardedIo): number {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : 'a thrown value';
  io.stderr.write(
    `lusha-doctor: this is a bug in lusha-doctor, not in your call (${what}).\n` +
      '  Please report it with the command you ran and the output of  lusha-doctor --version\n',
  );
  return 70;
}
