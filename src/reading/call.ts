import type { Exchange } from '../model/exchange.ts';
import type { Facts, Meaning } from '../model/fact.ts';
import type { PastedEntry, PastedKind } from './paste.ts';
import type { WhoseCall } from './whose-call.ts';

/** `asked`: a request is named, and nothing is said about how it ended. */
export type Outcome = 'failed' | 'ok' | 'asked';

/** One call that a text tells of, with the place where it does. */
export interface Call {
  readonly exchange: Exchange;
  /** What the text says and an exchange cannot hold. */
  readonly facts: Facts;
  readonly outcome: Outcome;
  readonly whose: WhoseCall;
  /** The form in which it was written down. */
  readonly form: PastedKind;
  /** True where one line holds a whole call: such lines are never two parts of one. */
  readonly isRow: boolean;
  /** True where nothing but words was found: they count only when a cause is sure of them. */
  readonly wordsOnly: boolean;
  /** Numbers of the first and the last line, from 1. */
  readonly first: number;
  readonly last: number;
  /** The program that wrote it, where several are mixed. */
  readonly stream: string;
  /** Epoch milliseconds; null where the text gives no time. */
  readonly at: number | null;
  /** The text it was read from, without credentials and contact data. */
  readonly text: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** The last attempt that failed, where a later one went well. */
  readonly recoveredFrom: Call | null;
}

const STOPS: readonly Meaning[] = ['policy', 'login', 'challenge', 'firewall'];

/** Somebody on the way who says this did not let the call through. */
export function stops(means: Meaning): boolean {
  return STOPS.includes(means);
}

const LEAST_FAILED = 400;

/** How a call ended, by what was read of it. */
export function outcomeOf({ exchange, facts }: PastedEntry): Outcome {
  const { failure, response, proxy } = exchange;
  if (failure !== undefined) return 'failed';
  // A page of somebody on the way is no success, whatever its status.
  if (facts.productSays !== undefined && stops(facts.productSays.value)) return 'failed';
  const status = response?.status ?? facts.status?.value;
  if (status !== undefined) {
    return status >= LEAST_FAILED || facts.itemErrors !== undefined ? 'failed' : 'ok';
  }
  const connect = proxy?.connect?.status;
  if (connect !== undefined && connect >= 300) return 'failed';
  const shape = facts.shape?.value;
  if (shape === 'success' || shape === 'success-like') {
    return facts.itemErrors === undefined ? 'ok' : 'failed';
  }
  const says = ['message', 'errors', 'errorName', 'failure', 'answeredBy'] as const;
  return says.some((name) => facts[name] !== undefined) ? 'failed' : 'asked';
}
