/** Who wrote a line: the client, the server, or curl about them. `plain` when it is not marked. */
type Speaker = 'plain' | 'sent' | 'received' | 'note' | 'error' | 'noise';

export interface SpokenLine {
  readonly speaker: Speaker;
  /** The line without curl's prefix. */
  readonly text: string;
}

const VERBOSE = /^(?:< HTTP\/|> [A-Z]{3,7} |\* {1,4}[A-Z])/;
const ERROR = /^curl: \(\d{1,3}\)/;
const NOISE = /^[{}] \[\d{1,12} bytes data\]|Dload +Upload|--:--:--|^ {2}% Total/;

/** Splits curl's verbose output by its line prefixes; the lines of any other text are plain. */
export function spokenLines(lines: readonly string[]): readonly SpokenLine[] {
  const isVerbose = lines.some((line) => VERBOSE.test(line));
  return lines.map((line) => {
    if (ERROR.test(line)) return { speaker: 'error', text: line };
    if (NOISE.test(line)) return { speaker: 'noise', text: line };
    return isVerbose ? verboseLine(line) : { speaker: 'plain', text: line };
  });
}

function verboseLine(line: string): SpokenLine {
  if (line.startsWith('* ')) return { speaker: 'note', text: line.slice(2).trim() };
  if (line === '>' || line.startsWith('> ')) return { speaker: 'sent', text: line.slice(2) };
  if (line === '<' || line.startsWith('< ')) return { speaker: 'received', text: line.slice(2) };
  return { speaker: 'plain', text: line };
}
