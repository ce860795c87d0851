import { maskNames, maskOwners, NAME_MASK } from './names.ts';

/** Stands where contact data was. */
const MAIL_MASK = '[e-mail]';
const PHONE_MASK = '[phone]';
/** Nobody's mailbox: the one this tool writes into its examples, and Lusha's own. */
const PUBLIC =
  /^(?:nobody(?:@|%40)example\.(?:com|org|net)|(?:support|security|sales|privacy|help|info|billing|success)(?:@|%40)lusha\.com)$/i;

const LETTER = String.raw`[\p{L}\p{N}_.+%-]`;
const AT = String.raw`(?:@|%40|%2540|\\{1,7}u0040|&#64;)`;
const SIGN = new RegExp(AT, 'i');
const LABEL = String.raw`[\p{L}\p{N}-]{1,63}`;
/** Also in percent form, as an escape of JSON or HTML, with an apostrophe (O'Connor) or an umlaut. */
const MAIL = new RegExp(
  String.raw`${LETTER}{1,64}(?:['’]${LETTER}{1,64}){0,2}${AT}` +
    String.raw`${LABEL}(?:\.${LABEL}){0,7}\.(?:\p{L}[\p{L}\p{N}-]{1,62})`,
  'gu',
);
/** International form. A time zone (`12:00:00 +1100`) is none. */
const INTERNATIONAL =
  /(?<![\w+])(?<!\d:\d\d(?:[.,]\d{1,9})? ?)(?:\+|%2B|00(?=[1-9]))[1-9](?:[ ().\-/]{0,2}\d){6,14}(?!\d)/gi;
/**
 * The North American form with its separators. Three numbers between blanks are as likely columns
 * of a log (status, bytes, time) when they stand after a quote, a bracket or another number.
 */
const NATIONAL =
  /(?<![\w.-])(?:\([2-9]\d{2}\)[ .-]{0,2}|[2-9]\d{2}[.-]{1,2}|(?<![\d"'\])-] )[2-9]\d{2} )\d{3}[ .-]\d{4}(?![\w.-]| \d)/g;
/**
 * Forms that begin with a zero: `0151 23456789`, `030/1234567`, `020 7946 0958`, `03-1234567` and
 * `06 12 34 56 78`. A zero before a date, a time or a counter has fewer digits behind it.
 */
const WITH_ZERO =
  /(?<![\w.:,/+-])0[1-9]\d{1,4}(?: ?[/-] ?| )\d{3,8}(?:[ -]\d{2,6}){0,3}(?![\w%]|[.,:/-]\d)/g;
const WITH_AREA_ZERO =
  /(?<![\w.:,/+-])\(0[1-9]\d{0,4}\)[ .-]{0,2}\d{3,8}(?:[ .-]\d{2,6}){0,3}(?![\w%])/g;
const WITH_SHORT_ZERO = /(?<![\w.:,/+-])0[1-9]-\d{7,8}(?![\w%]|[.,:/-]\d)/g;
const IN_PAIRS = /(?<![\w.:,/+-])0[1-9]([ .-])\d{2}(?:\1\d{2}){3}(?![\w%]|[.,:/-]\d)/g;
const FEWEST_DIGITS = 9;
const MOST_DIGITS = 13;
const QUOTE = String.raw`\\{0,7}["'\x60]?`;
const ASSIGN = String.raw`${QUOTE}\s{0,3}(?:[:=]|%3D)\s{0,3}${QUOTE}`;
const PHONE_NAME = String.raw`(?:phone|mobile|telephone|fax|cell)[\w-]{0,20}`;
const ANY_DIGITS = String.raw`[+(]?\d[\d ().\-/]{4,22}\d`;
/** Any digits under a name that says what they are. */
const NAMED_PHONE = new RegExp(
  String.raw`(?<before>${PHONE_NAME}${ASSIGN})(?<value>${ANY_DIGITS})`,
  'gi',
);
/** A list under such a name, and what is in it: `"phones":[{"number":"4155550134"}]`. */
const PHONE_LIST = new RegExp(
  String.raw`(?<before>${PHONE_NAME}${QUOTE}\s{0,3}[:=]\s{0,3}\[)(?<value>[^\]]{1,2000})`,
  'gi',
);
const LISTED_PHONE = new RegExp(
  String.raw`(?<![\w.:])${ANY_DIGITS}(?![\w:])|(?<=:)${ANY_DIGITS}(?![\w:])`,
  'g',
);
const NAMED_PERSON = new RegExp(
  String.raw`(?<before>(?:first|last|full)[ _-]?name${ASSIGN})(?<value>[^\s"'\x60\\,;&{}<>\[][^"'\x60\\,;&{}<>\n\[]{0,79})`,
  'gi',
);
const SLASH = String.raw`(?:\\{0,7}/|%2F|%252F|\\{1,7}u002F)`;
const PROFILE = new RegExp(
  String.raw`(?<before>linkedin\.com${SLASH}(?:in|pub|sales${SLASH}lead)${SLASH})(?<value>[\p{L}\p{N}_%.,~+-]{1,200})`,
  'giu',
);

/**
 * Takes people's contact data out of a text: e-mail addresses, phone numbers, profile addresses,
 * and names where what stands around them says so. Linear in the length of the text.
 */
export function maskContacts(text: string): string {
  const owners = new Set<string>();
  const masked = text
    .replace(MAIL, (address) => {
      if (PUBLIC.test(address)) return address;
      owners.add(address.split(SIGN, 1)[0] ?? '');
      return MAIL_MASK;
    })
    .replace(PROFILE, (_whole, before: string, profile: string) => {
      owners.add(decoded(profile));
      return `${before}[profile]`;
    })
    .replace(NAMED_PHONE, `$<before>${PHONE_MASK}`)
    .replace(PHONE_LIST, (list) => list.replace(LISTED_PHONE, PHONE_MASK))
    .replace(INTERNATIONAL, PHONE_MASK)
    .replace(NATIONAL, PHONE_MASK)
    .replace(WITH_ZERO, phoneOrNot)
    .replace(WITH_AREA_ZERO, phoneOrNot)
    .replace(WITH_SHORT_ZERO, PHONE_MASK)
    .replace(IN_PAIRS, PHONE_MASK)
    .replace(NAMED_PERSON, `$<before>${NAME_MASK}`);
  return maskOwners(maskNames(masked), owners);
}

/** Local parts and profile names in a text: whom its addresses belong to. */
export function ownersIn(text: string): readonly string[] {
  const mails = text.match(MAIL) ?? [];
  const owners = mails.filter((mail) => !PUBLIC.test(mail)).map((mail) => mail.split(SIGN, 1)[0]);
  const profiles = [...text.matchAll(PROFILE)].map(({ groups }) =>
    decoded(groups?.['value'] ?? ''),
  );
  return [...owners, ...profiles].filter((owner) => owner !== undefined);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function phoneOrNot(text: string): string {
  const digits = text.replaceAll(/\D/g, '').length;
  return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS ? PHONE_MASK : text;
}
