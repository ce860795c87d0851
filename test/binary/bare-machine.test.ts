import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, lushaDoctor } from '../support/binary.ts';
import { TEST_KEY } from '../support/probing.ts';
import { Servers } from '../support/servers.ts';

const servers = new Servers();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lusha-doctor-bare-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await servers.close();
});

/** Runs shell words with the program as `$DOCTOR`. */
function inShell(script: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      HOME: folder,
      LUSHA_API_KEY: TEST_KEY,
      DOCTOR: `${process.execPath} ${BIN}`,
    },
  });
  return { status, said: stdout + stderr };
}

describe.skipIf(process.platform === 'win32')('a machine that lacks something', () => {
  it('needs no working directory', () => {
    const { status, said } = inShell(
      'mkdir gone && cd gone && rmdir ../gone && $DOCTOR check-key --simulate healthy',
    );
    expect(said).toContain('PASS');
    expect(status).toBe(0);
  });

  /** With fewer than the first of these Node itself cannot open a file. */
  const fewFiles = `for n in 20 22 24 28; do (ulimit -n $n; ${process.execPath} -e 'require("fs").readFileSync("/dev/null")') 2>&- && break; done; ulimit -n $n`;

  it.each([
    ['file descriptors', fewFiles],
    ['address space', 'ulimit -v 700000'],
  ])('is no bug of this tool, and no problem of the key: %s', (_what, limit) => {
    const { status, said } = inShell(
      `${limit} && $DOCTOR check-key --base-url http://127.0.0.1:9 --timeout 2`,
    );
    expect(said).not.toMatch(/this is a bug|RangeError/);
    expect([70, 1]).not.toContain(status);
  });
});

it('--output makes the folder it names', async () => {
  const path = join(folder, 'reports', 'new', 'report.json');
  const args = ['check-key', '--simulate', 'healthy', '--json', '--output', path];
  const { exitCode } = await lushaDoctor(args, { env: { HOME: folder } });
  expect(exitCode).toBe(0);
  expect(existsSync(path)).toBe(true);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ verdict: 'PASS' });
});

it('runs in one minute share five usage calls, and one that runs short says so', async () => {
  let asked = 0;
  const { url } = await servers.http((_request, response) => {
    asked += 1;
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end('{"statusCode":401,"message":"Invalid API key","error":"Unauthorized"}');
  });
  const runs = [];
  for (let at = 0; at < 3; at += 1) {
    runs.push(
      await lushaDoctor(['check-key', '--base-url', url, '-v'], {
        env: { HOME: folder, LUSHA_API_KEY: TEST_KEY },
      }),
    );
  }
  expect(runs.at(1)?.stdout.replaceAll(/\s+/g, ' ')).toContain('allows five calls a minute');
  expect(runs.at(2)?.stdout.replaceAll(/\s+/g, ' ')).toContain('the next is possible in');
  expect(runs.at(2)?.exitCode).toBe(3);
  expect(asked).toBe(5);
});
