import { Option, type Command, type OptionValues } from '@commander-js/extra-typings';
import { wrongUsage, type Failed } from '../../model/problem.ts';
import { parsedBy } from './parse.ts';

/** Declares the options that say where the key is and how it is sent. */
export function keyOptions<A extends unknown[], O extends OptionValues>(command: Command<A, O>) {
  return command
    .optionsGroup('Key (default: LUSHA_API_KEY or .env):')
    .option('--key-env <name>', 'read the key from another variable')
    .option('--key-file <path>', 'read the key from a file')
    .option('--key-stdin', 'read the key from a pipe')
    .addOption(new Option('--key [value]').preset('').argParser(parsedBy(refusedKey)).hideHelp())
    .addOption(
      new Option('--auth <scheme>', 'how the key is sent (default: api-key)').choices([
        'api-key',
        'bearer',
      ]),
    );
}

/** The value itself is not looked at: arguments are visible to every process on the machine. */
export function refusedKey(): Failed {
  return wrongUsage(
    'key-in-arguments',
    'A key on the command line can be read by every process on this machine and stays in the shell history.',
    'Set the variable LUSHA_API_KEY, or use --key-file PATH, or pipe it in with --key-stdin. Rotate the key if the machine is shared.',
  );
}
