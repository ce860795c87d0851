import { cellWidth } from './text/cells.ts';
import { sanitizeLine } from '../redact/sanitize.ts';

/** Narrower than this nothing could be laid out. */
const LEAST_WIDTH = 20;
const INDENT = '  ';
const DEEPER = '    ';

/**
 * What the user has to put right: what is wrong, then each piece of advice on a line of its own.
 * In a piece of advice three blanks stand before the next one, two before a command; a command is
 * never broken. `columns` is the width of the terminal, 0 where there is none.
 */
export function complaintLines(
  { message, fix, note }: { readonly message: string; readonly fix: string; readonly note: string },
  columns: number,
): readonly string[] {
  const width = columns > 0 ? Math.max(LEAST_WIDTH, columns) : Infinity;
  return [
    ...flowed(sanitizeLine(message), width, '', INDENT),
    ...sanitizeLine(fix)
      .trim()
      .split(/ {3,}/)
      .filter((advice) => advice !== '')
      .reduce(joinLoneWords, [])
      .flatMap((advice) => adviceLines(advice, width)),
    `${INDENT}(${note})`,
  ];
}

/** Text in lines of at most `width` cells, broken at blanks only; those after the first hang. */
function flowed(text: string, width: number, indent: string, hang: string): string[] {
  if (cellWidth(indent + text) <= width) return [indent + text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const start = lines.length === 0 ? indent : hang;
    if (line !== '' && cellWidth(`${start}${line} ${word}`) > width) {
      lines.push(start + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, (lines.length === 0 ? indent : hang) + line];
}

/** `or` between two commands belongs to the second. */
function joinLoneWords(pieces: readonly string[], piece: string): readonly string[] {
  const last = pieces.at(-1);
  return last === 'or' ? [...pieces.slice(0, -1), `or  ${piece}`] : [...pieces, piece];
}

function adviceLines(advice: string, width: number): readonly string[] {
  const [first = '', ...commands] = advice.split(/ {2}/);
  const lines = isCommand(first) ? [INDENT + first] : flowed(first, width, INDENT, INDENT);
  for (const command of commands) {
    const last = lines.at(-1) ?? '';
    const beside = `${last}  ${command}`;
    if (cellWidth(beside) <= width) lines[lines.length - 1] = beside;
    else lines.push(DEEPER + command);
  }
  return lines;
}

function isCommand(text: string): boolean {
  return /^(?:-|lusha-doctor )/.test(text);
}
