import type { Body } from '../../model/exchange.ts';

/** A body from pasted text. Its size on the wire is lost, so both sizes are those of the text. */
export function bodyOfText(text: string): Body {
  const bytes = Buffer.byteLength(text);
  return { text, wireBytes: bytes, bytes, notes: [] };
}
