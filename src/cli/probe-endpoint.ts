import type { Command } from '@commander-js/extra-typings';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { probeOptions } from '../commands/probe-endpoint/options.ts';

const PROBE_EXAMPLES: readonly Example[] = [
  ['lusha-doctor probe contacts.enrich', 'does it work with this key? Free: nothing is revealed'],
  ['lusha-doctor probe --group prospecting', 'which endpoints of a group may this key use'],
  [
    'lusha-doctor probe POST /v3/contacts/search -d @body.json --dry-run',
    'what is wrong with a body, without sending it',
  ],
];

/** `probe-endpoint`, short `probe`. */
export function declareProbeEndpoint(command: Command, io: GuardedIo, done: Done): void {
  probeOptions(command)
    .argument('[target...]', 'METHOD PATH, a PATH, or an id: contacts.enrich')
    .addHelpText('after', examples(PROBE_EXAMPLES))
    .action(async (words, options) => {
      const { probeEndpoint } = await import('../commands/probe-endpoint/index.ts');
      done(await probeEndpoint(words, options, io));
    });
}
