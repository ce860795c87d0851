import type { Exchange } from '../../model/exchange.ts';
import { factsOfAnswer } from '../../evidence/facts.ts';
import { bodyOfText } from '../matches/body-text.ts';
import type { PastedEntry } from '../paste.ts';

/**
 * An entry for a body whose head is missing. Without a status there is no response to speak of,
 * so the facts of the body go beside the exchange.
 */
export function answerEntry(
  text: string,
  status: number | null,
  request: Exchange['request'],
): PastedEntry {
  const body = bodyOfText(text);
  const exchange: Exchange = {
    door: 'pasted',
    phases: [],
    ...(request === undefined ? {} : { request }),
  };
  if (status === null) {
    return { exchange, facts: factsOfAnswer({ status, headers: [], body }, exchange) };
  }
  return {
    exchange: { ...exchange, response: { status, statusText: '', headers: [], body } },
    facts: {},
  };
}
