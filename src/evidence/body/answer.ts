import type { Body, Header } from '../../model/exchange.ts';
import { contentOf, type BodyContent } from './body-content.ts';
import { contractOf, type Contract } from './contract.ts';

/** An answer whose body was read once, for everybody who reasons over it. */
export interface Answer {
  /** Null when it was lost, as in a body pasted without its head. */
  readonly status: number | null;
  readonly headers: readonly Header[];
  readonly content: BodyContent;
  /** The shape of Lusha's that the body has, if any. */
  readonly contract: Contract | null;
}

/** What is needed of a response to read it. */
export interface RawAnswer {
  readonly status: number | null;
  readonly headers: readonly Header[];
  readonly body: Body;
}

/** Looks into an answer. Total. */
export function readAnswer({ status, headers, body }: RawAnswer): Answer {
  const content = contentOf(body, headers);
  return { status, headers, content, contract: contractOf(content.json, status) };
}

/** True when the body is JSON of any kind. */
export function isJson({ content }: Answer): boolean {
  return content.kind === 'json-object' || content.kind === 'json-other';
}
