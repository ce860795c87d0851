import { describe, expect, it } from 'vitest';
import { findKey, type KeyOptions, type KeyWorld } from '../../../src/key/find.ts';
import type { ReadResult } from '../../../src/model/io.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const OTHER = '9b2d1c44-0000-4000-8000-5f0e6d7c8a9b';

interface Place {
  readonly env?: Record<string, string>;
  readonly files?: Record<string, string | { code: string }>;
  /** Undefined makes stdin a terminal. */
  readonly stdin?: string;
}

function world({ env = {}, files = {}, stdin }: Place): KeyWorld {
  const read = (content: string | { code: string } | undefined, max: number): ReadResult => {
    if (content === undefined) return { ok: false, code: 'ENOENT', message: 'it does not exist' };
    if (typeof content !== 'string') return { ok: false, code: content.code, message: 'no' };
    const bytes = Buffer.from(content);
    return { ok: true, bytes: bytes.subarray(0, max), truncated: bytes.length > max };
  };
  return {
    env,
    files: {
      read: (path, max) => Promise.resolve(read(files[path], max)),
      write: () => Promise.resolve({ ok: true }),
      append: () => Promise.resolve({ ok: true }),
      stat: () => Promise.resolve({ ok: false, code: 'ENOENT', message: '' }),
      async *follow() {},
      readOwn: () => Promise.resolve({ ok: false, code: 'ENOENT', message: 'it does not exist' }),
      publish: () => Promise.resolve({ ok: true }),
      async *chunks() {},
    },
    stdin: {
      isTTY: stdin === undefined,
      read: (max) => Promise.resolve(read(stdin ?? '', max)),
      async *chunks() {},
    },
  };
}

async function search(options: KeyOptions, place: Place) {
  const result = await findKey(options, world(place));
  if (!result.ok) return { problem: result.problem.code };
  const { found, overridden, missing, wrongNames } = result.value;
  return {
    source: found?.source,
    key: found?.secret.reveal((value) => value),
    overridden: overridden.map(({ source }) => source),
    missing,
    wrongNames,
  };
}

describe('where the key comes from', () => {
  it.each<[string, KeyOptions, Place, string]>([
    ['the variable', {}, { env: { LUSHA_API_KEY: KEY } }, 'env:LUSHA_API_KEY'],
    [
      '.env when the variable is not set',
      {},
      { files: { '.env': `A=1\nLUSHA_API_KEY="${KEY}"\n` } },
      '.env:LUSHA_API_KEY',
    ],
    [
      'another variable',
      { keyEnv: 'MY_KEY' },
      { env: { MY_KEY: KEY, LUSHA_API_KEY: OTHER } },
      'env:MY_KEY',
    ],
    [
      'a file',
      { keyFile: 'k' },
      { files: { k: `${KEY}\n` }, env: { LUSHA_API_KEY: OTHER } },
      'file:k',
    ],
    ['a file from Windows', { keyFile: 'k' }, { files: { k: `${KEY}\r\n` } }, 'file:k'],
    ['a pipe', { keyStdin: true }, { stdin: `${KEY}\n` }, 'stdin'],
  ])('%s', async (_what, options, place, source) => {
    expect(await search(options, place)).toMatchObject({ source, key: KEY, missing: null });
  });

  it('names what lost against it', async () => {
    const place = { env: { LUSHA_API_KEY: KEY }, files: { '.env': `LUSHA_API_KEY=${OTHER}` } };
    expect(await search({}, place)).toMatchObject({ key: KEY, overridden: ['.env:LUSHA_API_KEY'] });
  });
});

describe('a key that cannot be had is said to be missing, with the reason', () => {
  it.each<[string, KeyOptions, Place, RegExp]>([
    ['nothing anywhere', {}, {}, /neither the variable LUSHA_API_KEY nor \.env/],
    ['no such file', { keyFile: 'k' }, {}, /key file k .*does not exist.*ENOENT/],
    ['a directory', { keyFile: 'k' }, { files: { k: { code: 'EISDIR' } } }, /EISDIR/],
    ['an empty file', { keyFile: 'k' }, { files: { k: '\n' } }, /is empty/],
    ['an empty pipe', { keyStdin: true }, { stdin: '' }, /stdin is empty/],
    [
      'a file that is no key',
      { keyFile: 'k' },
      { files: { k: 'x'.repeat(70_000) } },
      /more than 64 kB/,
    ],
  ])('%s', async (_what, options, place, missing) => {
    const found = await search(options, place);
    expect(found.source).toBeUndefined();
    expect(found.missing).toMatch(missing);
  });

  it('notices variables with a mistaken name', async () => {
    expect(await search({}, { env: { LUSHA_TOKEN: KEY, LUSHA_KEY: '' } })).toMatchObject({
      wrongNames: ['LUSHA_TOKEN'],
    });
  });
});

describe('a wrong call', () => {
  it.each<[string, KeyOptions, Place, string]>([
    ['two places at once', { keyFile: 'k', keyStdin: true }, { stdin: KEY }, 'two-key-sources'],
    ['a terminal as a pipe', { keyStdin: true }, {}, 'stdin-is-terminal'],
  ])('%s', async (_what, options, place, problem) => {
    expect(await search(options, place)).toEqual({ problem });
  });
});
