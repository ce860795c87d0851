import type { Json } from '../json.ts';

/** One whole answer, ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly statusText?: string;
  /** Names in the spelling they are sent in. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Credits that were taken from the balance for it. */
  readonly credits: number;
  /** When it allows the next try, epoch ms; only where its text says so. */
  readonly retryAt?: number;
}

/** An answer with a JSON body. `credits` is what it cost. */
export function json(status: number, body: Json, credits = 0): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    credits,
  };
}

/** The same answer with further headers; a header that is already there wins. */
export function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}
