import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { packed, unpacked } from './packed.js';

/** Marks an import of a JSON file that this plugin writes. */
const DATA = '\0data:';
/** The module that puts regular expressions, which JSON has none of, back into their places. */
const RESTORE = '\0data-restore';
const RESTORE_CODE = `
export default function restore(place) {
  for (const key in place) {
    const value = place[key];
    if (typeof value !== 'object' || value === null) continue;
    if (typeof value.$ === 'string') place[key] = new RegExp(value.$, value.flags);
    else restore(value);
  }
}`;

/**
 * Ships modules that hold nothing but data as JSON, one file for each subfolder: Node parses those
 * several times faster than the same data as a program, and `explain` is mostly waiting for the
 * knowledge base to load. A module with any export that is not plain data stays as it is.
 *
 * @param {string} root folder whose modules are looked at, subfolders included
 * @returns {import('rolldown').Plugin}
 */
export function dataAsJson(root) {
  /** @type {ReadonlyMap<string, DataModule>} */
  let modules = new Map();
  /** @type {Set<DataModule>} */
  const used = new Set();
  return {
    name: 'data-as-json',
    async buildStart() {
      modules = new Map((await dataModules(root)).map((module) => [module.path, module]));
    },
    resolveId(id) {
      if (id === RESTORE) return id;
      if (!id.startsWith(DATA)) return null;
      const file = id.slice(DATA.length);
      return isPacked(file) ? id : { id: `./${file}`, external: true };
    },
    load(id) {
      if (id === RESTORE) return { code: RESTORE_CODE, moduleType: 'js' };
      if (id.startsWith(DATA)) {
        const json = unpacked(`${id.slice(DATA.length)}.br`);
        return { code: `module.exports = JSON.parse(${json});`, moduleType: 'js' };
      }
      const module = modules.get(id);
      if (module === undefined) return null;
      used.add(module);
      return { code: programOf(module), moduleType: 'js' };
    },
    generateBundle() {
      for (const file of new Set([...used].map((module) => module.file))) {
        const own = [...used].filter((module) => module.file === file);
        const json = jsonOf(own);
        this.emitFile(
          isPacked(file)
            ? { type: 'asset', fileName: `${file}.br`, source: packed(json) }
            : { type: 'asset', fileName: file, source: json },
        );
      }
    },
  };
}

/** Those of which packing spares some hundred bytes and more; the first spares 11 kB. */
const LARGE = ['causes-parts', 'contradictions', 'endpoints', 'sources-parts', 'statuses'];

function isPacked(/** @type {string} */ file) {
  return LARGE.includes(basename(file, '.json'));
}

/**
 * @typedef {object} DataModule
 * @property {string} path
 * @property {string} file what its JSON file is called: a subfolder shares one
 * @property {string} name
 * @property {Record<string, unknown>} exported
 */

/**
 * Runs every module below `root` and keeps those that export plain data only.
 *
 * @param {string} root
 * @returns {Promise<readonly DataModule[]>}
 */
async function dataModules(root) {
  const names = await readdir(root, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.ts')).map((name) => resolve(root, name));
  const scratch = await mkdtemp(join(tmpdir(), 'lusha-doctor-data-'));
  const bundle = await rolldown({
    input: Object.fromEntries(paths.map((path, index) => [`m${index}`, path])),
    platform: 'node',
  });
  try {
    await bundle.write({
      dir: scratch,
      entryFileNames: '[name].mjs',
      chunkFileNames: '[hash].mjs',
    });
    const modules = paths.map(async (path, index) => ({
      path,
      file: `${dirname(path) === resolve(root) ? basename(path, '.ts') : `${basename(dirname(path))}-parts`}.json`,
      name: basename(path, '.ts'),
      exported: { ...(await import(pathToFileURL(join(scratch, `m${index}.mjs`)).href)) },
    }));
    return (await Promise.all(modules)).filter(({ exported }) => isPlain(exported));
  } finally {
    await bundle.close();
    await rm(scratch, { recursive: true });
  }
}

/** @param {Record<string, unknown>} exported */
function isPlain(exported) {
  const values = Object.values(exported);
  return values.some((value) => typeof value === 'object') && values.every(isData);
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function isData(value) {
  if (value === null || value instanceof RegExp) return true;
  if (typeof value !== 'object') return ['string', 'number', 'boolean'].includes(typeof value);
  const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return plain && Object.values(value).every(isData);
}

/**
 * The named exports, taken out of the JSON.
 *
 * @param {DataModule} module
 */
function programOf({ file, name, exported }) {
  const own = `json[${JSON.stringify(name)}]`;
  return [
    `import json from ${JSON.stringify(DATA + file)};`,
    ...(hasPatterns(exported)
      ? [`import restore from ${JSON.stringify(RESTORE)};`, `restore(${own});`]
      : []),
    ...Object.keys(exported).map((key) => `export const ${key} = ${own}.${key};`),
  ].join('\n');
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function hasPatterns(value) {
  if (value instanceof RegExp) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasPatterns);
}

/**
 * ASCII only: Node reads such a file in half the time.
 *
 * @param {readonly DataModule[]} modules
 */
function jsonOf(modules) {
  const content = Object.fromEntries(modules.map(({ name, exported }) => [name, exported]));
  const json = JSON.stringify(content, (_key, entry) =>
    entry instanceof RegExp ? { $: entry.source, flags: entry.flags || undefined } : entry,
  );
  return json.replaceAll(
    /[^\0-\x7F]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
