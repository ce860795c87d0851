import type { Exchange, Header, SentRequest } from '../../model/exchange.ts';
import { objectOf, parseJson, textOf, type JsonObject } from '../../model/json.ts';
import { contractOf } from '../../evidence/body/contract.ts';
import { errorBodyOf } from '../../evidence/body/error-body.ts';
import { FactSet } from '../../evidence/fact-set.ts';
import { oneLine } from '../../evidence/one-line.ts';
import { answerEntry } from './answer-entry.ts';
import { bodyOfText } from '../matches/body-text.ts';
import { callsIn } from './call-list.ts';
import { isClientWords } from '../matches/client-words.ts';
import { connectionFailureIn, proxyFailureIn, unansweredIn } from '../matches/failure-text.ts';
import { jsonObjectIn, jsonObjectOf } from '../matches/json-in-text.ts';
import { knownMessageIn } from '../matches/known-message.ts';
import { messageFacts } from './message-text.ts';
import type { PastedEntry, Recogniser } from '../paste.ts';
import { placementOf } from '../matches/placement.ts';
import { statusOfReason } from '../matches/reason-phrase.ts';
import { requestOfUrl } from '../matches/request-of-url.ts';
import { requestInText } from '../matches/request-text.ts';
import { statusIn } from '../matches/status-phrase.ts';
import { isLogRecord, structuredCallIn, type StructuredCall } from './structured-fields.ts';

const LONGEST_VALUE = 2000;
const PAGE = /^\s{0,20}<(?:!doctype|html|head|body)\b/i;
const MOST_HEADERS = 100;
const LONGEST_WORDS = 1000;
const LONGEST_SEARCHED = 65_536;

/**
 * A program's record of a failed call as one JSON object: an axios error's `toJSON`, a line of
 * pino, bunyan or winston, an error of n8n, Zapier, Make, Postman or Pipedream, `curl -w '%{json}'`.
 */
export const structuredError: Recogniser = {
  name: 'structured-error',
  read({ text }) {
    const calls = listedIn(text);
    if (calls !== null) return calls;
    const record = jsonObjectOf(text);
    if (record === null) return null;
    return reasonAlone(record) ?? passedOn(record) ?? entriesOf(record);
  },
};

/**
 * The calls of a test runner's report. When some of them failed, these: the others say nothing
 * about the failure.
 */
function listedIn(text: string): readonly PastedEntry[] | null {
  if (!/^[[{]/.test(text) || !text.includes('"request"')) return null;
  const entries = callsIn(parseJson(text)).flatMap((call) => entriesOf(call) ?? []);
  const failed = entries.filter(
    ({ exchange: { failure, response } }) =>
      failure !== undefined || (response?.status ?? 0) >= 400,
  );
  if (entries.length === 0) return null;
  return failed.length === 0 ? entries : failed;
}

/** `{"message":"Forbidden"}`: what anybody answers with this status, and nothing beside it. */
function reasonAlone(record: JsonObject): readonly PastedEntry[] | null {
  const [[name, value] = ['', null], ...others] = Object.entries(record);
  if (others.length > 0 || !['message', 'error'].includes(name)) return null;
  const status = statusOfReason(textOf(value) ?? '');
  if (status === null || status < 400) return null;
  const response = { status, statusText: '', headers: [], body: bodyOfText('') };
  return [{ exchange: { door: 'pasted', phases: [], response }, facts: {} }];
}

/** `{"statusCode":500,"message":"getaddrinfo ENOTFOUND …"}`: the caller's own server tells of its call. */
function passedOn(record: JsonObject): readonly PastedEntry[] | null {
  const words = contractOf(record, null) === null ? null : errorBodyOf(record)?.message;
  const failed = words ? unansweredIn(words) : null;
  if (!words || failed === null) return null;
  const request = requestInText(words);
  const known = request === undefined ? {} : { request };
  const exchange: Exchange = { door: 'pasted', phases: [], failure: failed.failure, ...known };
  return [{ exchange, facts: {} }];
}

/** The same inside other words, for example after the request line that Postman prints. */
export const embeddedError: Recogniser = {
  name: 'structured-error',
  read({ text }) {
    const record = text.startsWith('{') ? null : jsonObjectIn(text);
    const [entry] = (record === null ? null : entriesOf(record)) ?? [];
    if (entry === undefined) return null;
    const { response, failure } = entry.exchange;
    // The words around it tell more than a record of a failure, or of a success that broke off.
    if (failure !== undefined || (response !== undefined && response.status < 400)) return null;
    if (response === undefined && statusIn(text.slice(0, LONGEST_SEARCHED)) !== null) return null;
    const request = { ...requestInText(text), ...entry.exchange.request };
    const known = Object.keys(request).length === 0 ? {} : { request };
    return [{ ...entry, exchange: { ...entry.exchange, ...known } }];
  },
};

/** The call in a record, or null when the record is an answer itself or tells of no call. */
export function entriesOf(record: JsonObject): readonly PastedEntry[] | null {
  if (contractOf(record, null)?.fit === 'strong' && !isLogRecord(record)) return null;
  const call = structuredCallIn(record);
  const words = call.words.join('\n');
  const status = call.status ?? (words === '' ? null : statusIn(words));
  const refused = proxyFailureIn(words);
  const failed = refused ?? (status === null ? connectionFailureIn(words) : unansweredIn(words));
  const wraps = call.target !== null || call.method !== null || call.body !== null;
  if (failed === null && status === null && call.body !== null) return answered(call, words);
  if (failed === null && (status === null || !(wraps || call.isWrapped || isLogged(record)))) {
    return status === null && wraps && words !== '' ? spoken(call, words) : null;
  }
  const request = requestOf(call, words);
  const base: Exchange = {
    door: 'pasted',
    phases: [],
    ...(request === undefined ? {} : { request }),
  };
  if (failed !== null) {
    const proxy = failed.proxy === undefined ? {} : { proxy: failed.proxy };
    return [{ exchange: { ...base, failure: failed.failure, ...proxy }, facts: {} }];
  }
  if (status === null) return null;
  const body = bodyTextOf(call, words);
  const response = {
    status,
    statusText: '',
    headers: headersOf(call.headers),
    body: bodyOfText(body),
  };
  const facts = body === '' ? saidFacts(call, status) : {};
  return [{ exchange: { ...base, response }, facts }];
}

/** The body says the status that the record leaves out. */
function answered(call: StructuredCall, words: string): readonly PastedEntry[] | null {
  const body = objectOfBody(call.body);
  if (body === null || contractOf(body, null)?.kind !== 'error') return null;
  const status = errorBodyOf(body)?.statusCode ?? null;
  return [answerEntry(JSON.stringify(body), status, requestOf(call, words))];
}

/** Members that loggers and services add, by which a record is told from an answer. */
function isLogged(record: JsonObject): boolean {
  const named = ['levelname', 'time', 'ts', '@timestamp', 'stack', 'httpCode', 'http_code', 'name'];
  return isLogRecord(record) || named.some((name) => record[name] !== undefined);
}

/** A record about a call that says what went wrong in words only. */
function spoken(call: StructuredCall, words: string): readonly PastedEntry[] {
  const request = requestOf(call, words);
  const exchange: Exchange = {
    door: 'pasted',
    phases: [],
    ...(request === undefined ? {} : { request }),
  };
  return [{ exchange, facts: messageFacts(words, null) }];
}

function requestOf(call: StructuredCall, words: string): Exchange['request'] {
  const fromTarget = call.target === null ? {} : requestOfUrl(call.target);
  const origin =
    fromTarget.origin === undefined && call.host !== null ? { origin: `https://${call.host}` } : {};
  const request: Partial<SentRequest> = {
    ...(call.target === null ? requestInText(words) : {}),
    ...origin,
    ...fromTarget,
    ...(call.method === null ? {} : { method: call.method }),
    ...placement(call.requestHeaders),
  };
  return Object.keys(request).length === 0 ? undefined : request;
}

/** Loggers leave headers out at will, so that none with a key says nothing. */
function placement(headers: JsonObject | null): Pick<Partial<SentRequest>, 'keyPlacement'> {
  const found = headers === null ? 'none' : placementOf(headersOf(headers), '');
  return found === 'none' ? {} : { keyPlacement: found };
}

function headersOf(headers: JsonObject | null): readonly Header[] {
  return Object.entries(headers ?? {})
    .slice(0, MOST_HEADERS)
    .flatMap(([name, value]) => {
      const text = typeof value === 'number' ? String(value) : textOf(value);
      return text === null ? [] : [{ name, value: text.slice(0, LONGEST_VALUE) }];
    });
}

/** The answer's own words: its body, or a body that the error text repeats. */
function bodyTextOf(call: StructuredCall, words: string): string {
  if (typeof call.body === 'string' && PAGE.test(call.body)) return call.body;
  const body = objectOfBody(call.body);
  const bodies = body === null ? [] : [body];
  if (body !== null && contractOf(body, call.status) !== null) return JSON.stringify(body);
  const quoted = words === '' ? null : jsonObjectIn(words);
  if (quoted !== null) bodies.push(quoted);
  const known =
    bodies.find((one) => contractOf(one, call.status) !== null) ??
    bodies.find((one) => errorBodyOf(one) !== null);
  return known === undefined ? '' : JSON.stringify(known);
}

function objectOfBody(body: StructuredCall['body']): JsonObject | null {
  return typeof body === 'string' ? objectOf(parseJson(body)) : body;
}

/** What the record says the answer said: words set aside for it, or words that a cause knows. */
function saidFacts(call: StructuredCall, status: number) {
  const said = call.said.find((words) => !isClientWords(words) && words.includes(' '));
  const facts = new FactSet().facts;
  const known = knownMessageIn(call.words.join('\n'), status);
  if (known !== null) return messageFacts(known, status);
  if (said === undefined) return facts;
  const quoted = / - "?([^"]{3,300})"?$/.exec(said)?.[1] ?? said.replace(/^\[[45]\d{2}\] /, '');
  const words = oneLine(quoted.split('\n    at ')[0] ?? quoted, LONGEST_WORDS);
  return isClientWords(words) ? facts : messageFacts(words, status);
}
