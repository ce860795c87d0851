import {
  Help,
  type Argument,
  type Command,
  type HelpConfiguration,
} from '@commander-js/extra-typings';

/** Below this width an option's text stands under it: beside it there would be no room. */
const STACKED_BELOW = 60;
const TERM_INDENT = 2;
const TEXT_INDENT = 6;
const USUAL_WIDTH = 80;

/** A description beside a long term may get narrower than the library likes, but never overflows. */
const LEAST_TEXT = 20;

const usual = Object.assign(new Help(), { minWidthToWrap: LEAST_TEXT });

/** Headings of the options that most commands share. */
const SHARED = ['Output:', 'Key (default: LUSHA_API_KEY or .env):', 'Network:', 'Result:'];
const SHARED_COLUMN = 9;
/** Stands for a blank at which no line may break. */
const NO_BREAK = '\u0001';

/**
 * Help that fits a narrow terminal as well. A command's own options come first with what they do;
 * the shared ones are named behind them, and explained where `explainsShared` says so.
 */
export function helpLayout(explainsShared: boolean): HelpConfiguration {
  return explainsShared ? LAYOUT : { ...LAYOUT, ...SHARED_BY_NAME };
}

const SHARED_BY_NAME: HelpConfiguration = {
  // Who reads the help of a command knows how to ask for it.
  visibleOptions(this: Help, command) {
    const all = usual.visibleOptions(command);
    return command.parent === null ? all : all.filter(({ long }) => long !== '--help');
  },
  formatItemList(this: Help, heading, items, helper) {
    if (!SHARED.includes(heading)) return usual.formatItemList(heading, items, helper);
    const terms = items.map((item) => /^ *(?:-\w, )?(\S.*?)(?: {2,}|\n|$)/.exec(item)?.[1] ?? '');
    const width = this.helpWidth ?? USUAL_WIDTH;
    const name = heading.replace(/[ :].*$/s, '').padEnd(SHARED_COLUMN);
    const names = terms.map((term) => term.replaceAll(' ', NO_BREAK)).join(', ');
    const lines = helper
      .boxWrap(names, width - SHARED_COLUMN)
      .replaceAll(NO_BREAK, ' ')
      .split('\n');
    return lines.map((line, at) => (at === 0 ? name : ' '.repeat(SHARED_COLUMN)) + line);
  },
  formatHelp(this: Help, command, helper) {
    const text = usual.formatHelp.call(this, command, helper).trimEnd();
    const hasShared = command.options.some(({ helpGroupHeading = '' }) =>
      SHARED.includes(helpGroupHeading),
    );
    return hasShared ? `${text}\nWhat these do: --help --verbose\n` : `${text}\n`;
  },
};

const LAYOUT: HelpConfiguration = {
  minWidthToWrap: LEAST_TEXT,
  optionDescription: ({ description, argChoices = [] }) =>
    argChoices.length === 0 ? description : `${description} (${argChoices.join(', ')})`,
  // Every command has options: naming them in the list of commands only takes room.
  subcommandTerm: (command) =>
    [
      [command.name(), ...command.aliases().slice(0, 1)].join('|'),
      ...command.registeredArguments.map(placeholder),
    ].join(' '),
  commandUsage(this: Help, command) {
    const indent = 'Usage: '.length;
    const width = this.helpWidth ?? USUAL_WIDTH;
    return usual
      .boxWrap(usual.commandUsage(command), width - indent)
      .replaceAll('\n', `\n${' '.repeat(indent)}`);
  },
  formatItem(this: Help, term, termWidth, description, helper) {
    const width = this.helpWidth ?? USUAL_WIDTH;
    if (width >= STACKED_BELOW) {
      usual.helpWidth = width;
      return usual.formatItem(term, termWidth, description, helper);
    }
    const text =
      description === '' ? [] : helper.boxWrap(description, width - TEXT_INDENT).split('\n');
    return [
      ' '.repeat(TERM_INDENT) + term,
      ...text.map((line) => ' '.repeat(TEXT_INDENT) + line),
    ].join('\n');
  },
};

/** Text in lines as long as the help of this command allows after `indent` blanks. */
export function fittedLines(text: string, indent: number, command: Command): readonly string[] {
  const width = command.configureOutput().getOutHelpWidth?.() ?? USUAL_WIDTH;
  const help = Object.assign(command.createHelp(), { minWidthToWrap: LEAST_TEXT });
  return help.boxWrap(text, width - indent).split('\n');
}

function placeholder(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}
