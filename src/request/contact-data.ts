import { parseJson } from '../model/json.ts';

/** Members that say who somebody is or how to reach them. */
const PERSONAL =
  /^(?:(?:first|last|full|middle|display|previous)?_?name|names|e-?mails?|email_?address(?:es)?|address|phones?|phone_?numbers?|number|mobile|international_?number|local_?number|linkedin(?:_?urls?)?|social_?links?|owner|creator|photo(?:_?url)?|avatar|birth_?date|transcript|speaker|text|participants?|attendees?|title|subject)$/i;
const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,255}\.[\p{L}]{2,24}/gu;
/** Ten digits and more with the usual signs between them; ids and times have none of these. */
const PHONE =
  /(?<![\w.-])\+?\(?\d{1,4}\)?[ ()./-]{1,2}\d[\d ()./-]{5,16}\d(?![\w-])|(?<![\w.-])\+\d{8,15}(?!\w)/g;
const PROFILE = /(?<=linkedin\.com\/(?:in|pub)\/)[^\s"'/?#]+/gi;
/** Times and days look like phone numbers to a pattern. */
const DAY = /^\d{4}-\d{2}-\d{2}(?:[T ]|$)/;

const MASK = '***';

/**
 * A body as it may be shown: in JSON every personal member is masked, in any text every
 * e-mail address, phone number and profile. What is no JSON is only searched, so it is cut short.
 */
export function maskedBody(text: string): string {
  const value = parseJson(text);
  if (value === undefined) return maskedText(text.slice(0, 2_000));
  return JSON.stringify(masked(value, false), null, 2) ?? '';
}

/** A JSON value with its contact data masked. */
export function maskedValue(value: unknown): unknown {
  return masked(value, false);
}

/** Text with e-mail addresses, phone numbers and profiles masked. */
export function maskedText(text: string): string {
  if (DAY.test(text)) return text;
  return text.replace(EMAIL, MASK).replace(PROFILE, MASK).replace(PHONE, MASK);
}

/** The validation guard of the API calls its error `name`, beside a className and a code. */
function isErrorName(value: object, name: string): boolean {
  return name === 'name' && 'className' in value && 'code' in value && 'errors' in value;
}

function masked(value: unknown, personal: boolean): unknown {
  if (typeof value === 'string') return personal ? MASK : maskedText(value);
  if (typeof value === 'number') return personal ? MASK : value;
  if (Array.isArray(value)) return value.map((entry: unknown) => masked(entry, personal));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      maskedText(name),
      masked(inner, personal || (PERSONAL.test(name) && !isErrorName(value, name))),
    ]),
  );
}

/** Nobody's mailbox: what the documentation and this tool use, and Lusha's own. */
const PUBLIC = /@(?:[\w-]+\.)*(?:example\.(?:com|org|net)|lusha\.com)$/i;
const PARAMETER =
  /([?&](?:first_?name|last_?name|full_?name|e-?mail|phone|linkedin_?url)=)(?!nobody%40example\.com)[^&\s]+/gi;
const ENCODED_EMAIL = /[\w.+-]{1,64}%40[\w.-]{1,255}/gi;

/** One line of a report: addresses and the personal parameters of a path masked, all else as it is. */
export function maskedLine(text: string): string {
  return text
    .replace(PARAMETER, `$1${MASK}`)
    .replace(ENCODED_EMAIL, (address) =>
      PUBLIC.test(address.replace('%40', '@')) ? address : MASK,
    )
    .replace(EMAIL, (address) => (PUBLIC.test(address) ? address : MASK));
}
