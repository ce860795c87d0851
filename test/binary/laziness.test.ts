import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lushaDoctor } from '../support/binary.ts';

const HOOK = new URL('../support/loaded-files.cjs', import.meta.url).pathname;

/** Text that stands in the bundled code of a library and nowhere else. */
const MARKS = {
  undici: 'invalid keepAliveTimeout',
  'cli-table3': 'top-mid',
  'the catalogue': 'causes-parts.json',
} as const;
type Library = keyof typeof MARKS;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lusha-doctor-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Everything of the package that a run loads, as one text. */
async function codeLoadedBy(args: readonly string[]): Promise<string> {
  const list = join(folder, 'loaded');
  await lushaDoctor(args, {
    env: { NODE_OPTIONS: `--require ${HOOK}`, LOADED_FILES: list },
    cwd: folder,
  });
  const files = (await readFile(list, 'utf8')).split('\n').filter((file) => file.endsWith('.cjs'));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}

describe('a run loads only what it uses', () => {
  it.each<[string, readonly string[], readonly Library[], readonly Library[]]>([
    ['--help', ['--help'], [], ['undici', 'cli-table3', 'the catalogue']],
    ['a look-up of a status', ['explain', '403'], [], ['undici', 'cli-table3', 'the catalogue']],
    [
      'a look-up of a cause',
      ['explain', 'key-unknown'],
      ['the catalogue'],
      ['undici', 'cli-table3'],
    ],
    ['a table', ['simulate', 'list'], ['cli-table3'], ['undici']],
    [
      'a request',
      ['check-key', '--simulate', 'healthy'],
      ['undici', 'the catalogue'],
      ['cli-table3'],
    ],
  ])('%s', async (_what, args, used, unused) => {
    const code = await codeLoadedBy(args);
    expect(code).not.toBe('');
    const found = ([...used, ...unused] as const).filter((library) =>
      code.includes(MARKS[library]),
    );
    expect(found).toEqual(used);
  });
});
