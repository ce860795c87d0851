import { Option, type Command, type OptionValues } from '@commander-js/extra-typings';
import { listed } from '../run/options/parse.ts';
import { outputOptions } from '../run/options/output.ts';

/** Options of every command that talks to the API. */
export function networkOptions<A extends unknown[], O extends OptionValues>(
  command: Command<A, O>,
) {
  return outputOptions(command)
    .optionsGroup('Key (default: LUSHA_API_KEY or .env):')
    .option('--key-env <name>', 'read the key from another variable')
    .option('--key-file <path>', 'read the key from a file')
    .option('--key-stdin', 'read the key from a pipe')
    .addOption(new Option('--key [value]').hideHelp())
    .addOption(
      new Option('--auth <scheme>', 'how the key is sent (default: api-key)').choices([
        'api-key',
        'bearer',
      ]),
    )
    .optionsGroup('Network:')
    .option('--simulate <scenario>', 'talk to the embedded simulator: no key, no network')
    .option('--base-url <url>', 'another base URL (default: LUSHA_BASE_URL or the real API)')
    .option('--timeout <s>', 'seconds for one request (default: 10)')
    .option('--deadline <s>', 'seconds for the whole run (default: 30)')
    .option('--proxy <url>', 'proxy URL, or "none" to ignore the proxy variables')
    .option('--ca <file>', 'trust the certificates in this PEM file as well')
    .optionsGroup('Result:')
    .addOption(
      new Option(
        '--fail-on <level>',
        'what makes the exit code other than 0 (default: fail)',
      ).choices(['fail', 'warn']),
    )
    .addOption(
      new Option(
        '--network-errors <level>',
        'what "could not check" counts as (default: fail)',
      ).choices(['fail', 'warn']),
    )
    .option('--skip <id>', 'leave a check out (repeatable); it is shown as skipped', listed)
    .option('--max-credits <n>', 'credits this run may spend (default: 0)')
    .option('--config <file>', 'settings file, or "none" (default: lusha-doctor.config.json)')
    .option('--case <file>', 'also write a redacted record of the run')
    .optionsGroup('Options:');
}
