import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { simulating } from '../support/simulating.ts';
import { run } from '../support/world.ts';

const PAGE = readFileSync(new URL('../../docs/simulator.md', import.meta.url), 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(PAGE)?.[1] ?? '';

describe('docs/simulator.md', () => {
  it.each(['trial-ends', 'bad-afternoon'])('shows a scenario file that works: %s', async (name) => {
    const files = { 'lusha-scenarios.json': block('json') };
    const args = [name, '--scenario-file', 'lusha-scenarios.json'];
    const simulation = await simulating(args, { files });
    await simulation.stop();
    expect(simulation.ready.scenario).toBe(name);
  });

  it('names options that exist', async () => {
    const { stdout } = await run(['simulate', '--help', '--verbose']);
    const named = [...PAGE.matchAll(/--[a-z][a-z-]+/g)].map(([option]) => option);
    expect(named.length).toBeGreaterThan(10);
    for (const option of named) expect(stdout).toContain(option);
  });
});
