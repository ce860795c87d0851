import type { Transform } from 'node:stream';
import type * as Zlib from 'node:zlib';

/** Bytes after undoing content codings, as far as that went. */
export interface Decoded {
  readonly bytes: Buffer;
  /** True when decoding stopped at the limit. */
  readonly cut: boolean;
  /** What broke: a zlib error, or a coding nobody can undo. */
  readonly error?: unknown;
}

/** More codings than this on one body are an attack, not a service. */
const CODINGS_LIMIT = 3;

/** The codings named by Content-Encoding, in the order they were applied. */
export function codingsOf(contentEncoding: string): string[] {
  return contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

/**
 * Undoes content codings, last applied first. Never holds more than `limit` bytes of output;
 * `partial` says that the input ends early for a reason already known.
 */
export async function decode(
  bytes: Buffer,
  codings: readonly string[],
  limit: number,
  partial: boolean,
): Promise<Decoded> {
  if (codings.length === 0 || bytes.length === 0) return { bytes, cut: false };
  if (codings.length > CODINGS_LIMIT) return { bytes, cut: false, error: unknownCoding(codings) };
  const zlib = await import('node:zlib');
  let decoded: Decoded = { bytes, cut: false };
  for (const coding of codings.toReversed()) {
    const decoder = decoderOf(zlib, coding, decoded.bytes, partial || decoded.cut);
    if (decoder === undefined) return { ...decoded, error: unknownCoding(codings) };
    decoded = await inflate(decoded.bytes, decoder, limit);
    if (decoded.error !== undefined) return decoded;
  }
  return decoded;
}

function decoderOf(
  zlib: typeof Zlib,
  coding: string,
  bytes: Buffer,
  partial: boolean,
): Transform | undefined {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  const options = partial ? { finishFlush: Z_SYNC_FLUSH } : {};
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip(options);
    case 'deflate':
      return hasZlibHeader(bytes) ? zlib.createInflate(options) : zlib.createInflateRaw(options);
    case 'br':
      return zlib.createBrotliDecompress(partial ? { finishFlush: BROTLI_OPERATION_FLUSH } : {});
    default:
      return undefined;
  }
}

/** "deflate" means the zlib format, but some servers send the bare stream. */
function hasZlibHeader(bytes: Buffer): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

function inflate(bytes: Buffer, decoder: Transform, limit: number): Promise<Decoded> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (rest: Omit<Decoded, 'bytes'>) => {
      decoder.destroy();
      resolve({ bytes: Buffer.concat(chunks).subarray(0, limit), ...rest });
    };
    decoder
      .on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > limit) end({ cut: true });
      })
      .on('error', (error) => end({ cut: false, error }))
      .on('end', () => end({ cut: false }))
      .end(bytes);
  });
}

function unknownCoding(codings: readonly string[]) {
  const message = `no decoder for content-encoding ${codings.join(', ').slice(0, 100)}`;
  return { code: 'Z_UNKNOWN_CODING', message };
}
