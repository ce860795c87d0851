import type { Exchange } from '../../model/exchange.ts';
import { bodyOfText } from './body-text.ts';
import { connectionFailureIn, proxyFailureIn, type ReportedFailure } from './failure-text.ts';
import { jsonObjectIn } from './json-in-text.ts';
import type { Recogniser } from './paste.ts';
import { requestInText } from './request-text.ts';
import { mentionedStatus } from './status-mention.ts';

const LONGEST_SEARCHED = 65_536;

/** How programs report that an answer came with a status they call an error. */
const STATUS_PHRASES: readonly RegExp[] = [
  /\bstatus(?:[ _-]?code)?["']?\s{0,3}(?:of|is|was|[:=])?\s{0,3}["'(]{0,2}([1-5]\d{2})\b/i,
  /\bHTTP(?:\/\d(?:\.\d)?)?(?:[ _-](?:error|code|status))?\s{0,3}[:=]?\s{0,3}([1-5]\d{2})\b/i,
  /\b([45]\d{2}) (?:Client|Server) Error\b/i,
  /\breturned (?:an )?error:? \(?([45]\d{2})\b/i,
  /\bindicate success: ([1-5]\d{2})\b/i,
  /\bresponse code:? ([1-5]\d{2})\b/i,
  /\bresulted in a `([1-5]\d{2}) /i,
  /https?:\/\/[^\s/]{1,255}\/\S{0,500} ([1-5]\d{2}) \([A-Za-z ]{0,40}\)/,
  /\btoo many ([45]\d{2}) error responses\b/i,
  /\berror (?:code )?([45]\d{2})\b/i,
];

/** The error of a program: a system code, curl's words, an exception's text. */
export const errorText: Recogniser = {
  name: 'error-text',
  read({ text }) {
    const exchange = outcomeIn(text);
    if (exchange === null) return null;
    const request = requestInText(text);
    const whole = { ...exchange, ...(request === undefined ? {} : { request }) };
    return [{ exchange: whole, facts: {} }];
  },
};

/** A proxy's refusal first, then a status, because it means that the connection was fine. */
function outcomeIn(text: string): Exchange | null {
  const refused = proxyFailureIn(text);
  if (refused !== null) return failed(refused);
  const status = statusIn(text.slice(0, LONGEST_SEARCHED));
  if (status !== null) {
    const json = jsonObjectIn(text);
    const body = bodyOfText(json === null ? '' : JSON.stringify(json));
    return { door: 'pasted', phases: [], response: { status, statusText: '', headers: [], body } };
  }
  const failure = connectionFailureIn(text);
  return failure === null ? null : failed(failure);
}

function failed({ failure, proxy }: ReportedFailure): Exchange {
  return { door: 'pasted', phases: [], failure, ...(proxy === undefined ? {} : { proxy }) };
}

/** The status that a program's words name, or null. */
export function statusIn(text: string): number | null {
  for (const phrase of STATUS_PHRASES) {
    const status = phrase.exec(text)?.[1];
    if (status !== undefined) return Number(status);
  }
  return mentionedStatus(text);
}
