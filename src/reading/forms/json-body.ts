import { contractOf } from '../../evidence/body/contract.ts';
import { errorBodyOf } from '../../evidence/body/error-body.ts';
import type { JsonObject } from '../../model/json.ts';
import { connectionFailureIn, proxyFailureIn } from '../matches/failure-text.ts';
import { answerEntry } from './answer-entry.ts';
import { jsonObjectIn, jsonObjectOf } from '../matches/json-in-text.ts';
import type { Recogniser } from '../paste.ts';
import { requestInText } from '../matches/request-text.ts';

/** The JSON body of an answer, without its head. */
export const jsonBody: Recogniser = {
  name: 'json-body',
  read({ text }) {
    const body = jsonObjectOf(text);
    if (body === null || isLogRecord(body) || isLoggedFailure(body, text)) return null;
    return [answerEntry(JSON.stringify(body), statusIn(body), requestInText(text))];
  },
};

/** The JSON body of an answer inside other words, for example in a client's error message. */
export const embeddedJsonBody: Recogniser = {
  name: 'json-body',
  read({ text }) {
    const body = jsonObjectIn(text);
    const status = body === null ? null : statusIn(body);
    if (body === null || (status === null && contractOf(body, null) === null)) return null;
    return [answerEntry(JSON.stringify(body), status, requestInText(text))];
  },
};

/** Members by which a program's record of a call is told from the answer itself. */
const RECORD_MEMBERS = ['level', 'severity', 'msg', 'pid', 'logger', 'logId', 'step'];

function isLogRecord(body: JsonObject): boolean {
  return RECORD_MEMBERS.some((name) => name in body) && contractOf(body, null)?.fit !== 'strong';
}

/** A program's error written down as JSON is no answer: `{"code":"ECONNREFUSED", …}`. */
function isLoggedFailure(body: JsonObject, text: string): boolean {
  if (contractOf(body, null)?.fit === 'strong') return false;
  return proxyFailureIn(text) !== null || connectionFailureIn(text) !== null;
}

function statusIn(body: JsonObject): number | null {
  return contractOf(body, null)?.kind === 'success'
    ? null
    : (errorBodyOf(body)?.statusCode ?? null);
}
