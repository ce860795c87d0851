import type { Command } from '@commander-js/extra-typings';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { listed } from '../run/options/parse.ts';
import { networkOptions } from './shared-options.ts';

const WATCH_EXAMPLES: readonly Example[] = [
  ['lusha-doctor watch', 'the windows as they empty, until q is pressed'],
  ['lusha-doctor watch --once --simulate quota-hour-exhausted', 'one reading: a window used up'],
  ['lusha-doctor watch --relay 8787', 'watch the calls of a program that has this as its base URL'],
  ['tail -F app.log | lusha-doctor watch --stdin', 'watch what a log says, without any call'],
  [
    "lusha-doctor watch --until 'hour.left>20' --duration 1h",
    'wait for the reset before a batch job; exit 6 when it does not come',
  ],
  ['lusha-doctor watch --metrics 9095 --record night.ndjson', 'for Prometheus and for tomorrow'],
  ['lusha-doctor watch --replay night.ndjson', 'look at the night in a few minutes'],
];

/** `watch-ratelimit`, short `watch`. */
export function declareWatchRatelimit(command: Command, io: GuardedIo, done: Done): void {
  networkOptions(command)
    .option('--once', 'one reading, then exit')
    .optionsGroup('Source (default: ask the free usage endpoint):')
    .option('--interval <s>', 'seconds between own calls, at most 4 a minute (default: 15)')
    .option('--stdin', 'read headers and answers from a log on stdin; makes no call')
    .option('--file <path>', 'read them from a file; makes no call')
    .option('--relay <port>', 'forward the calls of your program and look on; makes no call')
    .option('--replay <file>', 'show a record again')
    .option('--speed <n>', 'how many times as fast a record is shown (default: 60)')
    .optionsGroup('Until:')
    .option('--until <condition>', "end with 0 once it holds, e.g. 'day.left>100'")
    .option('--fail-below <amount>', 'end with 6 once a window has less left, e.g. 10%')
    .option('--duration <time>', 'end after 90s, 10m, 2h')
    .option('--count <n>', 'end after so many samples')
    .option('--window <name>', 'only this window: minute, hour, day ... (repeatable)', listed)
    .optionsGroup('Show and keep:')
    .option('--compact', 'one short line for each sample, for a status bar')
    .option('--linear', 'one spoken line for each sample')
    .option('--record <file>', 'append every sample to a file')
    .option('--metrics <port>', 'serve Prometheus metrics on this machine; HOST:PORT for others')
    .option('--metrics-file <file>', "write metrics for node_exporter's textfile collector")
    .optionsGroup('Options:')
    .addHelpText('after', examples(WATCH_EXAMPLES))
    .action(async (options) => {
      const { watchRatelimit } = await import('../commands/watch-ratelimit/index.ts');
      done(await watchRatelimit(options, io));
    });
}
