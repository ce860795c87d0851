import { spawnSync } from 'node:child_process';

// A diagnosis is a success of the demo, whatever the exit code says about the simulated key.
const words = ['check-key', '--simulate', 'key-unknown'];
process.stdout.write(`$ lusha-doctor ${words.join(' ')}\n\n`);
const { status } = spawnSync(process.execPath, ['bin/lusha-doctor.js', ...words], {
  stdio: 'inherit',
});
process.stdout.write(
  `\n(exit code ${status})\nOther scenarios:  node bin/lusha-doctor.js simulate list\n`,
);
process.exitCode = status === 4 ? 0 : 1;
