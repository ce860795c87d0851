import type { CommanderError } from '@commander-js/extra-typings';
import { wrongUsage, type Problem } from '../model/problem.ts';
import { refusedKey } from '../run/options/key.ts';

/** What the argument parser says of a value that is none of an option's words. */
const NOT_A_CHOICE =
  /^(?:option '(?<flags>[^']*)' argument|command-argument value) '(?<given>.*)' is invalid(?: for argument '(?<name>[^']*)')?\. Allowed choices are (?<choices>.*)\.$/s;

/** A word where none is expected, which may be a key that was typed there. */
const NOT_UNDERSTOOD = ['commander.excessArguments', 'commander.unknownCommand'];
const KEY = /^[\da-f]{8}(?:-?[\da-f]{4}){3}-?[\da-f]{12}$/i;

/** A mistake that the argument parser found, as a problem. `args` are the arguments of the run. */
export function mistakeOf(
  { code, message }: Pick<CommanderError, 'code' | 'message'>,
  args: readonly string[],
): Problem {
  if (NOT_UNDERSTOOD.includes(code) && args.some((arg) => KEY.test(arg))) {
    return refusedKey().problem;
  }
  const text = message.replace(/^error: /, '');
  const { flags = '', given, name = '', choices = '' } = NOT_A_CHOICE.exec(text)?.groups ?? {};
  if (given !== undefined) {
    const subject = /--[\w-]+/.exec(flags)?.[0] ?? `The argument ${name}`;
    return wrongUsage(
      'bad-choice',
      `${subject} does not know "${given}".`,
      `Use one of: ${choices}.`,
    ).problem;
  }
  const [what = '', hint = ''] = text.split('\n');
  const command = args.find((arg) => /^[a-z][a-z-]*$/.test(arg));
  const isCommand = command !== undefined && code !== 'commander.unknownCommand';
  return wrongUsage(
    code.replace(/^commander\./, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    `${what.replace(/\.$/, '')}.`,
    hint.replace(/^\((.*)\)$/, '$1') ||
      `See:  lusha-doctor ${isCommand ? `${command} ` : ''}--help`,
  ).problem;
}
