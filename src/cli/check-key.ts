import type { Command } from '@commander-js/extra-typings';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { networkOptions } from './shared-options.ts';

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
  networkOptions(command)
    .optionsGroup('Check:')
    .option('--no-extra-requests', 'ask once, even when the answer leaves a doubt (at most 4)')
    .option('--try-repaired', 'also try the key without its stray characters')
    .option('--min-credits <n>', 'fail when fewer credits are left')
    .option('--min-left <amount>', 'fail when a request window has less left, e.g. 10% or 50')
    .option('--access', 'what the key may use: one free request for each group of endpoints')
    .option('--no-status', "do not read Lusha's status page when the service fails")
    .optionsGroup('Options:')
    .addHelpText('after', examples(CHECK_KEY_EXAMPLES))
    .action(async (options) => {
      const { checkKey } = await import('../commands/check-key/index.ts');
      done(await checkKey(options, io));
    });
}
