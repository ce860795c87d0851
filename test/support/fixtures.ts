import { readFileSync } from 'node:fs';
import {
  FACT_READERS,
  failureKind,
  keyPlacement,
  number,
  phase,
  text,
  type Reader,
} from '../../src/evidence/fact-readers.ts';
import { factsOf } from '../../src/evidence/facts.ts';
import { FactSet } from '../../src/evidence/fact-set.ts';
import type {
  Certificate,
  Exchange,
  Failure,
  Header,
  ProxyHop,
  Response,
  TlsSession,
} from '../../src/model/exchange.ts';
import type { FactName, Facts, FactValues } from '../../src/model/fact.ts';
import { objectOf, type JsonObject } from '../../src/model/json.ts';

/** The moment all fixtures are read at; dates in them are meant relative to it. */
const FIXTURE_NOW = Date.parse('2026-11-23T12:00:00Z');

const FOLDER = new URL('../../fixtures/exchanges/', import.meta.url);

/** One exchange of a fixture, with the facts it states beside those that are derived. */
export interface FixtureCase {
  readonly name: string;
  readonly exchange: Exchange;
  readonly extra: Facts;
}

export interface Fixture {
  readonly cause: string;
  readonly positive: readonly FixtureCase[];
  /** `is`: the cause that must come out on top instead. */
  readonly nearMiss: readonly (FixtureCase & { readonly is: string })[];
}

/** The fixture of one cause. Throws with the place when it is not written as it should be. */
export function loadFixture(cause: string): Fixture {
  return parseFixture(cause, readFileSync(new URL(`${cause}.json`, FOLDER), 'utf8'));
}

/** The facts of a case: derived from its exchange, with the stated ones on top. */
export function factsOfCase({ exchange, extra }: FixtureCase): Facts {
  return factsOf(exchange, { now: FIXTURE_NOW, extra });
}

/** Reads the text of a fixture file. Throws an Error that names the faulty place. */
export function parseFixture(cause: string, json: string): Fixture {
  const at = `${cause}.json`;
  const value: unknown = JSON.parse(json);
  const body = record(value, at, ['positive', 'nearMiss']);
  const positive = list(body.positive, `${at}: positive`, 2).map((one, index) =>
    caseOf(one, `${at}: positive[${index}]`, CASE_KEYS),
  );
  const nearMiss = list(body.nearMiss, `${at}: nearMiss`, 1).map((one, index) => {
    const place = `${at}: nearMiss[${index}]`;
    const is = required(objectOf(one)?.is, text, `${place}.is`);
    if (is === cause) throw new Error(`${place}.is: names the fixture's own cause`);
    return { ...caseOf(one, place, [...CASE_KEYS, 'is']), is };
  });
  const names = [...positive, ...nearMiss].map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`${at}: two cases are called "${twice}"`);
  return { cause, positive, nearMiss };
}

const RESPONSE_KEYS = ['status', 'statusText', 'headers', 'body'];
const REQUEST_KEYS = ['origin', 'method', 'path', 'keyPlacement'];
const CASE_KEYS = [
  'name',
  ...RESPONSE_KEYS,
  ...REQUEST_KEYS,
  'failure',
  'proxy',
  'certificate',
  'facts',
];

function caseOf(value: unknown, at: string, keys: readonly string[]): FixtureCase {
  const stated = record(value, at, keys);
  const request = requestOf(stated, at);
  const response = stated.status === undefined ? undefined : responseOf(stated, at);
  if (response === undefined && RESPONSE_KEYS.some((key) => stated[key] !== undefined)) {
    throw new Error(`${at}: headers, body and statusText need a status`);
  }
  const failure =
    stated.failure === undefined ? undefined : failureOf(stated.failure, `${at}.failure`);
  const proxy = stated.proxy === undefined ? undefined : proxyOf(stated.proxy, `${at}.proxy`);
  const tls =
    stated.certificate === undefined ? undefined : tlsOf(stated.certificate, `${at}.certificate`);
  const exchange: Exchange = {
    // A bare status is what people paste; with anything more it is as if seen live.
    door: [stated.headers, stated.body, failure, proxy, tls].some((part) => part !== undefined)
      ? 'live'
      : 'pasted',
    phases: [],
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
    ...(failure === undefined ? {} : { failure }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(tls === undefined ? {} : { tls }),
  };
  const name = required(stated.name, text, `${at}.name`);
  return { name, exchange, extra: extraOf(stated.facts, `${at}.facts`) };
}

function requestOf(stated: JsonObject, at: string): Exchange['request'] {
  if (REQUEST_KEYS.every((key) => stated[key] === undefined)) return undefined;
  const origin = optional(stated.origin, text, `${at}.origin`) ?? 'https://api.lusha.com';
  const method = optional(stated.method, text, `${at}.method`);
  const path = optional(stated.path, text, `${at}.path`);
  const placement = optional(stated.keyPlacement, keyPlacement, `${at}.keyPlacement`);
  return {
    origin,
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(placement === undefined ? {} : { keyPlacement: placement }),
  };
}

function responseOf(stated: JsonObject, at: string): Response {
  const { body } = stated;
  const json = body !== undefined && typeof body !== 'string';
  const content = json ? JSON.stringify(body) : (body ?? '');
  const headers = headersOf(stated.headers, `${at}.headers`);
  const typed = headers.some(({ name }) => name.toLowerCase() === 'content-type');
  const bytes = Buffer.byteLength(content);
  return {
    status: required(stated.status, number, `${at}.status`),
    statusText: optional(stated.statusText, text, `${at}.statusText`) ?? '',
    headers:
      json && !typed ? [...headers, { name: 'content-type', value: 'application/json' }] : headers,
    body: { text: content, wireBytes: bytes, bytes, notes: [] },
  };
}

function headersOf(value: unknown, at: string): readonly Header[] {
  if (value === undefined) return [];
  return Object.entries(record(value, at)).map(([name, stated]) => ({
    name,
    value: required(stated, text, `${at}.${name}`),
  }));
}

function failureOf(value: unknown, at: string): Failure {
  const stated = record(value, at, ['kind', 'code', 'phase', 'message']);
  return {
    kind: required(stated.kind, failureKind, `${at}.kind`),
    code: required(stated.code, text, `${at}.code`),
    phase: required(stated.phase, phase, `${at}.phase`),
    message: optional(stated.message, text, `${at}.message`) ?? '',
  };
}

function proxyOf(value: unknown, at: string): ProxyHop {
  const stated = record(value, at, ['url', 'source', 'connect']);
  const url = required(stated.url, text, `${at}.url`);
  const source = required(stated.source, text, `${at}.source`);
  if (stated.connect === undefined) return { url, source };
  const connect = record(stated.connect, `${at}.connect`, RESPONSE_KEYS);
  return { url, source, connect: responseOf(connect, `${at}.connect`) };
}

function tlsOf(value: unknown, at: string): TlsSession {
  const keys = ['subject', 'issuer', 'validFrom', 'validTo', 'altNames', 'refusal'];
  const stated = record(value, at, keys);
  const leaf: Certificate = {
    subject: required(stated.subject, text, `${at}.subject`),
    issuer: required(stated.issuer, text, `${at}.issuer`),
    validFrom: required(stated.validFrom, date, `${at}.validFrom`),
    validTo: required(stated.validTo, date, `${at}.validTo`),
    altNames: optional(stated.altNames, text, `${at}.altNames`) ?? '',
  };
  const refusal = optional(stated.refusal, text, `${at}.refusal`);
  const session = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', chain: [leaf] };
  return refusal === undefined ? session : { ...session, refusal };
}

const date: Reader<number> = (value) => {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
};

function extraOf(value: unknown, at: string): Facts {
  const facts = new FactSet();
  if (value === undefined) return facts.facts;
  for (const [name, stated] of Object.entries(record(value, at))) {
    if (!isFactName(name)) throw new Error(`${at}: there is no fact "${name}"`);
    putStated(facts, name, FACT_READERS, stated, `${at}.${name}`);
  }
  return facts.facts;
}

function putStated<N extends FactName>(
  facts: FactSet,
  name: N,
  readers: { readonly [M in N]: Reader<FactValues[M]> },
  value: unknown,
  at: string,
): void {
  facts.put(name, required(value, readers[name], at), 'stated by the fixture');
}

function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACT_READERS, name);
}

function record(value: unknown, at: string, keys?: readonly string[]): JsonObject {
  const object = objectOf(value);
  if (object === null) throw new Error(`${at}: expected an object`);
  const strange = Object.keys(object).find((key) => keys?.includes(key) === false);
  if (strange !== undefined) throw new Error(`${at}: unknown member "${strange}"`);
  return object;
}

function list(value: unknown, at: string, least: number): readonly unknown[] {
  if (Array.isArray(value) && value.length >= least) return value;
  throw new Error(`${at}: expected a list of at least ${least}`);
}

function required<T>(value: unknown, read: Reader<T>, at: string): T {
  const good = read(value);
  if (good === null) throw new Error(`${at}: unexpected ${JSON.stringify(value) ?? 'absence'}`);
  return good;
}

function optional<T>(value: unknown, read: Reader<T>, at: string): T | undefined {
  return value === undefined ? undefined : required(value, read, at);
}
