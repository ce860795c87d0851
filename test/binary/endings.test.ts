import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const KEY = 'f4c1d2aa-7a11-4bd5-9e0d-5ec2e7000001';
const ROOT = new URL('../../', import.meta.url).pathname;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lusha-doctor-endings-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `bin/` as it is with a program in the place of `main` that misbehaves. */
async function ending(name: string, main: string) {
  const home = join(folder, name);
  await cp(join(ROOT, 'bin'), join(home, 'bin'), { recursive: true });
  await mkdir(join(home, 'dist'));
  await writeFile(join(home, 'dist', 'main.cjs'), `module.exports = { main: ${main} };`);
  return execa(process.execPath, [join(home, 'bin', 'lusha-doctor.js')], {
    reject: false,
    timeout: 30_000,
    extendEnv: false,
    env: { LUSHA_API_KEY: KEY },
  });
}

describe('a run that does not come to its end', () => {
  it.each([
    ['dry', 'a promise that never settles', '() => new Promise(() => {})', 'before it was done'],
    [
      'thrown',
      'an error outside of any promise',
      `() => new Promise(() => setTimeout(() => { throw new TypeError('${KEY}'); }, 5))`,
      'TypeError',
    ],
    ['rejected', 'an error of main itself', `() => Promise.reject(new Error('${KEY}'))`, 'Error'],
  ])('%s: %s is a bug and says so', async (name, _what, main, says) => {
    const { exitCode, stderr } = await ending(name, main);
    expect(stderr).toContain(says);
    expect(stderr).toContain('this is a bug in lusha-doctor');
    expect(stderr).not.toContain(KEY);
    expect(exitCode).toBe(70);
  });

  it('is ended some time after a signal that it does not heed', async () => {
    const main = `() => { setTimeout(() => process.kill(process.pid, 'SIGTERM'), 5); return new Promise(() => setInterval(() => {}, 1000)); }`;
    const { signal, timedOut } = await ending('deaf', main);
    expect([signal, timedOut]).toEqual(['SIGTERM', false]);
  });
});
