import { CUT } from '../cut.ts';
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
  leftOut: number,
  options: LogOptions,
  lookup: Lookup,
): Promise<number> {
  const callOf = callsOfAlike();
  const calls = entries.map((entry, index) => callOf(entry, index + 1));
  const now = lookup.io.clock.now();
  const sorted = sortedCalls(calls, lookup.stated, now);
  const problem = leftOut === 0 ? null : `the last ${leftOut} entries were not read`;
  return summarised({ ...document, problem }, entries.length, 'entry', sorted, options, lookup);
}

/** Makes calls of exchanges; what is known about one and the same answer is worked out once. */
function callsOfAlike(): (entry: PastedEntry, place: number) => Call {
  const known = new Map<string, Call>();
  return (entry, place) => {
    const { startedAt = null, ...exchange } = entry.exchange;
    const alike = JSON.stringify([exchange, entry.facts]);
    const call = known.get(alike) ?? callOf(entry);
    known.set(alike, call);
    return { ...call, exchange: entry.exchange, first: place, last: place, at: startedAt };
  };
}

function callOf(found: PastedEntry): Call {
  const entry = signed(found, '');
  const { method = '', origin = '', path = '' } = entry.exchange.request ?? {};
  const { response, failure } = entry.exchange;
  // A bulk call succeeds as a whole also when some of its items failed.
  const { itemErrors } = factsOf(entry.exchange, { extra: entry.facts });
  return {
    ...entry,
    outcome: itemErrors === undefined ? outcomeOf(entry) : 'failed',
    whose: whoseCall(entry.exchange, ''),
    form: 'har',
    isRow: true,
    wordsOnly: false,
    first: 1,
    last: 1,
    stream: '',
    at: null,
    text: `${method} ${origin}${path.split('?', 1)[0] ?? ''} ${response?.status ?? failure?.code ?? ''}`,
    attempts: 1,
    recoveredFrom: null,
  };
}

/** The calls of a text, of which several failed. */
export function showCounted(
  { text, records, truncated }: TextReading,
  sorted: Sorted,
  lookup: Lookup,
): Promise<number> {
  const options: LogOptions = { top: lookup.top ?? DEFAULT_TOP, since: undefined, follow: false };
  const count = records ?? text.split('\n').length;
  const unit = records === null ? 'line' : 'entry';
  const problem = truncated ? CUT : null;
  return summarised({ name: 'stdin', text, problem }, count, unit, sorted, options, lookup);
}

function summarised(
  { name, text, problem }: EntryDocument & { readonly problem: string | null },
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
  const sources = [{ name, problem }];
  const summary = summaryOf(survey, sources, clock.elapsed() - startedAt, options, lookup);
  return showSummary({ ...summary, unit, calls }, lookup);
}

function elsewhereVerdict({ whose }: Call): LogVerdict {
  const host = whose.whose === 'other' ? whose.host : 'another server';
  return { id: host, title: `a call to ${host}`, diagnosis: null, status: null, isOther: true };
}
