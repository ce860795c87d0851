import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../../src/knowledge/catalogue.ts';
import { ENDPOINTS } from '../../../../src/knowledge/endpoints.ts';
import { SCENARIOS } from '../../../../src/simulator/scenarios.ts';
import { run } from '../../../support/world.ts';

/** What a shell would be offered: values, and whether it may offer files of its own. */
async function completed(words: readonly string[]) {
  const { stdout, exitCode } = await run(['complete', '--', ...words]);
  const lines = stdout.trimEnd().split('\n');
  const directive = lines.pop();
  return { exitCode, values: lines.map((line) => line.split('\t')[0]), files: directive === ':0' };
}

describe('completion', () => {
  it.each([
    ['a command', ['ch'], ['check-key']],
    ['an option', ['check-key', '--fa'], ['--fail-on']],
    ['the value of an option', ['check-key', '--format', 'j'], ['json', 'junit']],
    ['the value behind a sign', ['check-key', '--format=j'], ['json', 'junit']],
    [
      'the value behind a sign, as bash cuts it',
      ['check-key', '--format', '=', 'j'],
      ['json', 'junit'],
    ],
    [
      'the value right behind the sign, as bash cuts it',
      ['check-key', '--fail-on', '='],
      ['fail', 'warn'],
    ],
    ['an option by an alias of its command', ['key', '--key-s'], ['--key-stdin']],
    ['a cause', ['explain', 'key-unk'], ['key-unknown']],
    ['a status', ['explain-error', '42'], ['422', '429']],
    ['a scenario', ['simulate', 'quota-h'], ['quota-hour-exhausted']],
    ['a scenario as a value', ['probe', '--simulate', 'service-d'], ['service-down']],
    ['a method', ['probe', 'P'], ['POST']],
    ['a path of the method', ['probe', 'GET', '/v3/account/us'], ['/v3/account/usage']],
    ['an argument after options', ['simulate', '--port', '0', 'quota-h'], ['quota-hour-exhausted']],
    ['a topic', ['help', 'exit'], ['exit-codes']],
    ['a shell', ['completion', 'z'], ['zsh']],
    ['nothing where nothing fits', ['check-key', 'x'], []],
    ['nothing twice', ['check-key', '--json', '--js'], []],
    ['again what is repeatable', ['check-key', '--skip', 'key', '--ski'], ['--skip']],
  ])('offers %s', async (_what, words, values) => {
    expect(await completed(words)).toEqual({ exitCode: 0, values, files: false });
  });

  it.each([['--key-file'], ['--ca'], ['--case'], ['--output'], ['--config']])(
    'leaves the value of %s to the shell, which knows files',
    async (option) => {
      expect(await completed(['check-key', option, ''])).toEqual({
        exitCode: 0,
        values: [],
        files: true,
      });
    },
  );

  it.each([
    ['causes', ['explain', ''], CAUSES.map(({ id }) => id)],
    ['scenarios', ['check-key', '--simulate', ''], SCENARIOS.map(({ name }) => name)],
    [
      'endpoints',
      ['probe', ''],
      ENDPOINTS.filter(({ state }) => state === 'current').map(({ id }) => id),
    ],
  ])('knows all %s', async (_what, words, known) => {
    const { values } = await completed(words);
    expect(values).toEqual(expect.arrayContaining(known));
  });

  it('hides what is not for people', async () => {
    expect((await completed([''])).values).not.toContain('complete');
    expect((await completed(['check-key', '--ke'])).values).not.toContain('--key');
  });

  it.each(['$(touch x)', '`x`', '; x', '\u001B[2J', '--', '='])(
    'takes %j as a word like any other',
    async (word) => {
      expect(await completed(['explain', word, ''])).toMatchObject({ exitCode: 0, files: false });
    },
  );
});
