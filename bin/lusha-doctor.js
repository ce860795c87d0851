#!/usr/bin/env node
/**
 * The wire between the real world and `main`: streams, environment, clock and signals go in,
 * the exit code comes out. Nothing else touches `process`.
 */

const path = require('node:path');
const { filesUnder } = require('./files.js');
const { clock } = require('./clock.js');
const { collect, failure, pieces } = require('./reading.js');

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
/** A run that cannot end by itself after a signal is ended when so much time has passed. */
const CLEAN_END_MS = 5_000;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

for (const signal of SIGNALS) {
  process.on(signal, () => {
    // A second Ctrl-C means that waiting for a clean end takes too long.
    if (stop.signal.aborted) return endBy(signal);
    stop.abort(signal);
    setTimeout(() => endBy(signal), CLEAN_END_MS).unref();
  });
}

/**
 * Ends as the system would without us. `process.exit` waits for threads, and one of them may be
 * reading from something that never answers.
 *
 * @param {NodeJS.Signals} signal
 */
function endBy(signal) {
  if (io.terminal !== undefined) {
    const { restore } = require('./terminal.js');
    restore();
  }
  letGo();
  process.kill(process.pid, signal);
}

/** From here on a signal does what it does to any process. */
function letGo() {
  for (const signal of SIGNALS) process.removeAllListeners(signal);
}

/** @type {Set<NodeJS.WriteStream>} */
const opened = new Set();

/**
 * A stream that is opened at its first use: that costs a millisecond, and most runs write nothing
 * to stderr.
 *
 * @param {() => NodeJS.WriteStream} open
 * @param {(error: Error) => void} onError
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

/**
 * Why nothing more can be written to stdout; a stream on a file forgets it.
 *
 * @type {Error | undefined}
 */
let loss;
const stdout = atFirstUse(
  () => process.stdout,
  (error) => {
    loss ??= error;
    stop.abort('stdout-closed');
  },
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

/** Loaded only where there is a screen to draw on. */
function screen() {
  const { terminal } = require('./terminal.js');
  return { terminal };
}

/** @type {Io} */
const io = {
  args: process.argv.slice(2),
  env: process.env,
  stdin: {
    get isTTY() {
      return process.stdin.isTTY === true;
    },
    read: (maxBytes) => collect(process.stdin, maxBytes, stop.signal),
    chunks: (signal) => pieces(process.stdin, signal),
  },
  stdout: output(stdout),
  stderr: output(stderr),
  files: filesUnder(stop.signal),
  clock,
  platform: { node: process.versions.node, os: `${process.platform}-${process.arch}` },
  signal: stop.signal,
  ...(stdout().isTTY === true ? screen() : {}),
};

/** @returns {{ main: (io: Io) => Promise<number> }} */
function program() {
  try {
    return require(path.join(__dirname, '../dist/main.cjs'));
  } catch (error) {
    const { code } = failure(error);
    if (!['EMFILE', 'ENFILE', 'ENOMEM'].includes(code)) throw error;
    process.stderr.write(
      `lusha-doctor: could not check: the machine gives this process no more files or memory (${code}).\n`,
    );
    return process.exit(3);
  }
}

const { main } = program();

/** As in src/model/exit-code.ts, which is bundled away. */
const BUG = 70;
/** The reader has gone, as `| head -1` does: that is its right, not an error of ours. */
const READER_GONE = ['EPIPE', 'EOF', 'ECONNRESET'];

/** Nothing is left to wait for, and the run has not come to its end: that is no success. */
process.on('beforeExit', () => bug('it stopped before it was done'));
process.on('uncaughtException', (error) => bug(errorName(error)));

void main(io).then(async (code) => {
  process.removeAllListeners('beforeExit');
  // A name look-up that hangs cannot be cancelled and would keep the process alive, so it is
  // ended here, once everything written has been taken.
  await Promise.all([...opened].map(flushed));
  const isLost = await tellOfLoss();
  letGo();
  process.exit(isLost && code === 0 ? 1 : code);
});

/**
 * Ends with the exit code of a bug. An error's own words may quote a key, so its name has to do.
 *
 * @param {string} what
 */
function bug(what) {
  process.exitCode = BUG;
  const { writeSync } = require('node:fs');
  const text = `lusha-doctor: this is a bug in lusha-doctor, not in your call (${what}).\n  Please report it with the command you ran and the output of  lusha-doctor --version\n`;
  try {
    writeSync(2, text);
  } finally {
    process.exit(BUG);
  }
}

/** @param {unknown} error */
function errorName(error) {
  if (!(error instanceof Error)) return 'a thrown value';
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}

/** Says so when the result did not reach stdout: a full disk must not look like success. */
async function tellOfLoss() {
  if (loss === undefined) return false;
  const { code, message } = failure(loss);
  if (READER_GONE.includes(code)) return false;
  stderr().write(`lusha-doctor: the result could not be written to stdout: ${message}.\n`);
  await flushed(stderr());
  return true;
}

/** @param {NodeJS.WriteStream} stream */
function flushed(stream) {
  return new Promise((resolve) => {
    if (stream.destroyed) resolve(undefined);
    else stream.write('', () => resolve(undefined));
  });
}
