import type { Command } from '@commander-js/extra-typings';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { listed } from '../run/options/parse.ts';
import { printingOptions } from '../run/options/output.ts';

const SIMULATE_EXAMPLES: readonly Example[] = [
  ['lusha-doctor simulate', 'a good day, until you stop it'],
  ['lusha-doctor simulate service-down --port 8080', 'a bad day on a fixed port'],
  ['lusha-doctor simulate --plan free --credits 3 --limits day=25', 'the end of a trial'],
  [
    'lusha-doctor simulate --rule "POST /v3/contacts/enrich: 10% 500, 5% slow 3s" --seed 7',
    'one endpoint fails now and then, the same way every time',
  ],
  [
    'lusha-doctor simulate --port 8080 --fail-on-misuse --once-ready-exit-after 60',
    'in CI: fails when your client did what the real API would not take',
  ],
  ['lusha-doctor simulate list', 'every scenario'],
];

/** `simulate`. */
export function declareSimulate(command: Command, io: GuardedIo, done: Done): void {
  printingOptions(command, { json: 'print one JSON object a line' })
    .argument('[scenario]', 'what to simulate (default: healthy); "list" shows them all')
    .optionsGroup('Where and how long:')
    .option('--port <number>', 'port to listen on; 0 picks a free one', '0')
    .option('--host <address>', 'address to listen on (default: 127.0.0.1, this machine only)')
    .option('--tls', 'serve https with a certificate made for this run')
    .option('--authority <file>', 'write the certificate that clients have to trust to a file')
    .option('--once-ready-exit-after <s>', 'end by itself after so many seconds')
    .optionsGroup('The account:')
    .option('--plan <name>', 'free, starter, pro, premium or scale (default: scale)')
    .option('--credits <n>', 'credits left')
    .option('--limits <list>', 'requests per window: minute=5,hour=10,day=25; "off" lifts one')
    .option('--state <file>', 'go on from this file and keep accounts in it')
    .optionsGroup('Trouble:')
    .option('--rule <rule>', 'what fails now and then: "PATH: 10% 500" (repeatable)', listed)
    .option('--latency <ms>', 'milliseconds every answer takes')
    .option('--jitter <ms>', 'milliseconds of it that vary')
    .option('--clock-skew <s>', "seconds the server's clock is ahead; negative: behind")
    .option('--seed <text>', 'the same seed gives the same people and the same trouble')
    .option('--scenario-file <file>', 'scenarios of your own, in JSON')
    .optionsGroup('Result:')
    .option('--fail-on-misuse', 'exit 8 when the client did what the real API does not take')
    .addHelpText('after', examples(SIMULATE_EXAMPLES))
    .action(async (scenario, options) => {
      const { simulate } = await import('../commands/simulate/index.ts');
      done(await simulate(scenario, options, io));
    });
}
