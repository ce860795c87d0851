import { spawnSync } from 'node:child_process';
import { it } from 'vitest';

/**
 * `it` for a test that needs a program of the system. Without it the test is skipped, and says so;
 * where TEST_TOOLS names the program, as CI does after installing it, the test runs whatever happens.
 */
export function itWith(tool: string) {
  const promised = (process.env['TEST_TOOLS'] ?? '').split(' ').includes(tool);
  return it.skipIf(!promised && spawnSync('which', [tool]).status !== 0);
}
