/**
 * Requests a second that the simulator answers, beside a generic mock of an equivalent OpenAPI
 * document (`@stoplight/prism-cli`). Both are processes of their own, loaded by `autocannon` in a
 * third one on the same machine, in turns: every round loads each of them with each request.
 *
 *   node bench/simulator.js [seconds] [rounds]
 *
 * The tools are installed into a folder of their own; BENCH_TOOLS names one that has them already.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

const [seconds = '4', rounds = '5'] = process.argv.slice(2);
const WANTED = 5000;
const CONNECTIONS = 20;
const TOOLS = ['autocannon@9.0.0', '@stoplight/prism-cli@5.14.2'];
const KEY = '7c1de0a4-3b52-4f6e-9a18-d0c705e1f2ab';
const FREE = 'minute=off,hour=off,day=off,endpoint=off';

const REQUESTS = {
  usage: ['GET', '/v3/account/usage', ''],
  search: [
    'POST',
    '/v3/contacts/search',
    JSON.stringify({ contacts: [{ clientReferenceId: 'r', email: 'alex@example.com' }] }),
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'lusha-doctor-bench-'));
/** @type {import('node:child_process').ChildProcess[]} */
const servers = [];
try {
  const tools = process.env.BENCH_TOOLS ?? install();
  const simulator = await started((port) => [
    join(import.meta.dirname, '../bin/lusha-doctor.js'),
    ...`simulate --quiet --port ${port} --limits ${FREE} --credits 1000000000`.split(' '),
  ]);
  const document = join(folder, 'openapi.json');
  writeFileSync(document, JSON.stringify(await openApi(simulator)));
  const prism = await started((port) => [
    join(tools, 'node_modules/.bin/prism'),
    ...`mock ${document} --port ${port} --verboseLevel silent`.split(' '),
  ]);
  console.log(
    `node ${process.versions.node}, ${process.platform}-${process.arch}, ${cpus().length} cores, ` +
      `${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s`,
  );
  for (const [name, [method = '', path = '', body = '']] of Object.entries(REQUESTS)) {
    /** @type {Record<'simulator' | 'prism', number[]>} */
    const rates = { simulator: [], prism: [] };
    for (let round = 0; round < Number(rounds); round += 1) {
      rates.simulator.push(load(tools, simulator + path, method, body));
      rates.prism.push(load(tools, prism + path, method, body));
    }
    const [own, other] = [median(rates.simulator), median(rates.prism)];
    console.log(
      `${name.padEnd(8)} simulator ${own.toFixed(0).padStart(6)}/s   prism ${other.toFixed(0).padStart(5)}/s` +
        `   ${(own / other).toFixed(1)} times   ${own >= WANTED ? `over ${WANTED}` : `UNDER ${WANTED}`}`,
    );
  }
} finally {
  for (const server of servers) server.kill();
  rmSync(folder, { recursive: true });
}

function install() {
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...TOOLS], {
    stdio: 'ignore',
  });
  return folder;
}

/**
 * Starts a server on a free port and gives its base URL once it can be reached.
 *
 * @param {(port: string) => string[]} command
 * @returns {Promise<string>}
 */
async function started(command) {
  const port = await freePort();
  const args = command(String(port));
  const server = spawn(process.execPath, args, { stdio: 'ignore' });
  servers.push(server);
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300 && server.exitCode === null; attempt += 1) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${args[0]} did not start (exit code ${server.exitCode})`);
}

/**
 * One round of load; fails when any answer is not a 200.
 *
 * @param {string} tools
 * @param {string} url
 * @param {string} method
 * @param {string} body
 */
function load(tools, url, method, body) {
  const output = execFileSync(
    process.execPath,
    [
      join(tools, 'node_modules/autocannon/autocannon.js'),
      ...`-c ${CONNECTIONS} -d ${seconds} -m ${method} --json --no-progress`.split(' '),
      ...`-H api_key=${KEY} -H content-type=application/json`.split(' '),
      ...(body === '' ? [] : ['-b', body]),
      url,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const { requests, non2xx, errors } = JSON.parse(output);
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return requests.average;
}

/**
 * The two operations as an OpenAPI document, the simulator's own answers as its examples.
 *
 * @param {string} base
 */
async function openApi(base) {
  /** @type {Record<string, object>} */
  const paths = {};
  for (const [method = '', path = '', body = ''] of Object.values(REQUESTS)) {
    const response = await fetch(base + path, {
      method,
      headers: { api_key: KEY, 'content-type': 'application/json' },
      ...(body === '' ? {} : { body }),
    });
    const example = await response.json();
    const requestBody = {
      required: true,
      content: { 'application/json': { schema: body === '' ? {} : schemaOf(JSON.parse(body)) } },
    };
    paths[path] = {
      [method.toLowerCase()]: {
        security: [{ key: [] }],
        ...(body === '' ? {} : { requestBody }),
        responses: {
          200: {
            description: 'as the simulator answers',
            content: { 'application/json': { schema: schemaOf(example), example } },
          },
        },
      },
    };
  }
  return {
    openapi: '3.0.3',
    info: { title: 'two operations', version: '1' },
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'api_key' } } },
    paths,
  };
}

/**
 * @param {unknown} value
 * @returns {object}
 */
function schemaOf(value) {
  if (Array.isArray(value)) return { type: 'array', items: schemaOf(value[0]) };
  if (typeof value !== 'object' || value === null) return { type: typeof value };
  const members = Object.entries(value);
  return {
    type: 'object',
    required: members.map(([name]) => name),
    properties: Object.fromEntries(members.map(([name, member]) => [name, schemaOf(member)])),
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
