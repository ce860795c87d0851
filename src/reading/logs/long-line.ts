import { maskContacts } from '../../redact/contacts.ts';
import { maskCredentials } from '../../redact/credentials.ts';

const EDGE = /[\s"'`,;:=&{}()[\]<>]+/g;
/** A scheme and a value can follow a name, so that three words may belong to a cut credential. */
const WORDS_DROPPED = 3;
/** How far a word's end is looked for; longer than any key. */
const SEARCHED = 4096;

/**
 * A piece of a line, masked, without the words at its cut ends. It is masked first: what a name
 * announces has to be seen together with the name. What is left of a key at a cut, or of one whose
 * name was cut off, stands in the words that go.
 */
export function pieceOf(text: string, cutAtStart: boolean, cutAtEnd: boolean): string {
  if (!cutAtStart && !cutAtEnd) return text;
  const masked = maskContacts(maskCredentials(text));
  const end = cutAtEnd ? lastEdge(masked) : masked.length;
  const start = cutAtStart ? afterWords(masked) : 0;
  return start >= end ? '' : masked.slice(start, end);
}

function afterWords(text: string): number {
  let words = 0;
  for (const edge of text.slice(0, SEARCHED).matchAll(EDGE)) {
    if (edge.index > 0) words += 1;
    if (words === WORDS_DROPPED) return edge.index + edge[0].length;
  }
  return SEARCHED;
}

function lastEdge(text: string): number {
  const from = Math.max(0, text.length - SEARCHED);
  const last = [...text.slice(from).matchAll(EDGE)].at(-1);
  return last === undefined ? from : from + last.index;
}
