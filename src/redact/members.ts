import { parseJson } from '../model/json.ts';
import { maskContacts, ownersIn } from './contacts.ts';
import { partsOf } from './names.ts';

/** Members that say who somebody is or how to reach them. */
const PERSONAL = new RegExp(
  `^(?:${[
    '(?:(?:first|last|full|middle|display|previous|user|contact|person|customer|employee|owner|author)?[_-]?name|names)',
    String.raw`(?:\w{1,20}[_-]?)?e-?mails?`,
    'email_?address(?:es)?|address',
    String.raw`(?:\w{1,20}[_-]?)?phones?|(?:\w{1,20}[_-]?)?phone_?numbers?`,
    'number|mobile|international_?number|local_?number',
    'linkedin(?:_?urls?)?|social_?links?|profile_?urls?',
    'owner|creator|author|assignee|(?:created|updated|modified)_?by',
    'photo(?:_?url)?|avatar|birth_?date|transcript|speaker|text|participants?|attendees?|title|subject',
  ].join('|')})$`,
  'i',
);
const MASK = '***';
const LONGEST_TEXT = 2000;

/**
 * A body as it may be shown: in JSON every personal member is masked, in any text every
 * e-mail address, phone number and profile. What is no JSON is only searched, so it is cut short.
 */
export function maskedBody(text: string): string {
  const value = parseJson(text);
  if (value === undefined) {
    // The cut comes last: half an address is none that could be found.
    return maskContacts(text.slice(0, 2 * LONGEST_TEXT)).slice(0, LONGEST_TEXT);
  }
  return JSON.stringify(masked(value, false), null, 2) ?? '';
}

/** A JSON value with its contact data masked. */
export function maskedValue(value: unknown): unknown {
  return masked(value, false);
}

/** The validation guard of the API calls its error `name`, beside a className and a code. */
function isErrorName(value: object, name: string): boolean {
  return name === 'name' && 'className' in value && 'code' in value && 'errors' in value;
}

function masked(value: unknown, personal: boolean): unknown {
  if (typeof value === 'string') return personal ? MASK : maskContacts(value);
  if (typeof value === 'number') return personal ? MASK : value;
  if (Array.isArray(value)) return value.map((entry: unknown) => masked(entry, personal));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      maskContacts(name),
      masked(inner, personal || (PERSONAL.test(name) && !isErrorName(value, name))),
    ]),
  );
}

const MOST_PEOPLE = 300;
const SHORTEST_VALUE = 2;
const LONGEST_VALUE = 200;

/** What a request says about people, in its query and in its body: an answer may repeat it. */
export function peopleIn(target: string, body = ''): readonly string[] {
  const query = new URLSearchParams(target.split('?').slice(1).join('?'));
  const inQuery = [...query].flatMap(([name, value]) => (PERSONAL.test(name) ? [value] : []));
  const inAddresses = ownersIn(`${target} ${body}`).flatMap(partsOf);
  const found = [...inQuery, ...personalTexts(parseJson(body), false), ...inAddresses].filter(
    (value) =>
      /\p{L}/u.test(value) && value.length >= SHORTEST_VALUE && value.length <= LONGEST_VALUE,
  );
  return [...new Set(found)].slice(0, MOST_PEOPLE);
}

function personalTexts(value: unknown, personal: boolean): readonly string[] {
  if (typeof value === 'string') return personal ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    personalTexts(inner, personal || PERSONAL.test(name)),
  );
}
