import { CommanderError } from '@commander-js/extra-typings';
import { guard } from './redact/guard.ts';
import type { GuardedIo, Io } from './model/io.ts';
import { RefusedValue } from './run/options/parse.ts';
import { programFor } from './cli/program.ts';

/** Shown by commander on purpose, not because of a mistake. */
const SHOWN = ['commander.helpDisplayed', 'commander.version', 'commander.help'];

/**
 * Runs the program in the given world and gives the exit code. Never throws: an exception is
 * a bug of this tool and becomes exit code 70.
 */
export async function main(io: Io): Promise<number> {
  const guarded = guard(io);
  try {
    return await run(guarded);
  } catch (error) {
    return reportBug(error, guarded);
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
    return 2;
  }
  try {
    await program.parseAsync(io.args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof RefusedValue) {
      const { complain } = await import('./run/present/present.ts');
      return complain(error.problem, io);
    }
    if (!(error instanceof CommanderError)) throw error;
    return SHOWN.includes(error.code) ? 0 : 2;
  }
}

function reportBug(error: unknown, io: GuardedIo): number {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : 'a thrown value';
  io.stderr.write(
    `lusha-doctor: this is a bug in lusha-doctor, not in your call (${what}).\n` +
      '  Please report it with the command you ran and the output of  lusha-doctor --version\n',
  );
  return 70;
}
