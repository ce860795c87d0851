import { tableEntries } from '../forms/table-row.ts';
import { callsIn } from '../matches/named-call.ts';

const ANSWER = /^(?:< )?HTTP\/\d/;

/**
 * An entry with what it cannot be understood without: the header line of the table that it is a
 * row of, or the command that the answer belongs to. `before` is the text above it.
 */
export function inContext(text: string, before: string, header: string | null): string {
  if (header !== null && header !== text && tableEntries([header, ...text.split('\n')]) !== null) {
    return `${header}\n${text}`;
  }
  if (!ANSWER.test(text)) return text;
  const command = commandAbove(before);
  return command === null ? text : `${command}\n${text}`;
}

/** The last line above that calls something with a URL. */
function commandAbove(before: string): string | null {
  const lines = before.split('\n').slice(1);
  return (
    lines.findLast((line) =>
      callsIn(line).some(({ form }) => form === 'command' || form === 'method'),
    ) ?? null
  );
}
