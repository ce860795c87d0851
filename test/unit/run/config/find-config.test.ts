import { describe, expect, it } from 'vitest';
import { findUp } from '../../../../src/run/config/find-config.ts';
import type { Files, ReadResult, StatResult } from '../../../../src/model/io.ts';

const NAME = 'c.json';
const NOTHING = { ok: false, code: 'ENOENT', message: 'it does not exist' } as const;

/** A tree of paths, and what stands at them: a folder, a file, a file of another user. */
type Tree = Readonly<Record<string, 'folder' | 'file' | 'foreign' | 'unreadable'>>;

/** Only what a search may use; `cwd` is where relative paths begin. */
function filesIn(tree: Tree, cwd: string): Pick<Files, 'stat' | 'readOwn'> {
  const at = (path: string) =>
    new URL(path, `file://${cwd.replace(/\/$/, '')}/`).pathname.replace(/(?<=.)\/$/, '');
  return {
    stat(path): Promise<StatResult> {
      const there = tree[at(path)];
      if (there === undefined) return Promise.resolve(NOTHING);
      const kind = there === 'folder' ? 'folder' : 'file';
      return Promise.resolve({ ok: true, kind, bytes: 1, id: at(path) });
    },
    readOwn(path): Promise<ReadResult> {
      const there = tree[at(path)];
      if (there === undefined) return Promise.resolve(NOTHING);
      if (there === 'foreign') return Promise.resolve({ ok: false, code: 'EOWNER', message: '' });
      if (there !== 'file') return Promise.resolve({ ok: false, code: 'EACCES', message: '' });
      return Promise.resolve({ ok: true, bytes: Buffer.from('{}'), truncated: false });
    },
  };
}

const FOLDERS = {
  '/': 'folder',
  '/home': 'folder',
  '/home/ann': 'folder',
  '/home/ann/work': 'folder',
  '/home/ann/work/repo': 'folder',
  '/home/ann/work/repo/src': 'folder',
  '/srv': 'folder',
  '/srv/app': 'folder',
  '/srv/app/src': 'folder',
} as const;
const GIT = { '/home/ann/work/repo/.git': 'folder' } as const;
const SUBMODULE = { '/home/ann/work/repo/src/.git': 'file' } as const;
const SRC = '/home/ann/work/repo/src';

async function search(cwd: string, more: Tree, home: string | undefined = '/home/ann') {
  const foreign: string[] = [];
  const files = filesIn({ ...FOLDERS, ...more }, cwd);
  const unused = () => {
    throw new Error('a search does not do this');
  };
  const world = {
    env: { HOME: home },
    files: {
      ...files,
      read: unused,
      write: unused,
      append: unused,
      publish: unused,
      chunks: unused,
      follow: unused,
    },
  };
  const found = await findUp(NAME, 1000, world, (path) => foreign.push(path));
  return { path: found?.path ?? null, ok: found?.read.ok ?? null, foreign };
}

describe('a file is looked for', () => {
  it.each<[string, string, Tree, string | null]>([
    ['in the working directory', SRC, { [`${SRC}/c.json`]: 'file' }, 'c.json'],
    [
      'in the root of the repository',
      SRC,
      { ...GIT, '/home/ann/work/repo/c.json': 'file' },
      '../c.json',
    ],
    ['not above the repository', SRC, { ...GIT, '/home/ann/work/c.json': 'file' }, null],
    [
      'not above a submodule or a worktree, whose .git is a file',
      SRC,
      { ...GIT, ...SUBMODULE, '/home/ann/work/repo/c.json': 'file' },
      null,
    ],
    [
      'up to the home directory without a repository',
      SRC,
      { '/home/ann/c.json': 'file' },
      '../../../c.json',
    ],
    ['not above the home directory', SRC, { '/home/c.json': 'file', '/c.json': 'file' }, null],
    ['not above it from the home directory itself', '/home/ann', { '/home/c.json': 'file' }, null],
    ['nowhere else when neither is above', '/srv/app/src', { '/srv/app/c.json': 'file' }, null],
    ['here when neither is above', '/srv/app/src', { '/srv/app/src/c.json': 'file' }, 'c.json'],
    ['in the root folder only from there', '/', { '/c.json': 'file' }, 'c.json'],
    ['here when the folder is gone', '/gone', { '/c.json': 'file' }, null],
    [
      'nearest first',
      SRC,
      { ...GIT, [`${SRC}/c.json`]: 'file', '/home/ann/work/repo/c.json': 'file' },
      'c.json',
    ],
  ])('%s', async (_where, cwd, tree, path) => {
    expect(await search(cwd, tree)).toEqual({ path, ok: path === null ? null : true, foreign: [] });
  });

  it('without a home directory in the variables', async () => {
    const found = await search(SRC, { '/home/ann/c.json': 'file' }, '');
    expect(found.path).toBeNull();
  });
});

describe("another user's file", () => {
  it('is told of, and the search goes on', async () => {
    const found = await search(SRC, {
      ...GIT,
      [`${SRC}/c.json`]: 'foreign',
      '/home/ann/work/repo/c.json': 'file',
    });
    expect(found).toEqual({ path: '../c.json', ok: true, foreign: ['c.json'] });
  });

  it('is not read when it is the only one', async () => {
    const found = await search(SRC, { ...GIT, '/home/ann/work/repo/c.json': 'foreign' });
    expect(found).toEqual({ path: null, ok: null, foreign: ['../c.json'] });
  });
});

it('a file that cannot be read ends the search, so that nobody wonders', async () => {
  const found = await search(SRC, {
    ...GIT,
    [`${SRC}/c.json`]: 'unreadable',
    '/home/ann/work/repo/c.json': 'file',
  });
  expect(found).toEqual({ path: 'c.json', ok: false, foreign: [] });
});
