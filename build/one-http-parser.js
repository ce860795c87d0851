import { createRequire } from 'node:module';
import { packed, unpacked } from './packed.js';

const PARSER = /\/llhttp(_simd)?-wasm\.js$/;
const FILE = 'llhttp.wasm.br';

/**
 * undici carries its HTTP parser twice, with and without SIMD, 72 kB of base64 each. A run of this
 * program parses a handful of answers, so the one that works everywhere is enough, and as a file
 * of its own it needs no base64.
 *
 * @returns {import('rolldown').Plugin}
 */
export function oneHttpParser() {
  return {
    name: 'undici-with-one-parser',
    load(id) {
      if (!PARSER.test(id)) return null;
      return `module.exports = ${unpacked(FILE)};`;
    },
    generateBundle() {
      const source = createRequire(import.meta.url)('undici/lib/llhttp/llhttp-wasm.js');
      this.emitFile({ type: 'asset', fileName: FILE, source: packed(source) });
    },
  };
}
