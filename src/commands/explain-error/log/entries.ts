import { factsOf } from '../../../evidence/facts.ts';
import { oneLine } from '../../../evidence/one-line.ts';
import { maskContacts } from '../../../redact/contacts.ts';
import { maskCredentials } from '../../../redact/credentials.ts';
import type { PastedEntry } from '../../../reading/paste.ts';
import { whoseCall } from '../../../reading/whose-call.ts';
import { Survey } from '../../../reading/logs/survey.ts';
import type { LogOptions } from './options.ts';
import { showSummary } from './show.ts';
import { summaryOf } from './summary.ts';
import { logJudge, type LogVerdict } from './verdict.ts';
import type { Lookup } from '../lookup.ts';

/** A document that holds many exchanges or records: they are counted like the lines of a log. */
export interface EntryDocument {
  readonly name: string;
  readonly text: string;
}

const LONGEST_SHOWN = 300;

/** The exchanges of a HAR file. */
export function showExchanges(
  document: EntryDocument,
  entries: readonly PastedEntry[],
  options: LogOptions,
  lookup: Lookup,
): Promise<number> {
  const now = lookup.io.clock.now();
  const judge = logJudge(lookup.stated, now);
  return showCounted(document, entries.length, options, lookup, (survey) => {
    for (const [index, { exchange, facts: extra }] of entries.entries()) {
      const status = exchange.response?.status ?? 0;
      const facts = factsOf(exchange, { now, extra });
      // A bulk call succeeds as a whole also when some of its items failed.
      const isFailed =
        exchange.failure !== undefined || status >= 400 || facts.itemErrors !== undefined;
      if (!isFailed) continue;
      const verdict = judge({ facts, whose: whoseCall(exchange, ''), wordsOnly: false });
      if (verdict === null) continue;
      const { method = '', origin = '', path = '' } = exchange.request ?? {};
      const shown = `${method} ${origin}${path.split('?', 1)[0] ?? ''} ${exchange.response?.status ?? exchange.failure?.code ?? ''}`;
      const sighting = { at: exchange.startedAt ?? null, file: document.name, line: index + 1 };
      survey.tally.add(verdict, sighting, () =>
        oneLine(maskContacts(maskCredentials(shown)), LONGEST_SHOWN),
      );
    }
  });
}

/** The records of an export of a log service. */
export function showRecords(
  document: EntryDocument,
  records: readonly string[],
  options: LogOptions,
  lookup: Lookup,
): Promise<number> {
  return showCounted(document, records.length, options, lookup, (survey) => {
    for (const [index, text] of records.entries()) {
      survey.take({ text, line: index + 1, before: '', isPiece: false }, document.name);
    }
  });
}

function showCounted(
  { name, text }: EntryDocument,
  entries: number,
  options: LogOptions,
  lookup: Lookup,
  count: (survey: Survey<LogVerdict>) => void,
): Promise<number> {
  const { clock } = lookup.io;
  const startedAt = clock.elapsed();
  const now = clock.now();
  const judge = logJudge(lookup.stated, now);
  const survey = new Survey<LogVerdict>({ judge, now, since: options.since });
  survey.read(Buffer.byteLength(text), entries);
  count(survey);
  const sources = [{ name, problem: null }];
  const summary = summaryOf(survey, sources, clock.elapsed() - startedAt, options, lookup);
  return showSummary({ ...summary, unit: 'entry' }, lookup);
}
