/** What a browser says about a call that it kept from a page. */
export interface BrowserRefusal {
  /** `CORS`, or the browser's words where they leave the reason open. */
  readonly code: string;
  readonly line: string;
}

/** Browsers say these for CORS only; Firefox in the language of its user. */
const CORS_WORDS: readonly RegExp[] = [
  /blocked by CORS policy/i,
  /Cross-Origin Request Blocked/i,
  /\(Cross-Origin\) (?:Anfrage|Request)/i,
  /\bCORS\b[^\n]{0,60}Access-Control-Allow-/i,
  /is not allowed by Access-Control-Allow-/i,
  /due to access control checks/i,
  /doesn't pass access control check/i,
  /Preflight response is not successful/i,
];
/** Firefox says CORS here as well, and means that no connection stood. */
const NO_CONNECTION = /CORS request did not succeed|CORS-Anfrage schlug fehl/i;
/** Chrome had an answer and kept it. */
const KEPT_ANSWER = /net::ERR_FAILED [1-5]\d\d\b|net::ERR_BLOCKED_BY_(?:ORB|RESPONSE)\b/;
/** What is left when the reason is not told: CORS, or any failure below HTTP. */
const LAST_WORDS =
  /\bTypeError:? (?:Failed to fetch(?! dynamically)|NetworkError when attempting to fetch|Load failed\b)|net::ERR_FAILED\b/i;

const MOST_PLACES = 200;
const LUSHA = /\blusha\.com?\b/i;
const ADDRESS = /https?:\/\/[^\s/'")]{1,255}/gi;

/** A refusal by the rules of the browser. What it says about a status is not what the page got. */
export function browserRefusalIn(text: string): BrowserRefusal | null {
  const lines = linesWith(text, [...CORS_WORDS, NO_CONNECTION, KEPT_ANSWER]);
  const namesLusha = LUSHA.test(text);
  for (const line of lines) {
    if (namesLusha && isAboutAnother(line)) continue;
    if (NO_CONNECTION.test(line)) return { code: 'CORS request did not succeed', line };
    if (CORS_WORDS.some((words) => words.test(line))) return { code: 'CORS', line };
    return { code: KEPT_ANSWER.exec(line)?.[0] ?? 'net::ERR_FAILED', line };
  }
  return null;
}

/** Where a browser's words about a refused call stand (UTF-16 units). */
export function browserWordsIn(
  text: string,
): readonly { readonly at: number; readonly end: number }[] {
  const all = [...CORS_WORDS, NO_CONNECTION, KEPT_ANSWER, LAST_WORDS];
  return all.flatMap(({ source, flags }) =>
    [...text.matchAll(new RegExp(source, `${flags}g`))]
      .slice(0, MOST_PLACES)
      .map(({ 0: words, index: at }) => ({ at, end: at + words.length })),
  );
}

/** Words of a browser that stand for CORS and for any failure of the network alike. */
export function openRefusalIn(text: string): BrowserRefusal | null {
  const words = LAST_WORDS.exec(text)?.[0];
  return words === undefined ? null : { code: words, line: words };
}

/** Pages also load from others, whose refusals stand in the same console. */
function isAboutAnother(line: string): boolean {
  const addresses = line.match(ADDRESS) ?? [];
  return addresses.length > 0 && !addresses.some((address) => LUSHA.test(address));
}

function linesWith(text: string, expressions: readonly RegExp[]): readonly string[] {
  if (!/CORS|cross-origin|access.control|preflight|net::ERR_/i.test(text)) return [];
  return text
    .split('\n')
    .map((line) => line.slice(0, 2000))
    .filter((line) => expressions.some((words) => words.test(line)));
}
