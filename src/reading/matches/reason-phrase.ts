/** Reason phrases that an API or a proxy answers with (RFC 9110, RFC 6585, and habit). */
const REASONS: ReadonlyMap<string, number> = new Map([
  ['ok', 200],
  ['created', 201],
  ['accepted', 202],
  ['no content', 204],
  ['moved permanently', 301],
  ['found', 302],
  ['see other', 303],
  ['not modified', 304],
  ['temporary redirect', 307],
  ['permanent redirect', 308],
  ['bad request', 400],
  ['unauthorized', 401],
  ['unauthorised', 401],
  ['payment required', 402],
  ['forbidden', 403],
  ['not found', 404],
  ['page not found', 404],
  ['method not allowed', 405],
  ['not acceptable', 406],
  ['proxy authentication required', 407],
  ['request timeout', 408],
  ['conflict', 409],
  ['gone', 410],
  ['length required', 411],
  ['precondition failed', 412],
  ['payload too large', 413],
  ['content too large', 413],
  ['unsupported media type', 415],
  ['unprocessable entity', 422],
  ['unprocessable content', 422],
  ['too many requests', 429],
  ['unavailable for legal reasons', 451],
  ['internal error', 500],
  ['internal server error', 500],
  ['not implemented', 501],
  ['bad gateway', 502],
  ['service unavailable', 503],
  ['service temporarily unavailable', 503],
  ['gateway timeout', 504],
  ['gateway time-out', 504],
  ['network authentication required', 511],
]);

/** True for the words that come with a status anyway. */
export function isReasonPhrase(words: string): boolean {
  return statusOfReason(words) !== null;
}

/** The status that a reason phrase stands for, null for any other words. */
export function statusOfReason(words: string): number | null {
  return REASONS.get(words.trim().replace(/[.!]$/, '').toLowerCase()) ?? null;
}
