import { describe, expect, it } from 'vitest';
import { whereItRuns } from '../../../src/key/where-it-runs.ts';
import { run } from '../../support/world.ts';

describe('whereItRuns', () => {
  it.each<[Record<string, string>, object]>([
    [{}, {}],
    [{ SHELL: '/bin/zsh' }, {}],
    [{ SHELL: '/usr/bin/fish' }, { shell: 'fish' }],
    [{ SHELL: '/opt/catfish' }, {}],
    [{ PSModulePath: 'C:\\Modules' }, { shell: 'powershell' }],
    [{ PSModulePath: 'C:\\Modules', SHELL: '/usr/bin/bash' }, {}],
    [
      { POWERSHELL_DISTRIBUTION_CHANNEL: 'x', SHELL: '/bin/bash', GITHUB_ACTIONS: 'true' },
      { shell: 'powershell', platform: 'github-actions' },
    ],
  ])('%j', (env, found) => {
    expect(whereItRuns(env)).toEqual(found);
  });
});

describe('a key is entered in the words of the shell', () => {
  it.each([
    [{ SHELL: '/bin/bash' }, 'read -rs LUSHA_API_KEY && export LUSHA_API_KEY'],
    [{ SHELL: '/usr/bin/fish' }, 'read -s -gx LUSHA_API_KEY'],
    [{ POWERSHELL_DISTRIBUTION_CHANNEL: 'x' }, '$env:LUSHA_API_KEY = Read-Host -MaskInput'],
  ])('%j', async (env, command) => {
    const { stdout } = await run(['check-key'], { env });
    expect(stdout).toContain(command);
    expect(stdout).not.toContain('gh secret');
  });
});
