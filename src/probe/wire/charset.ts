import type { BodyNote } from '../../model/exchange.ts';

export interface Text {
  readonly text: string;
  readonly notes: readonly BodyNote[];
}

type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1';

const BOMS: readonly (readonly [Charset, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Turns a body into text: by its byte order mark, else the declared charset, else UTF-8. */
export function textOf(bytes: Buffer, contentType: string, cut: boolean): Text {
  const notes: BodyNote[] = [];
  const bom = BOMS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const charset = bom?.[0] ?? declared(contentType) ?? guessed(bytes);
  const rest = bom === undefined ? bytes : bytes.subarray(bom[1].length);
  if (bom !== undefined) notes.push('bom');
  if (charset.startsWith('utf-16')) notes.push('utf-16');
  if (charset === 'utf-8' && !isUtf8(rest, cut)) notes.push('not-utf-8');
  const text = decoded(rest, charset);
  if (text.includes('\0')) notes.push('nul-bytes');
  return { text, notes };
}

function declared(contentType: string): Charset | undefined {
  const name = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? '';
  return CHARSETS.get(name.toLowerCase());
}

const CHARSETS: ReadonlyMap<string, Charset> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['iso-8859-1', 'latin1'],
  ['latin1', 'latin1'],
  ['us-ascii', 'latin1'],
  ['windows-1252', 'latin1'],
]);

/** JSON and HTML begin with two ASCII characters, so zeros among the first four bytes give UTF-16 away. */
function guessed(bytes: Buffer): Charset {
  const [a, b, c, d] = bytes;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  return 'utf-8';
}

function decoded(bytes: Buffer, charset: Charset): string {
  if (charset === 'latin1') return bytes.toString('latin1');
  if (charset === 'utf-8') return bytes.toString('utf8');
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return charset === 'utf-16le'
    ? even.toString('utf16le')
    : Buffer.from(even).swap16().toString('utf16le');
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
