import { factsOf } from '../../../evidence/facts.ts';
import { oneLine } from '../../../evidence/one-line.ts';
import type { Call } from '../../../reading/call.ts';
import { signed } from '../../../reading/signed.ts';
import { outcomeOf } from '../../../reading/call.ts';
import type { PastedEntry } from '../../../reading/paste.ts';
import type { TextReading } from '../../../reading/read-text.ts';
import { whoseCall } from '../../../reading/whose-call.ts';
import { Survey } from '../../../reading/logs/survey.ts';
import type { CallCounts } from '../../../model/report.ts';
import { maskContacts } from '../../../redact/contacts.ts';
import { maskCredentials } from '../../../redact/credentials.ts';
import { sortedCalls, type Sorted } from '../calls.ts';
import type { LogOptions } from './options.ts';
import { showSummary } from './show.ts';
import { summaryOf } from './summary.ts';
import { logJudge, verdictOfCall, type LogVerdict } from './verdict.ts';
import type { Lookup } from '../lookup.ts';

/** A document that holds many exchanges: they are counted like the lines of a log. */
export interface EntryDocument {
  readonly name: string;
  readonly text: string;
}

const LONGEST_SHOWN = 300;
const DEFAULT_TOP = 3;

/** The exchanges of a HAR file. */
export function showExchanges(
  document: EntryDocument,
  entries: readonly PastedEntry[],
  options: LogOptions,
  lookup: Lookup,
): Promise<number> {
  const calls = entries.map((found, index): Call => {
    const entry = signed(found, '');
    const { method = '', origin = '', path = '' } = entry.exchange.request ?? {};
    const { response, failure } = entry.exchange;
    const text = `${method} ${origin}${path.split('?', 1)[0] ?? ''} ${response?.status ?? failure?.code ?? ''}`;
    return {
      ...entry,
      // A bulk call succeeds as a whole also when some of its items failed.
      outcome:
        factsOf(entry.exchange, { extra: entry.facts }).itemErrors === undefined
          ? outcomeOf(entry)
          : 'failed',
      whose: whoseCall(entry.exchange, ''),
      form: 'har',
      isRow: true,
      wordsOnly: false,
      first: index + 1,
      last: index + 1,
      stream: '',
      at: entry.exchange.startedAt ?? null,
      text,
      attempts: 1,
      recoveredFrom: null,
    };
  });
  const now = lookup.io.clock.now();
  const sorted = sortedCalls(calls, lookup.stated, now);
  return summarised(document, entries.length, 'entry', sorted, options, lookup);
}

/** The calls of a text, of which several failed. */
export function showCounted(
  { text, records }: TextReading,
  sorted: Sorted,
  lookup: Lookup,
): Promise<number> {
  const options: LogOptions = { top: lookup.top ?? DEFAULT_TOP, since: undefined, follow: false };
  const count = records ?? text.split('\n').length;
  const unit = records === null ? 'line' : 'entry';
  return summarised({ name: 'stdin', text }, count, unit, sorted, options, lookup);
}

function summarised(
  { name, text }: EntryDocument,
  count: number,
  unit: 'line' | 'entry',
  sorted: Sorted,
  options: LogOptions,
  lookup: Lookup,
): Promise<number> {
  const { clock } = lookup.io;
  const startedAt = clock.elapsed();
  const now = clock.now();
  const survey = new Survey<LogVerdict>({ judge: logJudge(lookup.stated, now), now });
  survey.read(Buffer.byteLength(text), count);
  const counted = [
    ...sorted.failed.map((one) => ({ call: one.call, verdict: verdictOfCall(one) })),
    ...sorted.elsewhere.map((call) => ({ call, verdict: elsewhereVerdict(call) })),
  ];
  for (const { call, verdict } of counted) {
    const place = { at: call.at, file: name, line: call.first };
    survey.tally.add(verdict, place, () =>
      oneLine(maskContacts(maskCredentials(call.text)), LONGEST_SHOWN),
    );
  }
  const calls: CallCounts = sorted.counts;
  const sources = [{ name, problem: null }];
  const summary = summaryOf(survey, sources, clock.elapsed() - startedAt, options, lookup);
  return showSummary({ ...summary, unit, calls }, lookup);
}

function elsewhereVerdict({ whose }: Call): LogVerdict {
  const host = whose.whose === 'other' ? whose.host : 'another server';
  return { id: host, title: `a call to ${host}`, diagnosis: null, status: null, isOther: true };
}
