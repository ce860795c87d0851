import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, lushaDoctor } from '../support/binary.ts';
import { lacks } from '../support/tools.ts';

const REFUSAL = 'HTTP 401 {"statusCode":401,"message":"Invalid API key"}\n';
const UNTIL_IT_READS_MS = 1500;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'streams-'));
});
afterAll(() => rm(folder, { recursive: true }));

function pipe(name: string): string {
  const path = join(folder, name);
  spawnSync('mkfifo', [path]);
  return path;
}

describe.skipIf(lacks('mkfifo')).concurrent('a pipe without a writer', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('is left at the first %s', async (signal, code) => {
    const running = lushaDoctor(['explain', pipe(`left-${signal}`)], { timeout: 20_000 });
    await sleep(UNTIL_IT_READS_MS);
    running.kill(signal);
    expect((await running).exitCode).toBe(code);
  });

  it.each([
    ['--key-file', ['check-key', '--key-file']],
    ['--config', ['check-key', '--config']],
    ['--ca', ['probe', 'account.usage', '--simulate', 'healthy', '--ca']],
    ['simulate --scenario-file', ['simulate', '--scenario-file']],
    ['simulate --state', ['simulate', '--state']],
    ['watch --replay', ['watch-ratelimit', '--replay']],
    ['watch --file', ['watch-ratelimit', '--file']],
    ['-d', ['probe', 'POST', '/v3/contacts/search', '--max-credits', '1', '-d@']],
  ])('is left at the first signal: %s', async (name, args) => {
    const path = pipe(`first${name.replaceAll(' ', '')}`);
    const words = [...args, path].join(' ').replace('-d@ ', '-d @').split(' ');
    const running = lushaDoctor(words, { timeout: 20_000 });
    await sleep(UNTIL_IT_READS_MS);
    running.kill('SIGTERM');
    expect((await running).exitCode).toBe(143);
  });

  it('is left at the first signal: .env', async () => {
    const home = join(folder, 'home');
    await mkdir(home);
    spawnSync('mkfifo', [join(home, '.env')]);
    const running = lushaDoctor(['watch-ratelimit'], { timeout: 20_000, cwd: home });
    await sleep(UNTIL_IT_READS_MS);
    running.kill('SIGINT');
    expect((await running).exitCode).toBe(130);
  });

  it.each([
    ['check-key --key-file ', 3, /was not done after 2 s/],
    ['check-key --config ', 2, /nothing came before/],
    ['probe POST /v3/contacts/search -d @', 2, /nothing came before/],
    ['watch-ratelimit --config ', 2, /nothing came before/],
    ['watch-ratelimit --key-file ', 3, /was not done after 2 s/],
    ['watch-ratelimit --once --record samples --key-file ', 3, /was not done after 2 s/],
    [
      'watch-ratelimit --once --record samples --simulate healthy --ca ',
      3,
      /was not done after 2 s/,
    ],
    ['watch-ratelimit --relay 0 --ca ', 3, /was not done after 2 s/],
  ])('is left when the time of the run is up: %s', async (command, code, says) => {
    const words = `${command}${pipe(`late${command.replaceAll(/\W/g, '')}`)} --deadline 2`;
    const ran = await lushaDoctor(words.split(' '), { timeout: 20_000, cwd: folder });
    expect(ran.stderr).toMatch(says);
    expect(ran.exitCode).toBe(code);
  });

  it('is read once there is one', async () => {
    const path = pipe('late');
    const running = lushaDoctor(['explain', path, '--json'], { timeout: 20_000 });
    await sleep(UNTIL_IT_READS_MS);
    await writeFile(path, REFUSAL);
    expect((await running).stdout).toContain('key-unknown');
  });
});

it('half a text on stdin gets no verdict when it is stopped', async () => {
  const running = lushaDoctor(['explain', '-'], { stdin: 'pipe', timeout: 20_000 });
  running.stdin.write(REFUSAL);
  await sleep(UNTIL_IT_READS_MS);
  running.kill('SIGINT');
  const { exitCode, stdout, stderr } = await running;
  expect([exitCode, stdout]).toEqual([130, '']);
  expect(stderr).toContain('stopped before the end of the input');
});

describe.skipIf(!existsSync('/dev/full'))('a full disk on stdout', () => {
  it.each([
    ['explain 403'],
    ['explain 403 --json'],
    ['explain --list'],
    ['check-key --simulate healthy'],
  ])('is no success: %s', (command) => {
    const shell = `"${process.execPath}" "${BIN}" ${command} > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', shell], { encoding: 'utf8', cwd: folder });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'lusha-doctor: the result could not be written to stdout: the disk is full.\n',
    );
  });
});

describe('--output', () => {
  it('that cannot be written leaves the one document on stdout as it is', async () => {
    const { exitCode, stdout, stderr } = await lushaDoctor(
      ['explain', 'key-unknown', '--json', '--output', join('/dev/null', 'x.json')],
      {},
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('output-not-written');
    expect(JSON.parse(stdout)).not.toHaveProperty('problem');
  });

  const writes = (path: string) =>
    lushaDoctor(['explain', 'key-unknown', '--quiet', '--output', path], { cwd: folder });

  it('keeps links and permissions, and leaves no draft', async () => {
    const [file, name] = [join(folder, 'kept.txt'), join(folder, 'link.txt')];
    await writeFile(file, 'old');
    await chmod(file, 0o640);
    await symlink(file, name);
    expect((await writes(name)).exitCode).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('Lusha does not know this key');
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect((await readdir(folder)).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
  });

  it('never goes to the file that is read, under whatever name', async () => {
    const [file, other] = [join(folder, 'input.txt'), join(folder, 'other.txt')];
    await writeFile(file, REFUSAL);
    await link(file, other);
    const { exitCode, stderr } = await lushaDoctor(['explain', file, '--output', other], {});
    expect(exitCode).toBe(2);
    expect(stderr).toContain('it would be lost');
    expect(await readFile(file, 'utf8')).toBe(REFUSAL);
  });
});
