import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program of the system that stands between client and server. */
export type RelayName = 'squid' | 'tinyproxy' | 'nginx';

/** Where Debian puts them; `/usr/sbin` is not in everybody's PATH. */
const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'];

/** Full path of a program, or null where it is not installed. */
export function installed(name: RelayName): string | null {
  return FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** What a configuration is made of: the port to listen on and a folder of its own. */
export type Configure = (port: number, folder: string) => string;

const ARGUMENTS: Readonly<Record<RelayName, (config: string, folder: string) => string[]>> = {
  squid: (config) => ['-N', '-f', config],
  tinyproxy: (config) => ['-d', '-c', config],
  nginx: (config, folder) => ['-c', config, '-p', folder, '-e', join(folder, 'error.log')],
};

/** Starts programs on 127.0.0.1 and ends each of them, with its folder, when the test is over. */
export class RealPrograms {
  readonly #running: { child: ChildProcess; folder: string }[] = [];

  /** Starts one with a configuration of its own; gives the port on which it listens. */
  async start(name: RelayName, path: string, configure: Configure): Promise<number> {
    const folder = await mkdtemp(join(tmpdir(), `relay-${name}-`));
    // Started by root, these give up their rights and have to write here all the same.
    await chmod(folder, 0o777);
    const port = await freePort();
    const config = join(folder, 'config');
    await writeFile(config, configure(port, folder), { mode: 0o644 });
    const child = spawn(path, ARGUMENTS[name](config, folder), { stdio: 'ignore' });
    this.#running.push({ child, folder });
    await listening(port, child, name);
    return port;
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#running.splice(0).map(async ({ child, folder }) => {
        const ended = new Promise((resolve) => {
          if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
          else child.once('exit', resolve);
        });
        child.kill('SIGTERM');
        const slow = setTimeout(() => child.kill('SIGKILL'), 3000);
        await ended;
        clearTimeout(slow);
        await rm(folder, { recursive: true, force: true });
      }),
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

async function listening(port: number, child: ChildProcess, name: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
    if (await accepts(port)) return;
    await sleep(50);
  }
  throw new Error(`${name} does not listen`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
