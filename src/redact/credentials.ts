import { objectOf } from '../model/json.ts';
import { VENDOR_KEYS } from './vendor-keys.ts';

/** Stands where a credential was. */
export const MASK = '[masked]';

/** Words in the name of whatever holds a credential. */
const WORDS = 'api[ _-]?key|authorization|cookie|token|secret|passw(?:or)?d';
/** Names that count only as they are: `signature_version` and a directory (`PWD=/app`) hold nothing. */
const WHOLE_WORDS = String.raw`(?<![A-Za-z])pwd(?!\\{0,7}["']?\s{0,3}[:=]\s{0,3}["']?[/~.])|signature|(?<![A-Za-z])sig(?==)`;
const HEADER_NAME = String.raw`[\w-]{0,40}(?:(?:${WORDS})[\w-]{0,20}|signature)`;
const LAST_PART = String.raw`(?:(?:${WORDS})[\w-]{0,20}|${WHOLE_WORDS})`;
const SCHEME = String.raw`(?:(?:bearer|basic|token|apikey|negotiate|ntlm|digest)[ \t]{1,8})?`;
/** A quote, as it is or escaped, also several times. */
const QUOTE = String.raw`\\{0,7}["'\x60]`;
/** Between a name and its value: a sign, an arrow, a sign in percent form. */
const ASSIGN = String.raw`\s{0,3}(?:->|=>|[:=]|%3[AD]|%253[AD])\s{0,3}`;
/** A list may stand around a value. */
const OPENED = String.raw`(?:\[\s{0,8})?`;

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
  // Name and value one after the other in a list, as Node keeps raw headers. Names have no digit.
  place(
    String.raw`${QUOTE}${HEADER_NAME}${QUOTE}\s{0,40},\s{0,40}${QUOTE}${SCHEME}`,
    String.raw`(?=[^"'\x60\\\n]{0,200}\d)[^"'\x60\\\n]{8,}`,
  ),
  // All cookies of a header that stands inside a line.
  place(
    String.raw`(?<![A-Za-z])(?:set-)?cookie\\{0,7}["']?\s{0,3}[:=]\s{0,3}${OPENED}(?:${QUOTE})?`,
    String.raw`[\w.-]{1,100}=[^\s"'\x60\\;]{1,4096}(?:; ?[\w.-]{1,100}=[^\s"'\x60\\;]{0,4096}){0,40}`,
  ),
  // A quoted value: JSON, a dictionary, an assignment.
  place(
    String.raw`${LAST_PART}\\{0,7}["']?${ASSIGN}${OPENED}${QUOTE}${SCHEME}`,
    String.raw`[^"'\x60\\\n]+`,
  ),
  // A bare value: a query, an environment file, a log line. A status is none.
  place(
    String.raw`${LAST_PART}${ASSIGN}${SCHEME}`,
    String.raw`(?!\d{1,3}(?![\w-])|\[["'\s])[^\s"'\x60\\,;&<>{}]+`,
  ),
  // A key without its dashes, after the word: a trace or a request has ids of the same form.
  place(
    String.raw`(?:\b|_|api)key\b\W{1,4}(?:(?:is|was|of|value|with)\W{1,3})?`,
    String.raw`(?<![\da-f])[\da-f]{30,34}(?![\da-f])`,
  ),
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
/**
 * Every UUID can be a key, also with a character more or less, but for those that are said to be
 * an id of something else.
 */
const UUID = new RegExp(
  String.raw`(?<before>(?:request|correlation|trace|job|session|conversation|subscription)[ _-]?id` +
    String.raw`\\{0,2}["']?\s{0,3}[:=]\s{0,3}\\{0,2}["']?)?` +
    String.raw`(?<value>(?:(?<=%[\da-f]{2})|(?<![\da-z]))[\da-f]{7,9}(?:-[\da-f]{3,5}){3}-[\da-f]{10,13}[\da-z]{0,2}(?![\da-z]))`,
  'gi',
);

/** A key has 36 characters; what is typed or cut by hand may have some more or fewer. */
const SHORTEST_KEY = 34;
const LONGEST_KEY = 38;
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
      if (value.startsWith(MASK) || value.endsWith(MASK)) return `${before}${value}`;
      for (const part of [value.trim(), ...value.split(PARTS)]) if (isEcho(part)) found.add(part);
      return `${before}${maskedValue(before, value)}`;
    });
  }
  for (const shape of VENDOR_KEYS) masked = masked.replace(shape, MASK);
  masked = masked
    .replace(BEARER, (...match) => {
      const { before, value } = groupsOf(match);
      return `${before}${/\d/.test(value) || value.length >= 20 ? MASK : value}`;
    })
    .replace(UUID, (...match) => {
      const { before, value } = groupsOf(match);
      const isLong = value.length >= SHORTEST_KEY && value.length <= LONGEST_KEY;
      return before === '' && isLong ? MASK : `${before}${value}`;
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
