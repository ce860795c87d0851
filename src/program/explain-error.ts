import type { Command } from 'commander';
import type { RawOptions } from '../commands/raw-options.ts';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { outputCommand } from './shared-options.ts';

const EXPLAIN_EXAMPLES: readonly Example[] = [
  ['lusha-doctor explain 403', 'every meaning of a status, and what tells them apart'],
  ['lusha-doctor explain quota-day-exhausted', 'one cause, the whole page'],
  ['lusha-doctor explain "Invalid API key format"', 'an error message'],
  [
    'curl -si -H @header.txt https://api.lusha.com/v3/account/usage | lusha-doctor explain -',
    'an answer; the header comes from a file, so that no process list shows the key',
  ],
];

/** `explain-error`, short `explain`. */
export function declareExplainError(program: Command, io: GuardedIo, done: Done): void {
  outputCommand(program, 'explain-error', 'explain')
    .description('What a status, a message or a pasted answer means. Works offline.')
    .argument('[what...]', 'status, cause, message, or - for text on stdin')
    .option('--list', 'list every cause this tool can tell apart')
    .option('--exit-code', 'exit with the class of the cause instead of 0')
    .addHelpText('after', examples(EXPLAIN_EXAMPLES))
    .action(async (words: string[], _options: RawOptions, command: Command) => {
      const { explainError } = await import('../commands/explain-error.ts');
      done(await explainError(words, command.opts(), io));
    });
}
