import { link, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lushaDoctor } from '../support/binary.ts';
import { certificates } from '../support/certificates.ts';
import { TEST_KEY } from '../support/probing.ts';
import { recorder, usageOfV3 } from '../support/recorder.ts';
import { Servers } from '../support/servers.ts';

const servers = new Servers();
let folder: string;
let url: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lusha-doctor-kept-'));
  ({ url } = await servers.http(recorder(usageOfV3).handle));
  await writeFile(join(folder, 'key.txt'), TEST_KEY);
  await writeFile(join(folder, '.env'), `LUSHA_API_KEY=${TEST_KEY}`);
  await writeFile(join(folder, 'ca.pem'), (await certificates()).authority);
  await writeFile(join(folder, 'config.json'), '{}');
  await symlink('key.txt', join(folder, 'symlink.txt'));
  await link(join(folder, 'key.txt'), join(folder, 'hardlink.txt'));
});
afterEach(async () => {
  await servers.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a file that a run reads', () => {
  const KEY_FILE = ['--key-file', 'key.txt'];
  it.each<readonly [string, readonly string[], string, string]>([
    ['--output', ['check-key', ...KEY_FILE, '--output'], 'key.txt', 'key.txt'],
    ['--output, by a link', ['check-key', ...KEY_FILE, '--output'], 'symlink.txt', 'key.txt'],
    [
      '--output, by another name',
      ['check-key', ...KEY_FILE, '--output'],
      'hardlink.txt',
      'key.txt',
    ],
    ['--output, by a detour', ['check-key', ...KEY_FILE, '--output'], './x/../key.txt', 'key.txt'],
    ['--case', ['check-key', ...KEY_FILE, '--case'], 'key.txt', 'key.txt'],
    ['--case in the place of .env', ['check-key', '--case'], '.env', '.env'],
    ['--case in the place of --ca', ['check-key', '--ca', 'ca.pem', '--case'], 'ca.pem', 'ca.pem'],
    [
      '--case in the place of --config',
      ['check-key', '--config', 'config.json', '--case'],
      'config.json',
      'config.json',
    ],
    ['--record', ['watch', ...KEY_FILE, '--once', '--record'], 'key.txt', 'key.txt'],
    ['--metrics-file', ['watch', ...KEY_FILE, '--once', '--metrics-file'], 'key.txt', 'key.txt'],
  ])('is not overwritten by %s', async (_what, args, target, file) => {
    const before = await readFile(join(folder, file), 'utf8');
    const ran = await lushaDoctor([...args, target, '--base-url', url], { cwd: folder });
    expect(await readFile(join(folder, file), 'utf8')).toBe(before);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/this run reads it|is no case/);
  });

  it('is no reason not to write another one', async () => {
    const args = ['check-key', ...KEY_FILE, '--output', 'new.txt', '--base-url', url];
    expect(await lushaDoctor(args, { cwd: folder })).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(folder, 'new.txt'), 'utf8')).toContain('PASS');
  });
});
