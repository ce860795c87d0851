/** A command to paste and what it is for. */
export type Example = readonly [command: string, what: string];

/** The examples as they stand at the end of a help page. */
export function examples(rows: readonly Example[]): string {
  const lines = rows.map(([command, what]) => `  # ${what}\n  ${command}`);
  return `\nExamples:\n${lines.join('\n')}`;
}
