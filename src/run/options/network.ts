import { Option, type Command, type OptionValues } from '@commander-js/extra-typings';
import { FAIL_OR_WARN } from '../../model/exit-code.ts';
import { baseUrlOf } from '../base-url.ts';
import { keyOptions } from './key.ts';
import { outputOptions } from './output.ts';
import { listed, numberIn, parsedBy } from './parse.ts';

/** What a length of time may be, in seconds. */
export const SECONDS = { min: 0.1, max: 600 } as const;

/** Declares the options of every command that talks to the API. */
export function networkOptions<A extends unknown[], O extends OptionValues>(
  command: Command<A, O>,
) {
  const seconds = { what: 'a number of seconds', ...SECONDS };
  return keyOptions(outputOptions(command))
    .optionsGroup('Network:')
    .option('--simulate <scenario>', 'talk to the embedded simulator: no key, no network')
    .option(
      '--base-url <url>',
      'another base URL (default: LUSHA_BASE_URL or the real API)',
      parsedBy(baseUrlOf),
    )
    .option(
      '--timeout <s>',
      'seconds for one request (default: 10)',
      numberIn('--timeout', { ...seconds, example: 10 }),
    )
    .option(
      '--deadline <s>',
      'seconds for the whole run (default: 30)',
      numberIn('--deadline', { ...seconds, example: 30 }),
    )
    .option('--proxy <url>', 'proxy URL, or "none" to ignore the proxy variables')
    .option('--ca <file>', 'trust the certificates in this PEM file as well')
    .optionsGroup('Result:')
    .addOption(
      new Option(
        '--fail-on <level>',
        'what makes the exit code other than 0 (default: fail)',
      ).choices(FAIL_OR_WARN),
    )
    .addOption(
      new Option(
        '--network-errors <level>',
        'what "could not check" counts as (default: fail)',
      ).choices(FAIL_OR_WARN),
    )
    .option('--skip <id>', 'leave a check out (repeatable); it is shown as skipped', listed)
    .option(
      '--max-credits <n>',
      'credits this run may spend (default: 0)',
      numberIn('--max-credits', {
        what: 'a whole number of credits',
        min: 0,
        max: 100_000,
        whole: true,
        example: 1,
      }),
    )
    .option('--config <file>', 'settings file, or "none" (default: lusha-doctor.config.json)')
    .option(
      '--case <file>',
      'also write a redacted record of the run; only an older record is replaced',
    );
}

// A command without any other option is what is meant here.
// oxlint-disable-next-line typescript/no-generated-empty-object-type
type NetworkCommand = ReturnType<typeof networkOptions<[], Record<never, never>>>;
/** The values of these options as they were given. */
export type NetworkGiven = Readonly<ReturnType<NetworkCommand['opts']>>;

/**
 * Where a setting may come from besides the command line: `found`, any config file; `named`, only
 * one that the user named, because it decides where the key goes. Else none, and why.
 */
export type ConfigRule = 'found' | 'named' | { readonly never: string };

const ONE_RUN: ConfigRule = { never: 'it belongs to one run' };
const ONE_KEY: ConfigRule = { never: 'a file must not decide which secret is sent' };

/** Which of these options a config file may set. */
export const IN_CONFIG = {
  baseUrl: 'named',
  proxy: 'named',
  ca: 'named',
  timeout: 'found',
  deadline: 'found',
  failOn: 'found',
  networkErrors: 'found',
  skip: 'found',
  maxCredits: { never: 'spending has to be allowed on each call' },
  key: ONE_KEY,
  keyEnv: ONE_KEY,
  keyFile: ONE_KEY,
  keyStdin: ONE_KEY,
  auth: { never: 'it belongs to one experiment' },
  simulate: ONE_RUN,
  config: ONE_RUN,
  case: ONE_RUN,
  output: ONE_RUN,
  format: ONE_RUN,
  json: ONE_RUN,
  color: ONE_RUN,
  ascii: ONE_RUN,
  quiet: ONE_RUN,
  verbose: ONE_RUN,
  supportText: ONE_RUN,
} as const satisfies Record<keyof NetworkGiven, ConfigRule>;
