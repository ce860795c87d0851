/**
 * What a probe costs beside curl, and what a hostile body costs in memory. Starts its servers on
 * 127.0.0.1 itself and stops them. Whole processes, interleaved: every round starts each variant
 * once in random order; what is reported are medians of the ratios within rounds.
 *
 *   node bench/probe.js [rounds]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { createServer as createPlainServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';

const [argument = '40'] = process.argv.slice(2);
const rounds = Number(argument);
const BIN = 'bin/lusha-doctor.js';
const KEY = '00000000-0000-4000-8000-000000000001';
const PATH = '/v3/account/usage';
const GIB = 1024 ** 3;
/** Exit code for an answer that is not Lusha's. */
const NOT_LUSHA = 3;
const folder = mkdtempSync(join(tmpdir(), 'lusha-doctor-bench-'));
const ca = join(folder, 'ca.pem');
const peakFile = join(folder, 'peak');
const peakHook = join(folder, 'peak.cjs');
writeFileSync(
  peakHook,
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peakFile)}, String(process.resourceUsage().maxRSS)));`,
);

// What a user sets costs every Node start alike, so Node alone starts with the extra CA file too.
const env = {
  PATH: process.env['PATH'],
  NO_COLOR: '1',
  LUSHA_API_KEY: KEY,
  NODE_EXTRA_CA_CERTS: ca,
};

try {
  console.log(
    `node ${process.versions.node}, ${process.platform}-${process.arch}, ${cpus()[0]?.model}, ${rounds} rounds`,
  );
  await besideCurl();
  await memory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function besideCurl() {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  writeFileSync(ca, cert);
  const daily = { limit: 1500, used: 3, remaining: 1497, resetsAt: '2099-01-01T00:00:00Z' };
  const usage = JSON.stringify({
    credits: { total: 480, used: 12, remaining: 468 },
    rateLimits: { daily, hourly: null, minute: null },
    plan: { category: 'professional' },
  });
  const server = createServer({ cert, key }, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(usage);
  });
  const base = `https://127.0.0.1:${await listen(server)}`;
  const probe = [BIN, 'probe-endpoint', 'GET', PATH, '--base-url', base];
  const headers = ['-H', `api_key: ${KEY}`, '-H', 'accept: application/json', '--compressed'];
  const curl = ['-sS', '-o', '/dev/null', '--http1.1', '--cacert', ca, ...headers];
  /** @type {Record<string, () => Promise<number>>} */
  const variants = {
    node: () => timed(process.execPath, ['-e', '0']),
    probe: () => timed(process.execPath, probe),
    curl: () => timed('curl', [...curl, `${base}${PATH}`]),
  };
  /** @type {Record<string, number[]>} */
  const times = { node: [], probe: [], curl: [] };
  for (let round = -2; round < rounds; round += 1) {
    for (const name of shuffled(Object.keys(variants))) {
      const ms = (await variants[name]?.()) ?? 0;
      if (round >= 0) times[name]?.push(ms);
    }
  }
  const { node = [], probe: probed = [], curl: curled = [] } = times;
  const beyond = probed.map((ms, round) => ms - (node[round] ?? 0));
  const ratios = beyond.map((ms, round) => ms / (curled[round] ?? 1));
  show('node -e 0', node);
  show('curl', curled);
  show('probe-endpoint', probed);
  show('probe-endpoint beyond node', beyond);
  console.log(`ratio to curl, beyond node  ${median(ratios).toFixed(2)}`);

  const exchanges = [];
  const totals = [];
  for (let round = 0; round < rounds; round += 1) {
    const report = JSON.parse(await output(process.execPath, [...probe, '--json']));
    exchanges.push(report.exchanges[0].totalMs);
    const total = await output('curl', [...curl, '-w', '%{time_total}', `${base}${PATH}`]);
    totals.push(Number(total) * 1000);
  }
  show('the exchange alone, probe', exchanges);
  show('the exchange alone, curl', totals);
  await stop(server);
}

async function memory() {
  writeFileSync(ca, '');
  const chunk = Buffer.alloc(64 * 1024, '{"a":"');
  // A gzip body may consist of several members: 64 of 16 MiB unpack to 1 GiB.
  const member = gzipSync(Buffer.alloc(GIB / 64));
  const server = createPlainServer((request, response) => {
    const kind = request.headers['x-body'];
    response.on('error', () => {});
    if (kind === 'bomb') {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(Buffer.concat(Array.from({ length: 64 }, () => member)));
      return;
    }
    if (kind === 'small') {
      response.end('{}');
      return;
    }
    response.writeHead(200, { 'content-length': GIB });
    let left = GIB / chunk.length;
    const pour = () => {
      while (left > 0 && !response.destroyed) {
        left -= 1;
        if (!response.write(chunk)) return;
      }
      response.end();
    };
    response.on('drain', pour);
    pour();
  });
  const base = `http://127.0.0.1:${await listen(server)}`;
  for (const kind of ['small', 'endless', 'bomb']) {
    const peaks = [];
    for (let round = 0; round < 5; round += 1) {
      const args = [
        BIN,
        'probe-endpoint',
        'GET',
        PATH,
        '--base-url',
        base,
        '-H',
        `x-body: ${kind}`,
      ];
      await timed(process.execPath, ['--require', peakHook, ...args], NOT_LUSHA);
      peaks.push(Number(readFileSync(peakFile, 'utf8')) / 1024);
    }
    const worst = Math.max(...peaks);
    const verdict = worst < 120 ? 'within 120' : 'OVER 120';
    console.log(`peak memory, ${kind.padEnd(8)} body  ${worst.toFixed(1)} MiB   ${verdict}`);
  }
  await stop(server);
}

/** Milliseconds of a whole process. @param {string} program @param {readonly string[]} args */
function timed(program, args, exitCode = 0) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(program, args, { env, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === exitCode) resolve(Number(process.hrtime.bigint() - start) / 1e6);
      else reject(new Error(`${program} ${args.join(' ')} exited ${code}, not ${exitCode}`));
    });
  });
}

/** Stdout of a process. @param {string} program @param {readonly string[]} args */
function output(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
    });
    child.on('error', reject);
    child.on('close', () => resolve(text));
  });
}

/** @param {import('node:net').Server} server @returns {Promise<number>} */
function listen(server) {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

/** @param {import('node:http').Server | import('node:https').Server} server */
function stop(server) {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(resolve);
  });
}

/** @param {string} name @param {readonly number[]} values */
function show(name, values) {
  console.log(`${name.padEnd(27)} ${median(values).toFixed(1).padStart(6)} ms`);
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** @template T @param {readonly T[]} list */
function shuffled(list) {
  return list
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
