import { Argument, type Command } from '@commander-js/extra-typings';
import { SHELLS, type Shell } from '../commands/completion/shells.ts';
import type { GuardedIo } from '../model/io.ts';
import type { Done } from './done.ts';
import { examples, type Example } from './examples.ts';

const COMPLETION_EXAMPLES: readonly Example[] = [
  ['source <(lusha-doctor completion bash)', 'bash, in ~/.bashrc'],
  ['source <(lusha-doctor completion zsh)', 'zsh, in ~/.zshrc after compinit'],
  ['lusha-doctor completion fish > ~/.config/fish/completions/lusha-doctor.fish', 'fish, once'],
  [
    'lusha-doctor completion powershell | Out-String | Invoke-Expression',
    'PowerShell, in $PROFILE',
  ],
];

/** `completion`, and `complete`, which the printed scripts call. */
export function declareCompletion(program: Command, io: GuardedIo, done: Done): void {
  program
    .command('completion')
    .description('Print a script that completes commands, options, causes and scenarios.')
    .addArgument(new Argument('<shell>', 'your shell').choices(SHELLS))
    .addHelpText('after', examples(COMPLETION_EXAMPLES))
    .action(async (shell: Shell) => {
      const { printScript } = await import('../commands/completion/index.ts');
      done(printScript(shell, io));
    });
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (words: string[]) => {
      const { answerShell } = await import('../commands/completion/index.ts');
      done(await answerShell(words, program.commands, io));
    });
}
