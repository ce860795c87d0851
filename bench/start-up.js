/**
 * Start-up time as a ratio to `node -e 0`. Whole processes, interleaved: every round starts each
 * variant once in random order, and the ratio is the median of the ratios within rounds, so a
 * machine that changes speed in between does not change the result.
 *
 *   node bench/start-up.js [rounds]
 */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { cpus } from 'node:os';

const [argument = '40'] = process.argv.slice(2);
const rounds = Number(argument);
const bin = 'bin/lusha-doctor.js';
const port = await refusedPort();
// The environment as it is: what a user sets (an extra CA file, say) costs every Node start alike.
const env = {
  ...process.env,
  NO_COLOR: '1',
  LUSHA_API_KEY: '00000000-0000-4000-8000-000000000001',
};

/** @type {Record<string, { args: string[], exit: number }>} */
const variants = {
  'node -e 0': { args: ['-e', '0'], exit: 0 },
  '--help': { args: [bin, '--help'], exit: 0 },
  'explain 403': { args: [bin, 'explain', '403'], exit: 0 },
  'explain 401': { args: [bin, 'explain', '401'], exit: 0 },
  'check-key, refused port': {
    args: [bin, 'check-key', '--base-url', `https://127.0.0.1:${port}`],
    exit: 3,
  },
  'check-key --simulate': { args: [bin, 'check-key', '--simulate', 'healthy'], exit: 0 },
};

const names = Object.keys(variants);
/** @type {Record<string, number[]>} */
const times = Object.fromEntries(names.map((name) => [name, []]));
for (let round = -2; round < rounds; round += 1) {
  for (const name of shuffled(names)) {
    const ms = run(name);
    if (round >= 0) times[name]?.push(ms);
  }
}

const base = times['node -e 0'] ?? [];
console.log(
  `node ${process.versions.node}, ${process.platform}-${process.arch}, ${cpus()[0]?.model}, ${rounds} rounds`,
);
for (const name of names) {
  const own = times[name] ?? [];
  const ratio = median(own.map((ms, round) => ms / (base[round] ?? ms)));
  console.log(
    `${name.padEnd(26)} ${median(own).toFixed(0).padStart(5)} ms   ratio ${ratio.toFixed(2)}`,
  );
}

/** @param {string} name */
function run(name) {
  const variant = variants[name];
  if (variant === undefined) throw new Error(name);
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, variant.args, { env, stdio: 'ignore' });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== variant.exit) throw new Error(`${name} exited ${status}, not ${variant.exit}`);
  return ms;
}

/** A port of this machine where nothing listens. */
function refusedPort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : 0));
    });
  });
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

/** @param {string[]} list */
function shuffled(list) {
  return list
    .map((entry) => ({ entry, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}
