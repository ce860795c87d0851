import { placementOf } from '../reading/matches/placement.ts';
import { maskCredentials } from '../redact/credentials.ts';
import { maskedTarget } from '../redact/request-line.ts';
import type { SentRequest } from '../model/exchange.ts';
import { headersIn } from './headers.ts';
import { member, textMember } from './reading.ts';

/** What the caller says about the request, where the response does not carry it. */
export interface RequestHint {
  readonly method?: string;
  readonly url?: string | URL;
  /** Any form of headers. Only their names are kept; values never get into a result. */
  readonly headers?: unknown;
}

/** The request behind a response, as far as its client kept it. */
export function requestOf(
  response: unknown,
  hint: RequestHint | undefined,
): Partial<SentRequest> | undefined {
  const kept = [hint, member(response, 'config'), member(response, 'request'), response];
  const first = <T>(read: (place: unknown) => T | undefined): T | undefined =>
    kept.map(read).find((value) => value !== undefined);
  const url = first(urlIn);
  const method = first((place) => (place === response ? undefined : textMember(place, 'method')));
  const headers = first((place) => (place === response ? undefined : headersKept(place)));
  if (url === undefined && method === undefined && headers === undefined) return undefined;
  const path = url === undefined ? undefined : `${url.pathname}${url.search}`;
  return {
    ...(method === undefined ? {} : { method: method.toUpperCase() }),
    ...(url === undefined
      ? {}
      : { origin: url.origin, path: maskedTarget(maskCredentials(path ?? '')) }),
    ...(headers === undefined
      ? {}
      : {
          headerNames: headers.map(({ name }) => name),
          keyPlacement: placementOf(headers, path ?? ''),
        }),
  };
}

/** An axios config has a base and a path, a fetch response its final URL. */
function urlIn(place: unknown): URL | undefined {
  const url = member(place, 'url') ?? member(place, 'requestUrl') ?? member(place, 'path');
  const text = url instanceof URL ? url.href : url;
  if (typeof text !== 'string' || text === '') return undefined;
  return URL.parse(text, textMember(place, 'baseURL') ?? 'https://api.lusha.com') ?? undefined;
}

function headersKept(place: unknown) {
  const headers = member(place, 'headers');
  return headers === undefined || headers === null ? undefined : headersIn(headers);
}
