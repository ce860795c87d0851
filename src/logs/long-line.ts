const EDGE = /[\s"'`,;:=&{}()[\]<>]+/g;
/** A scheme and a value can follow a name, so that three words may belong to a cut credential. */
const WORDS_DROPPED = 3;
/** Where no word ends: longer than any key. */
const BLIND_CUT = 256;

/**
 * A piece of a line without the words at its cut ends. A key of which only a part is left, or whose
 * name is cut off, could not be told from other text.
 */
export function pieceOf(text: string, cutAtStart: boolean, cutAtEnd: boolean): string {
  const end = cutAtEnd ? lastEdge(text) : text.length;
  const start = cutAtStart ? afterWords(text) : 0;
  return start >= end ? '' : text.slice(start, end);
}

function afterWords(text: string): number {
  let words = 0;
  for (const edge of text.slice(0, 4096).matchAll(EDGE)) {
    words += 1;
    if (words === WORDS_DROPPED) return edge.index + edge[0].length;
  }
  return BLIND_CUT * 16;
}

function lastEdge(text: string): number {
  const tail = text.slice(-4096);
  const edges = [...tail.matchAll(EDGE)];
  const last = edges.at(-1);
  return last === undefined ? text.length - BLIND_CUT * 16 : text.length - tail.length + last.index;
}
