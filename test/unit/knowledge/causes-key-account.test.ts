import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { fillCommand } from '../../../src/diagnosis/fill.ts';
import { rank } from '../../../src/diagnosis/rank.ts';
import { causeById, CAUSES } from '../../../src/knowledge/catalogue.ts';
import { KEY_DEFECTS } from '../../../src/model/fact.ts';

const KEY = '01234567-89ab-cdef-0123-456789abcdef';

describe('causes of the text of a key', () => {
  it.each(KEY_DEFECTS)('explain the defect %s for certain and by one cause', (defect) => {
    const keyDefects = { name: 'keyDefects', value: [defect], seenIn: 'the key' } as const;
    const { candidates } = rank(CAUSES, { keyDefects });
    expect(candidates.map(({ certainty }) => certainty)).toEqual(['certain']);
  });
});

describe.skipIf(process.platform === 'win32')('commands that repair a key', () => {
  it.each([
    { cause: 'key-has-line-break', value: `${KEY}\r\n` },
    { cause: 'key-has-blanks', value: ` ${KEY}\t` },
    { cause: 'key-has-blank-inside', value: KEY.replace('-', '- ') },
    { cause: 'key-has-quotes', value: `'"${KEY}"'` },
    { cause: 'key-has-quotes', value: `\u201C${KEY}\u201D` },
    { cause: 'key-has-invisible-characters', value: `\uFEFF${KEY}\u200B\u00A0` },
    { cause: 'key-has-scheme-prefix', value: `Bearer ${KEY}` },
    { cause: 'key-has-scheme-prefix', value: `api_key: ${KEY}` },
    { cause: 'key-is-doubled', value: KEY + KEY },
  ])('leave a key that passes the verification of $cause', ({ cause, value }) => {
    const fix = causeById(cause)?.fixes[0];
    if (fix?.command === undefined || fix.verify === undefined) {
      throw new Error(`${cause} has no command to run and verify`);
    }
    const [repair, verify] = [fix.command, fix.verify.command].map((text) => fillCommand(text, {}));
    expect(shell(`${verify} || true`, value)).not.toBe(fix.verify.expect);
    expect(shell(`${repair} && ${verify}`, value)).toBe(fix.verify.expect);
  });
});

/** Runs a command with a key in its environment and returns what it prints. */
function shell(command: string, key: string): string {
  const env = { ...process.env, LUSHA_API_KEY: key };
  return execFileSync('bash', ['-c', command], { env, encoding: 'utf8' }).trim();
}
