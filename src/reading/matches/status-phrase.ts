import { N8N_SENTENCES } from '../../knowledge/platform-sentences.ts';
import { isExpectation } from './status-expected.ts';
import { mentionIn, successIn, type StatusMatch } from './status-mention.ts';
import { statusOfRow } from '../forms/status-row.ts';

/** How programs report that an answer came with a status they call an error. */
const STATUS_PHRASES: readonly RegExp[] = [
  /\bstatus(?:[ _-]?code)?["']?\s{0,3}(?:of|is|was|[:=])?:?\s{0,3}["'(<]{0,2}([1-5]\d{2})\b/dgi,
  /\bHTTP(?:\/\d(?:\.\d)?)?(?:[ _-](?:error|code|status))?\s{0,3}[:=]?\s{0,3}([1-5]\d{2})\b/dgi,
  /\b([45]\d{2}) (?:Client|Server) Error\b/dgi,
  /\breturned (?:an )?error:? \(?([45]\d{2})\b/dgi,
  /\bindicate success: ([1-5]\d{2})\b/dgi,
  /\bresponse code:? ([1-5]\d{2})\b/dgi,
  /\bresulted in a `([1-5]\d{2}) /dgi,
  /https?:\/\/[^\s/]{1,255}\/\S{0,500} ([1-5]\d{2}) \([A-Za-z ]{0,40}\)/dg,
  // Power Query
  /\bfailed to get contents from '[^'\n]{1,500}' \(([1-5]\d{2})\)/dgi,
  /\btoo many ([45]\d{2}) error responses\b/dgi,
  /\berror (?:code )?([45]\d{2})\b(?! ?%)/dgi,
  /\bClientResponseError: ([45]\d{2}),/dg,
  // A prompt, and below it what it gave: `>>> r.status_code` and 403
  /(?:status_?code|\.status|http_code)[\w.)]{0,12}\s{0,3}\n\s{0,8}([1-5]\d{2})\s{0,3}(?:\n|$)/dgi,
  // "Expected status code <200> but was <401>", "actual value is <401>", "but got 403"
  /\b(?:but|and|instead) (?:it )?(?:got|received|was|found|returned):? ["'<(]?([1-5]\d{2})\b(?!["'>)]? (?:ms|s|bytes|items|results|contacts|companies|rows|records)\b)/dgi,
  /\bactual(?:ly)?(?: (?:value|status(?: code)?))?(?: is| was|:)?\s{1,3}["'<(]?([1-5]\d{2})\b/dgi,
  // What the libraries for assertions print about a status.
  /\bexpected ([1-5]\d{2}) to (?:deeply )?(?:equal|be|eql) [1-5]\d{2}\b/dgi,
  /\bExpected:? ["'<]?[23]\d{2}["'>]?\s{1,20}Received:? ["'<]?([45]\d{2})\b/dgi,
  /\bAssertion\w{0,40}(?: \[\w{1,40}\])?: ([45]\d{2}) (?:===?|!==?) [23]\d{2}\b/dgi,
  // Make: "[400] property firstName should not exist"
  /(?:^|\s)\[([45]\d{2})\] (?=\p{L})(?!(?:ms|items?|rows?|records?|contacts?|companies|results?|lines?|times)\b)/dgu,
];
/** More numbers than any report of one failure holds. */
const MOST_MATCHES = 200;
const LEAST_FAILED = 400;

/** The status that a program's words name, or null. */
export function statusIn(text: string): number | null {
  return statusMatchIn(text)?.status ?? null;
}

/**
 * The same with the place of its number in the text. A failure beats any success, since a run tells
 * of what it expected and of what went well too.
 */
export function statusMatchIn(text: string): StatusMatch | null {
  let mild: StatusMatch | null = null;
  for (const phrase of STATUS_PHRASES) {
    for (const found of matchesOf(phrase, text)) {
      if (found.status >= LEAST_FAILED) return found;
      mild ??= found;
    }
  }
  const row = statusOfRow(text);
  if (row !== null && row.status >= LEAST_FAILED) return row;
  return (
    powerShellIn(text) ?? sentenceIn(text) ?? mentionIn(text) ?? mild ?? row ?? successIn(text)
  );
}

function* matchesOf(phrase: RegExp, text: string): Generator<StatusMatch> {
  let seen = 0;
  for (const match of text.matchAll(phrase)) {
    if ((seen += 1) > MOST_MATCHES) return;
    const at = match.indices?.[1]?.[0] ?? match.index;
    if (!isExpectation(text, at)) yield { status: Number(match[1]), at };
  }
}

/** A sentence of n8n's where a message begins; in the middle of other words somebody speaks of it. */
function sentenceIn(text: string): StatusMatch | null {
  for (const [sentence, status] of N8N_SENTENCES) {
    const at = text.indexOf(sentence);
    if (at !== -1 && /(?:^|[\n"'“:])[ \t]{0,8}$/.test(text.slice(Math.max(0, at - 10), at))) {
      return { status, at };
    }
  }
  return null;
}

const POWERSHELL =
  /FullyQualifiedErrorId|WebCmdletWebResponseException|Invoke-(?:WebRequest|RestMethod)|(?:^|\n)(?:curl|wget|iwr|irm) : /;
const NEAR = 1500;

/** "curl : Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.", in any language. */
function powerShellIn(text: string): StatusMatch | null {
  let seen = 0;
  for (const { index, 1: digits } of text.matchAll(/\(([45]\d{2})\)/g)) {
    if ((seen += 1) > MOST_MATCHES) return null;
    if (POWERSHELL.test(text.slice(Math.max(0, index - NEAR), index + NEAR))) {
      return { status: Number(digits), at: index + 1 };
    }
  }
  return null;
}
