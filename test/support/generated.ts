import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/**
 * Expects the part of a Markdown file between `<!-- name -->` and `<!-- /name -->` to be what
 * the product makes of it today; with UPDATE_DOCS in the environment writes it instead.
 */
export function expectGenerated(file: string, name: string, text: string): void {
  const document = readFileSync(file, 'utf8');
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const from = document.indexOf(open) + open.length;
  const to = document.indexOf(close);
  if (from < open.length || to < from) throw new Error(`${file} has no part "${name}"`);
  const wanted = `${text.trimEnd()}\n`;
  if (process.env['UPDATE_DOCS'] === undefined) expect(document.slice(from, to)).toBe(wanted);
  else writeFileSync(file, document.slice(0, from) + wanted + document.slice(to));
}

/** The same for a file that is generated as a whole. */
export function expectGeneratedFile(file: string, text: string): void {
  if (process.env['UPDATE_DOCS'] === undefined) expect(readFileSync(file, 'utf8')).toBe(text);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
