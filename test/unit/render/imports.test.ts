import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('../../../src/render/', import.meta.url);
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

/** Packages and built-ins that a file loads as soon as it is loaded itself. */
function eagerImports(file: string): string[] {
  const source = readFileSync(new URL(file, FOLDER), 'utf8');
  const imports = source.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from '([^.'][^']*)'/gm);
  return [...imports].map(([, name = '']) => name);
}

describe('start-up budget', () => {
  it.each(files.filter((file) => file !== 'spinner.ts'))('%s loads no package eagerly', (file) => {
    expect(eagerImports(file)).toEqual([]);
  });

  it('the spinner, loaded on demand, is where ora comes in', () => {
    expect(eagerImports('spinner.ts')).toContain('ora');
    expect(readFileSync(new URL('progress.ts', FOLDER), 'utf8')).toContain(
      "import('./spinner.ts')",
    );
  });
});
