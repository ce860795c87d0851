import type { Endpoint, Json } from '../../model/endpoint.ts';
import type { LocalFinding } from '../finding.ts';
import { isList, isRecord, memberOf, type Place } from '../walk.ts';

const EMAIL_NAMES = ['email', 'emails', 'ownerEmail'];
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
const COUNTRY_NAMES = [
  'countryCode',
  'countryCodes',
  'countryIso2',
  'country_code',
  'country_iso2',
];

/** Addresses and country codes whose form alone is wrong. */
export function formats(places: readonly Place[]): LocalFinding[] {
  return places.flatMap(({ at, name, value }) => {
    if (typeof value !== 'string') return [];
    if (EMAIL_NAMES.includes(name) && !EMAIL.test(value)) {
      return [finding('email', at, 'no e-mail address', 'name@example.com', 'article#422')];
    }
    return COUNTRY_NAMES.includes(name) ? countryFindings(at, value) : [];
  });
}

function countryFindings(at: string, value: string): LocalFinding[] {
  if (isCountry(value)) return [];
  const code = codeOf(value);
  const problem = 'no two-letter ISO country code';
  return [finding('country', at, problem, code, 'article#422')];
}

/** Codes in use by the public that ISO 3166-1 never gave out as such. */
const NOT_ISO: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
]);

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NOT_ISO.has(code) && countryNames().has(code);
}

/** What was probably meant: another letter case, a common slip, or the country's English name. */
function codeOf(value: string): string | null {
  const upper = value.trim().toUpperCase();
  const known = NOT_ISO.get(upper) ?? (isCountry(upper) ? upper : undefined);
  if (known !== undefined) return known;
  for (const [code, name] of countryNames()) if (name.toUpperCase() === upper) return code;
  return null;
}

let countries: ReadonlyMap<string, string> | undefined;

/** ISO codes with their English names, as the runtime knows them. */
function countryNames(): ReadonlyMap<string, string> {
  countries ??= readCountries();
  return countries;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Withdrawn codes have a successor; EU, EZ and UN are no countries, the rest are Unicode's own. */
function isInUse(code: string): boolean {
  if (/^(?:X[A-JL-Z]|ZZ|Q[M-Z]|EU|EZ|UN)$/.test(code)) return false;
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

function readCountries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const found = new Map<string, string>();
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const code = first + second;
      const name = names.of(code);
      if (name !== undefined && isInUse(code)) found.set(code, name);
    }
  }
  return found;
}

/** Fields that an endpoint cannot do without. */
export function required(endpoint: Endpoint, body: Json): LocalFinding[] {
  const { id, source } = endpoint;
  const findings: LocalFinding[] = [];
  const reveal = memberOf(body, 'reveal');
  if (isList(reveal) && reveal.length === 0) {
    const instead = id.startsWith('contacts') ? '["emails"], ["phones"] or both' : null;
    findings.push(
      finding('reveal', 'reveal', 'an empty list is refused', instead, 'live/2026-07-v3-contract'),
    );
  }
  if (/^(?:contacts|companies)\.signals$/.test(id) && isRecord(body)) {
    if (memberOf(body, 'signalTypes') === undefined) {
      const instead = '"signalTypes":["allSignals"]';
      findings.push(finding('signal-types', 'signalTypes', 'it is required', instead, source));
    }
  }
  return [...findings, ...filterFindings(endpoint, body)];
}

/** Prospecting: the filters of contacts and companies stand below include or exclude. */
function filterFindings({ id, source }: Endpoint, body: Json): LocalFinding[] {
  if (!/^(?:contacts|companies)\.prospecting$/.test(id) || !isRecord(body)) return [];
  const filters = memberOf(body, 'filters');
  const missing = ['pagination', 'filters'].filter(
    (name) => memberOf(body, name) === undefined && !(name === 'pagination' && 'pages' in body),
  );
  return [
    ...missing.map((name) => finding('required', name, 'it is required', null, source)),
    ...['contacts', 'companies'].flatMap((kind) => {
      const part = memberOf(filters, kind);
      if (!isRecord(part) || 'include' in part || 'exclude' in part) return [];
      const at = `filters.${kind}`;
      return [finding('include', at, 'the level include is missing', '{"include":{...}}', source)];
    }),
  ];
}

function finding(
  rule: string,
  at: string,
  problem: string,
  instead: string | null,
  source: string,
): LocalFinding {
  return { rule, at, problem, instead, source };
}
