import { Option, type Command } from '@commander-js/extra-typings';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { CLIENTS } from '../../probe/client-names.ts';
import { demandOf } from '../../request/json-path.ts';
import { networkOptions } from '../../run/options/network.ts';
import { listed, listedBy, numberIn, parsedBy } from '../../run/options/parse.ts';
import { headerOf } from './request/headers.ts';

const DAY_SECONDS = 86_400;

/** Declares the options of `probe-endpoint`. */
export function probeOptions(command: Command) {
  const own = command
    .optionsGroup('Request:')
    .option('-d, --data <json>', 'request body, or @FILE, or @- for stdin')
    .option('-H, --header <line>', 'request header "name: value" (repeatable)', listedBy(headerOf))
    .option('-q, --query <pair>', 'query parameter name=value (repeatable)', listed)
    .addOption(
      new Option('--http-client <name>', 'also send it as a program does').choices(CLIENTS),
    )
    .option('--show-body', 'show the whole body, contact data included')
    .optionsGroup('Without sending:')
    .option('--list [filter]', 'list the known endpoints; --json for programs')
    .option('--dry-run', 'show the request and what is wrong with it')
    .option('--curl', 'print the request as a curl line')
    .optionsGroup('Many:')
    .option('--all', 'probe every endpoint: what may this key use')
    .option('--group <name>', 'the same for one group: prospecting, webhooks ...')
    .option(
      '--repeat <n>',
      'send it 2 to 100 times and time each phase',
      numberIn('--repeat', {
        what: 'a whole number of calls',
        min: 2,
        max: 100,
        whole: true,
        example: 10,
      }),
    )
    .option(
      '--interval <s>',
      'seconds between two of them (default: 1)',
      numberIn('--interval', { what: 'a number of seconds', min: 0, max: 600, example: 1 }),
    )
    .option('--retry', 'retry while it may help, after 1 s, 2 s ... 60 s')
    .option(
      '--max-wait <s>',
      'longest single wait of --retry (default: 120)',
      numberIn('--max-wait', {
        what: 'a number of seconds',
        min: 1,
        max: DAY_SECONDS,
        example: 120,
      }),
    )
    .optionsGroup('Expectations (if one is not met, the run fails):')
    .option('--expect-status <list>', 'the status has to be one of these', parsedBy(statusesOf))
    .option(
      '--expect-json <demand>',
      'value in the body: results[0].id=1 (repeatable)',
      listedBy(demandOf),
    )
    .option(
      '--max-ttfb <ms>',
      'the first byte has to come this soon',
      numberIn('--max-ttfb', {
        what: 'a number of milliseconds',
        min: 1,
        max: 600_000,
        example: 800,
      }),
    );
  return networkOptions(own);
}

/** The values of these options as they were given. */
export type ProbeGiven = Readonly<ReturnType<ReturnType<typeof probeOptions>['opts']>>;

function statusesOf(text: string): Result<readonly number[]> {
  const statuses = text.split(',').map((part) => part.trim());
  if (statuses.every((part) => /^[1-5]\d\d$/.test(part))) return ok(statuses.map(Number));
  return wrongUsage(
    'bad-expectation',
    `--expect-status takes statuses from 100 to 599, not "${text}".`,
    'For example:  --expect-status 200   or  --expect-status 200,404',
  );
}
