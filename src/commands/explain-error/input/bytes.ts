import { readCaseFile } from '../../../reading/case-file.ts';
import { readPasted } from '../../../reading/from-text.ts';
import { maskContacts } from '../../../redact/contacts.ts';
import { maskCredentials } from '../../../redact/credentials.ts';
import { readHar } from '../../../reading/forms/har.ts';
import type { PastedEntry } from '../../../reading/paste.ts';
import { whoseCall } from '../../../reading/whose-call.ts';
import { recordsIn } from '../../../reading/logs/record-list.ts';
import { retold } from '../../../reading/logs/retold.ts';
import { signatureOf } from '../../../reading/logs/signature.ts';
import { Survey, type LineSpan } from '../../../reading/logs/survey.ts';
import type { Row } from '../../../reading/logs/tally.ts';
import { packingOf } from '../../../reading/logs/unpack.ts';
import { explainLog } from '../log/log.ts';
import { showExchanges, showRecords } from '../log/entries.ts';
import type { LogOptions } from '../log/options.ts';
import { logJudge, type LogVerdict } from '../log/verdict.ts';
import type { Lookup } from '../lookup.ts';

/**
 * A file or a pipe that is short enough to be one failure: gives its text when it is one, else the
 * exit code of the summary that was shown.
 */
export async function explainBytes(
  name: string,
  bytes: Uint8Array,
  options: LogOptions,
  lookup: Lookup,
): Promise<{ readonly text: string } | { readonly exitCode: number }> {
  const asLog = async () => {
    const chunks = [bytes].values();
    const source = { name, bytes: bytes.length, chunks: eachOf(chunks) };
    return { exitCode: await explainLog([source], options, lookup) };
  };
  if (packingOf(bytes) !== 'text') return asLog();
  const text = new TextDecoder().decode(bytes);
  const document = { name, text };
  const har = readHar(text, (part) => maskContacts(maskCredentials(part)));
  if (har !== null) return { exitCode: await showExchanges(document, har, options, lookup) };
  const records = recordsIn(text, lookup.io.clock.now());
  if (records !== null) {
    return { exitCode: await showRecords(document, records, options, lookup) };
  }
  if (options.since !== undefined) return asLog();
  const plain = retold(text);
  return isOneFailure(plain, lookup) ? { text: plain } : asLog();
}

/** Forms that hold one answer, however many lines of it tell of the failure. */
const WHOLE_FORMS: readonly string[] = [
  'status',
  'report',
  'json-body',
  'structured-error',
  'html-page',
];

function isOneFailure(text: string, lookup: Lookup): boolean {
  if (readCaseFile(text) !== null) return true;
  const { kind, entries } = readPasted(text);
  const isForeign = entries.some(({ exchange }) => whoseCall(exchange, '').whose === 'other');
  if (WHOLE_FORMS.includes(kind) && !isForeign && !isRecordPerLine(text)) return true;
  if (kind === 'http-response' && !isForeign) return entries.length === 1 || isChain(entries);
  const { survey, spans } = surveyOf(text, lookup);
  const { rows, total } = survey.tally;
  if (rows.some(({ verdict }) => verdict.diagnosis === null)) return false;
  if (isSuccess(entries[0]) && (total > 0 || entries.length > 1)) return false;
  if (total < 2) return true;
  const isTold =
    survey.lines < MOST_LINES_TOLD && kind === 'error-text' && total <= MOST_TIMES_TOLD;
  return isTold && isAtOnce(rows) && isOneKind(rows) && isToldOnce(text, spans, rows);
}

function surveyOf(text: string, lookup: Lookup) {
  const now = lookup.io.clock.now();
  const spans: LineSpan[] = [];
  const survey = new Survey<LogVerdict>({
    judge: logJudge(lookup.stated, now),
    now,
    onCounted: (_verdict, _at, _isNew, span) => void spans.push(span),
  });
  const file = survey.open('');
  file.push(Buffer.from(text));
  file.end();
  return { survey, spans };
}

/** One failure is often told of several times: by the client, by its trace, by the answer. */
const MOST_LINES_TOLD = 60;
const MOST_TIMES_TOLD = 4;

/** Entries of a log have a time each; what is told of once has one, or none. */
function isAtOnce(rows: readonly Row<LogVerdict>[]): boolean {
  const times = rows.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt]);
  return new Set(times.filter((at) => at !== null)).size <= 1;
}

/** A line that tells of what went well, or of nothing in particular, as only logs do. */
const HEALTHY = /\b(?:INFO|DEBUG|TRACE|NOTICE|OK|ok|success|succeeded|done|2\d\d)\b/;

/**
 * Two failures in the same words are two. Without a time nothing else says that they are one: they
 * are not when healthy lines stand beside them.
 */
function isToldOnce(
  text: string,
  spans: readonly LineSpan[],
  rows: readonly Row<LogVerdict>[],
): boolean {
  const lines = text.split('\n');
  const told = spans.map(({ first, last }) => signatureOf(lines.slice(first - 1, last).join('\n')));
  if (new Set(told).size < told.length) return false;
  if (rows.every(({ firstAt }) => firstAt !== null)) return true;
  return !lines.some(
    (line, at) =>
      HEALTHY.test(line) && !spans.some(({ first, last }) => at + 1 >= first && at + 1 <= last),
  );
}

/** What a program logs of a failed call whose reason stands on another line. */
const ECHOES: readonly string[] = ['browser-cors', 'fetch-hides-reason'];

/** A bare status and a cause with that status are one failure, told of with and without its words. */
function isOneKind(rows: readonly Row<LogVerdict>[]): boolean {
  const telling = rows.filter(({ verdict }) => !ECHOES.includes(verdict.id));
  const named = telling.filter(({ verdict }) => verdict.status === null);
  return rows.length === 1 || telling.length === 1 || (telling.length === 2 && named.length === 1);
}

function isSuccess(entry: PastedEntry | undefined): boolean {
  const status = entry?.exchange.response?.status ?? 0;
  return entry?.exchange.failure === undefined && status >= 200 && status < 300;
}

/** True for records of a log, one a line, and not for one document. */
function isRecordPerLine(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line));
}

/** A redirect and what it led to, as `curl -iL` prints them. */
function isChain(entries: readonly PastedEntry[]): boolean {
  return entries.slice(0, -1).every(({ exchange }) => {
    const status = exchange.response?.status ?? 0;
    return status >= 300 && status < 400;
  });
}

async function* eachOf(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield* chunks;
}
