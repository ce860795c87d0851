import type { Command } from '@commander-js/extra-typings';
import { explainOptions } from '../commands/explain-error/options.ts';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';

const EXPLAIN_EXAMPLES: readonly Example[] = [
  ['lusha-doctor explain 403', 'every meaning of a status, and what tells them apart'],
  ['lusha-doctor explain quota-day-exhausted', 'one cause, the whole page'],
  ['lusha-doctor explain app.log app.log.1.gz --since 2d', 'what failed how often, and why'],
  ['lusha-doctor explain "why was I charged twice"', 'a question, answered by the page that fits'],
  ['lusha-doctor explain --search "daily quota"', 'every page that speaks of it'],
  [
    'curl -si -H @header.txt https://api.lusha.com/v3/account/usage | lusha-doctor explain -',
    'an answer; the header comes from a file, so that no process list shows the key',
  ],
];

const WHAT = 'status, cause, message, question, path, header, plan, host, file';

const TOPICS = `
Topics: prices, plans, api-key, webhooks, mcp-server, n8n and more. All of them are listed by
lusha-doctor explain topics`;

/** `explain-error`, short `explain`. */
export function declareExplainError(command: Command, io: GuardedIo, done: Done): void {
  explainOptions(command, io.clock)
    .argument('[what...]', `${WHAT}, or - for text on stdin`)
    .addHelpText('after', TOPICS)
    .addHelpText('after', examples(EXPLAIN_EXAMPLES))
    .action(async (words, options) => {
      const { explainError } = await import('../commands/explain-error/index.ts');
      done(await explainError(words, options, io));
    });
}
