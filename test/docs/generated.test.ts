import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandPage } from '../../build/command-page.js';
import { completionScripts } from '../../build/completion-scripts.js';
import { manPage } from '../../build/man-page.js';
import { EXIT_CODES } from '../../src/model/exit-code.ts';
import { VERSION } from '../../src/model/version.ts';
import { expectGeneratedFile } from '../support/generated.ts';
import { lacks } from '../support/tools.ts';
import { run } from '../support/world.ts';

const COMMANDS = [
  'check-key',
  'probe-endpoint',
  'explain-error',
  'watch-ratelimit',
  'simulate',
  'completion',
] as const;

async function helpOf(words: readonly string[], columns: number): Promise<string> {
  return (await run([...words, '--help', '--verbose'], { columns, isTTY: true })).stdout;
}

async function page(): Promise<string> {
  return manPage({
    version: VERSION,
    main: await helpOf([], 1_000),
    commands: await Promise.all(
      COMMANDS.map(async (name) => ({ name, help: await helpOf([name], 1_000) })),
    ),
    exitCodes: EXIT_CODES,
  });
}

describe('the documentation is what the product says today', () => {
  it('covers every command that the help names', async () => {
    const help = await helpOf([], 1_000);
    const listed = [...help.matchAll(/^ {2}([a-z-]+)(?:\|\S+)?(?: \S+)* {2,}/gm)].map(
      ([, name]) => name,
    );
    expect(listed.filter((name) => name !== 'help')).toEqual([...COMMANDS]);
  });

  it.each(COMMANDS)('docs/commands/%s.md', async (name) => {
    const help = await helpOf([name], 80);
    expectGeneratedFile(`docs/commands/${name}.md`, commandPage({ name, help }));
  });

  it('man/lusha-doctor.1', async () => {
    expectGeneratedFile('man/lusha-doctor.1', await page());
  });

  it(
    'and groff finds nothing to complain about in the manual page',
    { skip: lacks('groff') },
    async () => {
      const { status, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z'], {
        input: await page(),
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    },
  );

  it('src/commands/completion/scripts.json', () => {
    const text = `${JSON.stringify(completionScripts(), null, 2)}\n`;
    expectGeneratedFile('src/commands/completion/scripts.json', text);
  });
});
