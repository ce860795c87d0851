import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const NAME = 'lusha-doctor.config.json';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
  mkdirSync(join(folder, 'a/b/c'), { recursive: true });
  writeFileSync(join(folder, NAME), '{ "timeout": 5 }');
  writeFileSync(join(folder, 'a/b', NAME), '{ "deadline": 20 }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['.', `${NAME} sets timeout`],
  ['a', `../${NAME} sets timeout`],
  ['a/b', `${NAME} sets deadline`],
  ['a/b/c', `../${NAME} sets deadline`],
])('from %s the nearest config file upwards is read', async (from, said) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [resolve('bin/lusha-doctor.js'), 'check-key', '--simulate', 'healthy', '--json'],
    { cwd: join(folder, from) },
  );
  expect(stdout).toContain(`"${said}"`);
});
