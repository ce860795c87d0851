import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { run, type World } from '../support/world.ts';

/** What a shell would run, break out of a quote for, or expand. */
const HOSTILE = '/v3/x$(echo${IFS}PWNED>&2)`echo${IFS}PWNED`;echo${IFS}PWNED|cat&echo${IFS}PWNED';
const QUOTE = "/v3/x';echo${IFS}PWNED;'";

const FILES: World = {
  files: { 'ca.txt': 'no certificate', 'x$(echo PWNED>&2)': 'no certificate' },
};

interface Case {
  readonly what: string;
  readonly args: readonly string[];
  readonly world?: World;
}
const RUNS: readonly Case[] = [
  ...[HOSTILE, QUOTE].flatMap((path): readonly Case[] => [
    { what: 'a whole URL', args: ['probe', `https://evil.example${path}`] },
    { what: 'a path where the method is due', args: ['probe', path, '/v3/account/usage'] },
    { what: 'a path that can be charged', args: ['probe', 'GET', `/v2/person?x=${path}`] },
    { what: 'a body with GET', args: ['probe', 'GET', path, '-d', '{}'] },
    {
      what: 'an answer from elsewhere',
      args: ['explain', `HTTP/1.1 302 Found\nlocation: https://evil.example${path}\n\n`],
    },
    {
      what: 'a call in a text',
      args: ['explain', `GET https://api.lusha.com${path} failed with 404`, '--verbose'],
    },
  ]),
  {
    what: 'a file of authorities',
    args: ['check-key', '--ca', 'x$(echo PWNED>&2)', '--simulate', 'healthy'],
    world: FILES,
  },
  {
    what: 'a folder',
    args: ['explain', 'd$(echo PWNED>&2)'],
    world: { files: { 'd$(echo PWNED>&2)': { code: 'EISDIR' } } },
  },
];

/** The parts of a text that look like a command of this tool, of curl or of openssl. */
function commandsIn(text: string): readonly string[] {
  return text
    .split(/\n| {3}/)
    .flatMap(
      (line) =>
        /(?:lusha-doctor (?:probe|check-key|explain|watch)|curl -|openssl ).*/.exec(line) ?? [],
    );
}

describe('a command that is proposed', () => {
  it.each(RUNS)('runs nothing of what it quotes: $what', async ({ args, world = {} }) => {
    const ran = await run(args, world);
    const commands = commandsIn(`${ran.stdout}\n${ran.stderr}`);
    expect(commands).not.toEqual([]);
    for (const command of commands) {
      // `:` in the place of the programs: only what the shell itself makes of the line counts.
      const line = command.replaceAll(/lusha-doctor|curl|openssl|jq/g, ':').replaceAll('...', '');
      const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8', env: {} });
      expect([command, /^PWNED$/m.test(`${stdout}\n${stderr}`)]).toEqual([command, false]);
    }
  });
});
