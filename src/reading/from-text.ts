import { readByForms } from './forms/forms.ts';
import { MOST_TEXT, pasteOf, type PastedEntry, type PastedKind } from './paste.ts';

/** What was found in a text that holds one answer or error. */
export interface PastedReading {
  readonly kind: PastedKind;
  /** The exchanges, in the order of the text; empty for `nothing`. */
  readonly entries: readonly PastedEntry[];
  /** True when the text is longer than what was read of it. */
  readonly truncated: boolean;
}

/** Reads the text of one error, as a program has it at hand. Total and linear. No credential gets into the result. */
export function readPasted(text: string): PastedReading {
  const truncated = text.length > MOST_TEXT;
  const found = readByForms(pasteOf(text), 'document');
  if (found === null) return { kind: 'nothing', entries: [], truncated };
  return { kind: found.form.name, entries: found.entries, truncated };
}
