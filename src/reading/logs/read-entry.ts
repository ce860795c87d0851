import { factsOf } from '../../evidence/facts.ts';
import type { Facts } from '../../model/fact.ts';
import { outcomeOf } from '../call.ts';
import { readByForms } from '../forms/forms.ts';
import { messageText } from '../forms/message-text.ts';
import { pasteOf, type Paste, type PastedEntry } from '../paste.ts';
import { whoseCall, type WhoseCall } from '../whose-call.ts';
import { wordsOf } from './line-words.ts';

/** A failed call that an entry of a log tells of. */
export interface LoggedFailure {
  readonly facts: Facts;
  readonly whose: WhoseCall;
  /** True when nothing but words was found: they count only when a cause is sure of them. */
  readonly wordsOnly: boolean;
}

/** Reads one entry of a log; null when it tells of no failure. `now` is epoch milliseconds. */
export function readEntry(text: string, now: number): LoggedFailure | null {
  const paste = pasteOf(text);
  const found = readByForms(paste, 'entry');
  if (found !== null && found.form.name !== 'message') {
    const failed = found.entries.findLast((entry) => outcomeOf(entry) === 'failed');
    return failed === undefined ? null : failureOf(failed, paste, now, false);
  }
  const said = messageText.read({ text: wordsOf(paste.lines[0] ?? ''), lines: [] })?.[0];
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
