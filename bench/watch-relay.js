/**
 * What the relay of `watch-ratelimit` costs, against a bare reverse proxy: node:http in front,
 * undici's Pool behind, nothing looked at. Upstream, relays and load are processes of their own;
 * every round measures each variant once, in changing order.
 *
 *   npm run build && node bench/watch-relay.js [rounds]
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';

const [first = '5', ...others] = process.argv.slice(2);
const SELF = fileURLToPath(import.meta.url);
const SEQUENTIAL = 1500;
const PARALLEL = 32;
const PARALLEL_MS = 2500;

if (first === 'upstream') await upstream();
else if (first === 'bare') await bare(others[0] ?? '');
else await compare(Number(first));

/** Answers like the API does: rate headers and a small JSON body. Echoes what is posted. */
async function upstream() {
  const body = JSON.stringify({ requestId: 'x', results: [], billing: { creditsCharged: 0 } });
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      request.pipe(response);
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': body.length,
      'x-rate-limit-daily': '50000',
      'x-daily-requests-left': '49000',
      'x-rate-limit-hourly': '5000',
      'x-hourly-requests-left': '4000',
    });
    response.end(body);
  });
  await listening(server);
}

/** @param {string} origin */
async function bare(origin) {
  const pool = new Pool(origin, { connections: 256 });
  const server = createServer((request, response) => {
    const { host: _host, connection: _connection, ...headers } = request.headers;
    pool.stream(
      { path: request.url ?? '/', method: /** @type {'GET'} */ (request.method), headers },
      ({ statusCode, headers }) => response.writeHead(statusCode, headers),
      () => {},
    );
  });
  await listening(server);
}

/** @param {import('node:http').Server} server */
async function listening(server) {
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
}

/** @param {number} rounds */
async function compare(rounds) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  try {
    const origin = await started(children, [SELF, 'upstream']);
    const variants = {
      direct: origin,
      bare: await started(children, [SELF, 'bare', origin]),
      relay: await started(children, [
        'bin/lusha-doctor.js',
        'watch',
        '--relay',
        '0',
        '--base-url',
        origin,
        '--json',
      ]),
    };
    console.log(`node ${process.versions.node}, ${cpus().length} cores, ${rounds} rounds`);
    /** @type {Record<string, { median: number[], rate: number[] }>} */
    const results = {};
    for (let round = -1; round < rounds; round += 1) {
      for (const [name, url] of shuffled(Object.entries(variants))) {
        const pool = new Pool(url, { connections: PARALLEL });
        const latency = await latencies(pool);
        const rate = await perSecond(pool);
        await pool.close();
        if (round < 0) continue;
        const own = (results[name] ??= { median: [], rate: [] });
        own.median.push(latency);
        own.rate.push(rate);
      }
    }
    report(results);
    await sameBytes(variants.relay);
  } finally {
    for (const child of children) child.kill('SIGTERM');
  }
}

/** @param {Record<string, { median: number[], rate: number[] }>} results */
function report(results) {
  const of = (/** @type {string} */ name) => results[name] ?? { median: [], rate: [] };
  for (const name of ['direct', 'bare', 'relay']) {
    const { median: latency, rate } = of(name);
    console.log(
      `${name.padEnd(8)} median ${median(latency).toFixed(3)} ms   ${median(rate).toFixed(0)} requests/s`,
    );
  }
  const added = median(of('relay').median.map((ms, at) => ms - (of('direct').median[at] ?? 0)));
  const share = median(of('relay').rate.map((rate, at) => rate / (of('bare').rate[at] ?? 1)));
  console.log(`added by the relay at the median: ${added.toFixed(3)} ms   ${verdict(added < 1)}`);
  console.log(
    `share of the bare proxy's rate: ${(share * 100).toFixed(0)} %   ${verdict(share >= 0.6)}`,
  );
}

/** @param {boolean} good */
function verdict(good) {
  return good ? 'within' : 'OVER';
}

/** One after the other; the median in milliseconds. @param {Pool} pool */
async function latencies(pool) {
  const times = [];
  for (let n = 0; n < SEQUENTIAL; n += 1) {
    const start = performance.now();
    await get(pool);
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Requests a second with many at once. @param {Pool} pool */
async function perSecond(pool) {
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      while (performance.now() - start < PARALLEL_MS) {
        await get(pool);
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - start)) * 1000;
}

/** @param {Pool} pool */
async function get(pool) {
  const { body } = await pool.request({ method: 'GET', path: '/v3/contacts/search' });
  await body.dump();
}

/** 50 MB there and back. @param {string} url */
async function sameBytes(url) {
  const sent = randomBytes(50 * 1024 * 1024);
  const start = performance.now();
  const response = await fetch(`${url}/echo`, { method: 'POST', body: sent });
  const received = Buffer.from(await response.arrayBuffer());
  const same = sum(sent) === sum(received);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`50 MB there and back in ${seconds} s: ${same ? 'every byte the same' : 'CHANGED'}`);
}

/** @param {Buffer} bytes */
function sum(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Starts a child and gives back the URL it prints first.
 *
 * @param {import('node:child_process').ChildProcess[]} children
 * @param {string[]} args
 * @returns {Promise<string>}
 */
async function started(children, args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  child.stdout.resume();
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended`)));
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => {
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
        if (url !== undefined) resolve(url);
      });
    }
  });
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

/**
 * @template T
 * @param {T[]} list
 * @returns {T[]}
 */
function shuffled(list) {
  return list
    .map((entry) => ({ entry, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}
