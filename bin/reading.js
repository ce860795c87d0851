/**
 * @param {unknown} error
 * @returns {{ ok: false, code: string, message: string }}
 */
function failure(error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  /** @type {Readonly<Record<string, string>>} */
  const words = {
    ENOENT: 'it does not exist',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EISDIR: 'it is a directory',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EROFS: 'the file system is read-only',
    ENOTDIR: 'a part of its path is no directory',
    ENAMETOOLONG: 'its name is too long',
    ENXIO: 'there is nothing to read from behind it',
    ABORT_ERR: 'nothing came before the run was ended',
  };
  return { ok: false, code, message: words[code] ?? code };
}

/**
 * Reads to the end, or until `signal` aborts.
 *
 * @param {import('node:stream').Readable} stream
 * @param {number} maxBytes
 * @param {AbortSignal} [signal]
 * @returns {Promise<import('../src/model/io.ts').ReadResult>}
 */
async function collect(stream, maxBytes, signal) {
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of signal === undefined ? stream : ended(stream, signal)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) break;
    }
  } catch (error) {
    return failure(error);
  }
  const bytes = Buffer.concat(chunks);
  return { ok: true, bytes: bytes.subarray(0, maxBytes), truncated: bytes.length > maxBytes };
}

/**
 * @param {AsyncIterable<Buffer>} stream
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<Uint8Array>}
 */
async function* pieces(stream, signal) {
  try {
    const { Readable } = require('node:stream');
    const readable = stream instanceof Readable ? stream : Readable.from(stream);
    for await (const chunk of ended(readable, signal)) yield chunk;
  } catch {
    // Stopped, or not to be read any further: either way nothing more comes.
  }
}

/**
 * The stream, which ends with an error when `signal` aborts.
 *
 * @param {import('node:stream').Readable} stream
 * @param {AbortSignal} signal
 */
function ended(stream, signal) {
  const { addAbortSignal } = require('node:stream');
  return addAbortSignal(signal, stream);
}

module.exports = { collect, failure, pieces };
