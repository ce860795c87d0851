const { collect, failure, pieces } = require('./reading.js');

const CHUNK_BYTES = 1024 * 1024;

/**
 * Reads into two buffers in turn, so that the next chunk is read while the last one is looked at
 * and no memory is asked for on the way.
 *
 * @param {string} path
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<Uint8Array, import('../src/model/io.ts').WriteResult>}
 */
async function* wholeFile(path, signal) {
  const { open } = require('node:fs/promises');
  try {
    const file = await open(path, 'r');
    try {
      let [now, later] = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)];
      let reading = file.read(now, 0, CHUNK_BYTES, null);
      while (!signal.aborted) {
        const { bytesRead } = await reading;
        if (bytesRead === 0) break;
        reading = file.read(later, 0, CHUNK_BYTES, null);
        reading.catch(() => {});
        yield now.subarray(0, bytesRead);
        [now, later] = [later, now];
      }
      await reading.catch(() => {});
      return { ok: true };
    } finally {
      await file.close();
    }
  } catch (error) {
    return failure(error);
  }
}

/**
 * Whether reading may have to wait for somebody: a pipe, a terminal, a device.
 *
 * @param {string} path
 */
async function isStream(path) {
  const { stat } = require('node:fs/promises');
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

/**
 * Opens what is no file without waiting: the plain way to open a named pipe waits for a writer in a
 * thread that nothing can stop, and the process could not end before it. Throws.
 *
 * @param {string} path
 * @returns {import('node:stream').Readable}
 */
function streamOf(path) {
  const { constants, createReadStream, fstatSync, openSync } = require('node:fs');
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  if (fstatSync(fd).isFIFO()) {
    const { Socket } = require('node:net');
    // Waits for what a writer brings; the end comes when the last writer has gone.
    return new Socket({ fd, readable: true, writable: false });
  }
  const tty = require('node:tty');
  return tty.isatty(fd) ? new tty.ReadStream(fd) : createReadStream('', { fd });
}

/**
 * Puts a text in the place of what stands at a path, in one step: when the disk is full, what was
 * there stays. Folders that are missing on the way are made. Throws.
 *
 * @param {string} path
 * @param {string} text
 * @param {{ mode: number, keepsMode: boolean }} how
 */
async function replace(path, text, { mode, keepsMode }) {
  const { chmod, realpath, rename, rm, stat, writeFile } = require('node:fs/promises');
  const there = await stat(path).catch(() => null);
  // A pipe or a device is written to, not replaced.
  if (there !== null && !there.isFile()) return writeFile(path, text);
  const target = there === null ? path : await realpath(path);
  const draft = `${target}.${process.pid}.tmp`;
  try {
    await makeFolder(require('node:path').dirname(target));
    await rm(draft, { force: true });
    // Never through a link that somebody put there.
    await writeFile(draft, text, { mode, flag: 'wx' });
    if (keepsMode && there !== null) await chmod(draft, there.mode & 0o777);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A file may be open for writing in a folder that is not.
    if (there === null || (code !== 'EACCES' && code !== 'EPERM')) throw error;
    await writeFile(path, text);
  }
}

/**
 * Makes a folder and those above it. Step by step: Node's own way never ends where a folder that
 * is there takes none, as /proc does. Throws.
 *
 * @param {string} path
 */
async function makeFolder(path) {
  const { mkdir, stat } = require('node:fs/promises');
  const paths = require('node:path');
  if ((await stat(path).catch(() => null)) !== null) return;
  const above = paths.dirname(path);
  if (above !== path) await makeFolder(above);
  await mkdir(path).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    // Another process may have been quicker.
    if (error.code !== 'EEXIST') throw error;
  });
}

/**
 * Why something is not read as a file of the user's own, or null. The owner has to be the user as
 * whom this runs, root included, as Git has it in `safe.directory`.
 *
 * @param {import('node:fs').Stats} stats
 */
function refusalOf(stats) {
  const user = process.geteuid?.();
  if (user !== undefined && stats.uid !== user) {
    return refused('EOWNER', 'it belongs to another user');
  }
  return stats.isFile() ? null : refused('ENOTFILE', 'it is no file');
}

/**
 * @param {string} code
 * @param {string} message
 */
function refused(code, message) {
  return { ok: /** @type {const} */ (false), code, message };
}

/**
 * The file system. What waits for a writer, as a pipe does, is left when `stop` aborts.
 *
 * @param {AbortSignal} stop
 * @returns {import('../src/model/io.ts').Files}
 */
const filesUnder = (stop) => ({
  async read(path, maxBytes) {
    const { createReadStream } = require('node:fs');
    try {
      if (await isStream(path)) return await collect(streamOf(path), maxBytes, stop);
      return await collect(createReadStream(path, { end: maxBytes }), maxBytes);
    } catch (error) {
      return failure(error);
    }
  },
  async write(path, text) {
    try {
      await replace(path, text, { mode: 0o600, keepsMode: true });
      return { ok: true };
    } catch (error) {
      return failure(error);
    }
  },
  async publish(path, text) {
    try {
      await replace(path, text, { mode: 0o644, keepsMode: false });
      return { ok: true };
    } catch (error) {
      return failure(error);
    }
  },
  async *chunks(path, signal) {
    if (!(await isStream(path))) return yield* wholeFile(path, signal);
    try {
      yield* pieces(streamOf(path), signal);
      return { ok: true };
    } catch (error) {
      return failure(error);
    }
  },
  async append(path, text) {
    const { appendFile } = require('node:fs/promises');
    try {
      await appendFile(path, text, { mode: 0o600 });
      return { ok: true };
    } catch (error) {
      return failure(error);
    }
  },
  async stat(path) {
    const { stat } = require('node:fs/promises');
    try {
      const found = await stat(path, { bigint: true });
      const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'stream';
      return { ok: true, kind, bytes: Number(found.size), id: `${found.dev}:${found.ino}` };
    } catch (error) {
      return failure(error);
    }
  },
  follow(path, signal) {
    const { grown } = require('./growing.js');
    return grown(path, signal);
  },
  async readOwn(path, maxBytes) {
    const { constants } = require('node:fs');
    const { open, stat } = require('node:fs/promises');
    const found = await stat(path).catch(() => null);
    if (found === null) return refused('ENOENT', 'it does not exist');
    const refusal = refusalOf(found);
    if (refusal !== null) return refusal;
    try {
      const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      // What was looked at and what was opened may be two things.
      const changed = refusalOf(await file.stat());
      if (changed === null)
        return await collect(file.createReadStream({ end: maxBytes }), maxBytes);
      await file.close();
      return changed;
    } catch (error) {
      return failure(error);
    }
  },
});

module.exports = { filesUnder };
