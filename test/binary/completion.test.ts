import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacks } from '../support/tools.ts';

let folder: string;
let env: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'completion-'));
  symlinkSync(resolve('bin/lusha-doctor.js'), join(folder, 'lusha-doctor'));
  env = { PATH: `${folder}:${process.env['PATH']}`, HOME: folder, TERM: 'xterm', LANG: 'C.UTF-8' };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script in a shell and gives what it printed. */
function ran(shell: string, args: readonly string[], script: string): string {
  const path = join(folder, `script.${shell}`);
  writeFileSync(path, script);
  const { stdout, stderr } = spawnSync(shell, [...args, path], {
    env,
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

const trap = () => join(folder, 'trap');

describe.skipIf(lacks('bash'))('in bash', () => {
  /** What bash would offer for these words, the last of them under the cursor. */
  const offered = (words: readonly string[], before = ''): string[] =>
    ran(
      'bash',
      ['--norc'],
      `${before}
source <(lusha-doctor completion bash)
source <(lusha-doctor completion bash)
COMP_WORDS=(lusha-doctor ${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length}
_lusha_doctor 2>/dev/null
printf '%s\\n' "\${COMPREPLY[@]}"`,
    )
      .split('\n')
      .filter((line) => line !== '');

  it.each([
    [['check-key', '--simulate', 'key-unk'], ['key-unknown']],
    [
      ['check-key', '--format', '=', 'j'],
      ['json', 'junit'],
    ],
    [['expl'], ['explain-error']],
    [['check-key', 'nothing'], []],
  ])('%j', (words, values) => {
    expect(offered(words)).toEqual(values);
  });

  it('with the package bash-completion, which hands words over whole', () => {
    const helper = `_get_comp_words_by_ref() { words=(lusha-doctor check-key --format=j); cword=2; cur=--format=j; }`;
    expect(offered(['check-key', '--format=j'], helper)).toEqual(['json', 'junit']);
  });

  it('evaluates nothing that was typed', () => {
    offered(['explain', `$(touch ${trap()})`, `\`touch ${trap()}\``, 'x']);
    expect(existsSync(trap())).toBe(false);
  });
});

describe.skipIf(lacks('fish'))('in fish', () => {
  const offered = (line: string): string =>
    ran(
      'fish',
      ['--no-config'],
      `lusha-doctor completion fish | source\ncomplete -C ${JSON.stringify(line)}`,
    );

  it.each([
    ['lusha-doctor check-key --simulate key-unk', 'key-unknown\t'],
    ['lusha-doctor expl', 'explain-error\t'],
    ['lusha-doctor explain quota-day-ex', 'quota-day-exhausted\t'],
  ])('%s', (line, offer) => {
    expect(offered(line)).toContain(offer);
  });

  it('evaluates nothing that was typed', () => {
    offered(`lusha-doctor explain (touch ${trap()}) key-`);
    expect(existsSync(trap())).toBe(false);
  });
});

describe.skipIf(lacks('zsh') || lacks('script'))('in zsh', () => {
  /** Types into a real zsh and gives everything that it drew. */
  const drawn = (typed: string): Promise<string> =>
    new Promise((done, failed) => {
      const child = spawn('script', ['-qefc', 'zsh -f -i', '/dev/null'], {
        env,
        cwd: folder,
        stdio: 'pipe',
      });
      let screen = '';
      const typing = [
        [
          /%|#|\$/,
          "PS1='> '; autoload -U compinit; compinit -u -D; source <(lusha-doctor completion zsh); echo RE''ADY\n",
        ],
        [/READY/, `${typed}\t`],
      ] as [RegExp, string][];
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        screen += chunk;
        const [next] = typing;
        if (next?.[0].test(screen) === true) {
          child.stdin.write(next[1]);
          typing.shift();
          screen = '';
        }
      });
      // The shell draws when it is done; a line that stays as typed is drawn, too.
      const end = setTimeout(() => child.kill(), 6_000);
      child.on('error', failed);
      child.on('close', () => {
        clearTimeout(end);
        done(screen);
      });
      const watch = setInterval(() => {
        if (typing.length === 0 && screen.includes('key-unknown')) {
          clearInterval(watch);
          child.kill();
        }
      }, 50);
      child.on('close', () => clearInterval(watch));
    });

  it('completes a scenario on the line', async () => {
    expect(await drawn('lusha-doctor check-key --simulate key-unk')).toContain('key-unknown');
  });

  it('evaluates nothing that was typed', async () => {
    await drawn(`lusha-doctor explain $(touch ${trap()}) key-unk`);
    expect(existsSync(trap())).toBe(false);
  });
});

describe('for PowerShell', () => {
  it('prints a script that registers a completer and calls the protocol', () => {
    const { stdout } = spawnSync('lusha-doctor', ['completion', 'powershell'], {
      env,
      encoding: 'utf8',
    });
    expect(stdout).toContain('Register-ArgumentCompleter');
    expect(stdout).toContain("lusha-doctor complete '--'");
  });
});
