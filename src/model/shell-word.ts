/**
 * One word for a POSIX shell, whatever it holds. Commands are there to be pasted, and names, paths
 * and URLs in them come from servers, logs and arguments.
 */
export function shellWord(text: string): string {
  if (/^[\w./:@%+=,][\w./:@%+=,-]*$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
