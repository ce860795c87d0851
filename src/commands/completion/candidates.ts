/** What a shell offers for the word under the cursor. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** The part of an option declaration that completion needs. */
interface KnownOption {
  readonly long?: string | undefined;
  readonly short?: string | undefined;
  readonly flags: string;
  readonly description: string;
  readonly argChoices?: readonly string[] | undefined;
  readonly hidden: boolean;
  readonly required: boolean;
  readonly optional: boolean;
}

/** The part of a command declaration that completion needs. */
export interface KnownCommand {
  name(): string;
  aliases(): readonly string[];
  description(): string;
  readonly options: readonly KnownOption[];
  readonly registeredArguments: readonly { readonly variadic: boolean }[];
}

/** Words that are known only at run time: causes, scenarios, endpoints. */
export interface Vocabulary {
  /** Values of an option; null when it takes a file or anything. */
  ofOption(long: string): Promise<readonly Candidate[] | null>;
  /** Values of a command's argument, counted from 0, after the words already there. */
  ofArgument(
    command: string,
    at: number,
    before: readonly string[],
  ): Promise<readonly Candidate[] | null>;
}

/** Candidates, or null where the shell should offer files. */
export type Completion = readonly Candidate[] | null;

/** Nobody types it: the shell's own script calls it. */
export const PROTOCOL_COMMAND = 'complete';

/** What fits after `words`; the last of them is the one under the cursor and may be empty. */
export async function completionsFor(
  words: readonly string[],
  commands: readonly KnownCommand[],
  vocabulary: Vocabulary,
): Promise<Completion> {
  const line = rejoined(words);
  const current = line.at(-1) ?? '';
  const before = line.slice(0, -1);
  const command = commandIn(before, commands);
  const pending = optionBefore(before, current, command);
  if (pending !== null) {
    const typed = current.startsWith('--') ? current.slice(current.indexOf('=') + 1) : current;
    return startingWith(typed, await valuesOf(pending, vocabulary));
  }
  if (command === null) {
    return current.startsWith('-')
      ? startingWith(current, ROOT_OPTIONS)
      : startingWith(current, commandNames(commands));
  }
  if (current.startsWith('-')) return startingWith(current, optionNames(command, before));
  const given = positionals(before, command);
  const values = await vocabulary.ofArgument(command.name(), given.length, given);
  return startingWith(current, values);
}

const ROOT_OPTIONS: readonly Candidate[] = [
  { value: '--help', description: 'print help' },
  { value: '--version', description: 'print the version' },
];

/** Bash takes `--format=js` apart at the sign; here it becomes one word again. */
function rejoined(words: readonly string[]): readonly string[] {
  const line: string[] = [];
  for (const [at, word] of words.entries()) {
    const option = line.at(-1);
    const afterSign = words[at - 1] === '=' && option?.endsWith('=') === true;
    const sign = word === '=' && option?.startsWith('--') === true;
    if (option !== undefined && (sign || afterSign)) line[line.length - 1] = `${option}${word}`;
    else line.push(word);
  }
  return line;
}

function commandIn(
  before: readonly string[],
  commands: readonly KnownCommand[],
): KnownCommand | null {
  const name = before.find((word) => !word.startsWith('-'));
  if (name === undefined) return null;
  return (
    commands.find((command) => command.name() === name || command.aliases().includes(name)) ?? null
  );
}

/** The option whose value is being typed: the word before, or the one with the sign in it. */
function optionBefore(
  before: readonly string[],
  current: string,
  command: KnownCommand | null,
): KnownOption | null {
  const name = /^--[\w-]+(?==)/.exec(current)?.[0] ?? before.at(-1) ?? '';
  const option = command === null ? undefined : optionNamed(name, command);
  return option !== undefined && takesValue(option) ? option : null;
}

function optionNamed(name: string, { options }: KnownCommand): KnownOption | undefined {
  return options.find(({ long, short }) => name !== '' && (long === name || short === name));
}

function takesValue({ required, optional }: KnownOption): boolean {
  return required || optional;
}

async function valuesOf(option: KnownOption, vocabulary: Vocabulary): Promise<Completion> {
  const { argChoices, long, flags } = option;
  if (argChoices !== undefined) return argChoices.map((value) => ({ value, description: '' }));
  if (/<(?:file|path)>/.test(flags)) return null;
  return (await vocabulary.ofOption(long ?? '')) ?? [];
}

function commandNames(commands: readonly KnownCommand[]): readonly Candidate[] {
  return commands
    .filter((command) => command.name() !== PROTOCOL_COMMAND)
    .map((command) => ({ value: command.name(), description: command.description() }));
}

/** Options that are not there yet; one that may come again is offered again. */
function optionNames(command: KnownCommand, before: readonly string[]): readonly Candidate[] {
  return command.options
    .filter(({ hidden, long, description }) => {
      const again = description.includes('(repeatable)');
      return !hidden && long !== undefined && (again || !before.includes(long));
    })
    .map(({ long = '', description }) => ({ value: long, description }));
}

function positionals(before: readonly string[], command: KnownCommand): readonly string[] {
  const words: string[] = [];
  for (const [at, word] of before.entries()) {
    const option = optionNamed(before[at - 1] ?? '', command);
    if (!word.startsWith('-') && (option === undefined || !takesValue(option))) words.push(word);
  }
  return words.slice(1);
}

function startingWith(typed: string, candidates: Completion): Completion {
  return candidates === null ? null : candidates.filter(({ value }) => value.startsWith(typed));
}
