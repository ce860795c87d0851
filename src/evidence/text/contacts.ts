/** Stands where contact data was. */
const MAIL_MASK = '[e-mail]';
const PHONE_MASK = '[phone]';
const NAME_MASK = '[name]';

const MAIL = /[\w.+%-]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
/** International form. A time zone (`12:00:00 +1100`) is none. */
const INTERNATIONAL =
  /(?<![\w+])(?<!\d:\d\d(?:[.,]\d{1,9})? ?)(?:\+|%2B|00(?=[1-9]))[1-9](?:[ ().\-/]{0,2}\d){6,14}(?!\d)/gi;
/** The North American form with its separators. */
const NATIONAL = /(?<![\w.-])\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?![\w.-])/g;
const QUOTE = String.raw`\\{0,2}["'\x60]?`;
const ASSIGN = String.raw`${QUOTE}\s{0,3}[:=]\s{0,3}${QUOTE}`;
/** Any digits under a name that says what they are. */
const NAMED_PHONE = new RegExp(
  String.raw`(?<before>(?:phone|mobile|telephone|fax|cell)[\w-]{0,20}${ASSIGN})(?<value>[+(]?\d[\d ().\-/]{4,22}\d)`,
  'gi',
);
const NAMED_PERSON = new RegExp(
  String.raw`(?<before>(?:first|last|full)[ _-]?name${ASSIGN})(?<value>[^"'\x60\\,;&{}<>\n\[]{1,80})`,
  'gi',
);
const PROFILE = /(?<before>linkedin\.com\/(?:in|pub|sales\/lead)\/)(?<value>[\w%.,~+-]{1,200})/gi;

/**
 * Takes people's contact data out of a text: e-mail addresses, phone numbers, names under a name
 * that says so, and profile addresses. Linear in the length of the text.
 */
export function maskContacts(text: string): string {
  return text
    .replace(MAIL, MAIL_MASK)
    .replace(NAMED_PHONE, `$<before>${PHONE_MASK}`)
    .replace(INTERNATIONAL, PHONE_MASK)
    .replace(NATIONAL, PHONE_MASK)
    .replace(NAMED_PERSON, `$<before>${NAME_MASK}`)
    .replace(PROFILE, '$<before>[profile]');
}
