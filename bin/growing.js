const { clock } = require('./clock.js');

const CHUNK_BYTES = 1024 * 1024;
const LOOK_AGAIN_MS = 500;
/** Tells the reader that this is all for now. */
const NOTHING = Buffer.alloc(0);

/**
 * A file as it grows, from its beginning. It is held open, so that after a rotation what was still
 * written under its old name is read before the new file is; a file that was cut short is read from
 * its beginning again. Each time it begins anew the iteration ends, and the next one goes on.
 *
 * @param {string} path
 * @param {AbortSignal} signal
 * @returns {AsyncIterable<Uint8Array>}
 */
function grown(path, signal) {
  /** @type {FileHandle | null} */
  let file = null;
  return {
    async *[Symbol.asyncIterator]() {
      file ??= await opened(path);
      const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      let at = 0;
      let isMoved = false;
      let isLeft = true;
      try {
        while (!signal.aborted) {
          if (file !== null && (await sizeOf(file)) < at) {
            isLeft = false;
            return;
          }
          if (file !== null) at = yield* restOf(file, at, buffer, signal);
          yield NOTHING;
          // A writer goes on with the old file for a moment: the move is made one look later.
          const isSecondLook = isMoved || file === null;
          isMoved = await standsForAnother(path, file);
          const next = isMoved && isSecondLook ? await opened(path) : null;
          if (next !== null) {
            await file?.close();
            file = next;
            isLeft = false;
            return;
          }
          await clock.sleep(LOOK_AGAIN_MS, signal);
        }
      } finally {
        if (isLeft) {
          await file?.close();
          file = null;
        }
      }
    },
  };
}

/** @typedef {import('node:fs/promises').FileHandle} FileHandle */

/** The file, or null: between two files of a rotation there is none for a moment. */
async function opened(/** @type {string} */ path) {
  const { open } = require('node:fs/promises');
  return open(path, 'r').catch(() => null);
}

/**
 * What the file holds from `at` on; gives back where it ends.
 *
 * @param {FileHandle} file
 * @param {number} from
 * @param {Buffer} buffer
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<Uint8Array, number>}
 */
async function* restOf(file, from, buffer, signal) {
  const nothing = { bytesRead: 0 };
  let at = from;
  while (!signal.aborted) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at).catch(() => nothing);
    if (bytesRead === 0) break;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
  return at;
}

async function sizeOf(/** @type {FileHandle} */ file) {
  return (await file.stat().catch(() => null))?.size ?? Infinity;
}

/**
 * @param {string} path
 * @param {FileHandle | null} file
 */
async function standsForAnother(path, file) {
  const { stat } = require('node:fs/promises');
  const named = await stat(path).catch(() => null);
  const held = await file?.stat().catch(() => null);
  return named !== null && named.ino !== held?.ino;
}

module.exports = { grown };
