import type { Exchange } from '../../model/exchange.ts';
import { isJson, type Answer } from '../body/answer.ts';
import { SIGNATURES } from '../../knowledge/signatures.ts';
import { interceptorIn } from '../../knowledge/signatures/issuers.ts';
import { sightings, type Sighting, type Traces } from '../signatures/sightings.ts';

/** Everything there is to judge by when one asks who wrote an answer. */
export interface Scene {
  readonly answer: Answer;
  readonly exchange: Exchange;
  readonly traces: Traces;
  readonly marks: readonly Sighting[];
  /** The first product that left a mark on the answer or signed the certificate. */
  readonly product: string | null;
}

/** Looks for the marks of all known products. */
export function sceneOf(answer: Answer, exchange: Exchange): Scene {
  const { status, headers, content } = answer;
  const [page, json] = isJson(answer) ? ['', content.text] : [content.text, ''];
  const traces = { status, headers, page, json };
  const marks = sightings(SIGNATURES, traces);
  const product = marks[0]?.signature.product ?? interceptorIn(exchange.tls);
  return { answer, exchange, traces, marks, product };
}

/** The title of an HTML answer, in words for a person. */
export function titleWords({ answer: { content } }: Scene): readonly string[] {
  return content.title === null ? [] : [`page title "${content.title}"`];
}
