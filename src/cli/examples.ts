import type { AddHelpTextContext } from '@commander-js/extra-typings';
import { fittedLines } from './help-layout.ts';

/** A command to paste and what it is for. */
export type Example = readonly [command: string, what: string];

/** The examples as they stand at the end of a help page. The commands themselves are never broken. */
export function examples(rows: readonly Example[]): (context: AddHelpTextContext) => string {
  return ({ command }) => {
    const lines = rows.flatMap(([line, what]) => [
      ...fittedLines(what, '  # '.length, command).map((text) => `  # ${text}`),
      `  ${line}`,
    ]);
    return `\nExamples:\n${lines.join('\n')}`;
  };
}
