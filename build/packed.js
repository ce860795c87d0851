import { brotliCompressSync, constants } from 'node:zlib';

/**
 * Large data is shipped packed: the package has to stay small, and unpacking takes a millisecond or
 * two where it is used.
 *
 * @param {string | Uint8Array} source
 */
export function packed(source) {
  const bytes = Buffer.from(source);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The expression that reads such a file, for a bundle in the same folder. */
export function unpacked(/** @type {string} */ file) {
  return `require('node:zlib').brotliDecompressSync(require('node:fs').readFileSync(__dirname + '/${file}'))`;
}
