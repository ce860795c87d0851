import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lushaDoctor } from '../support/binary.ts';
import { lacks } from '../support/tools.ts';

const NAME = 'lusha-doctor.config.json';
const SOMEBODY_ELSE = 54_321;
const HEALTHY = ['check-key', '--simulate', 'healthy', '--json'];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
  for (const path of ['repo/.git', 'repo/a/b/c', 'repo/foreign', 'repo/pipe', 'loose/a']) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  writeFileSync(join(folder, NAME), '{ "failOn": "warn" }');
  writeFileSync(join(folder, 'repo', NAME), '{ "timeout": 5 }');
  writeFileSync(join(folder, 'repo/a/b', NAME), '{ "deadline": 20 }');
  writeFileSync(join(folder, 'loose', NAME), '{ "plan": "pro" }');
  ofSomebodyElse(join(folder, 'repo/foreign', NAME));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Only root can give a file away; for anybody else a file of root's is another user's. */
function ofSomebodyElse(path: string): void {
  if (process.geteuid?.() !== 0) return symlinkSync('/etc/passwd', path);
  writeFileSync(path, '{ "failOn": "warn" }');
  chownSync(path, SOMEBODY_ELSE, SOMEBODY_ELSE);
}

describe('the nearest config file upwards is read', () => {
  it.each([
    ['repo', `${NAME} sets timeout`],
    ['repo/a', `../${NAME} sets timeout`],
    ['repo/a/b', `${NAME} sets deadline`],
    ['repo/a/b/c', `../${NAME} sets deadline`],
    ['loose', `${NAME} sets plan`],
  ])('from %s', async (from, said) => {
    const { stdout, stderr } = await lushaDoctor(HEALTHY, { cwd: join(folder, from) });
    expect(stdout).toContain(`"${said}"`);
    expect(stderr).toBe('');
  });

  it('up to the home directory', async () => {
    const ran = await lushaDoctor(HEALTHY, {
      cwd: join(folder, 'loose/a'),
      env: { HOME: join(folder, 'loose') },
    });
    expect(ran.stdout).toContain(`"../${NAME} sets plan"`);
  });

  it('and none from above the repository, or where neither it nor home is above', async () => {
    rmSync(join(folder, 'repo', NAME));
    const inRepo = await lushaDoctor(HEALTHY, { cwd: join(folder, 'repo/a') });
    const loose = await lushaDoctor(HEALTHY, { cwd: join(folder, 'loose/a') });
    writeFileSync(join(folder, 'repo', NAME), '{ "timeout": 5 }');
    for (const { stdout, exitCode } of [inRepo, loose]) {
      expect(exitCode).toBe(0);
      expect(stdout).not.toContain(NAME);
    }
  });
});

describe("another user's config file", () => {
  it('is skipped with a remark, and the next one counts', async () => {
    const ran = await lushaDoctor(HEALTHY, { cwd: join(folder, 'repo/foreign') });
    expect(ran.stderr).toContain(`${NAME} belongs to another user and is not read`);
    expect(ran.stderr).toContain(`--config ${NAME}`);
    expect(ran.stdout).toContain(`"../${NAME} sets timeout"`);
  });

  it('is read when it is named', async () => {
    const ran = await lushaDoctor([...HEALTHY, '--config', NAME], {
      cwd: join(folder, 'repo/foreign'),
    });
    const isRoot = process.geteuid?.() === 0;
    expect(isRoot ? ran.stdout : ran.stderr).toContain(isRoot ? 'sets failOn' : 'no valid JSON');
  });
});

describe('where the key goes', () => {
  const KEY = '7c1d2e3f-0000-4000-8000-00000000f2ab';

  it('is not decided by a file that was only found, but by one that was named', async () => {
    const seen: (string | string[] | undefined)[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers['api_key']);
      response.writeHead(401).end('{}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const path = join(folder, 'repo/a', NAME);
    writeFileSync(path, JSON.stringify({ baseUrl: `http://127.0.0.1:${address.port}` }));
    const where = { cwd: join(folder, 'repo/a'), env: { LUSHA_API_KEY: KEY } };
    const found = await lushaDoctor(['check-key'], where);
    expect(found.exitCode).toBe(2);
    expect(found.stderr).toContain('found-config-decides');
    expect(seen).toEqual([]);
    await lushaDoctor(['check-key', '--config', NAME], where);
    rmSync(path);
    server.close();
    expect(seen).toContain(KEY);
  });
});

it.skipIf(lacks('mkfifo'))('a pipe in the place of the file is not waited for', async () => {
  spawnSync('mkfifo', [join(folder, 'repo/pipe', NAME)]);
  const ran = await lushaDoctor(HEALTHY, { cwd: join(folder, 'repo/pipe'), timeout: 10_000 });
  expect(ran.exitCode).toBe(2);
  expect(ran.stderr).toContain('it is no file');
});
