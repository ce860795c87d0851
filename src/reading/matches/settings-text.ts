/** A member that holds settings of a client. They name codes that the client would act upon. */
const OPENS =
  /^([ \t]{0,80})["']?(?:options|config|defaults|retry|retryOptions|errorCodes|statusCodes)["']?: ?(?:[\w.]{1,40} ?)?[{[]/;
const CLOSED = /[{[][^{}[\]\n]{0,2000}[}\]],?[ \t]{0,80}$/;

/**
 * The text without the settings that a dump of an error prints with it: codes and words in
 * them say what could happen, not what did.
 */
export function withoutSettings(text: string): string {
  if (!/^[ \t]{0,80}["']?(?:options|config|defaults|retry|\w{1,20}Codes)\b/m.test(text))
    return text;
  const kept: string[] = [];
  let inside: number | null = null;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (inside !== null && (indent > inside || line.trim() === '')) continue;
    if (inside !== null && /^\s{0,80}[}\]]/.test(line)) {
      inside = null;
      continue;
    }
    const opened = OPENS.exec(line)?.[1];
    inside = opened === undefined || CLOSED.test(line) ? null : opened.length;
    if (opened === undefined) kept.push(line);
  }
  return kept.join('\n');
}
