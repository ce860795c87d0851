import { isExpectation } from './status-expected.ts';

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
const STATUS = String.raw`(?<![\w.$€£#/-]|\d[,:])([45]\d{2})(?![\w%]|[.,]\d|:\d|-bytes?\b)`;
/** What follows the number when it counts something. */
const UNIT = String.raw`(?!\s{0,2}(?:ms|msec|s|sec|seconds?|min|minutes?|h|hours?|days?|bytes?|[kmg]i?b|items?|rows?|records?|contacts?|companies|credits?|calls?|results?|files?|lines?|tests?|times|usd|eur|%|requests? (?:left|per|today|sent|made)))`;

const MENTIONS: readonly RegExp[] = [
  // "429 Too Many Requests", "403 - Forbidden", "404 (Not Found)"
  new RegExp(
    String.raw`${STATUS}["']?[\s:(,-]{0,4}["']?(?:client error |error )?(?:${REASON})`,
    'dgi',
  ),
  // "Too Many Requests (429)", "Unauthorized: 401"
  new RegExp(String.raw`\b(?:${REASON})["']?[\s:(\[-]{1,3}${STATUS}`, 'dgi'),
  // "responded with 429", "returned 401", "got a 403", "answered 500", "failed with 422", "HTTP 429"
  new RegExp(
    String.raw`\b(?:respond(?:ed|s)?|return(?:ed|s)?|repl(?:ied|y)|answer(?:ed|s)?|got|gave|received|rejected|refused|fail(?:ed|s|ure|ing)?|throws?|threw|resulted|came back|http|status|response|error|errored)(?: (?:with|in|by|an?|the|code|status|http|error|response|from server|of|is|was|received)){0,8}[\s:=(\[]{1,3}["'<]?${STATUS}${UNIT}`,
    'dgi',
  ),
  // "-> 429", "=> 403", "→ 401"
  new RegExp(
    String.raw`(?:(?<!-)->|(?<!["']\s?)=>|→|⇒)\s{0,3}["'(\[]{0,2}(?:http )?${STATUS}${UNIT}`,
    'dgi',
  ),
  // "POST /v3/contacts/enrich 429 12 ms", "GET https://… 401 in 30 ms"
  new RegExp(
    String.raw`\b(?:GET|POST|PUT|PATCH|DELETE)["']? (?:https?:\/\/[^\s"]{1,500}|\/[^\s"]{0,500})(?: HTTP\/[\d.]{1,3})?["']?(?: -)?[\s:([]{1,3}${STATUS}(?=[\s"'),;\]]|$)${UNIT}`,
    'dg',
  ),
  // .NET: "Received HTTP response headers after 88.2104ms - 429"
  new RegExp(String.raw`\bresponse headers after [\d.]{1,16}ms - ${STATUS}`, 'dgi'),
  // "a 429 from Lusha", "429 response", "429 error"
  new RegExp(String.raw`${STATUS}["']? (?:from|by) (?:the )?(?:lusha|api|server|https?:)`, 'dgi'),
  new RegExp(String.raw`${STATUS}["')]? (?:error|response|status|answer|repl(?:y|ies))\b`, 'dgi'),
];

/** The same for a call that went well; "in 200 ms" and "200 rows" are none. */
const SUCCESSES: readonly RegExp[] = [
  /\b(?:ok|success)\b[ :=(]{1,3}(2(?:0\d|26))(?![\w%]|[.,]\d| (?:rows?|items?|contacts?|records?|results?|bytes|credits?|companies|leads?)\b)/dgi,
  /\bresponse headers after [\d.]{1,16}ms - (2\d{2})\b/dgi,
  /(?:->|=>|→|⇒)\s{0,3}["'([]{0,2}(?:http )?(2(?:0\d|26))(?![\w%]|[.,]\d)/dgi,
  /(?<![\w.])(2(?:0\d|26))["']? (?:OK|Created|Accepted|No Content|Multi-Status)\b/dg,
  /\b(?:respond(?:ed|s)?|return(?:ed|s)?|repl(?:ied|y)|answer(?:ed|s)?|got|received)(?: (?:with|status|code|http|a|an|response)){0,4}[\s:=([]{1,3}["'<]?(2(?:0\d|26))(?![\w%]|[.,]\d| (?:ms|s|rows?|items?|contacts?|records?|results?|bytes|credits?|lines?|leads?|companies)\b(?!=))/dgi,
  /\b(?:GET|POST|PUT|PATCH|DELETE)["']? (?:https?:\/\/[^\s"]{1,500}|\/[^\s"]{0,500})(?: HTTP\/[\d.]{1,3})?["']?(?: -)?[\s:([]{1,3}(2(?:0\d|26))(?=[\s"'),;\]]|$)(?! (?:rows?|items?|contacts?|records?|results?|bytes|credits?|companies)\b(?!=))/dg,
];

/** A status of success that words in a text name as an answer; null when there is none. */
export function successIn(text: string): StatusMatch | null {
  let first: StatusMatch | null = null;
  for (const form of SUCCESSES) {
    for (const match of text.matchAll(form)) {
      const at = match.indices?.[1]?.[0] ?? match.index;
      if (isExpectation(text, at)) continue;
      if (first === null || at < first.at) first = { status: Number(match[1]), at };
      break;
    }
  }
  return first;
}

/** A status, and where its number stands in the text. */
export interface StatusMatch {
  readonly status: number;
  readonly at: number;
}

/** More mentions than any report of one failure holds. */
const MOST_MENTIONS = 100;

/** The first status that words in a text name as an answer; null when no number is called one. */
export function mentionIn(text: string): StatusMatch | null {
  let first: StatusMatch | null = null;
  for (const mention of MENTIONS) {
    let seen = 0;
    for (const match of text.matchAll(mention)) {
      const at = match.indices?.[1]?.[0] ?? match.index;
      if ((seen += 1) > MOST_MENTIONS || (first !== null && match.index >= first.at)) break;
      if (isNumbered(text, at) || isExpectation(text, at)) continue;
      if (first === null || at < first.at) first = { status: Number(match[1]), at };
      break;
    }
  }
  return first;
}

const NUMBERED =
  /(?:\bline|\bport|\bpage|\brow|\bcolumn|\bpid|\bid|\bbatch|\bjob|\border|\bitem|\bticket|\bbuild|\broom|\bversion)[\s:=#(]{1,3}["']?$/i;

/** "error on line 404", "failed: job 503": the word right before the number says what it is. */
export function isNumbered(text: string, at: number): boolean {
  return NUMBERED.test(text.slice(Math.max(0, at - 24), at));
}
