import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { BIN, lushaDoctor } from '../support/binary.ts';
import { Servers } from '../support/servers.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const WITH_KEY = { LUSHA_API_KEY: KEY };

const servers = new Servers();
let folder = '';
let silent = '';
let connections = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lusha-doctor-'));
  const server = await servers.tcp((socket) => socket.once('data', () => (connections += 1)));
  silent = server.url;
});

afterAll(async () => {
  await servers.close();
  await rm(folder, { recursive: true });
});

describe('the binary', () => {
  it('can be executed', async () => {
    expect((await stat(BIN)).mode & 0o111).toBe(0o111);
  });

  it('prints its version', async () => {
    const { stdout, exitCode } = await lushaDoctor(['--version'], {});
    expect([stdout, exitCode]).toEqual([manifest.version, 0]);
  });

  it('puts the result on stdout, nothing on stderr, and the class into the exit code', async () => {
    const ran = await lushaDoctor(['check-key', '--simulate', 'key-unknown', '--json'], {});
    const report: unknown = JSON.parse(ran.stdout);
    expect(report).toMatchObject({
      verdict: 'FAIL',
      exitCode: 4,
      cost: { credits: 0 },
    });
    expect(ran.stderr).toBe('');
    expect(ran.exitCode).toBe(4);
  });

  it('takes the key from a pipe', async () => {
    const simulator = lushaDoctor(['simulate', 'healthy', '--json'], { cwd: folder });
    const [line = ''] = (await firstChunk(simulator.stdout)).split('\n');
    const { ready, key } = JSON.parse(line) as { ready: string; key: string };
    const args = ['check-key', '--key-stdin', '--base-url', ready, '--json'];
    const ran = await lushaDoctor(args, { input: `${key}\n`, cwd: folder });
    simulator.kill('SIGTERM');
    expect(JSON.parse(ran.stdout)).toMatchObject({ verdict: 'PASS', cost: { requests: 1 } });
    expect(ran.exitCode).toBe(0);
    expect((await simulator).exitCode).toBe(143);
  });

  it('works with stdin closed', async () => {
    const { exitCode } = await lushaDoctor(['explain', '403'], { stdin: 'ignore' });
    expect(exitCode).toBe(0);
  });

  it('reads .env in the working directory and a missing key file without a stack trace', async () => {
    const ran = await lushaDoctor(['check-key', '--key-file', '/'], { cwd: folder });
    expect(ran.exitCode).toBe(4);
    expect(ran.stdout).toContain('it is a directory');
    expect(ran.stderr).toBe('');
  });
});

describe('a reader that goes away', () => {
  it('ends nothing with a stack trace', async () => {
    const shell = `"${process.execPath}" "${BIN}" explain --list | head -1`;
    const { stdout, stderr, exitCode } = await runShell(shell);
    expect(stdout.split('\n')).toHaveLength(1);
    expect([stderr, exitCode]).toEqual(['', 0]);
  });

  it('leaves the exit code to the finding', async () => {
    const shell = `set -o pipefail; "${process.execPath}" "${BIN}" check-key --simulate key-unknown | true`;
    const { stderr, exitCode } = await runShell(shell);
    expect(stderr).toBe('');
    expect([0, 4]).toContain(exitCode);
  });
});

describe('a signal during a request', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends it with %i, without a stack trace', async (signal, code) => {
    const before = connections;
    const running = lushaDoctor(['check-key', '--base-url', silent], {
      env: WITH_KEY,
      cwd: folder,
    });
    await vi.waitUntil(() => connections > before, { timeout: 10_000 });
    running.kill(signal);
    const { exitCode, stderr, stdout } = await running;
    expect([exitCode, stdout, stderr]).toEqual([code, '', '']);
  });
});

describe('the key', () => {
  it.each(['key-unknown', 'key-malformed', 'key-header-missing', 'healthy', 'proxy-page'])(
    'stands in no byte that is written (%s)',
    async (scenario) => {
      const file = join(folder, `${scenario}.json`);
      const simulator = lushaDoctor(['simulate', scenario, '--json'], { cwd: folder });
      const [line = ''] = (await firstChunk(simulator.stdout)).split('\n');
      const { ready } = JSON.parse(line) as { ready: string };
      for (const format of [['--json'], [], ['--quiet'], ['--verbose']]) {
        const args = ['check-key', '--base-url', ready, '--case', file, ...format];
        const ran = await lushaDoctor(args, { env: WITH_KEY, cwd: folder });
        const written = `${ran.stdout}${ran.stderr}${await readFile(file, 'utf8')}`;
        expect(written).not.toContain(KEY);
        expect(written).not.toContain(KEY.slice(9, 23));
      }
      simulator.kill('SIGTERM');
      await simulator;
    },
  );
});

describe('a terminal without a width', () => {
  it('does not hang the progress line', async () => {
    // `script` gives its child a terminal of 0 columns.
    const command = `"${process.execPath}" "${BIN}" check-key --simulate healthy`;
    const { stdout, exitCode, timedOut } = await runShell(
      `script -qec '${command}' /dev/null | head -c 100000`,
    );
    expect(timedOut).toBe(false);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('PASS');
    expect(stdout.length).toBeLessThan(50_000);
  });
});

async function runShell(command: string) {
  const { execa } = await import('execa');
  const { stdout, stderr, exitCode, timedOut } = await execa('bash', ['--norc', '-c', command], {
    extendEnv: false,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', LANG: 'C.UTF-8' },
    reject: false,
    timeout: 10_000,
    cwd: folder,
  });
  return { stdout, stderr, exitCode, timedOut };
}

function firstChunk(stream: NodeJS.ReadableStream | null): Promise<string> {
  return new Promise((resolve) => stream?.once('data', (chunk: unknown) => resolve(String(chunk))));
}
