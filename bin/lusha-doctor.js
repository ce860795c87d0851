#!/usr/bin/env node
/**
 * The wire between the real world and `main`: streams, environment, clock and signals go in,
 * the exit code comes out. Nothing else touches `process`.
 */

const path = require('node:path');

/** @typedef {import('../src/model/io.ts').Io} Io */
/** @typedef {import('../src/model/io.ts').StopReason} StopReason */

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `lusha-doctor needs Node 20.19 or later; this is ${process.versions.node}.\n` +
      '  Run it with another one:  npx -y -p node@22 -p lusha-doctor lusha-doctor --help\n',
  );
  process.exit(2);
}

const stop = new AbortController();
/** @type {Readonly<Record<'SIGINT' | 'SIGTERM' | 'SIGHUP', number>>} */
const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // A second Ctrl-C means that waiting for a clean end takes too long.
    if (stop.signal.aborted) process.exit(SIGNAL_CODES[signal]);
    stop.abort(signal);
  });
}

/** @type {Set<NodeJS.WriteStream>} */
const opened = new Set();

/**
 * A stream that is opened at its first use: that costs a millisecond, and most runs write nothing
 * to stderr.
 *
 * @param {() => NodeJS.WriteStream} open
 * @param {() => void} onError
 */
function atFirstUse(open, onError) {
  /** @type {NodeJS.WriteStream | undefined} */
  let stream;
  return () => {
    if (stream === undefined) {
      stream = open().on('error', onError);
      opened.add(stream);
    }
    return stream;
  };
}

// `| head -1` closes the pipe early. That is the reader's right, not an error of ours.
const stdout = atFirstUse(
  () => process.stdout,
  () => stop.abort('stdout-closed'),
);
const stderr = atFirstUse(
  () => process.stderr,
  () => {},
);

/**
 * @param {() => NodeJS.WriteStream} stream
 * @returns {import('../src/model/io.ts').Output}
 */
function output(stream) {
  return {
    write: (text) => void stream().write(text),
    get isTTY() {
      return stream().isTTY === true;
    },
    get columns() {
      return stream().columns ?? 0;
    },
    get colorDepth() {
      return stream().isTTY === true ? stream().getColorDepth() : 1;
    },
  };
}

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
    ENOTDIR: 'a part of its path is no directory',
  };
  return { ok: false, code, message: words[code] ?? code };
}

/**
 * @param {AsyncIterable<Buffer>} stream
 * @param {number} maxBytes
 * @returns {Promise<import('../src/model/io.ts').ReadResult>}
 */
async function collect(stream, maxBytes) {
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
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
    const { addAbortSignal, Readable } = require('node:stream');
    const readable = stream instanceof Readable ? stream : Readable.from(stream);
    for await (const chunk of addAbortSignal(signal, readable)) yield chunk;
  } catch {
    // Stopped, or not to be read any further: either way nothing more comes.
  }
}

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

const LOOK_AGAIN_MS = 500;

/**
 * @param {string} path
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<Uint8Array, void>}
 */
async function* grown(path, signal) {
  const { open } = require('node:fs/promises');
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  let inode = 0;
  let at = 0;
  while (!signal.aborted) {
    try {
      const file = await open(path, 'r');
      try {
        const { ino, size } = await file.stat();
        // Rotated or truncated: what is there now is new.
        if (ino !== inode || size < at) at = 0;
        inode = ino;
        while (at < size && !signal.aborted) {
          const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
          if (bytesRead === 0) break;
          at += bytesRead;
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        await file.close();
      }
    } catch {
      // Between two files of a rotation there is none for a moment.
    }
    // An empty chunk tells the reader that this is all for now.
    yield buffer.subarray(0, 0);
    await io.clock.sleep(LOOK_AGAIN_MS, signal);
  }
}

const RESTORE_SCREEN = '\u001B[?1049l\u001B[?25h';
let screenTaken = false;

function giveScreenBack() {
  if (!screenTaken) return;
  screenTaken = false;
  process.stdout.write(RESTORE_SCREEN);
}

// Also after a second Ctrl-C and after a crash. Writing to a terminal is synchronous.
process.on('exit', giveScreenBack);

/** @type {import('../src/model/io.ts').Terminal} */
const terminal = {
  get rows() {
    return process.stdout.rows ?? 0;
  },
  async *keys(signal) {
    // A pipe is somebody's data, not a keyboard.
    if (process.stdin.isTTY !== true) return;
    process.stdin.setRawMode(true);
    try {
      for await (const chunk of pieces(process.stdin, signal)) {
        for (const key of Buffer.from(chunk).toString('utf8')) {
          // In raw mode the terminal no longer turns Ctrl-C into a signal.
          if (key === '\u0003') process.kill(process.pid, 'SIGINT');
          else yield key;
        }
      }
    } finally {
      process.stdin.setRawMode(false);
    }
  },
  onResize(listener) {
    process.stdout.on('resize', listener);
    return () => process.stdout.off('resize', listener);
  },
  takeScreen() {
    screenTaken = true;
    process.stdout.write('\u001B[?1049h\u001B[?25l\u001B[2J');
  },
  giveScreenBack,
};

/** @type {Io} */
const io = {
  args: process.argv.slice(2),
  env: process.env,
  stdin: {
    get isTTY() {
      return process.stdin.isTTY === true;
    },
    read: (maxBytes) => collect(process.stdin, maxBytes),
    chunks: (signal) => pieces(process.stdin, signal),
  },
  stdout: output(stdout),
  stderr: output(stderr),
  files: {
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
    follow: (path, signal) => grown(path, signal),
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
  },
  clock: {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done, { once: true });
        function done() {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        }
      }),
  },
  platform: { node: process.versions.node, os: `${process.platform}-${process.arch}` },
  signal: stop.signal,
  ...(stdout().isTTY === true ? { terminal } : {}),
};

/** @type {{ main: (io: Io) => Promise<number> }} */
const { main } = require(path.join(__dirname, '../dist/main.cjs'));

void main(io).then(async (code) => {
  // A name look-up that hangs cannot be cancelled and would keep the process alive, so it is
  // ended here, once everything written has been taken.
  await Promise.all([...opened].map(flushed));
  process.exit(code);
});

/** @param {NodeJS.WriteStream} stream */
function flushed(stream) {
  return new Promise((resolve) => {
    if (stream.destroyed) resolve(undefined);
    else stream.write('', () => resolve(undefined));
  });
}
