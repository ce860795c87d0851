import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What the first bytes say about a file. */
export type Packing = 'text' | 'gzip' | 'utf-16le' | 'utf-16be' | 'packed' | 'binary';

const MAGIC: readonly (readonly [Packing, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['packed', [0x50, 0x4b, 0x03, 0x04]],
  ['packed', [0x28, 0xb5, 0x2f, 0xfd]],
  ['packed', [0x42, 0x5a, 0x68]],
  ['packed', [0xfd, 0x37, 0x7a, 0x58]],
  ['packed', [0x37, 0x7a, 0xbc, 0xaf]],
];
const LONGEST_MAGIC = 4;
const LOOKED_AT = 4096;

/** Tells text from compressed and from binary data. Text may hold a stray NUL. */
export function packingOf(bytes: Uint8Array): Packing {
  const known = MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return known[0];
  const head = bytes.subarray(0, LOOKED_AT);
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 27) || byte === 127).length;
  return odd > 2 && odd > head.length / 50 ? 'binary' : 'text';
}

/** How reading ended: `problem` says in words why it broke off. */
export interface Unpacked {
  readonly packing: Packing;
  readonly problem: string | null;
}

/**
 * Hands on the bytes of a file as text bytes: decompressed when it is gzip, as UTF-8 when it is
 * UTF-16. Packed and binary data is not read. Bytes before a break in a gzip file count.
 */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, Unpacked> {
  const source = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < LONGEST_MAGIC) {
    const next = await source.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  const packing = packingOf(head);
  const all = rejoined(head, source);
  if (packing === 'packed' || packing === 'binary') {
    await source.return?.(undefined);
    return { packing, problem: null };
  }
  if (packing === 'gzip') return { packing, problem: yield* gunzipped(all, signal) };
  if (packing !== 'text') return { packing, problem: yield* transcoded(all, packing) };
  yield* all;
  return { packing, problem: null };
}

async function* rejoined(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

const OUTPUT_CHUNK = 262_144;

async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, string | null> {
  const gunzip = createGunzip({ chunkSize: OUTPUT_CHUNK });
  const source = Readable.from(copied(chunks));
  source.on('error', (error) => gunzip.destroy(error));
  const stop = (): void => void gunzip.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const pieces: AsyncIterable<Uint8Array> = source.pipe(gunzip);
    for await (const piece of pieces) yield piece;
    return null;
  } catch (error) {
    if (signal.aborted) return null;
    return error instanceof Error ? `the gzip data is broken: ${error.message}` : 'it is broken';
  } finally {
    signal.removeEventListener('abort', stop);
    source.destroy();
  }
}

/** A chunk is valid until the next one is asked for, and a stream asks ahead. */
async function* copied(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

async function* transcoded(
  chunks: AsyncIterable<Uint8Array>,
  packing: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Uint8Array, null> {
  const decoder = new TextDecoder(packing);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
  return null;
}
