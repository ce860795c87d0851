import { Command } from 'commander';
import type { GuardedIo } from '../model/io.ts';
import { SCHEMA_VERSION } from '../model/report.ts';
import { VERSION } from '../model/version.ts';
import { declareCheckKey } from './check-key.ts';
import { declareCompletion } from './completion.ts';
import { sanitizeBlock } from '../render/sanitize.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { HELP_LAYOUT } from './help-layout.ts';
import { declareExplainError } from './explain-error.ts';
import { declareProbeEndpoint } from './probe-endpoint.ts';
import { declareSimulate } from './simulate.ts';
import { declareWatchRatelimit } from './watch-ratelimit.ts';

const MAIN_EXAMPLES: readonly Example[] = [
  ['lusha-doctor check-key --simulate key-unknown', 'see a diagnosis: no key, no network'],
  ['lusha-doctor check-key', 'check the key in LUSHA_API_KEY'],
  ['lusha-doctor explain 403', 'what can a 403 mean'],
  ['lusha-doctor help exit-codes', 'what the exit codes mean'],
];

/**
 * Declares the commands. Handlers are imported when they run, so that `--help` and wrong usage
 * load nothing but the argument parser.
 */
export function programFor(io: GuardedIo, done: Done): Command {
  const program = new Command('lusha-doctor')
    .description('Says why a Lusha API call failed, who has to act and how to prove it is fixed.')
    .version(versionText(io), '-V, --version', 'print the version; with --verbose all versions')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .configureHelp(HELP_LAYOUT)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns || 80,
      getErrHelpWidth: () => io.stderr.columns || 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) =>
        write(sanitizeBlock(text.replace(/^error: /, 'lusha-doctor: '))),
    })
    .addHelpText('after', examples(MAIN_EXAMPLES));

  declareCheckKey(program, io, done);
  declareProbeEndpoint(program, io, done);
  declareExplainError(program, io, done);
  declareWatchRatelimit(program, io, done);
  declareSimulate(program, io, done);
  declareCompletion(program, io, done);
  program
    .command('help')
    .description('Help on a command or a topic: exit-codes.')
    .argument('[topic]')
    .action(async (topic: string | undefined) => {
      const { showHelp } = await import('../commands/help.ts');
      done(showHelp(topic, program, io));
    });

  return program;
}

/** The version alone, for scripts; with `--verbose` what a bug report needs. */
function versionText({ args, platform }: Pick<GuardedIo, 'args' | 'platform'>): string {
  if (!args.includes('--verbose') && !args.includes('-v')) return VERSION;
  return [
    `lusha-doctor   ${VERSION}`,
    `node           ${platform.node}`,
    `platform       ${platform.os}`,
    `report schema  ${SCHEMA_VERSION}`,
  ].join('\n');
}
