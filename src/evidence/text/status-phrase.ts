import { mentionedStatus } from './status-mention.ts';

/** How programs report that an answer came with a status they call an error. */
const STATUS_PHRASES: readonly RegExp[] = [
  /\bstatus(?:[ _-]?code)?["']?\s{0,3}(?:of|is|was|[:=])?\s{0,3}["'(]{0,2}([1-5]\d{2})\b/i,
  /\bHTTP(?:\/\d(?:\.\d)?)?(?:[ _-](?:error|code|status))?\s{0,3}[:=]?\s{0,3}([1-5]\d{2})\b/i,
  /\b([45]\d{2}) (?:Client|Server) Error\b/i,
  /\breturned (?:an )?error:? \(?([45]\d{2})\b/i,
  /\bindicate success: ([1-5]\d{2})\b/i,
  /\bresponse code:? ([1-5]\d{2})\b/i,
  /\bresulted in a `([1-5]\d{2}) /i,
  /https?:\/\/[^\s/]{1,255}\/\S{0,500} ([1-5]\d{2}) \([A-Za-z ]{0,40}\)/,
  /\btoo many ([45]\d{2}) error responses\b/i,
  /\berror (?:code )?([45]\d{2})\b/i,
  /\bClientResponseError: ([45]\d{2}),/,
  /(?:^|\s)\[([45]\d{2})\] [A-Z]/,
];

/** The status that a program's words name, or null. */
export function statusIn(text: string): number | null {
  for (const phrase of STATUS_PHRASES) {
    const status = phrase.exec(text)?.[1];
    if (status !== undefined) return Number(status);
  }
  return mentionedStatus(text);
}
