#!/usr/bin/env node
/**
 * The wire between the real world and `main`: streams, environment, clock and signals go in,
 * the exit code comes out. Nothing else touches `process`.
 */

const path = require('node:path');
const { files } = require('./files.js');
const { clock } = require('./clock.js');
const { collect, pieces } = require('./reading.js');

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
    read: (maxBytes) => collect(process.stdin, maxBytes),
    chunks: (signal) => pieces(process.stdin, signal),
  },
  stdout: output(stdout),
  stderr: output(stderr),
  files,
  clock,
  platform: { node: process.versions.node, os: `${process.platform}-${process.arch}` },
  signal: stop.signal,
  ...(stdout().isTTY === true ? screen() : {}),
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
