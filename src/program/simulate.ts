import type { Command } from 'commander';
import type { RawOptions } from '../commands/raw-options.ts';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { outputCommand } from './shared-options.ts';

const SIMULATE_EXAMPLES: readonly Example[] = [
  ['lusha-doctor simulate', 'a good day, until you stop it'],
  ['lusha-doctor simulate service-down --port 8080', 'a bad day on a fixed port'],
  ['lusha-doctor simulate list', 'every scenario'],
];

/** `simulate`. */
export function declareSimulate(program: Command, io: GuardedIo, done: Done): void {
  outputCommand(program, 'simulate')
    .description('Run the Lusha API on this machine, on a good day or a bad one.')
    .argument('[scenario]', 'what to simulate; "list" shows them all', 'healthy')
    .option('--port <number>', 'port on 127.0.0.1; 0 picks a free one', '0')
    .addHelpText('after', examples(SIMULATE_EXAMPLES))
    .action(async (scenario: string, _options: RawOptions, command: Command) => {
      const { simulate } = await import('../commands/simulate.ts');
      done(await simulate(scenario, command.opts(), io));
    });
}
