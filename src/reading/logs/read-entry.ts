import { contractOf } from '../../evidence/body/contract.ts';
import { factsOf } from '../../evidence/facts.ts';
import { answerEntry } from '../forms/answer-entry.ts';
import { accessLineOf, entryOfAccess } from '../forms/access-log.ts';
import { errorText } from '../forms/error-text.ts';
import { httpResponse } from '../forms/http-response.ts';
import { jsonBody } from '../forms/json-body.ts';
import { jsonObjectIn } from '../matches/json-in-text.ts';
import { logfmt } from '../forms/logfmt.ts';
import { messageText } from '../forms/message-text.ts';
import { pasteOf, type Paste, type PastedEntry } from '../paste.ts';
import { tableRow } from '../forms/table-row.ts';
import { entriesOf, structuredError } from '../forms/structured-error.ts';
import { requestInText } from '../matches/request-text.ts';
import { whoseCall, type WhoseCall } from '../whose-call.ts';
import type { Facts } from '../../model/fact.ts';

/** A failed call that an entry of a log tells of. */
export interface LoggedFailure {
  readonly facts: Facts;
  readonly whose: WhoseCall;
  /** True when nothing but words was found: they count only when a cause is sure of them. */
  readonly wordsOnly: boolean;
}

const READERS: readonly ((paste: Paste) => readonly PastedEntry[] | null)[] = [
  httpResponse.read,
  structuredError.read,
  answerAlone,
  recordAfterPrefix,
  tableRow.read,
  accessLine,
  logfmt.read,
  errorText.read,
];
const LEAST_FAILED = 400;

/** Reads one entry of a log; null when it tells of no failure. `now` is epoch milliseconds. */
export function readEntry(text: string, now: number): LoggedFailure | null {
  const paste = pasteOf(text);
  for (const read of READERS) {
    const entries = read(paste);
    if (entries === null || entries.length === 0) continue;
    const failed = entries.findLast(({ exchange, facts }) => {
      const status = exchange.response?.status ?? 0;
      return (
        exchange.failure !== undefined || status >= LEAST_FAILED || facts.message !== undefined
      );
    });
    return failed === undefined ? null : failureOf(failed, paste, now, false);
  }
  const said = messageText.read({ text: wordsOf(paste), lines: [] })?.[0];
  return said === undefined ? null : failureOf(said, paste, now, true);
}

function failureOf(
  { exchange, facts }: PastedEntry,
  paste: Paste,
  now: number,
  wordsOnly: boolean,
): LoggedFailure {
  return {
    facts: factsOf(exchange, { now, extra: facts }),
    whose: whoseCall(exchange, paste.text),
    wordsOnly: wordsOnly || (exchange.response === undefined && exchange.failure === undefined),
  };
}

/** A body that a program wrote down as it came. */
function answerAlone(paste: Paste): readonly PastedEntry[] | null {
  return paste.text.startsWith('{') && contractOf(jsonObjectIn(paste.text), null) !== null
    ? jsonBody.read(paste)
    : null;
}

/** `2026-11-23T14:03:12Z ERROR [sync] {"status":429, …}`: a record, or an answer, after a prefix. */
function recordAfterPrefix({ text }: Paste): readonly PastedEntry[] | null {
  const brace = text.indexOf('{');
  if (brace <= 0 || !text.endsWith('}')) return null;
  const record = jsonObjectIn(text);
  if (record === null) return null;
  const prefix = errorText.read({ text: text.slice(0, brace), lines: [] });
  if (prefix !== null) return null;
  const contract = contractOf(record, null);
  if (contract?.kind === 'error') {
    const stated = [record.statusCode, record.status, record.code].find(
      (value) => typeof value === 'number' && value >= 100 && value <= 599,
    );
    const status = typeof stated === 'number' ? stated : null;
    return [answerEntry(JSON.stringify(record), status, requestInText(text))];
  }
  return entriesOf(record);
}

function accessLine({ lines }: Paste): readonly PastedEntry[] | null {
  const call = accessLineOf(lines[0] ?? '');
  return call === null ? null : [entryOfAccess(call)];
}

const PREFIX =
  /^(?:\[?<?(?:\d{4}[-/]\d\d[-/]\d\d[T ][\d:.,]{8,15}\s?(?:Z|[+-]\d\d:?\d\d)?|[A-Z][a-z]{2} {1,2}\d{1,2} [\d:]{8}|\d{10,13}(?:\.\d{3})?)\]?>?|[\s|:-]{1,4}|\[?\b(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|ERR|error|warn|info)\b\]?|\[[\w./: -]{1,60}\])\s{0,4}/;
const LONGEST_WORDS = 500;

/** The words of a line without its time, level and logger. */
function wordsOf({ lines: [first = ''] }: Paste): string {
  let words = first.slice(0, LONGEST_WORDS * 2);
  for (let part = 0; part < 6; part += 1) {
    const shorter = words.replace(PREFIX, '');
    if (shorter === words) break;
    words = shorter;
  }
  return words.slice(0, LONGEST_WORDS);
}
