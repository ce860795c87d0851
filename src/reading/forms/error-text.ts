import type { Exchange, Header } from '../../model/exchange.ts';
import type { JsonObject } from '../../model/json.ts';
import { namedIn } from '../../quota/log/named-headers.ts';
import { contractOf } from '../../evidence/body/contract.ts';
import { errorBodyOf } from '../../evidence/body/error-body.ts';
import { bodyOfText } from '../matches/body-text.ts';
import {
  bodyFailureIn,
  causeCodeIn,
  connectionFailureIn,
  corsFailureIn,
  proxyFailureIn,
  unansweredIn,
  type ReportedFailure,
} from '../matches/failure-text.ts';
import { jsonObjectsIn, mostTelling, type FoundObject } from '../matches/json-in-text.ts';
import { messageFacts } from './message-text.ts';
import type { PastedEntry, Recogniser } from '../paste.ts';
import { requestInText, requestNear } from '../matches/request-text.ts';
import { isSaidByAnother } from '../matches/said-by-another.ts';
import { spokenBy } from '../matches/spoken-by.ts';
import type { StatusMatch } from '../matches/status-mention.ts';
import { statusMatchIn } from '../matches/status-phrase.ts';
import { entriesOf } from './structured-error.ts';

const LONGEST_SEARCHED = 65_536;
const MOST_HEADERS = 40;

/** The error of a program: a system code, curl's words, an exception's text. */
export const errorText: Recogniser = {
  name: 'error-text',
  read({ text }) {
    // A browser adds the status of the answer that it keeps from the page.
    const refused = proxyFailureIn(text) ?? corsFailureIn(text);
    if (refused !== null) return [failed(refused, requestInText(text))];
    const objects = jsonObjectsIn(text);
    const json = mostTelling(objects);
    const isAnswered = json !== null && contractOf(json, null) !== null;
    // A server that did not reach the API logs a status of its own below the reason.
    const reason = isAnswered ? null : (causeCodeIn(text) ?? unansweredIn(text));
    if (reason !== null) return [failed(reason, requestInText(text))];
    // A status means that the connection was fine.
    const found = statusOf(text.slice(0, LONGEST_SEARCHED), json, objects);
    if (found !== null) {
      const request = requestNear(text, found.at) ?? requestInText(text);
      return [brokenOff(text, withStatus(text, found.status, json, request))];
    }
    const failure = connectionFailureIn(text);
    return failure === null ? null : [failed(failure, requestInText(text))];
  },
};

/** A success whose body was not taken whole was none. */
function brokenOff(text: string, entry: PastedEntry): PastedEntry {
  const { response } = entry.exchange;
  const broken = response === undefined || response.status >= 400 ? null : bodyFailureIn(text);
  if (broken === null) return entry;
  return { ...entry, exchange: { ...entry.exchange, failure: broken.failure } };
}

/**
 * The status that the words tell of. Those around an answer come first: what stands in it may be
 * about somebody else's call. Null for an answer with a success's shape and nothing said beside it.
 */
function statusOf(
  text: string,
  json: JsonObject | null,
  objects: readonly FoundObject[],
): StatusMatch | null {
  const contract = json === null ? null : contractOf(json, null);
  const beside = statusBesideLusha(text);
  if (beside !== null) return beside;
  if (contract === null) return statusMatchIn(text);
  let around = '';
  let from = 0;
  for (const { at, end } of objects) {
    around += text.slice(from, at) + ' '.repeat(end - at);
    from = end;
  }
  const said = statusMatchIn(around + text.slice(from));
  return said ?? (contract.kind === 'success' ? null : statusMatchIn(text));
}

const LUSHA_URL = /https?:\/\/[\w.-]{0,60}\blusha\.com?\b/i;

/** A failing status on a line with a URL of Lusha's: other lines may be about the caller's own server. */
function statusBesideLusha(text: string): StatusMatch | null {
  let start = 0;
  for (const line of text.split('\n')) {
    const found = LUSHA_URL.test(line) ? statusMatchIn(line) : null;
    if (found !== null && found.status >= 400) return { ...found, at: start + found.at };
    start += line.length + 1;
  }
  return null;
}

/** The answer that a text tells of, with its body or its words where the text repeats them. */
function withStatus(
  text: string,
  status: number,
  json: JsonObject | null,
  request: Exchange['request'],
): PastedEntry {
  const recorded = json === null ? null : entriesOf(json)?.[0];
  if (recorded?.exchange.response !== undefined) {
    const both = { ...request, ...recorded.exchange.request };
    return { ...recorded, exchange: { ...recorded.exchange, request: both } };
  }
  const isAnswer = json !== null && contractOf(json, status) !== null;
  const body = bodyOfText(isAnswer ? JSON.stringify(json) : pageIn(text));
  const isOthers = json !== null && isSaidByAnother(text, text.indexOf('{'));
  const said = json === null || isAnswer || isOthers ? null : errorBodyOf(json)?.message;
  return {
    exchange: {
      door: 'pasted',
      phases: [],
      ...(request === undefined ? {} : { request }),
      response: { status, statusText: '', headers: headersIn(text), body },
    },
    facts: body.text !== '' ? {} : said ? messageFacts(said, status) : spokenBy(text, status),
  };
}

/** The page that a program quotes as the body of the answer. */
function pageIn(text: string): string {
  return /<(?:!doctype html|html)\b[^]*/i.exec(text)?.[0] ?? '';
}

/** Headers that a dump names: limits, and those by which proxies and networks sign an answer. */
function headersIn(text: string): readonly Header[] {
  const signed = [...text.matchAll(SIGNATURES)].map(([, name = '', value = '']) => ({
    name: name.toLowerCase(),
    value,
  }));
  return [...namedIn(text), ...signed].slice(0, MOST_HEADERS);
}

const SIGNATURES =
  /(?<![\w-])["']?(server|via|cf-ray|cf-mitigated|x-squid-error|x-amz-cf-id|x-cache|retry-after)["']?[ \t]{0,4}(?::|=>)[ \t]{0,4}["']([^"'\n]{1,200})["']/gi;

function failed({ failure, proxy }: ReportedFailure, request: Exchange['request']): PastedEntry {
  const exchange: Exchange = {
    door: 'pasted',
    phases: [],
    failure,
    ...(proxy === undefined ? {} : { proxy }),
    ...(request === undefined ? {} : { request }),
  };
  return { exchange, facts: {} };
}
