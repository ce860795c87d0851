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

/** Help that fits a narrow terminal as well. */
export const HELP_LAYOUT: HelpConfiguration = {
  minWidthToWrap: LEAST_TEXT,
  // Every command has options: naming them in the list of commands only takes room.
  subcommandTerm: (command) =>
    [
      [command.name(), ...command.aliases()].join('|'),
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
