/**
 * How plain words say that a call was answered with a status. Each asks for a word beside the
 * number: a number alone is as likely a port, a line, a price or a duration.
 */

const REASON = [
  'bad request',
  'unauthori[sz]ed',
  'payment required',
  'forbidden',
  'not found',
  'method not allowed',
  'not acceptable',
  'proxy authentication required',
  'request time-?out',
  'conflict',
  'gone',
  'precondition failed',
  'payload too large',
  'content too large',
  'unsupported media type',
  'unprocessable',
  'too many requests',
  'unavailable for legal reasons',
  'internal server error',
  'not implemented',
  'bad gateway',
  'service (?:temporarily )?unavailable',
  'gateway time-?out',
  'rate limit',
].join('|');

/** No digit, letter or decimal point may touch the number. */
const STATUS = String.raw`(?<![\w.$€£#-]|\d[,:])([45]\d{2})(?![\w%]|[.,]\d|:\d)`;
/** What follows the number when it counts something. */
const UNIT = String.raw`(?!\s{0,2}(?:ms|msec|s|sec|seconds?|min|minutes?|h|hours?|days?|bytes?|[kmg]i?b|items?|rows?|records?|contacts?|companies|credits?|calls?|results?|files?|lines?|tests?|times|usd|eur|%|requests? (?:left|per|today|sent|made)))`;

const MENTIONS: readonly RegExp[] = [
  // "429 Too Many Requests", "403 - Forbidden", "404 (Not Found)"
  new RegExp(
    String.raw`${STATUS}["']?[\s:(,-]{0,4}["']?(?:client error |error )?(?:${REASON})`,
    'i',
  ),
  // "Too Many Requests (429)", "Unauthorized: 401"
  new RegExp(String.raw`\b(?:${REASON})["']?[\s:(\[-]{1,3}${STATUS}`, 'i'),
  // "responded with 429", "returned 401", "got a 403", "answered 500", "failed with 422", "HTTP 429"
  new RegExp(
    String.raw`\b(?:respond(?:ed|s)?|return(?:ed|s)?|repl(?:ied|y)|answer(?:ed|s)?|got|gave|received|rejected|refused|fail(?:ed|s|ure|ing)?|throws?|threw|resulted|came back|http|status|response|error|errored)(?: (?:with|in|by|an?|the|code|status|http|error|response|from server|of|is|was|received))*[\s:=(\[]{1,3}["']?${STATUS}${UNIT}`,
    'i',
  ),
  // "-> 429", "=> 403", "→ 401"
  new RegExp(String.raw`(?:->|=>|→|⇒)\s{0,3}["'(\[]{0,2}(?:http )?${STATUS}${UNIT}`, 'i'),
  // "POST /v3/contacts/enrich 429 12 ms", "GET https://… 401 in 30 ms"
  new RegExp(
    String.raw`\b(?:GET|POST|PUT|PATCH|DELETE)["']? (?:https?:\/\/[^\s"]{1,500}|\/[^\s"]{0,500})(?: HTTP\/[\d.]{1,3})?["']?(?: -)?[\s:([]{1,3}${STATUS}(?=[\s"'),;\]]|$)${UNIT}`,
  ),
  // "a 429 from Lusha", "429 response", "429 error"
  new RegExp(String.raw`${STATUS}["']? (?:from|by) (?:the )?(?:lusha|api|server|https?:)`, 'i'),
  new RegExp(String.raw`${STATUS}["')]? (?:error|response|status|answer|repl(?:y|ies))\b`, 'i'),
];

/** The status that words in a text name as an answer; null when no number is called one. */
export function mentionedStatus(text: string): number | null {
  let first: { readonly at: number; readonly status: number } | null = null;
  for (const mention of MENTIONS) {
    const match = mention.exec(text);
    if (match === null || isCounted(text, match)) continue;
    if (first === null || match.index < first.at) {
      first = { at: match.index, status: Number(match[1]) };
    }
  }
  return first?.status ?? null;
}

const NO_STATUS_BEFORE =
  /(?:\bline|\bport|\bpage|\brow|\bcolumn|\bpid|\bid|\bbatch|\bjob|\border|\bitem|\bticket|\bbuild|\broom|\bversion)[\s:=#(]{1,3}["']?$/i;

/** "error on line 404", "failed: job 503": the word right before the number says what it is. */
function isCounted(text: string, match: RegExpExecArray): boolean {
  const status = match[1] ?? '';
  const at = match.index + match[0].indexOf(status);
  return NO_STATUS_BEFORE.test(text.slice(Math.max(0, at - 24), at));
}
