import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lushaDoctor } from '../support/binary.ts';

const folder = mkdtempSync(join(tmpdir(), 'help-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Text that stands in the options of one command, in the work of it, and in a library of it. */
const OPTIONS = 'probe every endpoint: what may this key use';
const WORK = 'nothing-to-probe';
const LIBRARY = 'invalid keepAliveTimeout';

/** All code that a run loads, as one text. */
async function loadedBy(...args: readonly string[]): Promise<string> {
  const hook = join(folder, 'hook.cjs');
  const list = join(folder, 'loaded.json');
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache))))`,
  );
  await lushaDoctor(args, { env: { NODE_OPTIONS: `--require ${hook}` } });
  const files: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(files)) throw new Error('no list');
  return files.map((file) => readFileSync(String(file), 'utf8')).join('\n');
}

describe('help loads only what it shows', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['of the program: no options, no command', ['--help'], []],
    ['of a command: its options', ['probe', '--help'], [OPTIONS]],
    ['of another command: not those', ['watch', '--help'], []],
    ['a run: the command', ['probe', 'account.usage', '--curl'], [OPTIONS, WORK]],
    [
      'a request: the library too',
      ['probe', 'account.usage', '--simulate', 'healthy'],
      [OPTIONS, WORK, LIBRARY],
    ],
  ])('%s', async (_what, args, loaded) => {
    const code = await loadedBy(...args);
    expect([OPTIONS, WORK, LIBRARY].filter((text) => code.includes(text))).toEqual(loaded);
  });
});
