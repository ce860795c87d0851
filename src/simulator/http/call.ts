import type { Account } from '../account/account.ts';
import { charge } from '../account/account.ts';
import { json, type Answer } from './answer.ts';
import type { Purchase } from '../account/credits.ts';
import { standardError, validationError } from '../error-answers.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ReceivedRequest } from './received.ts';
import type { Shape } from '../shape.ts';
import type { World } from '../world.ts';

/** One request that passed the key check, with everything a handler may use. */
export interface Call {
  readonly request: ReceivedRequest;
  /** Values of the path's parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly account: Account;
  readonly world: World;
  /** Epoch ms. */
  readonly now: number;
  readonly requestId: string;
}

export type Handler = (call: Call) => Answer;

/** What answers each endpoint, by its id in the catalogue. */
export type Handlers = Readonly<Record<string, Handler>>;

/** A handler whose body must have a shape; anything else is a 400 before it runs. */
export function withBody<T>(shape: Shape<T>, handle: (call: Call, body: T) => Answer): Handler {
  return (call) => {
    const { body } = call.request;
    if (body.kind === 'too-large') return standardError(413, 'request entity too large');
    if (body.kind === 'not-json') return validationError('Badly formatted request');
    const value = body.kind === 'json' ? body.value : {};
    if (shape.fits(value)) return handle(call, value);
    return validationError(shape.problems(value, '')[0] ?? 'Invalid request parameters');
  };
}

/** A handler whose query must have a shape; each parameter counts as a text. */
export function withQuery<T>(shape: Shape<T>, handle: (call: Call, query: T) => Answer): Handler {
  return (call) => {
    const value: unknown = Object.fromEntries(call.request.query);
    if (shape.fits(value)) return handle(call, value);
    return validationError(shape.problems(value, '')[0] ?? 'Invalid request parameters');
  };
}

export function outOfCredits(): Answer {
  return standardError(402, 'Insufficient credits for this operation');
}

/**
 * Charges for the results and answers with them in the V3 envelope; 402 and no charge when the
 * balance does not suffice.
 */
export function sell(
  call: Call,
  purchases: readonly Purchase[],
  results: readonly Json[],
  more: JsonObject = {},
): Answer {
  const credits = charge(call.account, purchases);
  if (credits === null) return outOfCredits();
  const returned = results.filter((result) => !isItemError(result)).length;
  return json(
    200,
    {
      requestId: call.requestId,
      ...more,
      results,
      billing: { creditsCharged: credits, resultsReturned: returned },
    },
    credits,
  );
}

function isItemError(result: Json): boolean {
  return typeof result === 'object' && result !== null && 'error' in result;
}
