import type { Header } from '../model/exchange.ts';
import { maskContacts } from './contacts.ts';
import { MASK } from './credentials.ts';

/** Headers in which a caller sends a key or a password, in lower case. */
export const KEY_HEADERS: readonly string[] = [
  'api_key',
  'authorization',
  'x-api-key',
  'api-key',
  'apikey',
  'proxy-authorization',
];
const CREDENTIAL_HEADERS = [...KEY_HEADERS, 'cookie'];

const PARAMETER_NAME = '(?:x[_-])?api[_-]?key|(?:access_|auth_)?token|key|secret|password';
const PARAMETER = new RegExp(`^(?:${PARAMETER_NAME})$`, 'i');
const PARAMETER_VALUE = new RegExp(`(?<=[?&;](?:${PARAMETER_NAME})=)[^&;#]+`, 'gi');

/** Shorter values are no credential, and hiding them would tear holes into ordinary words. */
const SHORTEST = 8;

/** True for a query parameter whose value is a credential. */
export function isCredentialParameter(name: string): boolean {
  return PARAMETER.test(name);
}

/** A request target (path and query) as it may be told: no credential, nobody's contact data. */
export function maskedTarget(target: string): string {
  return maskContacts(target.replace(PARAMETER_VALUE, MASK));
}

/** The credentials that a request carries in its headers and its query. */
export function credentialsOf(headers: readonly Header[], target: string): readonly string[] {
  const sent = headers.flatMap(({ name, value }) =>
    CREDENTIAL_HEADERS.includes(name.toLowerCase()) ? value.split(/[ ;,=]+/) : [],
  );
  const inQuery = target.match(PARAMETER_VALUE) ?? [];
  return [...sent, ...inQuery].filter((value) => value.length >= SHORTEST);
}

/** The text with a mask wherever one of the values stands. */
export function withoutValues(text: string, values: readonly string[]): string {
  return values.reduce(
    (rest, value) => (rest.includes(value) ? rest.replaceAll(value, MASK) : rest),
    text,
  );
}
