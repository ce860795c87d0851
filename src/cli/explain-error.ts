import type { Command } from 'commander';
import type { RawOptions } from '../run/raw-options.ts';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { collect, outputOptions } from './shared-options.ts';

const EXPLAIN_EXAMPLES: readonly Example[] = [
  ['lusha-doctor explain 403', 'every meaning of a status, and what tells them apart'],
  ['lusha-doctor explain quota-day-exhausted', 'one cause, the whole page'],
  ['lusha-doctor explain "Invalid API key format"', 'an error message'],
  [
    'lusha-doctor explain 403 --endpoint /prospecting/filters/contacts/seniority --plan pro',
    'fewer meanings, the more is known about the call',
  ],
  ['lusha-doctor explain /v3/contacts/enrich', 'an endpoint: cost, plan, limits, free probe'],
  ['lusha-doctor explain app.log app.log.1.gz --since 2d', 'what failed how often, and why'],
  ['lusha-doctor explain --search "daily quota"', 'which cause speaks of it'],
  [
    'curl -si -H @header.txt https://api.lusha.com/v3/account/usage | lusha-doctor explain -',
    'an answer; the header comes from a file, so that no process list shows the key',
  ],
];

const WHAT = 'status, cause, message, path, header, plan, host, file';

const TOPICS = `
Topics: statuses, endpoints, renames, headers, plans, prices, webhooks, versions, hosts, support,
sources. For example:  lusha-doctor explain prices`;

/** `explain-error`, short `explain`. */
export function declareExplainError(command: Command, io: GuardedIo, done: Done): void {
  outputOptions(command, 'one line only; of a list one for each entry')
    .argument('[what...]', `${WHAT}, or - for text on stdin`)
    .option('--list', 'list every cause this tool can tell apart')
    .option('--search <words>', 'find causes, endpoints and disagreements by words')
    .option('--conflicts', 'where sources disagree: what each says, what was observed')
    .optionsGroup('About the call that failed:')
    .option('--endpoint <path>', 'its path, or the id of an endpoint')
    .option('--method <method>', 'its method')
    .option('--plan <name>', 'plan of the account, for example pro')
    .option('--sent-header <name>', 'name of a header it had (repeatable)', collect)
    .optionsGroup('Logs (a file, several, or stdin; .gz too):')
    .option('--top <n>', 'how many causes to explain in full (default: 3)')
    .option('--since <time>', 'count from then on: 2h, 3d, 2026-11-23T14:00:00Z')
    .option('--follow', 'go on reading as the log grows; tell of new causes and of jumps')
    .optionsGroup('Options:')
    .option('--exit-code', 'exit with the class of the cause instead of 0')
    .addHelpText('after', TOPICS)
    .addHelpText('after', examples(EXPLAIN_EXAMPLES))
    .action(async (words: string[], _options: RawOptions, called: Command) => {
      const { explainError } = await import('../commands/explain-error/index.ts');
      done(await explainError(words, called.opts(), io));
    });
}
