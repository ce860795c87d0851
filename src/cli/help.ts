import { EXIT_CODES } from '../model/exit-code.ts';
import type { GuardedIo } from '../model/io.ts';
import { wrongUsage } from '../model/problem.ts';
import { complain } from '../run/present/present.ts';

/** What help needs to know of the commands. */
export interface HelpSource {
  readonly commands: readonly {
    name(): string;
    aliases(): string[];
    helpInformation(): string;
    outputHelp(): void;
  }[];
  outputHelp(): void;
}

/** `help`, `help COMMAND`, `help exit-codes`. */
export function showHelp(topic: string | undefined, program: HelpSource, io: GuardedIo): number {
  if (topic === undefined) {
    program.outputHelp();
    return 0;
  }
  if (topic === 'exit-codes') {
    io.stdout.write(exitCodePage());
    return 0;
  }
  const command = program.commands.find(
    (entry) => entry.name() === topic || entry.aliases().includes(topic),
  );
  if (command === undefined) {
    const names = program.commands.map((entry) => entry.name()).filter((name) => name !== 'help');
    const { problem } = wrongUsage(
      'unknown-topic',
      `There is no help on "${topic}".`,
      `Topics: ${[...names, 'exit-codes'].join(', ')}.`,
    );
    return complain(problem, io);
  }
  command.outputHelp();
  return 0;
}

/** The table of exit codes; the same text that the README holds. */
function exitCodePage(): string {
  const rows = EXIT_CODES.map(
    ({ code, meaning, act }) => `  ${String(code).padStart(3)}  ${meaning}\n       in CI: ${act}`,
  );
  return [
    'Exit codes. The same number in every format.',
    '',
    ...rows,
    '',
    'Several findings: the one nearest to you decides (usage, key, could not check,',
    'account or plan, quota, request, service).',
    'explain-error exits 0 when it recognised something and 1 when it did not;',
    'with --exit-code it exits by this table.',
    '',
  ].join('\n');
}
