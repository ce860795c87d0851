import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

const OUTPUT = 'THIRD-PARTY-NOTICES.md';

/**
 * Writes the licences of every package that really ended up in the bundle, so that the
 * file can neither miss one nor name one that is not shipped.
 *
 * @returns {import('rolldown').Plugin}
 */
export function notices() {
  return {
    name: 'third-party-notices',
    async writeBundle(_options, bundle) {
      const folders = new Set();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const folder = packageFolder(id);
          if (folder !== undefined) folders.add(folder);
        }
      }
      const sections = await Promise.all([...folders].map(section));
      sections.sort((a, b) => a.title.localeCompare(b.title));
      /** @type {Map<string, string[]>} */
      const titles = new Map();
      for (const { title, text } of sections)
        titles.set(text, [...(titles.get(text) ?? []), title]);
      const text = [
        '# Third-party notices',
        '',
        'The published package contains these packages in bundled form.',
        ...[...titles].map(([licence, same]) => `\n## ${same.join(', ')}\n\n${licence}`),
      ];
      await writeFile(OUTPUT, `${text.join('\n')}\n`);
    },
  };
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

/** @param {string} folder a package's own folder */
async function section(folder) {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = await readdir(folder);
  const licence = files.find((file) => /^licen[cs]e/i.test(file));
  if (licence === undefined && typeof manifest.license !== 'string') {
    throw new Error(`${manifest.name} in ${dirname(folder)} states no licence`);
  }
  const body =
    licence === undefined
      ? `Licence: ${manifest.license} (the package ships no licence text).`
      : `\`\`\`text\n${(await readFile(join(folder, licence), 'utf8')).trim()}\n\`\`\``;
  return { title: `${manifest.name} ${manifest.version} (${manifest.license})`, text: body };
}
