import { describe, it } from 'vitest';
import { EXIT_CODES } from '../../src/model/exit-code.ts';
import { expectGenerated } from '../support/generated.ts';
import { run } from '../support/world.ts';

describe('the README shows', () => {
  it('a real diagnosis', async () => {
    const { stdout } = await run(['check-key', '--simulate', 'key-unknown', '--ascii'], {
      columns: 80,
    });
    const steady = stdout
      .replace(/\d+\.\d+ s/, '0.04 s')
      .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
      .replaceAll(/(dns|tcp|first byte) \d+/g, '$1 0');
    expectGenerated(
      'README.md',
      'diagnosis',
      `\`\`\`console\n$ lusha-doctor check-key --simulate key-unknown\n${steady}\`\`\``,
    );
  });

  it('every exit code', () => {
    const rows = EXIT_CODES.map(({ code, meaning, act }) => `| ${code} | ${meaning} | ${act} |`);
    const head = ['| exit | meaning | what a CI step does |', '|---|---|---|'];
    expectGenerated('README.md', 'exit-codes', [...head, ...rows].join('\n'));
  });
});
