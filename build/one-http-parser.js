/**
 * undici carries its HTTP parser twice, with and without SIMD, 72 kB each. A run of this program parses
 * a handful of answers, so the one that works everywhere is enough.
 *
 * @returns {import('rolldown').Plugin}
 */
export function oneHttpParser() {
  return {
    name: 'undici-with-one-parser',
    resolveId(id, importer) {
      if (!id.endsWith('/llhttp_simd-wasm.js') || importer === undefined) return null;
      return this.resolve(id.replace('llhttp_simd', 'llhttp'), importer);
    },
  };
}
