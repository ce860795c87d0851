import { contractOf } from '../../evidence/body/contract.ts';
import { errorBodyOf } from '../../evidence/body/error-body.ts';
import { objectOf, objectsIn, parseJson, textOf, type JsonObject } from '../../model/json.ts';
import { jsonObjectsIn } from '../matches/json-in-text.ts';
import { knownMessageIn } from '../matches/known-message.ts';
import { requestInText } from '../matches/request-text.ts';
import { statusMatchIn } from '../matches/status-phrase.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { PastedEntry, Recogniser } from '../paste.ts';
import { answerEntry } from './answer-entry.ts';
import { messageFacts } from './message-text.ts';

const DEEPEST = 5;

/**
 * The result of a tool call over MCP: it comes with HTTP 200 whatever happened, and says so in `isError`;
 * the answer of the API stands as text in its content (MCP specification, tools: error handling).
 */
export const mcpResult: Recogniser = {
  name: 'structured-error',
  read({ text }) {
    if (!text.includes('isError') && !text.includes('jsonrpc')) return null;
    for (const { object } of jsonObjectsIn(text)) {
      const said = saidIn(object, 0);
      if (said !== null) return [entryOf(said, requestInText(text))];
    }
    return null;
  },
};

/** The text of a failed result, or the message of a JSON-RPC error. */
function saidIn(object: JsonObject, depth: number): string | null {
  if (depth > DEEPEST) return null;
  if (object.isError === true) {
    const texts = objectsIn(object.content).flatMap(({ text }) => textOf(text) ?? []);
    return texts.length === 0 ? null : texts.join('\n');
  }
  const error = objectOf(object.error);
  if (
    object.jsonrpc !== undefined &&
    error !== null &&
    typeof error.code === 'number' &&
    error.code < 0
  ) {
    return textOf(error.message);
  }
  for (const value of Object.values(object)) {
    const inner = objectOf(value);
    const said = inner === null ? null : saidIn(inner, depth + 1);
    if (said !== null) return said;
  }
  return null;
}

function entryOf(said: string, request: Exchange['request']): PastedEntry {
  const start = said.indexOf('{');
  const body =
    objectOf(parseJson(said)) ?? (start === -1 ? null : (jsonObjectsIn(said)[0]?.object ?? null));
  if (body !== null && (contractOf(body, null) !== null || errorBodyOf(body) !== null)) {
    return answerEntry(JSON.stringify(body), errorBodyOf(body)?.statusCode ?? null, request);
  }
  const status = statusMatchIn(said)?.status ?? null;
  const base: Exchange = {
    door: 'pasted',
    phases: [],
    ...(request === undefined ? {} : { request }),
  };
  const facts = messageFacts(knownMessageIn(said, status) ?? said, status);
  if (status === null) return { exchange: base, facts };
  const body0 = { text: '', wireBytes: 0, bytes: 0, notes: [] };
  return {
    exchange: { ...base, response: { status, statusText: '', headers: [], body: body0 } },
    facts,
  };
}
