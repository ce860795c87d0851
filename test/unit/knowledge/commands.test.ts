import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import { REMEDIES } from '../../../src/knowledge/remedies.ts';
import { findEndpoint } from '../../../src/knowledge/look-up/endpoint-lookup.ts';

const COMMANDS = [
  ...new Set(
    [...CAUSES, ...REMEDIES]
      .flatMap(({ fixes }) => fixes.flatMap(({ command, verify }) => [command, verify?.command]))
      .filter((command) => command !== undefined),
  ),
].map((command) => ({ command }));

const PROBES = COMMANDS.flatMap(({ command }) =>
  [...command.matchAll(/lusha-doctor probe-endpoint ([A-Z]+) (\/\S+)/g)].map(
    ([, method = '', path = '']) => ({ method, path }),
  ),
);

describe('the commands people are told to run', () => {
  it.each(COMMANDS)('is valid shell: $command', ({ command }) => {
    const { status, stderr } = spawnSync('sh', ['-n', '-c', command], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each(COMMANDS)('keeps the key out of every argument list: $command', ({ command }) => {
    const pieces = command.split(/[|;]|&&/).filter((piece) => piece.includes('$LUSHA_API_KEY'));
    for (const piece of pieces) {
      expect(piece.trim()).toMatch(/^(printf |LUSHA_API_KEY="\$\(printf )/);
    }
  });

  it.each(PROBES)('probes an endpoint that can be probed free: $method $path', (probe) => {
    const found = findEndpoint(probe.method, probe.path);
    expect(found.kind === 'found' && found.endpoint.freeProbe).toBeTruthy();
  });
});

describe('texts that are shown as they stand', () => {
  it.each(CAUSES.map(({ id, title, tell }) => ({ id, shown: `${title} ${tell}` })))(
    '$id has no placeholder in title and tell',
    ({ shown }) => {
      expect(shown).not.toMatch(/\{\w+\|/);
    },
  );
});
