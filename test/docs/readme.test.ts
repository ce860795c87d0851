import { describe, it } from 'vitest';
import { EXIT_CODES } from '../../src/model/exit-code.ts';
import { expectGenerated } from '../support/generated.ts';

describe('the README shows', () => {
  it('every exit code', () => {
    const rows = EXIT_CODES.map(({ code, meaning, act }) => `| ${code} | ${meaning} | ${act} |`);
    const head = ['| exit | meaning | what a CI step does |', '|---|---|---|'];
    expectGenerated('README.md', 'exit-codes', [...head, ...rows].join('\n'));
  });
});
