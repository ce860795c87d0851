import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packedForTests } from '../support/packed.ts';

const { project } = packedForTests();
const node = (file: string, source: string) => project().run(file, source);

describe('the simulator, installed', () => {
  it('does what the page about it shows', () => {
    const page = readFileSync('docs/simulator.md', 'utf8');
    const [, example = ''] = /^```js\n([^]*?)^```$/m.exec(page) ?? [];
    expect(node('example.mjs', example)).toBe('200 []\n');
  });

  it('can be required, and serves https', () => {
    const source = `const { startSimulator } = require('lusha-doctor/simulator');
const { request } = require('node:https');
startSimulator({ tls: true }).then(({ url, key, authority, close }) => {
  const options = { ca: authority, headers: { api_key: key } };
  request(url + '/v3/account/usage', options, (answer) => {
    console.log(answer.statusCode);
    close();
  }).end();
});`;
    expect(node('app.cjs', source)).toBe('200\n');
  });

  it.each([
    ['ES modules', 'app.mts'],
    ['CommonJS', 'app.cts'],
  ])('has types for %s', (_form, file) => {
    writeFileSync(
      join(project().folder, file),
      `import { startSimulator, type Misuse, type Simulator } from 'lusha-doctor/simulator';
export async function misuses(): Promise<readonly Misuse[]> {
  const simulator: Simulator = await startSimulator({ plan: 'free', limits: { day: null }, now: () => 0 });
  const statuses: readonly (number | null)[] = simulator.requests.map(({ status }) => status);
  await simulator.close();
  return statuses.length === 0 ? [] : simulator.summary().misuses;
}
// @ts-expect-error there is no such plan
void startSimulator({ plan: 'gold' });
`,
    );
    const options = '--noEmit --strict --module nodenext --target es2023 --lib es2023,dom --types';
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(process.cwd(), 'node_modules/typescript/bin/tsc'), ...options.split(' '), '', file],
      { cwd: project().folder, encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
