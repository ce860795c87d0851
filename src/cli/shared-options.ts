import { Option, type Command } from 'commander';
import { FORMATS } from '../model/report-format.ts';

/** Options of every command that prints something. */
export function printingOptions(command: Command, json: string, quiet = 'one line only'): Command {
  return command
    .optionsGroup('Output:')
    .option('--json', json)
    .option('--color', 'use colours even when stdout is no terminal')
    .option('--no-color', 'use no colours')
    .option('--ascii', 'use no characters outside ASCII')
    .option('--quiet', quiet)
    .option('-v, --verbose', 'show everything that is known, sources included');
}

/** Options of every command whose result is a report. */
export function outputOptions(command: Command, quiet?: string): Command {
  return printingOptions(command, 'print the report as JSON; the same as --format json', quiet)
    .addOption(
      new Option('--format <name>', 'how to print the report; in GitHub Actions "github"').choices(
        FORMATS,
      ),
    )
    .option(
      '--output <file>',
      'also write it to a file: .json .ndjson .xml .md .txt (repeatable)',
      collect,
    )
    .option('--support-text', 'print a message for whoever has to act, ready to be sent')
    .optionsGroup('Options:');
}

/** Options of every command that talks to the API. */
export function networkOptions(command: Command): Command {
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
    .option('--skip <id>', 'leave a check out (repeatable); it is shown as skipped', collect)
    .option('--max-credits <n>', 'credits this run may spend (default: 0)')
    .option('--config <file>', 'settings file, or "none" (default: lusha-doctor.config.json)')
    .option('--case <file>', 'also write a redacted record of the run')
    .optionsGroup('Options:');
}

/** Gathers the values of an option that may be given several times. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}
