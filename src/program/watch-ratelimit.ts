import type { Command } from 'commander';
import type { RawOptions } from '../commands/raw-options.ts';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { networkCommand } from './shared-options.ts';

const WATCH_EXAMPLES: readonly Example[] = [
  ['lusha-doctor watch --once', 'the windows right now'],
  ['lusha-doctor watch --once --simulate quota-hour-exhausted', 'a window that is used up'],
];

/** `watch-ratelimit`, short `watch`. */
export function declareWatchRatelimit(program: Command, io: GuardedIo, done: Done): void {
  networkCommand(program, 'watch-ratelimit', 'watch')
    .description('How much of each request window is left, and when it opens again.')
    .option('--once', 'one reading, then exit')
    .addHelpText('after', examples(WATCH_EXAMPLES))
    .action(async (_options: RawOptions, command: Command) => {
      const { watchRatelimit } = await import('../commands/watch-ratelimit.ts');
      done(await watchRatelimit(command.opts(), io));
    });
}
