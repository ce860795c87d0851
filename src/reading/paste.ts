import { withoutColours } from '../model/colours.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Facts } from '../model/fact.ts';
import { maskContacts } from '../redact/contacts.ts';
import { maskCredentials } from '../redact/credentials.ts';

/** One exchange read from pasted text, with what the text says and an exchange cannot hold. */
export interface PastedEntry {
  readonly exchange: Exchange;
  readonly facts: Facts;
}

/** What was recognised in a text, `nothing` when it holds no trace of an exchange. */
export type PastedKind =
  | 'status'
  | 'har'
  | 'report'
  | 'structured-error'
  | 'access-log'
  | 'http-response'
  | 'json-body'
  | 'html-page'
  | 'error-text'
  | 'message'
  | 'nothing';

/** Recognises one way of writing down an exchange. */
export interface Recogniser {
  readonly name: Exclude<PastedKind, 'nothing'>;
  /** The exchanges in the text, or null when it is not written in this way. */
  readonly read: (paste: Paste) => readonly PastedEntry[] | null;
}

/** A text made ready for recognisers: bounded, without credentials, contact data, line ends and colours. */
export interface Paste {
  readonly text: string;
  readonly lines: readonly string[];
}

/** How much of a text is read, in UTF-16 units (1 Mi). */
export const MOST_TEXT = 1_048_576;

const FENCE = /^[ \t]{0,8}(?:```|~~~)[\w-]{0,20}[ \t]*$/gm;

/** Frames that loggers draw around what they print. */
const BOX = /[╔╗╚╝╠╣╟╢║═╭╮╰╯]+/g;

/** Prepares raw text. Credentials and contact data are masked here, once, before anything else looks at it. */
export function pasteOf(raw: string): Paste {
  const plain = withoutColours(raw.slice(0, MOST_TEXT).replace(/^\uFEFF/, ''))
    .replace(/\r\n?/g, '\n')
    .replace(FENCE, '')
    .replace(BOX, ' ');
  const text = maskContacts(maskCredentials(plain))
    .replace(/^\s*\n/, '')
    .trimEnd();
  return { text, lines: text.split('\n') };
}
