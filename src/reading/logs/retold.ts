import { parseJson, textOf } from '../../model/json.ts';
import { containerPrefix, joinedContainerLines } from './container-line.ts';
import { fromTrace, isTraceMark } from './curl-trace.ts';

/** Two messages of a stream without a break between them, as Wireshark follows it. */
const GLUED = /([}\])>])(HTTP\/[123](?:\.\d)? [1-5]\d\d\b)/g;
const HEAD = 300;

/**
 * A text without the marks of what wrote it down: parts of lines joined, dumps of bytes as the
 * lines they hold. A key that is cut there is whole again and can be masked.
 */
export function retold(text: string): string {
  const head = text.slice(0, HEAD);
  if (containerPrefix(head) !== null) return joinedContainerLines(text);
  if (isTrace(text)) return fromTrace(text);
  return plainOf(text);
}

/** A line that is an object in a text of JSON: `"{\"status\":401}"` */
const QUOTED_OBJECT = /^[ \t]*("\{\\".{2,65536}\}")[ \t]*[,;]?$/gm;

function plainOf(quoted: string): string {
  const text = quoted.includes('"{\\"')
    ? quoted.replace(QUOTED_OBJECT, (line, object: string) => textOf(parseJson(object)) ?? line)
    : quoted;
  return text.includes('HTTP/') ? text.replace(GLUED, '$1\n$2') : text;
}

const FIRST_LINES = 12;

/** A trace is pasted with the command above it as often as without. */
function isTrace(text: string): boolean {
  if (!/^.{0,16}(?:== Info|=> Send|<= Recv)/m.test(text.slice(0, HEAD * 4))) return false;
  return text.split('\n', FIRST_LINES).some(isTraceMark);
}
