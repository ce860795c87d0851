import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lacks } from '../support/tools.ts';

const BIN = resolve('bin/lusha-doctor.js');
/** A new server for each session: one that is just being killed takes no new one. */
let socket = '';
let sessions = 0;
const SANE = { alternate: '0', cursor: '1' };

function tmux(...args: string[]): string {
  const env = { ...process.env, TMUX_TMPDIR: folder };
  return spawnSync('tmux', ['-L', socket, ...args], { encoding: 'utf8', env }).stdout;
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-terminal-'));
  const lines = Array.from({ length: 400 }, (_, n) => {
    const at = new Date(Date.UTC(2026, 10, 23, 13) + n * 15_000).toISOString();
    const figure = (value: number) => ({ value, source: 'header' });
    const hour = { name: 'hour', limit: figure(800), used: figure(n), left: figure(800 - n) };
    return JSON.stringify({ v: 1, at, source: 'relay', windows: [{ ...hour, resetsAt: null }] });
  });
  await writeFile(join(folder, 'night.ndjson'), `${lines.join('\n')}\n`);
});

afterEach(() => void tmux('kill-server'));
afterAll(() => rm(folder, { recursive: true }));

/** A shell in a terminal of this size that runs a replay of some seconds. */
async function watching(columns: number, variables = '', speed = '--speed 200'): Promise<void> {
  sessions += 1;
  socket = `lusha-doctor-test-${process.pid}-${sessions}`;
  const shell = 'env -i PATH="$PATH" TERM=screen-256color LANG=C.UTF-8 bash --norc';
  tmux('new-session', '-d', '-x', String(columns), '-y', '30', shell);
  tmux('send-keys', `PS1='ready> '; clear; stty -a > ${folder}/before`, 'Enter');
  await seen(/^ready>$/m);
  const command = `${variables} node ${BIN} watch --replay ${folder}/night.ndjson ${speed}`;
  tmux('send-keys', `${command}; echo "exit=$?"`, 'Enter');
}

/** Waits until the screen shows it, and gives the screen back. */
async function seen(what: RegExp, ...flags: string[]): Promise<string> {
  for (let n = 0; n < 100; n += 1) {
    const screen = tmux('capture-pane', '-p', ...flags);
    if (what.test(screen)) return screen;
    await sleep(100);
  }
  return tmux('capture-pane', '-p', ...flags);
}

async function terminalState() {
  tmux('send-keys', `stty -a | diff - ${folder}/before && echo "same"$((1+1))`, 'Enter');
  expect(await seen(/same2/)).toContain('same2');
  const [alternate, cursor] = tmux('display-message', '-p', '#{alternate_on} #{cursor_flag}')
    .trim()
    .split(' ');
  return { alternate, cursor };
}

function processId(): string {
  const shell = tmux('display-message', '-p', '#{pane_pid}').trim();
  return spawnSync('pgrep', ['-P', shell], { encoding: 'utf8' }).stdout.trim();
}

describe.skipIf(lacks('tmux'))('the live view in a terminal', () => {
  it.each([120, 80, 40])('fits %i columns and follows a change of size', async (columns) => {
    await watching(columns);
    const screen = await seen(/of 800/);

    expect(screen).toMatch(/^Lusha quota/);
    expect(screen).toContain('q quit');
    tmux('resize-window', '-x', '60', '-y', '20');
    expect(await seen(/^Lusha quota/)).toMatch(/^Lusha quota/);
    expect(tmux('capture-pane', '-p').match(/q quit/g)).toHaveLength(1);
  });

  it('uses no colours with NO_COLOR and some without it', async () => {
    await watching(80, 'NO_COLOR=1');
    expect(await seen(/of 800/, '-e')).not.toMatch(/\u001B\[[\d;]*3\dm/);
    tmux('kill-server');
    await watching(80);
    expect(await seen(/of 800/, '-e')).toMatch(/\u001B\[[\d;]*3\dm/);
  });

  it('writes lines instead on a terminal that cannot be drawn on', async () => {
    await watching(200, 'TERM=dumb', '');
    const screen = await seen(/exit=0/);

    expect(screen).toMatch(/^2026-11-23T\S+Z hour left=\d+\/800 /m);
    expect(await terminalState()).toEqual(SANE);
  });

  it.each([
    ['q', () => tmux('send-keys', 'q'), 0],
    ['Ctrl-C', () => tmux('send-keys', 'C-c'), 130],
    ['kill -TERM', () => spawnSync('kill', ['-TERM', processId()]), 143],
    ['kill -HUP', () => spawnSync('kill', ['-HUP', processId()]), 129],
  ])('leaves a sane terminal and a summary after %s', async (_what, end, exitCode) => {
    await watching(80);
    await seen(/of 800/);
    end();
    const screen = await seen(/exit=\d+/);

    expect(screen).toMatch(new RegExp(`^exit=${exitCode}$`, 'm'));
    expect(screen).toMatch(/^Watched \d[^:]*: \d+ samples?/m);
    expect(await terminalState()).toEqual(SANE);
  });

  it('gives the shell its terminal on Ctrl-Z, and draws anew after fg', async () => {
    await watching(80);
    await seen(/of 800/);
    tmux('send-keys', 'C-z');
    const shell = await seen(/Stopped/);
    expect(shell).not.toContain('q quit');
    expect(await terminalState()).toEqual(SANE);
    tmux('send-keys', 'fg', 'Enter');
    expect(await seen(/q quit/)).toMatch(/^Lusha quota/);
    tmux('send-keys', 'q');
    const screen = await seen(/^Watched/m);
    expect(screen).toMatch(/^Watched \d[^:]*: \d+ samples?/m);
    expect(screen).not.toContain('q quit');
  });

  it('stands still while it is paused', async () => {
    await watching(80);
    await seen(/of 800/);
    tmux('send-keys', 'p');
    const paused = await seen(/PAUSED/);
    await sleep(700);

    expect(tmux('capture-pane', '-p')).toBe(paused);
  });
});

describe('without a terminal', () => {
  it('ends with 0 when nobody reads any more', () => {
    const { stdout } = spawnSync(
      'bash',
      [
        '-c',
        `node ${BIN} watch --replay ${folder}/night.ndjson | head -1; echo "exit=\${PIPESTATUS[0]}"`,
      ],
      { encoding: 'utf8', env: { PATH: process.env['PATH'] } },
    );

    expect(stdout).toMatch(/^2026-11-23T\S+Z hour left=800\/800 .*\nexit=0\n$/);
  });
});
