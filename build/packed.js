import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/**
 * Large data is shipped packed: the package has to stay small, and unpacking takes at most 2.3 ms
 * (the catalogue, measured once in a fresh process) where it is used.
 *
 * @param {string | Uint8Array} source
 */
export function packed(source) {
  const bytes = Buffer.from(source);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_MODE]:
        typeof source === 'string' ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
    },
  });
}

/** The expression that reads such a file, for a bundle in the same folder. */
export function unpacked(/** @type {string} */ file) {
  return `require('node:zlib').brotliDecompressSync(require('node:fs').readFileSync(__dirname + '/${file}'))`;
}

/**
 * A JSON file that the sources import, shipped packed.
 *
 * @param {string} path
 * @param {string} fileName
 * @returns {import('rolldown').Plugin}
 */
export function packedJson(path, fileName) {
  return {
    name: 'packed-json',
    load(id) {
      if (id !== resolve(path)) return null;
      return { code: `module.exports = JSON.parse(${unpacked(fileName)});`, moduleType: 'js' };
    },
    generateBundle() {
      const source = packed(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/**
 * A JSON document that is shipped without its blanks.
 *
 * @param {string} path
 * @returns {import('rolldown').Plugin}
 */
export function compactJson(path) {
  return {
    name: 'compact-json',
    generateBundle() {
      const source = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      this.emitFile({ type: 'asset', fileName: path, source });
    },
  };
}
