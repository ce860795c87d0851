import { Option, type Command, type OptionValues } from '@commander-js/extra-typings';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { FORMATS, type Format } from '../../model/report-format.ts';
import { listedBy } from './parse.ts';

/** Declares the options of every command that prints something. */
export function printingOptions<A extends unknown[], O extends OptionValues>(
  command: Command<A, O>,
  text: { readonly json: string; readonly quiet?: string },
) {
  return command
    .optionsGroup('Output:')
    .option('--json', text.json)
    .option('--color', 'use colours even when stdout is no terminal')
    .option('--no-color', 'use no colours')
    .option('--ascii', 'use no characters outside ASCII')
    .option('--quiet', text.quiet ?? 'one line only')
    .option('-v, --verbose', 'show everything that is known, sources included');
}

/** Declares the options of every command whose result is a report. */
export function outputOptions<A extends unknown[], O extends OptionValues>(
  command: Command<A, O>,
  quiet?: string,
) {
  return printingOptions(command, {
    json: 'print the report as JSON; the same as --format json',
    ...(quiet === undefined ? {} : { quiet }),
  })
    .addOption(
      new Option('--format <name>', 'how to print the report; in GitHub Actions "github"').choices(
        FORMATS,
      ),
    )
    .option(
      '--output <file>',
      'also write it to a file, in place of what was there: .json .ndjson .xml .md .txt (repeatable)',
      listedBy(outputFileOf),
    )
    .option('--support-text', 'print a message for whoever has to act, ready to be sent');
}

// A command without any other option is what is meant here.
// oxlint-disable-next-line typescript/no-generated-empty-object-type
type OutputCommand = ReturnType<typeof outputOptions<[], Record<never, never>>>;
/** The values of these options as they were given. */
export type OutputGiven = Readonly<ReturnType<OutputCommand['opts']>>;

/** A file the report is written to as well. */
export interface OutputFile {
  readonly path: string;
  readonly format: Format;
}

/** How a result is shown; every command has these. */
export interface OutputOptions {
  readonly format: Format;
  readonly files: readonly OutputFile[];
  readonly colour: boolean | undefined;
  readonly ascii: boolean | undefined;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Print a message to whoever has to act in place of the report. */
  readonly supportText: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How a result is to be shown. `inActions` is what GitHub Actions gets where nobody asks for a
 * format.
 */
export function outputOptionsOf(
  given: OutputGiven,
  env: Environment = {},
  inActions: Format = 'terminal',
): Result<OutputOptions> {
  const { json = false, format, supportText = false } = given;
  if (supportText && (json || format !== undefined)) {
    return wrongUsage(
      'two-outputs',
      '--support-text prints a message, --json and --format print a report: one of them at a time.',
      'To have both, write the report to a file:  --support-text --output report.json',
    );
  }
  return ok({
    format: json ? 'json' : (format ?? usualFormat(env, inActions)),
    files: given.output ?? [],
    colour: given.color,
    ascii: given.ascii,
    quiet: given.quiet === true,
    verbose: given.verbose === true,
    supportText,
  });
}

/** `ACCESSIBLE` is the variable by which people who use a screen reader say so. */
function usualFormat(env: Environment, inActions: Format): Format {
  if (env['GITHUB_ACTIONS'] === 'true') return inActions;
  const accessible = env['ACCESSIBLE'] ?? '';
  return accessible === '' || accessible === '0' ? 'terminal' : 'linear';
}

const FORMAT_OF_ENDING: ReadonlyMap<string, Format> = new Map([
  ['json', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['xml', 'junit'],
  ['md', 'markdown'],
  ['txt', 'terminal'],
]);

function outputFileOf(path: string): Result<OutputFile> {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const format = FORMAT_OF_ENDING.get(ending);
  if (format !== undefined) return ok({ path, format });
  return wrongUsage(
    'unknown-ending',
    `--output ${path}: the ending says in which format to write, and this one says nothing.`,
    'Use .json, .ndjson, .xml (JUnit), .md or .txt.',
  );
}
