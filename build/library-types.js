import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { isolatedDeclarationSync } from 'rolldown/experimental';

/** A relative module that a declaration refers to. */
const REFERENCE = /(from )["'](\.[^"']*)\.ts["']/g;

/**
 * Writes the types of the library: the declarations of its entry and of the modules those refer to,
 * as `.d.cts`, the form that fits a CommonJS file for `import` and `require` alike.
 *
 * @param {string} entry
 * @param {string} folder
 * @returns {import('rolldown').Plugin}
 */
export function libraryTypes(entry, folder) {
  return {
    name: 'library-types',
    async writeBundle() {
      const root = dirname(resolve(entry));
      const pending = [resolve(entry)];
      const done = new Set();
      for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
        if (done.has(file)) continue;
        done.add(file);
        const declared = await declarationsOf(file);
        for (const [, , path = ''] of declared.matchAll(REFERENCE)) {
          pending.push(resolve(dirname(file), `${path}.ts`));
        }
        const target = join(folder, relative(root, file).replace(/\.ts$/, '.d.cts'));
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, declared.replace(REFERENCE, "$1'$2.cjs'"));
      }
    },
  };
}

/** @param {string} file */
async function declarationsOf(file) {
  const { code, errors } = isolatedDeclarationSync(file, await readFile(file, 'utf8'));
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  return code;
}
