import type { Command } from '@commander-js/extra-typings';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { watchOptions } from '../commands/watch-ratelimit/options.ts';

const WATCH_EXAMPLES: readonly Example[] = [
  ['lusha-doctor watch', 'the windows as they empty, until q is pressed'],
  ['lusha-doctor watch --once --simulate quota-hour-exhausted', 'one reading: a window used up'],
  ['lusha-doctor watch --relay 8787', 'watch the calls of a program that has this as its base URL'],
  [
    "lusha-doctor watch --until 'hour.left>20' --duration 1h",
    'wait for the reset before a batch job; exit 6 when it does not come',
  ],
];

/** `watch-ratelimit`, short `watch`. */
export function declareWatchRatelimit(command: Command, io: GuardedIo, done: Done): void {
  watchOptions(command)
    .addHelpText('after', examples(WATCH_EXAMPLES))
    .action(async (options) => {
      const { watchRatelimit } = await import('../commands/watch-ratelimit/index.ts');
      done(await watchRatelimit(options, io));
    });
}
