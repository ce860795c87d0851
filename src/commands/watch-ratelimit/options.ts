import type { Command } from '@commander-js/extra-typings';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { WATCHED_WINDOWS, type WatchedWindow } from '../../model/watch.ts';
import { conditionOf, floorOf } from '../../quota/gate.ts';
import { networkOptions } from '../../run/options/network.ts';
import { listedBy, numberIn, parsedBy } from '../../run/options/parse.ts';

const DAY_SECONDS = 86_400;

/** Declares the options of `watch-ratelimit`. */
export function watchOptions(command: Command) {
  const own = command
    .option('--once', 'one reading, then exit')
    .optionsGroup('Source (default: ask the free usage endpoint):')
    .option(
      '--interval <s>',
      'seconds between own calls, at most 4 a minute (default: 15)',
      numberIn('--interval', {
        what: 'a number of seconds',
        min: 1,
        max: DAY_SECONDS,
        example: 15,
      }),
    )
    .option('--stdin', 'read a log from stdin; makes no call')
    .option('--file <path>', 'read a log file; makes no call')
    .option(
      '--relay <port>',
      'watch the calls that your program sends through',
      numberIn('--relay', { what: 'a port', min: 0, max: 65_535, whole: true, example: 8787 }),
    )
    .option('--replay <file>', 'replay a recording')
    .option(
      '--speed <n>',
      'how fast to replay (default: 60 times)',
      numberIn('--speed', { what: 'a number', min: 0.1, max: 100_000, example: 60 }),
    )
    .optionsGroup('Until:')
    .option(
      '--until <condition>',
      "end with 0 once it holds, e.g. 'day.left>100'",
      parsedBy(conditionOf),
    )
    .option(
      '--fail-below <amount>',
      'end with 6 once a window has less left, e.g. 10%',
      parsedBy(floorOf),
    )
    .option('--duration <time>', 'end after 90s, 10m, 2h', parsedBy(durationOf))
    .option(
      '--count <n>',
      'end after so many samples',
      numberIn('--count', {
        what: 'a whole number of samples',
        min: 1,
        max: 1_000_000_000,
        whole: true,
        example: 10,
      }),
    )
    .option(
      '--window <name>',
      'only this window: minute, hour, day ... (repeatable)',
      listedBy(windowOf),
    )
    .optionsGroup('Show and keep:')
    .option('--compact', 'one short line for each sample, for a status bar')
    .option('--linear', 'one spoken line for each sample')
    .option('--record <file>', 'record every sample in a file')
    .option('--metrics <port>', 'serve Prometheus metrics; PORT or HOST:PORT', parsedBy(addressOf))
    .option('--metrics-file <file>', 'write metrics for the textfile collector');
  return networkOptions(own);
}

/** The values of these options as they were given. */
export type WatchGiven = Readonly<ReturnType<ReturnType<typeof watchOptions>['opts']>>;

const UNITS: Readonly<Record<string, number>> = {
  '': 1000,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `90`, `90s`, `10m`, `2h`, `1d` in milliseconds. */
function durationOf(text: string): Result<number> {
  const [, amount, unit = ''] = /^(\d{1,7}(?:\.\d{1,3})?)([smhd]?)$/.exec(text.trim()) ?? [];
  const ms = Number(amount) * (UNITS[unit] ?? 0);
  if (amount !== undefined && ms > 0) return ok(ms);
  return wrongUsage(
    'bad-duration',
    `--duration takes a length of time, not "${text}".`,
    'For example:  --duration 10m',
  );
}

function windowOf(name: string): Result<WatchedWindow> {
  const window = WATCHED_WINDOWS.find((one) => one === name);
  if (window !== undefined) return ok(window);
  return wrongUsage(
    'unknown-window',
    `There is no window "${name}".`,
    `Use one of: ${WATCHED_WINDOWS.join(', ')}.`,
  );
}

const LOOPBACK = '127.0.0.1';

/** Where a server listens. */
interface Address {
  readonly host: string;
  readonly port: number;
}

/** `9095` is this machine only; `0.0.0.0:9095` is said on purpose. */
function addressOf(text: string): Result<Address> {
  const [, host = LOOPBACK, port] =
    /^(?:(\[[\da-f:]+\]|[\w.-]{1,255}):)?(\d{1,5})$/i.exec(text) ?? [];
  if (port !== undefined && Number(port) <= 65_535) {
    return ok({ host: host.replace(/^\[|\]$/g, ''), port: Number(port) });
  }
  return wrongUsage(
    'bad-address',
    `--metrics takes a port or HOST:PORT, not "${text}".`,
    'For example:  --metrics 9095',
  );
}
