import { shellWord } from '../../../model/shell-word.ts';
import type { Endpoint, FreeProbe, Json } from '../../../model/endpoint.ts';
import type { GuardedIo } from '../../../model/io.ts';
import { ok, wrongUsage, type Result } from '../../../model/problem.ts';
import type { ShowingRequest } from '../../../simulator/scenarios/scenario.ts';
import { maskedTarget } from '../../../redact/request-line.ts';
import type { ProbeGiven } from '../options.ts';
import { addressOf, type Address } from './address.ts';
import { bodyOf, type RequestBody } from './body.ts';
import { endpointOf } from './readings.ts';

/** One request that could be made, checked before anything is sent. */
export interface ProbeRequest {
  /** `probe`: the catalogue's free probe, to the letter. `own`: what the user described. */
  readonly kind: 'probe' | 'own';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestBody | undefined;
  readonly key: 'send' | 'omit';
  /** What the catalogue knows about it. */
  readonly endpoint: Endpoint | null;
  /** The free probe that is sent in the place of what was named. */
  readonly inPlaceOf: string | null;
}

/** Method and path as they may be told: without contact data. */
export function toldRequest({ method, path }: Pick<ProbeRequest, 'method' | 'path'>): string {
  return `${method} ${maskedTarget(path)}`;
}

/** Refuses a request that says the key where it does not belong: in its path, a header or its body. */
export function withoutKey(
  { path, headers, body }: ProbeRequest,
  io: Pick<GuardedIo, 'holdsSecret'>,
): Result<void> {
  const places: readonly (readonly [string, string])[] = [
    ['path', path],
    ...Object.entries(headers).map(([name, value]) => [`header ${name}`, value] as const),
    ['body', body?.text ?? ''],
  ];
  const found = places.find(([, text]) => io.holdsSecret(text));
  if (found === undefined) return ok(undefined);
  return wrongUsage(
    'key-in-request',
    `The ${found[0]} of the request holds your key, which ends up in logs there. Nothing was sent.`,
    'Leave it out: the key is sent in its header.',
  );
}

/** Reads what to send from the words and `-d`, `-H`, `-q`. */
export async function requestOf(
  words: readonly string[],
  given: Pick<ProbeGiven, 'data' | 'query' | 'header' | 'keyStdin'>,
  io: GuardedIo,
): Promise<Result<ProbeRequest>> {
  const body = await bodyOf(given, io);
  if (!body.ok) return body;
  const address = addressOf(words, given.query ?? [], body.value !== undefined);
  if (!address.ok) return address;
  const { method, path } = address.value;
  if (body.value !== undefined && ['GET', 'HEAD', 'OPTIONS'].includes(method)) {
    return wrongUsage(
      'body-with-get',
      `${method} takes no body.`,
      `Leave -d out, or name the method:  lusha-doctor probe POST ${shellWord(path)}`,
    );
  }
  return ok(chosen(address.value, Object.fromEntries(given.header ?? []), body.value));
}

/** Between what was named and its free probe: the latter unless the former is free or has a body. */
function chosen(
  address: Address,
  headers: ProbeRequest['headers'],
  body: RequestBody | undefined,
): ProbeRequest {
  const { endpoint, method, path } = address;
  const own: ProbeRequest = {
    kind: 'own',
    method,
    path,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    body,
    key: 'send',
    endpoint,
    inPlaceOf: null,
  };
  const probe = endpoint?.freeProbe ?? null;
  if (endpoint === null || probe === null || endpoint.never === 'any-call') return own;
  if (isSame(own, probe)) return probeRequest(endpoint, probe, headers, null);
  if (body !== undefined) return own;
  const isRead = method === 'GET' && !address.isGeneral;
  return isRead ? own : probeRequest(endpoint, probe, headers, path);
}

/** The free probe of an endpoint; null where there is none that is safe. */
export function freeProbeOf(endpoint: Endpoint): ProbeRequest | null {
  const { freeProbe, never } = endpoint;
  if (freeProbe === null || never === 'any-call') return null;
  return probeRequest(endpoint, freeProbe, {}, null);
}

function probeRequest(
  endpoint: Endpoint,
  { method, path, body, key }: FreeProbe,
  headers: ProbeRequest['headers'],
  named: string | null,
): ProbeRequest {
  const written = body === undefined ? undefined : { text: JSON.stringify(body), json: body };
  return {
    kind: 'probe',
    method,
    path,
    headers: written === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    body: written,
    key,
    endpoint,
    inPlaceOf: named === null || named === path ? null : maskedTarget(named),
  };
}

function isSame(own: ProbeRequest, { method, path, body }: FreeProbe): boolean {
  return own.method === method && own.path === path && isEqual(own.body?.json, body);
}

/** Equal as JSON, members in any order. */
function isEqual(one: Json | undefined, other: Json | undefined): boolean {
  return sortedJson(one) === sortedJson(other);
}

function sortedJson(value: Json | undefined): string | undefined {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The request that brings a scenario to light, wrong on purpose where that is the point. */
export function scenarioRequest(request: ShowingRequest): ProbeRequest {
  const { method, path, body, rawBody } = request;
  const match = endpointOf(method, path);
  const text = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    kind: 'own',
    method,
    path,
    headers: text === undefined ? {} : { 'content-type': 'application/json' },
    body: text === undefined ? undefined : { text, json: text },
    key: 'send',
    endpoint: match.kind === 'found' ? match.endpoint : null,
    inPlaceOf: null,
  };
}
