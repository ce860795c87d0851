import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../../src/model/shell-word.ts';

describe('shellWord', () => {
  it('comes out of a shell as it went in', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().filter((text) => !text.includes('\0')),
          { maxLength: 8 },
        ),
        (words) => {
          const { stdout } = spawnSync(
            'sh',
            ['-c', `printf '%s\\0' ${words.map(shellWord).join(' ')} end`],
            { encoding: 'utf8' },
          );
          expect(stdout).toBe([...words, 'end', ''].join('\0'));
        },
      ),
      { numRuns: 25 },
    );
  });
});
