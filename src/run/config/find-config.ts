import type { GuardedIo, ReadResult } from '../../model/io.ts';

/** A file that was found, read or not. */
export interface Found {
  /** From the working directory. */
  readonly path: string;
  readonly read: ReadResult;
}

type World = Pick<GuardedIo, 'files' | 'env'>;

/** More folders than anybody nests. */
const MOST_FOLDERS = 100;

/**
 * The nearest file of this name that belongs to the user: in the working directory or in a parent
 * of it, up to the root of the repository or the home directory. Without either of them above,
 * only the working directory is searched. `onForeign` is told of files of other users; they are
 * not opened.
 */
export async function findUp(
  name: string,
  maxBytes: number,
  world: World,
  onForeign: (path: string) => void,
): Promise<Found | null> {
  for (const folder of await foldersUp(world)) {
    const path = `${folder}${name}`;
    const read = await world.files.readOwn(path, maxBytes);
    if (read.ok) return { path, read };
    if (read.code === 'EOWNER') onForeign(path);
    else if (read.code !== 'ENOENT') return { path, read };
  }
  return null;
}

/** The folders to search, nearest first, as what stands before a name in them: '', '../' ... */
async function foldersUp({ files, env }: World): Promise<readonly string[]> {
  const home = await idOf(env['HOME'] ?? env['USERPROFILE'] ?? '');
  const folders: string[] = [];
  let below: string | null = null;
  for (let folder = ''; folders.length < MOST_FOLDERS; folder += '../') {
    const id = await idOf(`${folder}.`);
    // The parent of the root is the root.
    if (id === null || id === below) break;
    folders.push(folder);
    if (id === home || (await files.stat(`${folder}.git`)).ok) return folders;
    below = id;
  }
  return [''];

  async function idOf(path: string): Promise<string | null> {
    const there = path === '' ? null : await files.stat(path);
    return there?.ok === true ? there.id : null;
  }
}
