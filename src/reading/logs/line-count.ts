const NEWLINE = 10;

/** Counts the line breaks from `from` up to `to`. */
export function countLines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  let at = bytes.indexOf(NEWLINE, from);
  while (at !== -1 && at < to) {
    count += 1;
    at = bytes.indexOf(NEWLINE, at + 1);
  }
  return count;
}
