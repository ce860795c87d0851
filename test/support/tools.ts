import { spawnSync } from 'node:child_process';

/**
 * True when a test has to be skipped because the system lacks a program it needs. Where TEST_TOOLS
 * names the program, as in CI after its installation, nothing is skipped: it has to be there.
 */
export function lacks(tool: string): boolean {
  if ((process.env['TEST_TOOLS'] ?? '').split(' ').includes(tool)) return false;
  return spawnSync('which', [tool]).status !== 0;
}
