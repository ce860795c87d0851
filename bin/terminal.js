const { pieces } = require('./reading.js');

const RESTORE_SCREEN = '\u001B[?1049l\u001B[?25h';
let screenTaken = false;

function giveScreenBack() {
  if (!screenTaken) return;
  screenTaken = false;
  process.stdout.write(RESTORE_SCREEN);
}

/** Leaves the terminal as it was found, for an end that runs no exit handler. */
function restore() {
  giveScreenBack();
  if (process.stdin.isRaw === true) process.stdin.setRawMode(false);
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

module.exports = { restore, terminal };
