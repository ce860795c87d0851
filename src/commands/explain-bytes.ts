import { readCaseFile } from '../evidence/case-file.ts';
import { factsOf } from '../evidence/facts.ts';
import { readPasted } from '../evidence/from-text.ts';
import { maskContacts } from '../evidence/text/contacts.ts';
import { maskCredentials } from '../evidence/text/credentials.ts';
import { readHar } from '../evidence/text/har.ts';
import { oneLine } from '../evidence/one-line.ts';
import type { PastedEntry } from '../evidence/text/paste.ts';
import { whoseCall } from '../evidence/whose-call.ts';
import { Survey } from '../logs/survey.ts';
import type { Row } from '../logs/tally.ts';
import { packingOf } from '../logs/unpack.ts';
import { explainLog } from './explain-log.ts';
import type { LogOptions } from './explain-log-options.ts';
import { showSummary } from './explain-log-show.ts';
import { summaryOf } from './explain-log-summary.ts';
import { logJudge, type LogVerdict } from './explain-log-verdict.ts';
import type { Lookup } from './explain-lookup.ts';

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
  if (options.since !== undefined) return asLog();
  const har = readHar(text, (part) => maskContacts(maskCredentials(part)));
  if (har !== null) return { exitCode: await showEntries(name, text, har, options, lookup) };
  return isOneFailure(text, lookup) ? { text } : asLog();
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
  if (WHOLE_FORMS.includes(kind) && !isForeign) return true;
  if (kind === 'http-response' && !isForeign) return entries.length === 1 || isChain(entries);
  const now = lookup.io.clock.now();
  const survey = new Survey<LogVerdict>({ judge: logJudge(lookup.stated, now), now });
  const file = survey.open('');
  file.push(Buffer.from(text));
  file.end();
  const { rows, total } = survey.tally;
  if (rows.some(({ verdict }) => verdict.diagnosis === null)) return false;
  if (total < 2) return true;
  const isTold =
    survey.lines < MOST_LINES_TOLD && kind === 'error-text' && total <= MOST_TIMES_TOLD;
  return isTold && isAtOnce(rows) && isOneKind(rows);
}

/** One failure is often told of several times: by the client, by its trace, by the answer. */
const MOST_LINES_TOLD = 60;
const MOST_TIMES_TOLD = 4;

/** Entries of a log have a time each; what is told of once has one, or none. */
function isAtOnce(rows: readonly Row<LogVerdict>[]): boolean {
  const times = new Set(rows.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt]));
  return times.size === 1;
}

/** A bare status and a cause with that status are one failure, told of with and without its words. */
function isOneKind(rows: readonly Row<LogVerdict>[]): boolean {
  const named = rows.filter(({ verdict }) => verdict.status === null);
  return rows.length === 1 || (rows.length === 2 && named.length === 1);
}

/** A redirect and what it led to, as `curl -iL` prints them. */
function isChain(entries: readonly PastedEntry[]): boolean {
  return entries.slice(0, -1).every(({ exchange }) => {
    const status = exchange.response?.status ?? 0;
    return status >= 300 && status < 400;
  });
}

/** The exchanges of a HAR file, counted like the lines of a log. */
function showEntries(
  name: string,
  text: string,
  entries: readonly PastedEntry[],
  options: LogOptions,
  lookup: Lookup,
): Promise<number> {
  const { clock } = lookup.io;
  const startedAt = clock.elapsed();
  const now = clock.now();
  const judge = logJudge(lookup.stated, now);
  const survey = new Survey<LogVerdict>({ judge, now });
  survey.read(Buffer.byteLength(text), entries.length);
  for (const [index, { exchange, facts }] of entries.entries()) {
    const status = exchange.response?.status ?? 0;
    const isFailed = exchange.failure !== undefined || status >= 400;
    if (!isFailed) continue;
    const verdict = judge({
      facts: factsOf(exchange, { now, extra: facts }),
      whose: whoseCall(exchange, ''),
      wordsOnly: false,
    });
    if (verdict === null) continue;
    const { method = '', origin = '', path = '' } = exchange.request ?? {};
    const shown = `${method} ${origin}${path.split('?', 1)[0] ?? ''} ${exchange.response?.status ?? exchange.failure?.code ?? ''}`;
    const sighting = { at: exchange.startedAt ?? null, file: name, line: index + 1 };
    survey.tally.add(verdict, sighting, () => oneLine(maskContacts(maskCredentials(shown)), 300));
  }
  const sources = [{ name, problem: null }];
  return showSummary(
    summaryOf(survey, sources, clock.elapsed() - startedAt, options, lookup),
    lookup,
  );
}

async function* eachOf(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield* chunks;
}
