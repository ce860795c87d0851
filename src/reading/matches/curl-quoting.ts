import type { CurlReport } from './curl-exit.ts';

/** Words that stand in the headers and bodies of requests and are no hosts. */
const WORDS =
  /^(?:accept|api_key|apikey|application|authorization|bearer|content-type|json|text|utf-8|x-api-key|get|post|put|patch|delete|true|false|null)$/i;
/** What a host is made of. */
const NAME = /^[\w.-]{1,255}$/;
/** Names of machines in a network of one's own look like this; parts of a sentence do not. */
const MACHINE = /[\d-]|host|local|lusha|mock|proxy|server|service/i;
/** curl's words for braces and brackets that it met in a URL. */
const BRACES = /unmatched (?:close )?brace|nested brace|empty string within braces|bad range/i;

/**
 * True for an error that is about a piece of the command line: a shell that does not know the quotes
 * cuts a header or a body at its blanks, and curl takes the pieces for URLs of their own. cmd.exe does
 * so with single quotes.
 */
export function isPieceOfCommand({ number, line, end }: CurlReport, text: string): boolean {
  if (number === 3) return BRACES.test(line) && !/https?:\/\//i.test(text.slice(end, end + 300));
  if (number !== 6) return false;
  const host = /Could(?:n't| not) resolve host:? (\S{1,300})/i.exec(line)?.[1];
  if (host === undefined) return false;
  if (!NAME.test(host)) return true;
  if (host.includes('.')) return false;
  return WORDS.test(host) || (!MACHINE.test(host) && !text.includes(`://${host}`));
}
