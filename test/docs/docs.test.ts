import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/world.ts';
import { nodes, parseMarkdown } from '../support/markdown.ts';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const COMMANDS = [
  'check-key',
  'probe-endpoint',
  'explain-error',
  'watch-ratelimit',
  'simulate',
  'completion',
];
/** Options of other programs that the pages show. */
const FOREIGN = ['--yes', '--global', '--package', '--input-type'];

async function knownOptions(): Promise<ReadonlySet<string>> {
  const pages = await Promise.all(
    [[], ...COMMANDS.map((name) => [name])].map((words) => run([...words, '--help', '--verbose'])),
  );
  return new Set(pages.flatMap(({ stdout }) => stdout.match(/--[a-z][a-z-]+/g) ?? []));
}

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(page, 'utf8');
  const root = parseMarkdown(text);

  it('links to files that are there', () => {
    const targets = [...nodes(root, 'link'), ...nodes(root, 'image')]
      .map(({ url = '' }) => url.replace(/#.*$/, ''))
      .filter((url) => url !== '' && !/^(https?|mailto):/.test(url));
    expect(targets.filter((url) => !existsSync(join(dirname(page), url)))).toEqual([]);
  });

  // These pages show commands and settings of every other program there is.
  if (!['docs/causes.md', 'docs/faults.md'].includes(page)) {
    it('names no option that does not exist', async () => {
      const known = await knownOptions();
      const named = new Set(text.match(/(?<![\w-])--[a-z][a-z-]+/g) ?? []);
      const unknown = [...named].filter((option) => !known.has(option));
      expect(unknown.filter((option) => !FOREIGN.includes(option))).toEqual([]);
    });
  }

  it('has tables whose rows fit their heads', () => {
    for (const table of nodes(root, 'table')) {
      const [head, ...rows] = nodes(table, 'tableRow').map((row) => nodes(row, 'tableCell').length);
      expect(rows.every((cells) => cells === head)).toBe(true);
    }
  });
});
