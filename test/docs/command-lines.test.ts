import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/model/version.ts';
import { nodes, parseMarkdown } from '../support/markdown.ts';
import { run, type World } from '../support/world.ts';

/** Pages made from the catalogue have a law of their own for their commands. */
const GENERATED = ['causes.md', 'faults.md', 'commands'];
const SKILL = 'skills/lusha-doctor/SKILL.md';
const PAGES = [
  'README.md',
  SKILL,
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /\.md$|^examples\b.*\.yml$/.test(name) && !GENERATED.includes(name.split('/')[0] ?? ''),
    )
    .map((name) => join('docs', name)),
];
const SHOWN_IN = ['sh', 'yaml', 'groovy'];
const TARBALL = `lusha-doctor-${VERSION}.tgz`;

/** Lines that do not run here, and why. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'lusha-doctor watch --metrics 9095': 'serves until it is stopped',
  'lusha-doctor watch --relay 8787 --metrics 9095': 'serves until it is stopped',
  'lusha-doctor watch --metrics-file /var/lib/node_exporter/lusha.prom':
    'watches until it is stopped',
  'lusha-doctor simulate --port 8080': 'serves until it is stopped',
  'lusha-doctor simulate --port 8080 --fail-on-misuse --once-ready-exit-after 60':
    'serves for a minute',
  'lusha-doctor simulate bad-afternoon --scenario-file lusha-scenarios.json':
    'serves until it is stopped',
};

const WORLD: World = {
  env: { LUSHA_API_KEY: '3b1d7a52-9c44-4e0a-8f60-2d5f7c9e1ab3' },
  files: {
    'app.log': 'POST https://api.lusha.com/v3/contacts/enrich 429 1ms\n',
    'app.log.gz': `${new Date().toISOString()} POST https://api.lusha.com/v3/contacts/enrich 429 1ms\n`,
  },
  stdin: 'HTTP/1.1 401 Unauthorized\n\n{"statusCode":401,"message":"Invalid API key"}',
};

/** The blocks of a page that show commands; a workflow is one as a whole. */
function shownIn(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8');
  if (!page.endsWith('.md')) return [text];
  const root = parseMarkdown(text);
  return [
    ...nodes(root, 'code').filter(({ lang }) => SHOWN_IN.includes(lang ?? '')),
    // The skill names its commands in the text.
    ...(page === SKILL ? nodes(root, 'inlineCode') : []),
  ].map(({ value = '' }) => value);
}

/** The calls of this tool in a block, without what carries them and what they are piped into. */
function callsIn(block: string): readonly string[] {
  return block.split('\n').flatMap((line) => {
    const bare = line.replace(/\s#.*$/, '').replace(/npx .*?-- (?=lusha-doctor )/, '');
    const [, call] = /(?:^|[\s;|'])(lusha-doctor [^|;<']*)/.exec(bare) ?? [];
    return call === undefined ? [] : [call.trim()];
  });
}

const blocks = PAGES.flatMap((page) => shownIn(page).map((block) => [page, block] as const));
const calls = blocks.flatMap(([page, block]) =>
  callsIn(block).map((call) => [page, call] as const),
);

describe('a command of the documentation', () => {
  it.each(calls.filter(([, call]) => NOT_HERE[call] === undefined))(
    '%s: %s',
    async (_page, call) => {
      const words = (call.match(/"[^"]*"|\S+/g) ?? [])
        .slice(1)
        .map((word) => word.replace(/"/g, ''));
      const asks = /^(?:check|key|probe|watch)/.test(words[0] ?? '');
      const more = asks && !words.includes('--simulate') ? ['--simulate', 'healthy'] : [];
      const ran = await run([...words, ...more], WORLD);
      const isRefused = words.includes('--exit-code') || words.includes('key-unknown');
      const wanted = isRefused ? 4 : 0;
      expect([ran.exitCode, ran.stderr]).toEqual([
        wanted,
        expect.not.stringContaining('lusha-doctor:'),
      ]);
    },
  );

  it('is left out here with a reason only where it stands in a page', () => {
    const shown = calls.map(([, call]) => call);
    expect(Object.keys(NOT_HERE).filter((call) => !shown.includes(call))).toEqual([]);
    expect(shown.length).toBeGreaterThan(15);
  });
});

describe('nothing runs a name on npm that nobody owns', () => {
  it.each(blocks)('%s', (_page, block) => {
    const installs = block.split('\n').filter((line) => /\b(?:npx|npm (?:i|install))\b/.test(line));
    expect(installs.filter((line) => !line.includes(TARBALL))).toEqual([]);
  });
});
