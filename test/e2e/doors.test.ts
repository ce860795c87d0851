import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/model/version.ts';
import { TEST_KEY } from '../support/probing.ts';
import { run } from '../support/world.ts';

const HEALTHY = ['--simulate', 'healthy', '--quiet'];

describe('doors that people try', () => {
  it.each(['check', 'key', 'doctor'])('%s is check-key', async (word) => {
    expect((await run([word, ...HEALTHY])).stdout).toMatch(/^PASS .*The key works/);
  });

  it.each([['version'], ['--version'], ['-V']])('%s is the version', async (word) => {
    expect(await run([word])).toMatchObject({ exitCode: 0, stdout: `${VERSION}\n` });
  });

  it('-v alone is the version, with all there is to know', async () => {
    const { exitCode, stdout } = await run(['-v']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^lusha-doctor +\d[^]*^node +\d/m);
  });

  it.each([
    ['of a command', ['check-key', TEST_KEY]],
    ['of another command', ['watch', '--once', TEST_KEY]],
    ['of none', [TEST_KEY]],
  ])('a key typed as an argument %s is warned about and not shown', async (_what, args) => {
    const { exitCode, stdout, stderr } = await run(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/every process on this machine/);
    expect(stderr).not.toContain(TEST_KEY);
  });

  it.each([
    ['body.json', /-d @body\.json/],
    ['{"contacts":[1,]}', /line 1, column 16/],
    ['{"contacts":', /ends too early|line 1, column 13/],
  ])('a body of %s says what is wrong with it', async (body, says) => {
    const ran = await run(['probe', 'POST', '/v3/contacts/search', '-d', body, ...HEALTHY]);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toMatch(says);
  });

  it('the bare name shows the five commands and two examples', async () => {
    const { stderr } = await run([]);
    for (const name of [
      'check-key',
      'probe-endpoint',
      'explain-error',
      'watch-ratelimit',
      'simulate',
    ]) {
      expect(stderr).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    }
    expect(stderr.match(/^ {2}# /gm)).toHaveLength(2);
  });
});
