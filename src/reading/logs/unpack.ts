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
const LEAST_WIDE = 16;

/** Tells text from compressed and from binary data. Text may hold a stray NUL. */
export function packingOf(bytes: Uint8Array): Packing {
  const known = MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return known[0];
  const head = bytes.subarray(0, LOOKED_AT);
  const wide = wideText(head);
  if (wide !== null) return wide;
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 27) || byte === 127).length;
  return odd > 2 && odd > head.length / 50 ? 'binary' : 'text';
}

/** UTF-16 without a mark at its beginning: every second byte of plain text is zero. */
function wideText(head: Uint8Array): Packing | null {
  if (head.length < LEAST_WIDE) return null;
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const most = head.length / 2;
  if (odd > most * 0.7 && even < most * 0.05) return 'utf-16le';
  return even > most * 0.7 && odd < most * 0.05 ? 'utf-16be' : null;
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
  const { head, all, close } = await opening(chunks);
  const packing = packingOf(head);
  if (packing === 'packed' || packing === 'binary') {
    await close();
    return { packing, problem: null };
  }
  if (packing !== 'gzip') {
    yield* asText(all, packing, head);
    return { packing, problem: null };
  }
  const end: Ending = { problem: null };
  const inner = await opening(gunzipped(all, signal, end));
  const held = packingOf(inner.head);
  if (held === 'packed' || held === 'binary' || held === 'gzip') {
    await inner.close();
    return { packing: held === 'gzip' ? 'packed' : held, problem: null };
  }
  yield* asText(inner.all, held, inner.head);
  return { packing, problem: end.problem };
}

/** The first bytes, and all of them. */
async function opening(chunks: AsyncIterable<Uint8Array>) {
  const source = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < LONGEST_MAGIC) {
    const next = await source.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return { head, all: rejoined(head, source), close: async () => source.return?.(undefined) };
}

async function* asText(
  chunks: AsyncIterable<Uint8Array>,
  packing: Packing,
  head: Uint8Array,
): AsyncGenerator<Uint8Array, void> {
  if (packing === 'utf-16le' || packing === 'utf-16be') yield* transcoded(chunks, packing);
  else if (hasBareReturns(head)) yield* withNewlines(chunks);
  else yield* chunks;
}

const RETURN = 13;
const NEWLINE = 10;

/** Lines that end with a carriage return alone, as old programs write them. */
function hasBareReturns(head: Uint8Array): boolean {
  return head.includes(RETURN) && !head.includes(NEWLINE);
}

async function* withNewlines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) {
    yield chunk.map((byte) => (byte === RETURN ? NEWLINE : byte));
  }
}

async function* rejoined(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

const OUTPUT_CHUNK = 262_144;

/** How a gzip file ended: known when its last byte was read. */
interface Ending {
  problem: string | null;
}

async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  end: Ending,
): AsyncGenerator<Uint8Array, void> {
  const gunzip = createGunzip({ chunkSize: OUTPUT_CHUNK });
  const source = Readable.from(copied(chunks));
  source.on('error', (error) => gunzip.destroy(error));
  const stop = (): void => void gunzip.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const pieces: AsyncIterable<Uint8Array> = source.pipe(gunzip);
    for await (const piece of pieces) yield piece;
  } catch (error) {
    if (signal.aborted) return;
    end.problem =
      error instanceof Error ? `the gzip data is broken: ${error.message}` : 'it is broken';
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
): AsyncGenerator<Uint8Array, void> {
  const decoder = new TextDecoder(packing);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
