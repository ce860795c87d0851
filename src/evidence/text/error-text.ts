import type { Exchange } from '../../model/exchange.ts';
import { contractOf } from '../contract.ts';
import { errorBodyOf } from '../error-body.ts';
import { bodyOfText } from './body-text.ts';
import { connectionFailureIn, proxyFailureIn, type ReportedFailure } from './failure-text.ts';
import { jsonObjectIn } from './json-in-text.ts';
import { messageFacts } from './message-text.ts';
import type { PastedEntry, Recogniser } from './paste.ts';
import { requestInText } from './request-text.ts';
import { spokenBy } from './spoken-by.ts';
import { statusIn } from './status-phrase.ts';
import { entriesOf } from './structured-error.ts';

const LONGEST_SEARCHED = 65_536;

/** The error of a program: a system code, curl's words, an exception's text. */
export const errorText: Recogniser = {
  name: 'error-text',
  read({ text }) {
    const request = requestInText(text);
    const known = request === undefined ? {} : { request };
    const refused = proxyFailureIn(text);
    if (refused !== null) return [{ exchange: { ...failed(refused), ...known }, facts: {} }];
    // A status means that the connection was fine.
    const status = statusIn(text.slice(0, LONGEST_SEARCHED));
    if (status !== null) return [withStatus(text, status, known)];
    const failure = connectionFailureIn(text);
    return failure === null ? null : [{ exchange: { ...failed(failure), ...known }, facts: {} }];
  },
};

/** The answer that a text tells of, with its body or its words where the text repeats them. */
function withStatus(text: string, status: number, known: Pick<Exchange, 'request'>): PastedEntry {
  const json = jsonObjectIn(text);
  const recorded = json === null ? null : entriesOf(json)?.[0];
  if (recorded?.exchange.response !== undefined) {
    const request = { ...known.request, ...recorded.exchange.request };
    return { ...recorded, exchange: { ...recorded.exchange, request } };
  }
  const isAnswer = json !== null && contractOf(json, status) !== null;
  const body = bodyOfText(isAnswer ? JSON.stringify(json) : '');
  const said = json === null || isAnswer ? null : errorBodyOf(json)?.message;
  return {
    exchange: {
      door: 'pasted',
      phases: [],
      ...known,
      response: { status, statusText: '', headers: [], body },
    },
    facts: isAnswer ? {} : said ? messageFacts(said, status) : spokenBy(text, status),
  };
}

function failed({ failure, proxy }: ReportedFailure): Exchange {
  return { door: 'pasted', phases: [], failure, ...(proxy === undefined ? {} : { proxy }) };
}
