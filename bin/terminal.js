const { writeSync } = require('node:fs');
const { pieces } = require('./reading.js');

const TAKE_SCREEN = '\u001B[?1049h\u001B[?25l\u001B[2J';
const RESTORE_SCREEN = '\u001B[?1049l\u001B[?25h';
let screenTaken = false;
/** @type {Set<() => void>} */
const redraws = new Set();

/** Ctrl-Z: the shell gets its terminal as it was; `fg` takes the screen again and draws it anew. */
function suspend() {
  const hadScreen = screenTaken;
  restore();
  // What is drawn between going on and taking the screen again would land on the shell's.
  process.stdout.cork();
  process.once('SIGCONT', () => {
    process.stdin.setRawMode(true);
    if (hadScreen) writeSync(1, TAKE_SCREEN);
    screenTaken = hadScreen;
    process.stdout.uncork();
    for (const redraw of redraws) redraw();
  });
  process.kill(process.pid, 'SIGTSTP');
}

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
          // In raw mode the terminal no longer turns Ctrl-C and Ctrl-Z into signals.
          if (key === '\u0003') process.kill(process.pid, 'SIGINT');
          else if (key === '\u001A' && process.platform !== 'win32') suspend();
          else yield key;
        }
      }
    } finally {
      process.stdin.setRawMode(false);
    }
  },
  onResize(listener) {
    process.stdout.on('resize', listener);
    redraws.add(listener);
    return () => {
      process.stdout.off('resize', listener);
      redraws.delete(listener);
    };
  },
  takeScreen() {
    screenTaken = true;
    process.stdout.write(TAKE_SCREEN);
  },
  giveScreenBack,
};

module.exports = { restore, terminal };
