import { objectOf } from '../../model/json.ts';

/** Stands where a credential was. */
export const MASK = '[masked]';

/** Words in the name of whatever holds a credential. */
const WORDS = 'api[ _-]?key|authorization|cookie|token|secret|passw(?:or)?d';
const HEADER_NAME = String.raw`[\w-]{0,40}(?:${WORDS})[\w-]{0,20}`;
const LAST_PART = String.raw`(?:${WORDS})[\w-]{0,20}`;
const SCHEME = String.raw`(?:(?:bearer|basic|token|apikey|negotiate|ntlm|digest)[ \t]{1,8})?`;
/** A quote, as it is or escaped. */
const QUOTE = String.raw`\\{0,2}["'\x60]`;
const ASSIGN = String.raw`\s{0,3}[:=]\s{0,3}`;

/** Keeps what fits `before` and masks what fits `value`. */
function place(before: string, value: string, flags = 'gi'): RegExp {
  return new RegExp(`(?<before>${before})(?<value>${value})`, flags);
}

/**
 * Where credentials stand, most specific form first. All are linear: no part that can repeat
 * overlaps with what follows it.
 */
const PLACES: readonly RegExp[] = [
  // A header line, raw or in curl's verbose form: everything up to the end of the line.
  place(
    String.raw`^(?:[<>*] ?)?${HEADER_NAME}:[ \t]{0,8}${SCHEME}`,
    String.raw`[^\s"'][^\n]*`,
    'gim',
  ),
  // A header given to a command: up to the closing quote.
  place(
    String.raw`(?:-H|--header|--proxy-header)[ =]{0,2}["']?${HEADER_NAME}:[ \t]{0,8}${SCHEME}`,
    String.raw`[^\n"']+`,
  ),
  // A pair of name and value, as in HAR files.
  place(
    String.raw`"(?:name|key)"\s{0,8}:\s{0,8}"${HEADER_NAME}"\s{0,40},\s{0,40}"value"\s{0,8}:\s{0,8}"${SCHEME}`,
    String.raw`[^"]+`,
  ),
  // A quoted value: JSON, a dictionary, an assignment.
  place(String.raw`${LAST_PART}\\{0,2}["']?${ASSIGN}${QUOTE}${SCHEME}`, String.raw`[^"'\x60\\\n]+`),
  // A bare value: a query, an environment file, a log line.
  place(String.raw`${LAST_PART}${ASSIGN}${SCHEME}`, String.raw`[^\s"'\x60\\,;&<>{}]+`),
  // User and password of a URL; a password may hold a slash, a port before a path is none.
  place('://', String.raw`[^\s/@?#"']{1,200}(?=@)`),
  place(String.raw`://[^\s/@?#:"']{0,100}:(?!\d{1,5}/)`, String.raw`[^\s@?#"']{1,200}(?=@)`),
  place(String.raw`\s(?:-u|-U|--user|--proxy-user)[ =]["']?`, String.raw`[^\s"']+`, 'g'),
  // What clients quote when they refuse a header value.
  place(`["']`, String.raw`[^"']{1,4096}(?=["'] is an invalid header value)`),
  place(String.raw`\b(?:header value|format of value)\b:?\s{0,3}b?["']`, `[^"']+`),
  place(String.raw`\bmessage header value:\s{0,3}`, String.raw`[^\n]+`),
];

const BEARER = /(?<before>\bbearer\s{1,3})(?<value>[\w.~+/=-]{8,})/gi;
/** Every UUID can be a key, but for those that are said to be an id of something else. */
const UUID = new RegExp(
  String.raw`(?<before>(?:request|correlation|trace|job|session|conversation|subscription)[ _-]?id` +
    String.raw`\\{0,2}["']?\s{0,3}[:=]\s{0,3}\\{0,2}["']?)?` +
    String.raw`(?<value>\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b)`,
  'gi',
);

const SHORTEST_ECHO = 8;
const MOST_ECHOES = 20;
/** A value can be a pair (`user:password`, `cookie=value`) of which one half recurs. */
const PARTS = /[\s:=;,]+/;

/**
 * Takes credentials out of a text: values of headers, variables, queries and URLs that hold one,
 * bearer tokens, anything shaped like a key, and every other place where a found value recurs.
 * Names and schemes stay, so that it can still be told where the credential was put.
 */
export function maskCredentials(text: string): string {
  const found = new Set<string>();
  let masked = text;
  for (const expression of PLACES) {
    masked = masked.replace(expression, (...match) => {
      const { before, value } = groupsOf(match);
      if (value === MASK || value.startsWith(MASK)) return `${before}${value}`;
      for (const part of [value.trim(), ...value.split(PARTS)]) if (isEcho(part)) found.add(part);
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
  return value.length >= SHORTEST_ECHO && /\d/.test(value) && value !== MASK;
}

function groupsOf(match: readonly unknown[]): { before: string; value: string } {
  const groups = objectOf(match.at(-1));
  return { before: wordsOf(groups?.before), value: wordsOf(groups?.value) };
}

function wordsOf(group: unknown): string {
  return typeof group === 'string' ? group : '';
}
