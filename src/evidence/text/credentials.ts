import { objectOf } from '../../model/json.ts';

/** Stands where a credential was. */
export const MASK = '[masked]';

const NAMES = 'api[ _-]?key|authorization|cookie|token|secret|passw(?:or)?d';
const SCHEMES = '(?:bearer|basic|token|apikey|negotiate|ntlm|digest)';

/**
 * Where credentials stand, most specific form first. In each expression `before` is kept and
 * `value` is masked. All are linear: no part that can repeat overlaps with what follows it.
 */
const PLACES: readonly RegExp[] = [
  // A header line, raw or in curl's verbose form: everything up to the end of the line.
  new RegExp(
    String.raw`^(?<before>(?:[<>*] ?)?[\w-]{0,40}(?:${NAMES})[\w-]{0,20}:[ \t]{0,8}(?:${SCHEMES}[ \t]{1,8})?)(?<value>[^\s"'][^\n]*)$`,
    'gim',
  ),
  // A header given to a command: up to the closing quote.
  new RegExp(
    String.raw`(?<before>(?:-H|--header|--proxy-header)[ =]{0,2}["']?[\w-]{0,40}(?:${NAMES})[\w-]{0,20}:[ \t]{0,8}(?:${SCHEMES}[ \t]{1,8})?)(?<value>[^\n"']+)`,
    'gi',
  ),
  // A pair of name and value, as in HAR files.
  new RegExp(
    String.raw`(?<before>"(?:name|key)"\s{0,8}:\s{0,8}"[\w-]{0,40}(?:${NAMES})[\w-]{0,20}"\s{0,40},\s{0,40}"value"\s{0,8}:\s{0,8}"(?:${SCHEMES}\s{1,3})?)(?<value>[^"]+)`,
    'gi',
  ),
  // A quoted value: JSON, a dictionary, an assignment.
  new RegExp(
    String.raw`(?<before>(?:${NAMES})[\w-]{0,20}\\{0,2}["']?\s{0,3}[:=]\s{0,3}\\{0,2}["'\x60](?:${SCHEMES}\s{1,3})?)(?<value>[^"'\x60\\\n]+)`,
    'gi',
  ),
  // A bare value: a query, an environment file, a log line.
  new RegExp(
    String.raw`(?<before>(?:${NAMES})[\w-]{0,20}\s{0,3}[:=]\s{0,3}(?:${SCHEMES}\s{1,3})?)(?<value>[^\s"'\x60\\,;&<>{}]+)`,
    'gi',
  ),
  // User and password of an URL or of curl.
  /(?<before>:\/\/)(?<value>[^\s/@?#"']{1,200})(?=@)/g,
  /(?<before>\s(?:-u|-U|--user|--proxy-user)[ =]["']?)(?<value>[^\s"']+)/g,
  // What clients quote when they refuse a header value.
  /(?<before>["'])(?<value>[^"']{1,4096})(?=["'] is an invalid header value)/g,
  /(?<before>\b(?:header value|format of value)\b:?\s{0,3}b?["'])(?<value>[^"']+)/gi,
  /(?<before>\bmessage header value:\s{0,3})(?<value>[^\n]+)/gi,
];

const BEARER = /(?<before>\bbearer\s{1,3})(?<value>[\w.~+/=-]{8,})/gi;
/** Every UUID can be a key, but for those that are said to be an id of something else. */
const UUID =
  /(?<before>(?:request|correlation|trace|job|session|conversation|subscription)[ _-]?id\\{0,2}["']?\s{0,3}[:=]\s{0,3}\\{0,2}["']?)?(?<value>\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b)/gi;

const SHORTEST_ECHO = 8;
const MOST_ECHOES = 20;

/**
 * Takes credentials out of a text: values of headers, variables, queries and URLs that hold one,
 * bearer tokens, anything shaped like a key, and every other place where a found value recurs.
 * Names and schemes stay, so that it can still be told where the credential was put.
 */
export function maskCredentials(text: string): string {
  const found = new Set<string>();
  let masked = text;
  for (const place of PLACES) {
    masked = masked.replace(place, (...match) => {
      const { before, value } = groupsOf(match);
      if (value === MASK || value.startsWith(MASK)) return `${before}${value}`;
      if (isEcho(value)) found.add(value.trim());
      return `${before}${maskedValue(before, value)}`;
    });
  }
  masked = masked
    .replace(BEARER, (...match) => {
      const { before, value } = groupsOf(match);
      return `${before}${/\d/.test(value) || value.length >= 20 ? MASK : value}`;
    })
    .replace(UUID, (...match) => {
      const { before, value } = groupsOf(match);
      return before === '' ? MASK : `${before}${value}`;
    });
  for (const value of [...found].slice(0, MOST_ECHOES)) masked = masked.replaceAll(value, MASK);
  return masked;
}

/** The name of a cookie says which product set it; only its value is a secret. */
function maskedValue(before: string, value: string): string {
  const name = /cookie/i.test(before) ? /^[\w.-]{1,60}=/.exec(value)?.[0] : undefined;
  return `${name ?? ''}${MASK}`;
}

/** Only what looks like a key is looked for elsewhere: masking a plain word would garble the text. */
function isEcho(value: string): boolean {
  return value.trim().length >= SHORTEST_ECHO && /\d/.test(value);
}

function groupsOf(match: readonly unknown[]): { before: string; value: string } {
  const groups = objectOf(match.at(-1));
  return { before: wordsOf(groups?.before), value: wordsOf(groups?.value) };
}

function wordsOf(group: unknown): string {
  return typeof group === 'string' ? group : '';
}
