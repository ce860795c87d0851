import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundledFolders } from './bundled.js';

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
      const sections = await Promise.all(bundledFolders(bundle).map(section));
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
