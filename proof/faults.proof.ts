import { execa } from 'execa';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BIN } from '../test/support/binary.ts';
import { recorder, usageOfV3 } from '../test/support/recorder.ts';
import { afterRequest, Servers } from '../test/support/servers.ts';
import { canaryOf } from './canary.ts';
import { pick } from './behaviours.ts';
import { isShort, part, share, type Watch } from './part.ts';

const KEY = 'c4a7f00d-91b3-4e58-a2d6-7f3e5b1c8096';
const canary = canaryOf(KEY);
const STACK = /\n\s+at |node:internal|\(node:\d+\)|UnhandledPromise|FATAL|core dumped/;
const EXIT_CODES = [0, 1, 2, 3, 4, 5, 6, 7, 8];
/** A run with a time limit of two seconds may take so long on a slow machine. */
const LONGEST_MS = 15_000;

interface Fault {
  readonly name: string;
  /** A line for sh; `$RUN` is the program with its arguments. */
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that would be a lie. */
  readonly never?: readonly number[];
}

/** In the place of the shell, so that whoever ends that ends the program. */
const RUN = 'exec "$@"';
const PIPED = '"$@"';

/** Faults of the place where it runs. Root may write everywhere but in /proc. */
const FAULTS: readonly Fault[] = [
  { name: 'a full disk on stdout', shell: `${RUN} >/dev/full`, never: [0] },
  { name: 'a full disk on stderr', shell: `${RUN} 2>/dev/full` },
  { name: 'a full disk on both', shell: `${RUN} >/dev/full 2>&1`, never: [0] },
  { name: 'a closed stdout', shell: `${RUN} >&-` },
  { name: 'a closed stderr', shell: `${RUN} 2>&-` },
  { name: 'a closed stdin', shell: `${RUN} <&-` },
  { name: 'all streams closed', shell: `${RUN} <&- >&- 2>&-` },
  { name: 'a reader that leaves at once', shell: `${PIPED} | true` },
  { name: 'a reader that leaves soon', shell: `${PIPED} | head -c 20` },
  {
    name: 'a home that takes nothing',
    shell: RUN,
    env: { HOME: '/proc/1', XDG_CACHE_HOME: '/proc/1' },
  },
  {
    name: 'a home that is a file',
    shell: RUN,
    env: { HOME: '/dev/null', XDG_CACHE_HOME: '/dev/null' },
  },
  { name: 'no home', shell: `unset HOME; ${RUN}` },
  { name: 'a deleted folder', shell: `mkdir gone && cd gone && rmdir ../gone && ${RUN}` },
  { name: 'files of no length', shell: `ulimit -f 0; ${RUN}` },
  // With fewer Node itself breaks down before anything of ours runs.
  ...[18, 20, 21, 22, 24, 28, 32, 40].map((most) => ({
    name: `${most} open files`,
    shell: `ulimit -n ${most}; ${RUN}`,
  })),
  { name: 'a pipe without a writer as .env', shell: `mkfifo .env; unset LUSHA_API_KEY; ${RUN}` },
  { name: 'a pipe without a writer as config', shell: `mkfifo lusha-doctor.config.json; ${RUN}` },
  { name: 'a folder as .env', shell: `mkdir .env; unset LUSHA_API_KEY; ${RUN}` },
  { name: 'a clock a year ahead', shell: RUN, env: { NODE_OPTIONS: '--require ./ahead.cjs' } },
  { name: 'a clock a year behind', shell: RUN, env: { NODE_OPTIONS: '--require ./behind.cjs' } },
  { name: 'a clock that jumps', shell: RUN, env: { NODE_OPTIONS: '--require ./jumps.cjs' } },
  { name: 'no variable at all', shell: `exec env -i ${PIPED}` },
  {
    name: 'an odd locale',
    shell: RUN,
    env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'C', TZ: 'Pacific/Kiritimati' },
  },
  { name: 'an unknown time zone', shell: RUN, env: { TZ: '../../etc/passwd' } },
];

const NETWORK = ['--timeout', '2', '--deadline', '4', '--base-url'];

function commandsFor(url: string): readonly (readonly string[])[] {
  return [
    ['check-key', ...NETWORK, url],
    ['check-key', '--json', '--output', 'out/a.json', '--case', 'case.json', ...NETWORK, url],
    ['probe', 'account.usage', ...NETWORK, url],
    ['probe', 'account.usage', '--http-client', 'fetch', '--format', 'junit', ...NETWORK, url],
    ['watch-ratelimit', '--once', '--record', 'r.ndjson', ...NETWORK, url],
    ['explain', 'HTTP 401 {"message":"Invalid API key"}'],
    ['explain', '429', '--json'],
    ['check-key', '--simulate', 'key-unknown'],
    ['simulate', 'list'],
    ['--help'],
  ];
}

const JUMPS = `
const real = Date.now;
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...parts) { super(...(parts.length === 0 ? [Date.now()] : parts)); }
  static now() { return OFFSET; }
};`;

async function folderWithClocks(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lusha-doctor-faults-'));
  const year = 365 * 86_400_000;
  const clock = (offset: string): string => JUMPS.replace('OFFSET', offset);
  await writeFile(join(folder, 'ahead.cjs'), clock(`real() + ${year}`));
  await writeFile(join(folder, 'behind.cjs'), clock(`real() - ${year}`));
  await writeFile(join(folder, 'jumps.cjs'), clock(`real() + (Math.random() - 0.5) * ${year}`));
  return folder;
}

/** What is wrong with how a run ended; null when nothing is. */
function wrongIn(
  ran: {
    exitCode?: number | undefined;
    signal?: string | undefined;
    timedOut: boolean;
    stdout: string;
    stderr: string;
  },
  allowed: readonly number[],
): string | null {
  const all = `${ran.stdout}\n${ran.stderr}`;
  if (ran.timedOut) return `takes more than ${LONGEST_MS} ms`;
  if (ran.exitCode === undefined) return `dies of ${ran.signal}`;
  if (!allowed.includes(ran.exitCode))
    return `ends with ${ran.exitCode}: ${ran.stderr.slice(0, 200)}`;
  const stack = STACK.exec(all)?.[0];
  if (stack !== undefined) return `shows a stack (${JSON.stringify(stack)})`;
  const leak = canary.in(all);
  return leak === null ? null : `writes the key (${leak})`;
}

part('faults of the machine', async (watch) => {
  const servers = new Servers();
  const { url } = await servers.http(recorder(usageOfV3).handle);
  const finds: string[] = [];
  let runs = 0;
  const commands = commandsFor(url);
  for (const [at, { name, shell, env, never = [] }] of FAULTS.entries()) {
    // The short form takes two commands for each fault, others from fault to fault.
    const chosen = isShort ? [0, 3].map((step) => pick(commands, at + step)) : commands;
    for (const args of chosen) {
      const folder = await folderWithClocks();
      runs += 1;
      const ran = await watch.time(() =>
        execa('sh', ['-c', shell, 'sh', process.execPath, BIN, ...args], {
          cwd: folder,
          reject: false,
          extendEnv: false,
          input: '',
          timeout: LONGEST_MS,
          env: { PATH: process.env['PATH'] ?? '', HOME: folder, LUSHA_API_KEY: KEY, ...env },
        }),
      );
      const isNodeUnable = name.endsWith('open files') && isOfNode(ran.stderr);
      const wrong = isNodeUnable
        ? null
        : wrongIn(
            ran,
            EXIT_CODES.filter((code) => !never.includes(code)),
          );
      if (wrong !== null) finds.push(`${name}, ${args.join(' ')}: ${wrong}`);
      await rm(folder, { recursive: true, force: true });
    }
  }
  await servers.close();
  return { runs, finds, note: `${FAULTS.length} faults, real processes` };
});

/** With so few files Node itself does not come up, or cannot load a module: nothing of ours ran. */
function isOfNode(stderr: string): boolean {
  return /EMFILE|too many open files|node::|Cannot find module/.test(stderr);
}

interface Phase {
  readonly name: string;
  /** Where a run is stuck until it is ended. */
  url(servers: Servers): Promise<string>;
}

const PHASES: readonly Phase[] = [
  {
    name: 'no answer',
    url: async (servers) => (await servers.tcp((socket) => void socket.resume())).url,
  },
  {
    name: 'TLS that stays silent',
    url: async (servers) => (await servers.tcp((socket) => void socket.resume(), 'https')).url,
  },
  {
    name: 'half a head',
    url: async (servers) =>
      (
        await servers.tcp(
          afterRequest((socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-ty')),
        )
      ).url,
  },
  {
    name: 'a body without end',
    url: async (servers) => {
      const endless = afterRequest((socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"a":"');
        const timer = setInterval(() => socket.write('x'), 50);
        socket.on('close', () => clearInterval(timer));
      });
      return (await servers.tcp(endless)).url;
    },
  },
  {
    name: 'a healthy server',
    url: async (servers) => (await servers.http(recorder(usageOfV3).handle)).url,
  },
];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const AT_SIGNAL_MS = 6000;
const STUCK: readonly (readonly string[])[] = [
  ['check-key'],
  ['probe', 'account.usage', '--json'],
  ['probe', 'account.usage', '--http-client', 'undici'],
  ['watch-ratelimit', '--interval', '30'],
];

part('signals at each phase', async (watch) => {
  const servers = new Servers();
  const urls = await Promise.all(PHASES.map((phase) => phase.url(servers)));
  const finds: string[] = [];
  const count = share(150);
  for (let run = 0; run < count; run += 1) {
    const phase = pick(PHASES, run);
    const signal = pick(SIGNALS, run);
    const args = [
      ...pick(STUCK, Math.floor(run / 2)),
      '--base-url',
      pick(urls, run),
      '--timeout',
      '20',
    ];
    const name = `${signal}, ${phase.name}, ${args.join(' ')}`;
    // From the start of the process to long after its request.
    const wait = (run * 37) % 900;
    const child = started(args);
    await sleep(wait);
    child.kill(signal);
    const ended = await watch.time(() =>
      Promise.race([child, sleep(AT_SIGNAL_MS).then(() => null)]),
    );
    if (ended === null) {
      child.kill('SIGKILL');
      finds.push(`${name} after ${wait} ms: still runs ${AT_SIGNAL_MS} ms later`);
      continue;
    }
    // Before the program is up, the signal ends the process as it ends any.
    const number = 128 + constants.signals[signal];
    const byItself = phase.name === 'a healthy server' ? [0, 3] : [];
    const isKilled = ended.signal === signal;
    const wrong = isKilled ? null : wrongIn(ended, [number, ...byItself]);
    if (wrong !== null) finds.push(`${name} after ${wait} ms: ${wrong}`);
  }
  await servers.close();
  return {
    runs: count,
    finds,
    note: `${PHASES.length} phases, 3 signals, at 0 to 900 ms, real processes`,
  };
});

function started(args: readonly string[]) {
  return execa(process.execPath, [BIN, ...args], {
    reject: false,
    extendEnv: false,
    timeout: 60_000,
    forceKillAfterDelay: false,
    env: { PATH: process.env['PATH'] ?? '', LUSHA_API_KEY: KEY },
  });
}

part('stopped and continued', async (watch: Watch) => {
  const servers = new Servers();
  const finds: string[] = [];
  const { url } = await servers.http((request, response) => {
    setTimeout(() => usageOfV3(request, response), 300);
  });
  const count = share(20);
  for (let run = 0; run < count; run += 1) {
    const child = started(['check-key', '--base-url', url, '--timeout', '3']);
    await sleep(150 + run * 20);
    child.kill('SIGSTOP');
    await sleep(run % 4 === 0 ? 3500 : 300);
    child.kill('SIGCONT');
    const wrong = wrongIn(await watch.time(() => child), [0, 3]);
    if (wrong !== null) finds.push(`stopped after ${150 + run * 20} ms: ${wrong}`);
  }
  await servers.close();
  return { runs: count, finds, note: 'for 0.3 s, and for longer than the time limit' };
});

part('pipes without a writer', async (watch) => {
  const servers = new Servers();
  const { url } = await servers.http(recorder(usageOfV3).handle);
  const finds: string[] = [];
  const ways: readonly (readonly string[])[] = [
    ['check-key', '--key-file', 'pipe'],
    ['check-key', '--ca', 'pipe'],
    ['check-key', '--config', 'pipe'],
    ['probe', 'POST', '/v3/contacts/search', '-d', '@pipe', '--max-credits', '1'],
    ['watch-ratelimit', '--once', '--key-file', 'pipe'],
  ];
  for (const way of ways) {
    const folder = await mkdtemp(join(tmpdir(), 'lusha-doctor-pipes-'));
    await mkdir(join(folder, 'home'));
    await execa('mkfifo', ['pipe'], { cwd: folder });
    const ran = await watch.time(() =>
      execa(process.execPath, [BIN, ...way, '--deadline', '2', '--base-url', url], {
        cwd: folder,
        reject: false,
        extendEnv: false,
        input: '',
        timeout: LONGEST_MS,
        env: { PATH: process.env['PATH'] ?? '', LUSHA_API_KEY: KEY, HOME: join(folder, 'home') },
      }),
    );
    const wrong = wrongIn(ran, [2, 3, 4]);
    if (wrong !== null) finds.push(`${way.join(' ')}: ${wrong}`);
    await rm(folder, { recursive: true, force: true });
  }
  await servers.close();
  return { runs: ways.length, finds, note: 'ended by the limit of two seconds' };
});
