import type { Command } from '@commander-js/extra-typings';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { checkKeyOptions } from '../commands/check-key/options.ts';

const CHECK_KEY_EXAMPLES: readonly Example[] = [
  ['lusha-doctor check-key', 'the key in LUSHA_API_KEY'],
  ['lusha-doctor check-key --key-file ~/.lusha-key --json', 'a key in a file, JSON report'],
  [
    'lusha-doctor check-key --network-errors warn',
    'in CI: a network failure does not fail the step',
  ],
  ['lusha-doctor check-key --min-credits 100 --min-left 10%', 'fail before the credits run out'],
  ['lusha-doctor check-key --simulate healthy', 'what a good report looks like'],
];

/** `check-key`, short `key`. */
export function declareCheckKey(command: Command, io: GuardedIo, done: Done): void {
  checkKeyOptions(command)
    .addHelpText('after', examples(CHECK_KEY_EXAMPLES))
    .action(async (options) => {
      const { checkKey } = await import('../commands/check-key/index.ts');
      done(await checkKey(options, io));
    });
}
