import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import { REMEDIES } from '../../../src/knowledge/remedies.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { adviceOfRun } from '../../../src/run/report/advice-of-run.ts';

/** Every command of this tool that the knowledge proposes anywhere. */
const OWN = [
  ...new Set(
    [...CAUSES, ...REMEDIES]
      .flatMap(({ fixes }) => fixes.map(({ command }) => command))
      .filter((command) => command !== undefined)
      .filter((command) => /^lusha-doctor [^|;&{]*$/.test(command)),
  ),
];

const DIAGNOSIS = diagnose({}).verdict;

/** What is proposed after a run of `args`, where the knowledge proposes `command`. */
function proposed(command: string, args: readonly string[]) {
  const step = { text: 'Do it.', command, verify: null, source: 'inferred' };
  const { diagnoses, next } = adviceOfRun(
    { diagnoses: [{ ...DIAGNOSIS, fixes: [step] }], next: command },
    args,
  );
  return [...diagnoses.flatMap(({ fixes }) => fixes.map((fix) => fix.command)), next];
}

describe('advice after a run', () => {
  it('there are commands to be told from the one that was run', () => {
    expect(OWN.length).toBeGreaterThan(5);
  });

  it.each(OWN)('is never the command that was run: %s', (command) => {
    const words = command.split(' ').slice(1);
    const target = ['--base-url', 'http://127.0.0.1:9', '--key-env', 'OTHER'];
    const output = ['--json', '--verbose', '--output', 'r.json'];
    for (const args of [words, [...words, ...target], [...words, ...output]]) {
      expect(proposed(command, args)).toEqual([null]);
    }
    expect(proposed(command, ['explain', 'something'])).toEqual([command, command]);
  });

  it('is not the same command under its short name', () => {
    expect(proposed('lusha-doctor check-key', ['check'])).toEqual([null]);
  });

  it('asks the same host with the same key, each word as a shell takes it', () => {
    const args = ['check-key', '--base-url', 'http://127.0.0.1:9', '--key-file', 'my key.txt'];
    const [command] = proposed('lusha-doctor probe-endpoint GET /v3/account/usage', args);
    expect(command).toBe(
      "lusha-doctor probe-endpoint GET /v3/account/usage --base-url http://127.0.0.1:9 --key-file 'my key.txt'",
    );
  });

  it.each([
    ['curl -sS https://api.lusha.com/v3', 'curl -x http://proxy.example:3128 -sS'],
    ['openssl s_client -connect api.lusha.com:443', 'openssl s_client -proxy proxy.example:3128'],
  ])('goes the same way as the run: %s', (command, start) => {
    const step = { text: 'Look.', command, verify: null, source: 'inferred' };
    const target = {
      origin: 'https://api.lusha.com',
      originSource: 'default',
      proxy: { url: 'http://proxy.example:3128', source: '--proxy' },
      extraCa: null,
    };
    const { diagnoses } = adviceOfRun(
      { diagnoses: [{ ...DIAGNOSIS, fixes: [step] }], next: null, target },
      ['check-key', '--proxy', 'http://proxy.example:3128'],
    );
    expect(diagnoses[0]?.fixes[0]?.command).toContain(start);
  });
});
