import { Option, type Command } from '@commander-js/extra-typings';
import { printingOptions } from '../../run/options/output.ts';
import { listed, numberIn, parsedBy } from '../../run/options/parse.ts';
import { PLAN_NAMES } from '../../simulator/account/plans.ts';
import { limitsOf } from './limits.ts';

/** Ranges of the whole numbers, the same on the command line and in a file. */
export const RANGES = {
  credits: { min: 0, max: 1_000_000_000 },
  latency: { min: 0, max: 600_000 },
  jitter: { min: 0, max: 600_000 },
  clockSkew: { min: -315_360_000, max: 315_360_000 },
} as const;

/** Declares the options of `simulate`. */
export function simulateOptions(command: Command) {
  const own = command
    .optionsGroup('Where and how long:')
    .option(
      '--port <number>',
      'port to listen on (default: 0, a free one)',
      numberIn('--port', { what: 'a port', min: 0, max: 65_535, whole: true, example: 8080 }),
    )
    .option('--host <address>', 'address to listen on (default: 127.0.0.1)')
    .option('--tls', 'serve https with a certificate made for this run')
    .option('--authority <file>', 'write the certificate to trust to a file')
    .option(
      '--once-ready-exit-after <s>',
      'end by itself after so many seconds',
      numberIn('--once-ready-exit-after', {
        what: 'a number of seconds',
        min: 0,
        max: 86_400,
        example: 60,
      }),
    )
    .optionsGroup('The account:')
    .addOption(new Option('--plan <name>', 'its plan (default: scale)').choices(PLAN_NAMES))
    .option(
      '--credits <n>',
      'credits left',
      numberIn('--credits', {
        what: 'a whole number of credits',
        ...RANGES.credits,
        whole: true,
        example: 40,
      }),
    )
    .option('--limits <list>', 'calls per window: minute=5,hour=10,day=off', parsedBy(limitsOf))
    .option('--state <file>', 'keep the accounts in this file')
    .optionsGroup('Faults:')
    .option('--rule <rule>', 'what fails at times: "PATH: 10% 500"', listed)
    .option(
      '--latency <ms>',
      'milliseconds every answer takes',
      numberIn('--latency', {
        what: 'a whole number of milliseconds',
        ...RANGES.latency,
        whole: true,
        example: 200,
      }),
    )
    .option(
      '--jitter <ms>',
      'milliseconds of it that vary',
      numberIn('--jitter', {
        what: 'a whole number of milliseconds',
        ...RANGES.jitter,
        whole: true,
        example: 50,
      }),
    )
    .option(
      '--clock-skew <s>',
      'seconds its clock is ahead, or behind: -5',
      numberIn('--clock-skew', {
        what: 'a whole number of seconds',
        ...RANGES.clockSkew,
        whole: true,
        example: -300,
      }),
    )
    .option('--seed <text>', 'same seed, same people, same trouble')
    .option('--scenario-file <file>', 'scenarios of your own, in JSON')
    .optionsGroup('For CI:')
    .option('--fail-on-misuse', 'exit 8 when the client made a mistake');
  return printingOptions(own, { json: 'print one JSON object a line' });
}

/** The values of these options as they were given. */
export type SimulateOptions = Readonly<ReturnType<ReturnType<typeof simulateOptions>['opts']>>;
