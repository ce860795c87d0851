import type { TextDecoder as Decoder } from 'node:util';
import type { BodyNote } from '../../model/exchange.ts';

export interface Text {
  readonly text: string;
  readonly notes: readonly BodyNote[];
}

const BOMS: readonly (readonly [charset: string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Turns a body into text: by its byte order mark, else the declared charset, else UTF-8. Names of
 * charsets mean what they mean to a browser (WHATWG Encoding): `iso-8859-1` is windows-1252.
 */
export function textOf(bytes: Buffer, contentType: string, cut: boolean): Text {
  const notes: BodyNote[] = [];
  const bom = BOMS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const decoder = decoderOf(bom?.[0] ?? declared(contentType)) ?? new TextDecoder(guessed(bytes));
  if (bom !== undefined) notes.push('bom');
  if (decoder.encoding.startsWith('utf-16')) notes.push('utf-16');
  if (decoder.encoding === 'utf-8' && !isUtf8(bytes, cut)) notes.push('not-utf-8');
  const text = decoded(bytes, decoder, cut);
  if (text.includes('\0')) notes.push('nul-bytes');
  return { text, notes };
}

function declared(contentType: string): string {
  return /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? '';
}

/** Undefined for a charset that nobody knows. */
function decoderOf(charset: string): Decoder | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}

/** JSON and HTML begin with two ASCII characters, so zeros among the first four bytes give UTF-16 away. */
function guessed(bytes: Buffer): string {
  const [a, b, c, d] = bytes;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  return 'utf-8';
}

/**
 * A body cut in the middle of a character ends before it. In one piece, Node 20 reads windows-1252
 * as Latin-1; as a stream it reads it right.
 */
function decoded(bytes: Buffer, decoder: Decoder, cut: boolean): string {
  const text = decoder.decode(bytes, { stream: true });
  return cut ? text : text + decoder.decode();
}

/** A body cut in the middle of a character is no less UTF-8 for it. */
function isUtf8(bytes: Buffer, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}
