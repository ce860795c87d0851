import { maskContacts } from './contacts.ts';
import { MASK, maskCredentials } from './credentials.ts';

/** Anything shaped like a key, whatever stands beside it. */
const KEY_SHAPED = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi;

/** True for a text with something in it that is shaped like a key. */
export function holdsKeyShape(text: string): boolean {
  return text.search(KEY_SHAPED) >= 0;
}

/** What somebody typed or pasted, as it may be shown again: without credentials and contact data. */
export function maskEcho(text: string): string {
  return maskContacts(maskCredentials(text));
}

/**
 * Takes out keys and contact data, but no value only because of its name: for text of our own that
 * says how a header is written, which may hold something that was typed.
 */
export function maskKeys(text: string): string {
  return maskContacts(text.replace(KEY_SHAPED, MASK));
}
