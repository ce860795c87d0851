import { readFileSync } from 'node:fs';
import wabt from 'wabt';

/**
 * WebAssembly text, assembled: the module's default export makes an instance of it.
 *
 * @returns {import('rolldown').Plugin & { enforce: 'pre' }}
 */
export function wat() {
  return {
    name: 'wat',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.wat')) return null;
      const assembler = await wabt();
      const module = assembler.parseWat(id, readFileSync(id, 'utf8'), { simd: true });
      const bytes = Buffer.from(module.toBinary({}).buffer).toString('base64');
      module.destroy();
      return `let module;
export default function instantiate(imports) {
  module ??= new WebAssembly.Module(Buffer.from('${bytes}', 'base64'));
  return new WebAssembly.Instance(module, imports).exports;
}`;
    },
  };
}
