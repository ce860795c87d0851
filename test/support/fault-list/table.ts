import type { Judgement } from '../faults.ts';

/** What a run said of one fault. */
export interface Told {
  readonly what: string;
  readonly found: Judgement;
}

/** The faults of one kind with what is said of each, as a part of a Markdown document. */
export function faultTable(group: string, told: readonly Told[]): string {
  return [
    `## ${group}`,
    [
      '| fault | first sentence | cause | who acts | first step | exit |',
      '| --- | --- | --- | --- | --- | --- |',
      ...told.map(row),
    ].join('\n'),
  ].join('\n\n');
}

function row({ what, found: { first, exitCode } }: Told): string {
  const said =
    first === null
      ? ['', '', '', '']
      : [first.title, `\`${first.cause}\``, first.whoActs, first.fixes[0]?.text ?? ''];
  return `| ${[what, ...said.map(steady), String(exitCode)].map(cell).join(' | ')} |`;
}

/** The same in every run: the ports of a machine differ. */
function steady(text: string): string {
  return text.replaceAll(/(?<=127\.0\.0\.1:|localhost:)\d+/g, 'PORT');
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll(/\s+/g, ' ');
}
