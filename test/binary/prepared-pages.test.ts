import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lushaDoctor } from '../support/binary.ts';
import { run } from '../support/world.ts';

const statuses = readdirSync(new URL('../../dist/pages/', import.meta.url)).map((file) =>
  file.replace('.json', ''),
);

describe('the pages made ahead by the build', () => {
  it('exist for what is looked up most', () => {
    expect(statuses.toSorted()).toEqual(['403']);
  });

  it.each(statuses)('%s says what the catalogue says', async (status) => {
    const [built, worked] = await Promise.all([
      lushaDoctor(['explain', status], {}),
      run(['explain', status]),
    ]);
    expect(`${built.stdout}\n`).toBe(worked.stdout);
    expect(built.exitCode).toBe(worked.exitCode);
  });
});
