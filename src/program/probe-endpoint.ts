import type { Command } from 'commander';
import type { RawOptions } from '../commands/raw-options.ts';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { collect, networkCommand } from './shared-options.ts';

const PROBE_EXAMPLES: readonly Example[] = [
  ['lusha-doctor probe /v3/account/usage', 'a free request'],
  ['lusha-doctor probe GET /v3/contacts/prospecting/filters', 'does the plan include prospecting'],
  [
    `lusha-doctor probe POST /v3/contacts/enrich -d '{"ids":["v1.x"],"reveal":[]}' --max-credits 1`,
    'a request that may cost a credit needs your word',
  ],
  [
    'lusha-doctor probe /v3/account/usage --simulate proxy-page',
    'a proxy answers in place of Lusha',
  ],
];

/** `probe-endpoint`, short `probe`. */
export function declareProbeEndpoint(program: Command, io: GuardedIo, done: Done): void {
  networkCommand(program, 'probe-endpoint', 'probe')
    .description('Send one request and say how far it got, who answered and what it means.')
    .argument('[target...]', 'METHOD PATH, or PATH alone for GET')
    .option('-d, --data <json>', 'request body')
    .option('-H, --header <line>', 'request header "name: value" (repeatable)', collect)
    .option('-q, --query <pair>', 'query parameter name=value (repeatable)', collect)
    .addHelpText('after', examples(PROBE_EXAMPLES))
    .action(async (words: string[], _options: RawOptions, command: Command) => {
      const { probeEndpoint } = await import('../commands/probe-endpoint.ts');
      done(await probeEndpoint(words, command.opts(), io));
    });
}
