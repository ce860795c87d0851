import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { KeyPlacement } from '../../model/exchange.ts';
import { credentialError, keyGuardError } from '../error-answers.ts';
import type { Answer } from '../http/answer.ts';
import type { KeyVerdict } from '../http/request-log-entry.ts';
import { UUID } from '../shape.ts';

export type KeyCheck =
  /** `account` tells one key's state from another's without holding the key. */
  | { readonly verdict: 'accepted'; readonly account: string }
  | { readonly verdict: Exclude<KeyVerdict, 'accepted'>; readonly answer: Answer };

/** Header names a key is mistakenly sent under. */
const WRONG_HEADERS = ['x-api-key', 'api-key', 'apikey'] as const;
const QUERY_NAMES = ['api_key', 'apikey', 'api-key', 'key', 'token', 'access_token'];

/** Where the request carries a credential. The `api_key` header wins, as it does at Lusha. */
export function keyPlacementOf(headers: IncomingHttpHeaders, query: URLSearchParams): KeyPlacement {
  if (headers['api_key'] !== undefined) return 'api_key';
  const authorization = headers.authorization;
  if (authorization !== undefined) {
    return /^bearer\s/i.test(authorization) ? 'bearer' : 'authorization';
  }
  const wrong = WRONG_HEADERS.find((name) => headers[name] !== undefined);
  if (wrong !== undefined) return wrong;
  return QUERY_NAMES.some((name) => query.has(name)) ? 'query' : 'none';
}

/**
 * Judges the credential in the API's order: its place, its form, then whether it is known
 * (live/2026-10-key-outcomes, live/2026-07-v3-contract). `now` is epoch ms.
 */
export function checkKey(
  headers: IncomingHttpHeaders,
  accepted: readonly string[],
  now: number,
): KeyCheck {
  const key = headers['api_key'];
  if (typeof key !== 'string') return withoutKey(headers);
  if (!UUID.test(key)) return malformedKey(now);
  return accepted.includes(key.toLowerCase())
    ? { verdict: 'accepted', account: accountOf(key) }
    : unknownKey(now);
}

/** The refusal of a key that does not have the form of one. */
export function malformedKey(now: number): KeyCheck {
  return {
    verdict: 'malformed',
    answer: keyGuardError(400, 'Invalid API key format', 'Bad Request', now),
  };
}

/** The refusal of a key in good form that opens no account. */
export function unknownKey(now: number): KeyCheck {
  return {
    verdict: 'unknown',
    answer: keyGuardError(401, 'Invalid API key', 'Unauthorized', now),
  };
}

/**
 * The refusal of a request without an `api_key` header. The text about Bearer was quoted by an
 * integrator; the body around it is inferred from the answer to no credential at all.
 */
function withoutKey(headers: IncomingHttpHeaders): KeyCheck {
  return headers.authorization === undefined
    ? { verdict: 'absent', answer: credentialError('missing Authorization header') }
    : { verdict: 'misplaced', answer: credentialError('invalid Bearer token format') };
}

const accountWords = new Map<string, string>();

/** Computed once for each good key: there are few of them, and many requests. */
function accountOf(key: string): string {
  const known = accountWords.get(key);
  if (known !== undefined) return known;
  const word = createHash('sha256')
    .update(`lusha-doctor/simulator\0${key.toLowerCase()}`)
    .digest('hex')
    .slice(0, 16);
  accountWords.set(key, word);
  return word;
}
