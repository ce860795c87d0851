import type { Failure, FailureKind, KeyPlacement, SentRequest } from '../model/exchange.ts';
import type { Secret } from '../model/secret.ts';
import { redactText } from '../redact/redact.ts';
import { maskedTarget } from '../redact/request-line.ts';
import { done, failed, type Step } from './wire/timeline.ts';

/** A request and, apart from it, the credential that is to go with it. */
export interface UnsealedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly key?: Secret;
  readonly keyPlacement: KeyPlacement;
}

type HeaderLine = readonly [name: string, value: string];

/** A request ready for the wire, and what may be told about it. */
export interface SealedRequest {
  readonly headers: readonly HeaderLine[];
  readonly carriesKey: boolean;
  readonly sent: SentRequest;
}

/**
 * The one place where a key is revealed to be sent. Refuses a value that a header cannot
 * carry, before anything is dialled and without quoting it.
 */
export function seal(request: UnsealedRequest): Step<SealedRequest> {
  const { key, url } = request;
  const path = `${url.pathname}${url.search}`;
  const plain = Object.entries(request.headers);
  if (key === undefined || request.keyPlacement === 'none') {
    return checked(plain, sentRequest(request, path, plain, 'none'));
  }
  const place = PLACES[request.keyPlacement];
  // Whoever typed it there, and however it is encoded.
  const isInUrl = redactText(url.href, [key]) !== url.href;
  if (place === undefined || isInUrl) {
    return refusal('unclassified', 'KEY_IN_URL', 'a key is never put into a URL');
  }
  const others = plain.filter(([name]) => name.toLowerCase() !== place.name);
  return key.reveal((value) => {
    const headers: HeaderLine[] = [...others, [place.name, `${place.scheme}${value}`]];
    return checked(headers, sentRequest(request, path, headers, request.keyPlacement));
  });
}

/**
 * The headers with the key in them as it stands, defects and all, for a client whose own
 * checking is what is looked at.
 */
export function headersWithKeyAsIs({
  headers,
  key,
  placement,
}: {
  readonly headers: Readonly<Record<string, string>>;
  readonly key: Secret | null;
  readonly placement: 'api_key' | 'bearer';
}): Readonly<Record<string, string>> {
  if (key === null) return headers;
  const { name = 'api_key', scheme = '' } = PLACES[placement] ?? {};
  return key.reveal((value) => ({ ...headers, [name]: `${scheme}${value}` }));
}

/** What HTTP lets a header name and a header value consist of, as Node checks it. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

function checked(headers: readonly HeaderLine[], sent: SentRequest): Step<SealedRequest> {
  const message = 'a header holds a character that HTTP does not allow';
  if (!headers.every(([name]) => TOKEN.test(name))) {
    return refusal('header-refused', 'ERR_INVALID_HTTP_TOKEN', message);
  }
  if (!headers.every(([, value]) => FIELD_VALUE.test(value))) {
    return refusal('header-refused', 'ERR_INVALID_CHAR', message);
  }
  return done({ headers, carriesKey: sent.keyPlacement !== 'none', sent });
}

interface Place {
  readonly name: string;
  readonly scheme: string;
}

/** The header for each placement; a URL is no place for a key. */
const PLACES: Readonly<Record<Exclude<KeyPlacement, 'none'>, Place | undefined>> = {
  api_key: { name: 'api_key', scheme: '' },
  bearer: { name: 'authorization', scheme: 'Bearer ' },
  authorization: { name: 'authorization', scheme: '' },
  'x-api-key': { name: 'x-api-key', scheme: '' },
  'api-key': { name: 'api-key', scheme: '' },
  apikey: { name: 'apikey', scheme: '' },
  query: undefined,
};

function sentRequest(
  { method, url, body = '' }: UnsealedRequest,
  path: string,
  headers: readonly HeaderLine[],
  keyPlacement: KeyPlacement,
): SentRequest {
  return {
    method,
    origin: url.origin,
    path: maskedTarget(path),
    headerNames: ['host', ...headers.map(([name]) => name)],
    keyPlacement,
    bodyBytes: Buffer.byteLength(body),
  };
}

function refusal(kind: FailureKind, code: string, message: string): Step<never> {
  const failure: Failure = { kind, code, phase: 'send', message };
  return failed(failure);
}
