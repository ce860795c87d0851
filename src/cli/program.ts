import { Command } from '@commander-js/extra-typings';
import { COMMAND_NAMES, commandNamed, type CommandName } from '../model/command-names.ts';
import type { GuardedIo } from '../model/io.ts';
import { SCHEMA_VERSION } from '../model/report.ts';
import { VERSION } from '../model/version.ts';
import { declareCompletion } from './completion.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';
import { helpLayout } from './help-layout.ts';

const MAIN_EXAMPLES: readonly Example[] = [
  ['lusha-doctor check-key --simulate key-unknown', 'see a diagnosis: no key, no network'],
  ['lusha-doctor check-key', 'check the key in LUSHA_API_KEY'],
];

type Declare = (command: Command, io: GuardedIo, done: Done) => void;

interface CommandEntry {
  readonly name: CommandName;
  readonly description: string;
  /** Adds arguments, options, examples and the handler. */
  readonly load: () => Promise<Declare>;
}

const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'check-key',
    description: 'Is the key there, clean and accepted? What is left?',
    load: async () => (await import('./check-key.ts')).declareCheckKey,
  },
  {
    name: 'probe-endpoint',
    description: 'Does one endpoint work with this key? Free unless told otherwise.',
    load: async () => (await import('./probe-endpoint.ts')).declareProbeEndpoint,
  },
  {
    name: 'explain-error',
    description: 'What a status, a message or a pasted failure means. Offline.',
    load: async () => (await import('./explain-error.ts')).declareExplainError,
  },
  {
    name: 'watch-ratelimit',
    description: 'How many calls are left, how fast they go, when they reset.',
    load: async () => (await import('./watch-ratelimit.ts')).declareWatchRatelimit,
  },
  {
    name: 'simulate',
    description: 'A stand-in for the Lusha API on this machine.',
    load: async () => (await import('./simulate.ts')).declareSimulate,
  },
];

/** Commands that have to know the options of all others. */
const NEED_ALL = ['help', 'completion', 'complete'];

/**
 * Declares the commands. Options and handlers are imported for the command that was called
 * only, so that `--help` and wrong usage load nothing but the argument parser.
 */
export async function programFor(io: GuardedIo, done: Done): Promise<Command> {
  const program = new Command('lusha-doctor')
    .description('Says why a Lusha API call failed, who has to act and how to prove it is fixed.')
    .version(versionText(io), '-V, --version', 'print the version; with --verbose all versions')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .configureHelp(helpLayout(isVerbose(io)))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns || 80,
      getErrHelpWidth: () => io.stderr.columns || 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      // A mistake is thrown as well, and told where it is caught.
      outputError: () => {},
    })
    .addHelpText('after', examples(MAIN_EXAMPLES));

  const word = io.args.find((arg) => !arg.startsWith('-')) ?? '';
  const called = commandNamed(word);
  for (const { name, description, load } of COMMANDS) {
    const command = program.command(name).description(description).aliases(COMMAND_NAMES[name]);
    if (called === name || NEED_ALL.includes(word)) (await load())(command, io, done);
  }
  declareCompletion(program, io, done);
  program
    .command('version', { hidden: true })
    .option('-v, --verbose')
    .action(() => {
      io.stdout.write(`${versionText(io)}\n`);
    });
  program
    .command('help')
    .description('Help on a command, or on exit-codes.')
    .argument('[topic]')
    .action(async (topic: string | undefined) => {
      const { showHelp } = await import('./help.ts');
      done(showHelp(topic, program, io));
    });

  return program;
}

function isVerbose({ args }: Pick<GuardedIo, 'args'>): boolean {
  return args.includes('--verbose') || args.includes('-v');
}

/** The version alone, for scripts; with `--verbose` what a bug report needs. */
function versionText({ args, platform }: Pick<GuardedIo, 'args' | 'platform'>): string {
  if (!isVerbose({ args })) return VERSION;
  return [
    `lusha-doctor   ${VERSION}`,
    `node           ${platform.node}`,
    `platform       ${platform.os}`,
    `report schema  ${SCHEMA_VERSION}`,
  ].join('\n');
}
