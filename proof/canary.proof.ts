import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../src/model/report-format.ts';
import { lushaDoctor } from '../test/support/binary.ts';
import { Servers } from '../test/support/servers.ts';
import { run, type World } from '../test/support/world.ts';
import { behaviours, pick, TRACES } from './behaviours.ts';
import { canaryOf } from './canary.ts';
import { part, share, type Tried, type Watch } from './part.ts';

const KEY = 'c4a7f00d-91b3-4e58-a2d6-7f3e5b1c8096';
const canary = canaryOf(KEY);

const COMMANDS: readonly (readonly string[])[] = [
  ['check-key'],
  ['check-key', '--no-extra-requests', '--no-status'],
  ['check-key', '--auth', 'bearer'],
  ['probe', 'account.usage'],
  ['probe', 'contacts.search', '--verbose'],
  ['probe', 'GET', '/v3/account/usage', '--show-body'],
  ['probe', 'account.usage', '--http-client', 'fetch'],
  ['probe', 'account.usage', '--http-client', 'undici'],
  ['probe', 'account.usage', '--http-client', 'node'],
  ['probe', 'account.usage', '--repeat', '2', '--interval', '0'],
  ['probe', 'account.usage', '--expect-json', 'message=x', '--expect-status', '200'],
  ['probe', 'POST', '/v3/contacts/search', '-d', '{"contacts":[{}]}', '--max-credits', '9'],
  ['probe', '--group', 'account'],
  ['probe', 'account.usage', '--dry-run'],
  ['watch-ratelimit', '--once'],
];
const VIEWS: readonly (readonly string[])[] = [
  ...FORMATS.map((format) => ['--format', format]),
  ['--verbose'],
  ['--support-text'],
  ['--quiet', '--case', 'case.json', '--output', 'a.json', '--output', 'b.txt', '--output', 'c.md'],
  ['--color'],
];
const SOURCES: readonly { readonly args: readonly string[]; readonly world: World }[] = [
  { args: [], world: { env: { LUSHA_API_KEY: KEY } } },
  { args: ['--key-env', 'OTHER'], world: { env: { OTHER: KEY } } },
  { args: ['--key-file', 'k.txt'], world: { files: { 'k.txt': `${KEY}\n` } } },
  { args: ['--key-stdin'], world: { stdin: KEY } },
  { args: [], world: { files: { '.env': `LUSHA_API_KEY="${KEY}"\n` } } },
  { args: [], world: { env: { LUSHA_API_KEY: ` "${KEY}" ` } } },
  {
    args: [],
    world: { env: { LUSHA_API_KEY: KEY }, files: { '.env': `LUSHA_API_KEY=${KEY}` } },
  },
];
const BEHAVIOURS = behaviours();

/** One run of the plan: every behaviour meets every command, with views and sources going round. */
function planned(index: number) {
  const round = Math.floor(index / BEHAVIOURS.length);
  const at = {
    behaviour: index % BEHAVIOURS.length,
    command: round % COMMANDS.length,
    view: (index + round * 3) % VIEWS.length,
    source: (index * 3 + round) % SOURCES.length,
  };
  const source = pick(SOURCES, at.source);
  const args = [...pick(COMMANDS, at.command), ...pick(VIEWS, at.view), ...source.args];
  const name = `${args.join(' ')} (server: ${pick(BEHAVIOURS, at.behaviour).name})`;
  return { at, args, world: source.world, name };
}

const ALL = BEHAVIOURS.length * COMMANDS.length;
/** Prime to everything the plan goes round by: a share of it has something of everything. */
const STEP = 211;

/** Runs a share of the plan, each run against its behaviour of the server. */
async function searched(
  count: number,
  watch: Watch,
  start: (args: readonly string[], world: World) => Promise<{ exitCode: number; all: string }>,
): Promise<Tried> {
  const finds = new Set<string>();
  const pairs = new Set<string>();
  let current = 0;
  let requests = 0;
  let bytes = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const names = request.rawHeaders.filter((_, at) => at % 2 === 0);
    const values = request.rawHeaders.filter((_, at) => at % 2 === 1);
    const others = values.filter((_, at) => !/^(?:api_key|authorization)$/i.test(names[at] ?? ''));
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const leak = canary.in([request.url, ...names, ...others, body].join('\n'));
      if (leak !== null) finds.add(`a request has the key (${leak}) outside its header`);
      pick(BEHAVIOURS, current).answer(KEY, response);
    });
  });
  const servers = new Servers();
  const { url } = await servers.http((...exchange) => server.emit('request', ...exchange));
  const base = ['--base-url', url, '--timeout', '2', '--deadline', '8'];
  let runs = 0;
  while (runs < count) {
    const index = (runs * STEP) % ALL;
    current = index;
    runs += 1;
    const { at, args, world, name } = planned(index);
    const list = Object.entries(at).map(([what, value]) => `${what} ${value}`);
    for (const one of list) for (const other of list) pairs.add(`${one}, ${other}`);
    const { exitCode, all } = await watch.time(() => start([...args, ...base], world));
    bytes += all.length;
    const leak = canary.in(all);
    if (leak !== null) finds.add(`the key (${leak}) is written: ${name}`);
    // That option is there to show the body as it came.
    const trace = args.includes('--show-body') ? undefined : TRACES.exec(all)?.[0];
    if (trace !== undefined) finds.add(`contact data (${trace}) is written: ${name}`);
    if (exitCode === 70 || exitCode === 2) finds.add(`ends with ${exitCode}: ${name}`);
  }
  await servers.close();
  const sizes = [BEHAVIOURS, COMMANDS, VIEWS, SOURCES].map(({ length }) => length);
  const possible = pairsOf(sizes);
  const seen = (pairs.size - new Set([...pairs].filter(isSame)).size) / 2;
  return {
    runs,
    finds: [...finds],
    note: `${requests} requests, ${(bytes / 1e6).toFixed(1)} MB searched, ${((100 * seen) / possible).toFixed(0)} % of all pairs`,
  };
}

function pairsOf(sizes: readonly number[]): number {
  const products = sizes.flatMap((one, at) => sizes.slice(at + 1).map((other) => one * other));
  return products.reduce((sum, product) => sum + product, 0);
}

function isSame(pair: string): boolean {
  const [one, other] = pair.split(', ');
  return one === other;
}

part('canary, in one process', (watch) =>
  searched(share(ALL), watch, async (args, world) => {
    const { exitCode, stdout, stderr, written } = await run(args, world);
    return { exitCode, all: [stdout, stderr, ...Object.values(written)].join('\n') };
  }),
);

part('canary, the binary', async (watch) => {
  const folder = await mkdtemp(join(tmpdir(), 'lusha-doctor-proof-'));
  try {
    return await searched(share(100), watch, async (args, world) => {
      const home = await mkdtemp(join(folder, 'run-'));
      for (const [name, text] of Object.entries(world.files ?? {})) {
        if (typeof text === 'string') await writeFile(join(home, name), text);
      }
      const { exitCode, stdout, stderr } = await lushaDoctor(args, {
        cwd: home,
        env: { ...world.env, HOME: home },
        input: typeof world.stdin === 'string' ? world.stdin : '',
        timeout: 30_000,
      });
      const names = await readdir(home, { recursive: true, withFileTypes: true });
      const files = await Promise.all(
        names
          .filter((entry) => entry.isFile() && world.files?.[entry.name] === undefined)
          .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')),
      );
      return { exitCode: exitCode ?? 70, all: [stdout, stderr, ...files].join('\n') };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
