import { shellWord } from '../../model/shell-word.ts';
import type { Diagnosis, FixStep } from '../../model/diagnosis.ts';
import type { Outcome } from './report-builder.ts';
import { bySameWay, wayOf, type Way } from './same-way.ts';

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['check', 'check-key'],
  ['probe', 'probe-endpoint'],
  ['explain', 'explain-error'],
  ['watch', 'watch-ratelimit'],
]);

/** Options that change what is shown, not what is done; true for those with a value. */
const OF_OUTPUT: ReadonlyMap<string, boolean> = new Map([
  ['--json', false],
  ['--format', true],
  ['--output', true],
  ['--color', false],
  ['--no-color', false],
  ['--ascii', false],
  ['--quiet', false],
  ['--verbose', false],
  ['-v', false],
  ['--support-text', false],
  ['--case', true],
]);

/** Options that say whom to ask with which key: they hold for the next command as well. */
const OF_TARGET: ReadonlyMap<string, boolean> = new Map([
  ['--base-url', true],
  ['--key-env', true],
  ['--key-file', true],
  ['--key-stdin', false],
  ['--proxy', true],
  ['--ca', true],
  ['--config', true],
]);

/** A pipe is read once; the next run needs one of its own. */
const NOT_REPEATED = ['--key-stdin'];

/**
 * The names by which a fix speaks of an option or replaces what it sets: then it is not repeated.
 */
const SET_OTHERWISE: Readonly<Record<string, RegExp>> = {
  '--proxy': /--proxy|\b(?:HTTPS?_PROXY|ALL_PROXY|NO_PROXY)\b/i,
};

/** A command of this tool that asks the API. */
const ASKS_AGAIN = /\blusha-doctor (?:check-key|probe-endpoint|watch-ratelimit)\b[^|;&]*$/;

/**
 * Advice as it holds for the command that was run (its words without the program's name): nobody
 * is told to run it once more, and commands that ask again ask the same host with the same key.
 */
export function adviceOfRun<T extends Pick<Outcome, 'diagnoses' | 'next' | 'target'>>(
  outcome: T,
  args: readonly string[],
): T {
  const ran = { ...read(args), way: wayOf(outcome.target, args) };
  const isSame = (command: string) => isOwn(command) && isCovered(read(wordsOf(command)), ran);
  const step = (fix: FixStep): FixStep => {
    const said = `${fix.text} ${fix.command ?? ''}`;
    return {
      ...fix,
      command: fix.command === null ? null : asRun(fix.command, ran, said),
      verify:
        fix.verify === null
          ? null
          : { ...fix.verify, command: asRun(fix.verify.command, ran, said) },
    };
  };
  const { next = null } = outcome;
  return {
    ...outcome,
    diagnoses: outcome.diagnoses.map((diagnosis: Diagnosis) => ({
      ...diagnosis,
      fixes: diagnosis.fixes
        .filter(({ command }) => command === null || !isSame(command))
        .map(step),
    })),
    next: next === null || isSame(next) ? null : asRun(next, ran, next),
  };
}

interface Option {
  readonly name: string;
  readonly words: readonly string[];
}

interface Command {
  readonly meaning: string;
  readonly target: readonly Option[];
}

interface Ran extends Command {
  readonly way: Way;
}

function read(args: readonly string[]): Command {
  const rest: string[] = [];
  const target: Option[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const [name = ''] = word.split('=', 1);
    const takes = OF_OUTPUT.get(name) ?? OF_TARGET.get(name);
    if (takes === undefined) {
      rest.push(word);
      continue;
    }
    const value = word.includes('=') ? word.slice(name.length + 1) : args[at + 1];
    if (takes && !word.includes('=')) at += 1;
    if (OF_TARGET.has(name)) target.push({ name, words: takes ? [name, value ?? ''] : [name] });
  }
  return { meaning: named(rest), target };
}

/** Does the same, of the same host with the same key; what it leaves open is as in the run. */
function isCovered(asked: Command, ran: Command): boolean {
  const set = ran.target.map(({ words }) => words.join(' '));
  return (
    asked.meaning === ran.meaning &&
    asked.target.every(({ words }) => set.includes(words.join(' ')))
  );
}

/** A proxy's password is not for showing. */
function isRepeatable({ name, words }: Option): boolean {
  return !NOT_REPEATED.includes(name) && !(name === '--proxy' && words.join('').includes('@'));
}

function isOwn(command: string): boolean {
  return /^lusha-doctor [^|;&]*$/.test(command);
}

function wordsOf(command: string): readonly string[] {
  return command.split(/\s+/).slice(1);
}

function named([first = '', ...rest]: readonly string[]): string {
  return [COMMANDS.get(first) ?? first, ...rest].join(' ');
}

/** The command as it asks the same host by the same way as the run did. */
function asRun(command: string, { target, way }: Ran, said: string): string {
  const isSaid = (name: string) => SET_OTHERWISE[name]?.test(said) ?? said.includes(name);
  if (!ASKS_AGAIN.test(command)) {
    const { origin, proxy, ca } = way;
    return bySameWay(command, {
      origin,
      proxy: isSaid('--proxy') ? undefined : proxy,
      ca: isSaid('--ca') ? undefined : ca,
    });
  }
  const missing = target
    .filter(isRepeatable)
    .filter(({ name }) => !isSaid(name) && !command.includes(name));
  return [
    command,
    ...missing.flatMap(({ name, words: [, ...values] }) => [name, ...values.map(shellWord)]),
  ].join(' ');
}
