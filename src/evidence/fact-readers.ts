import type { FailureKind, KeyPlacement, Phase } from '../model/exchange.ts';
import { PHASES } from '../model/exchange.ts';
import {
  COMPARISONS,
  KEY_DEFECTS,
  KEY_KINDS,
  KEY_PLACE_NAMES,
  MEANINGS,
  PARTIES,
  PLATFORMS,
  SHELLS,
  RUNTIMES,
  SHAPES,
  type BodyKind,
  type FactName,
  type FactValues,
  type RedirectKind,
  type WindowName,
} from '../model/fact.ts';

/** Reads a value of a file, or gives null when it is not of this kind. */
export type Reader<T> = (value: unknown) => T | null;

export const text: Reader<string> = (value) =>
  typeof value === 'string' && value !== '' ? value : null;
export const number: Reader<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : null);

/** One of a fixed set of words. */
function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  return (value) => words.find((word) => word === value) ?? null;
}

/** A list, not empty, whose entries all read well. */
function listOf<T>(entry: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length === 0) return null;
    const read = value.flatMap((one: unknown) => {
      const good = entry(one);
      return good === null ? [] : [good];
    });
    return read.length === value.length ? read : null;
  };
}

/** The words of a union as a list that the compiler keeps complete. */
function wordsOf<T extends string>(table: Readonly<Record<T, true>>): Reader<T> {
  return (value) => (isKeyOf(value, table) ? value : null);
}

function isKeyOf<T extends string>(value: unknown, table: Readonly<Record<T, true>>): value is T {
  return typeof value === 'string' && Object.hasOwn(table, value);
}

export const keyPlacement = wordsOf<KeyPlacement>({
  api_key: true,
  bearer: true,
  authorization: true,
  'x-api-key': true,
  'api-key': true,
  apikey: true,
  query: true,
  none: true,
});

export const failureKind = wordsOf<FailureKind>({
  'dns-not-found': true,
  'dns-failure': true,
  'dns-timeout': true,
  'connection-refused': true,
  'connection-reset': true,
  'connection-closed': true,
  'connection-timeout': true,
  'network-unreachable': true,
  'host-unreachable': true,
  'blocked-locally': true,
  'tls-expired': true,
  'tls-not-yet-valid': true,
  'tls-wrong-name': true,
  'tls-self-signed': true,
  'tls-unknown-ca': true,
  'tls-bad-certificate': true,
  'tls-protocol-mismatch': true,
  'tls-plain-http': true,
  'tls-timeout': true,
  'tls-failure': true,
  'proxy-unreachable': true,
  'proxy-auth-required': true,
  'proxy-refused': true,
  'proxy-timeout': true,
  'proxy-bad-answer': true,
  'proxy-unsupported': true,
  'proxy-bad-url': true,
  'headers-too-large': true,
  'malformed-response': true,
  'length-mismatch': true,
  'body-cut': true,
  'body-too-large': true,
  'body-undecodable': true,
  'headers-timeout': true,
  'body-timeout': true,
  deadline: true,
  interrupted: true,
  'header-refused': true,
  unclassified: true,
});

export const phase: Reader<Phase> = oneOf(PHASES);

const comparison = oneOf(COMPARISONS);
const windowName: Reader<WindowName> = oneOf(['minute', 'hour', 'day']);
const redirectKind = wordsOf<RedirectKind>({
  'same-origin': true,
  'cross-origin': true,
  'to-clear-text': true,
  'to-login': true,
  unusable: true,
});
const bodyKind = wordsOf<BodyKind>({
  empty: true,
  'json-object': true,
  'json-other': true,
  'broken-json': true,
  html: true,
  text: true,
  binary: true,
});

/** How each fact is written in a file. The compiler keeps the table complete. */
export const FACT_READERS: { readonly [N in FactName]: Reader<FactValues[N]> } = {
  status: number,
  statusText: text,
  answeredBy: oneOf(PARTIES),
  failure: failureKind,
  failureCode: text,
  failurePhase: phase,
  address: text,
  attempts: listOf(text),
  slowPhase: phase,
  slowMs: number,
  sent: flag,
  connectStatus: number,
  product: text,
  productSays: oneOf(MEANINGS),
  bodyKind,
  bodyIsCut: flag,
  contentType: text,
  shape: oneOf(SHAPES),
  message: text,
  errorName: text,
  errors: listOf(text),
  itemErrors: listOf(text),
  itemErrorCounts: listOf(text),
  itemCount: number,
  emptyResult: flag,
  creditsCharged: number,
  creditsLeft: number,
  requestId: text,
  answeredAt: number,
  retryAfter: number,
  waitSeconds: number,
  waitSource: text,
  windowEmpty: windowName,
  windowsOpen: listOf(windowName),
  windowLimit: number,
  windowReset: number,
  keyDefects: listOf(oneOf(KEY_DEFECTS)),
  keyPlace: text,
  keyKind: oneOf(KEY_KINDS),
  keyVariable: text,
  keyNamedBy: oneOf(KEY_PLACE_NAMES),
  keyMissing: text,
  keyElsewhere: text,
  keyPlacement,
  keyAccepted: flag,
  withoutKey: comparison,
  junkKey: comparison,
  asBearer: comparison,
  olderUsage: comparison,
  method: text,
  origin: text,
  host: text,
  port: number,
  hostSource: text,
  proxyUrl: text,
  proxySource: text,
  proxyVariable: text,
  proxyValue: text,
  extraCa: text,
  free: flag,
  path: text,
  endpoint: text,
  endpointVersion: text,
  nearestPath: text,
  otherMethod: flag,
  plan: text,
  redirect: redirectKind,
  redirectTo: text,
  clockSkew: number,
  sunset: text,
  sunsetWords: text,
  certificateIssuer: text,
  certificateDays: number,
  runtime: oneOf(RUNTIMES),
  platform: oneOf(PLATFORMS),
  shell: oneOf(SHELLS),
  environment: listOf(text),
};
