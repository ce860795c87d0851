import type { Command } from '@commander-js/extra-typings';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { simulateOptions } from '../commands/simulate/options.ts';

const SIMULATE_EXAMPLES: readonly Example[] = [
  ['lusha-doctor simulate', 'a good day, until you stop it'],
  ['lusha-doctor simulate service-down --port 8080', 'a bad day on a fixed port'],
  [
    'lusha-doctor simulate --rule "POST /v3/contacts/enrich: 10% 500, 5% slow 3s" --seed 7',
    'one endpoint fails now and then, the same way every time',
  ],
  [
    'lusha-doctor simulate --port 8080 --fail-on-misuse --once-ready-exit-after 60',
    'in CI: fails when your client did what the real API would not take',
  ],
  ['lusha-doctor simulate list proxy', 'the scenarios that have to do with proxies'],
];

/** `simulate`. */
export function declareSimulate(command: Command, io: GuardedIo, done: Done): void {
  simulateOptions(command)
    .argument('[scenario]', 'which one (default: healthy); "list" shows all')
    .argument('[words...]', 'with "list": only those with these words')
    .addHelpText('after', examples(SIMULATE_EXAMPLES))
    .action(async (scenario, words, options) => {
      const { simulate } = await import('../commands/simulate/index.ts');
      done(await simulate(scenario, words, options, io));
    });
}
