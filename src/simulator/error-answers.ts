import { json, type Answer } from './http/answer.ts';

/**
 * Lusha's error bodies. The API has no single shape: the key guard, the body validation, the
 * rate limit and the gateway each have their own (live/2026-10-key-outcomes,
 * live/2026-07-v3-contract, live/2025-08-429, docs/error-codes).
 */

/** The documented standard shape of V2 and V3. */
export function standardError(status: number, message: string, errors?: readonly string[]): Answer {
  return json(status, { statusCode: status, message, errors });
}

/** What the key guard says about a key it read but does not take. `now` is epoch ms. */
export function keyGuardError(
  status: 400 | 401,
  message: string,
  error: string,
  now: number,
): Answer {
  return json(status, { statusCode: status, timestamp: iso(now), message, error });
}

/** The OAuth-style answer when there is no usable credential at all. */
export function credentialError(description: string): Answer {
  return json(401, {
    statusCode: 401,
    error: 'invalid_request',
    error_description: description,
  });
}

/** What body and query validation answer; it names one problem at a time. */
export function validationError(message: string): Answer {
  return json(400, {
    name: 'BadRequest',
    message,
    code: 400,
    className: 'bad-request',
    errors: {},
  });
}

/** A request window is used up. `now` is epoch ms. */
export function throttleError(message: string, now: number): Answer {
  return json(429, { statusCode: 429, message, timestamp: iso(now) });
}

/** The gateway knows no such path. */
export function noSuchPath(requestId: string): Answer {
  return json(404, { message: 'The requested endpoint was not found', request_id: requestId });
}

/** The application knows the path, but not with this method. */
export function noSuchMethod(method: string, path: string): Answer {
  return json(404, { statusCode: 404, message: `Cannot ${method} ${path}`, error: 'Not Found' });
}

function iso(now: number): string {
  return new Date(now).toISOString();
}
