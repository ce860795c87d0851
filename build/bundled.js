import { sep } from 'node:path';

/**
 * The folders of all packages that really ended up in the bundle.
 *
 * @param {import('rolldown').OutputBundle} bundle
 * @returns {readonly string[]}
 */
export function bundledFolders(bundle) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue;
    for (const id of chunk.moduleIds) {
      const folder = packageFolder(id);
      if (folder !== undefined) folders.add(folder);
    }
  }
  return [...folders].sort((a, b) => a.localeCompare(b));
}

/** @param {string} id a module's path */
function packageFolder(id) {
  const marker = `${sep}node_modules${sep}`;
  const at = id.lastIndexOf(marker);
  if (at < 0) return undefined;
  const start = at + marker.length;
  const parts = id.slice(start).split(sep);
  const name = parts[0]?.startsWith('@') ? parts.slice(0, 2) : parts.slice(0, 1);
  return id.slice(0, start) + name.join(sep);
}
