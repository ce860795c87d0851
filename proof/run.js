/**
 * The proof of what docs/security.md promises: attacks that every run makes anew.
 *
 *   npm run proof [short] [PART ...]
 *
 * Loopback only. Ends with 1 when something was found.
 */
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const isShort = args.includes('short');
const parts = args.filter((arg) => arg !== 'short');

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'proof/vitest.config.js', ...parts],
  { stdio: 'inherit', env: { ...process.env, PROOF: isShort ? 'short' : 'long' } },
);
process.exitCode = status ?? 1;
