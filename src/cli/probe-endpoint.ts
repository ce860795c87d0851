import { Option, type Command } from '@commander-js/extra-typings';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { listed } from '../run/options/parse.ts';
import { networkOptions } from './shared-options.ts';

const PROBE_EXAMPLES: readonly Example[] = [
  ['lusha-doctor probe contacts.enrich', 'does it work with this key? Free: nothing is revealed'],
  ['lusha-doctor probe GET /v3/contacts/prospecting/filters', 'does the plan include prospecting'],
  ['lusha-doctor probe --group prospecting', 'which endpoints of a group may this key use'],
  [
    'lusha-doctor probe POST /v3/contacts/search -d @body.json --dry-run',
    'what is wrong with a body, without sending it',
  ],
  [
    `lusha-doctor probe POST /v3/contacts/enrich -d '{"ids":["v1.x"],"reveal":["emails"]}' --max-credits 1`,
    'a request that may cost a credit needs your word',
  ],
  [
    'lusha-doctor probe account.usage --http-client fetch',
    'what a program with fetch gets, beside what works',
  ],
  [
    'lusha-doctor probe account.usage --expect-status 200 --max-ttfb 800',
    'a check for CI: a miss fails',
  ],
  [
    'lusha-doctor probe /v3/account/usage --simulate proxy-page',
    'a proxy answers in place of Lusha',
  ],
];

/** `probe-endpoint`, short `probe`. */
export function declareProbeEndpoint(command: Command, io: GuardedIo, done: Done): void {
  networkOptions(command)
    .argument('[target...]', 'METHOD PATH, a PATH, or an id such as contacts.enrich')
    .optionsGroup('Request:')
    .option('-d, --data <json>', 'request body; @FILE reads it from a file, @- from stdin')
    .option('-H, --header <line>', 'request header "name: value" (repeatable)', listed)
    .option('-q, --query <pair>', 'query parameter name=value (repeatable)', listed)
    .addOption(
      new Option('--http-client <name>', 'send it as a program does, beside what works').choices([
        'fetch',
        'undici',
        'node',
      ]),
    )
    .optionsGroup('Without sending:')
    .option('--list [filter]', 'list the known endpoints; --json for programs')
    .option('--dry-run', 'show the request and what is wrong with it')
    .option('--curl', 'print the request as a curl line')
    .optionsGroup('Many:')
    .option('--all', 'probe every endpoint: what may this key use (some 50 requests, 0 credits)')
    .option('--group <name>', 'the same for one group, such as prospecting or webhooks')
    .option('--repeat <n>', 'send it 2 to 100 times and time each phase')
    .option('--interval <s>', 'seconds between two of them (default: 1)')
    .option('--retry', 'try again while it may help: 1 s, doubling, at most 60 s')
    .option('--max-wait <s>', 'longest single wait of --retry (default: 120)')
    .optionsGroup('Demands (a miss is a failure):')
    .option('--expect-status <list>', 'the status has to be one of these')
    .option(
      '--expect-json <demand>',
      "path=value in the body, 'results[0].id=1' (repeatable)",
      listed,
    )
    .option('--max-ttfb <ms>', 'the first byte has to come within this many milliseconds')
    .optionsGroup('Options:')
    .option('--show-body', 'show the body as it came, contact data included')
    .addHelpText('after', examples(PROBE_EXAMPLES))
    .action(async (words, options) => {
      const { probeEndpoint } = await import('../commands/probe-endpoint/index.ts');
      done(await probeEndpoint(words, options, io));
    });
}
