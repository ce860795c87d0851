import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const DIST = new URL('../../dist/', import.meta.url);
const chunks = readdirSync(DIST).filter((name) => name.endsWith('.js'));
const text = (chunk: string) => readFileSync(new URL(chunk, DIST), 'utf8');

/** The chunk that a command's handler was built into, with everything it imports statically. */
function loadedWith(entry: string): readonly string[] {
  const seen = new Set<string>();
  const visit = (chunk: string): void => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    for (const [, name = ''] of text(chunk).matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
      visit(name);
  };
  for (const chunk of chunks.filter((name) => name.startsWith(entry))) visit(chunk);
  return [...seen];
}

const marks = {
  undici: 'invalid keepAliveTimeout',
  'cli-table3': 'top-mid',
};

function loads(entry: string, mark: string): boolean {
  return loadedWith(entry).some((chunk) => text(chunk).includes(mark));
}

describe('start-up loads only what a command uses', () => {
  it.each([
    ['--help', 'main'],
    ['explain-error', 'explain-error'],
  ])('%s loads no network and no drawing library', (_what, entry) => {
    expect(loadedWith(entry).length).toBeGreaterThan(0);
    for (const library of ['undici', 'cli-table3'] as const) {
      expect(loads(entry, marks[library]), library).toBe(false);
    }
  });

  it('the marks are found where the libraries are used', () => {
    expect(chunks.some((chunk) => text(chunk).includes(marks.undici))).toBe(true);
    expect(chunks.some((chunk) => text(chunk).includes(marks['cli-table3']))).toBe(true);
  });
});
