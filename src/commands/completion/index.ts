import {
  completionsFor,
  PROTOCOL_COMMAND,
  type Completion,
  type KnownCommand,
} from './candidates.ts';
import scripts from './scripts.json' with { type: 'json' };
import type { Shell } from './shells.ts';
import { vocabularyOf } from './vocabulary.ts';
import type { GuardedIo } from '../../model/io.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';

/** Files do not fit here; the shell offers nothing of its own. */
const NO_FILES = 4;

/** Prints the script that teaches a shell to complete this program. */
export function printScript(shell: Shell, io: GuardedIo): number {
  io.stdout.write(scripts[shell]);
  return 0;
}

/** Answers a shell's script: one candidate a line with its description, last the directive. */
export async function answerShell(
  words: readonly string[],
  commands: readonly KnownCommand[],
  io: GuardedIo,
): Promise<number> {
  const names = commands
    .map((command) => command.name())
    .filter((name) => name !== PROTOCOL_COMMAND);
  const completion = await completionsFor(words, commands, vocabularyOf(names));
  io.stdout.write(answerOf(completion));
  return 0;
}

function answerOf(completion: Completion): string {
  const lines = (completion ?? []).map(
    ({ value, description }) => `${value}\t${sanitizeLine(description)}`,
  );
  return [...lines, `:${completion === null ? 0 : NO_FILES}`, ''].join('\n');
}
