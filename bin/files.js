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

/** @type {import('../src/model/io.ts').Files} */
const files = {
  async read(path, maxBytes) {
    const { createReadStream } = require('node:fs');
    return collect(createReadStream(path, { end: maxBytes }), maxBytes);
  },
  async write(path, text) {
    const { writeFile } = require('node:fs/promises');
    try {
      await writeFile(path, text, { mode: 0o600 });
      return { ok: true };
    } catch (error) {
      return failure(error);
    }
  },
  async publish(path, text) {
    const { rename, rm, writeFile } = require('node:fs/promises');
    const draft = `${path}.${process.pid}.tmp`;
    try {
      await writeFile(draft, text, { mode: 0o644 });
      await rename(draft, path);
      return { ok: true };
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {});
      return failure(error);
    }
  },
  async *chunks(path, signal) {
    const { createReadStream } = require('node:fs');
    const { stat } = require('node:fs/promises');
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    if (isFile) yield* wholeFile(path, signal);
    else yield* pieces(createReadStream(path), signal);
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
      const found = await stat(path);
      const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'stream';
      return { ok: true, kind, bytes: found.size };
    } catch (error) {
      return failure(error);
    }
  },
  follow(path, signal) {
    const { grown } = require('./growing.js');
    return grown(path, signal);
  },
  async findUp(name) {
    const { existsSync } = require('node:fs');
    const paths = require('node:path');
    const start = process.cwd();
    for (let folder = start, below = ''; folder !== below; folder = paths.dirname(folder)) {
      const path = paths.join(folder, name);
      if (existsSync(path)) return paths.relative(start, path);
      below = folder;
    }
    return null;
  },
};

module.exports = { files };
