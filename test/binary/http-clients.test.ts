import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CLIENTS } from '../../src/probe/client-names.ts';
import { lushaDoctor } from '../support/binary.ts';
import { certificates, type Certificates, type Credentials } from '../support/certificates.ts';
import { TEST_KEY } from '../support/probing.ts';
import { recorder, usageOfV3 } from '../support/recorder.ts';
import { saying, Servers } from '../support/servers.ts';

const servers = new Servers();
let folder: string;
let minted: Certificates;
beforeAll(async () => {
  minted = await certificates();
  folder = await mkdtemp(join(tmpdir(), 'lusha-doctor-clients-'));
  await writeFile(join(folder, 'ca.pem'), minted.authority);
});
afterEach(() => servers.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every command that sends the key. */
const SENDING: readonly (readonly string[])[] = [
  ['check-key'],
  ['probe', 'account.usage'],
  ['probe', '--group', 'account'],
  ['probe', 'account.usage', '--auth', 'bearer'],
  ['watch-ratelimit', '--once'],
  ...CLIENTS.map((client) => ['probe', 'account.usage', '--http-client', client]),
];

function ask(args: readonly string[], url: string, env: Readonly<Record<string, string>> = {}) {
  return lushaDoctor([...args, '--base-url', url, '--timeout', '5'], {
    env: { LUSHA_API_KEY: TEST_KEY, ...env },
    cwd: folder,
    timeout: 30_000,
  });
}

type Flaw = 'selfSigned' | 'unknownAuthority' | 'wrongName' | 'expired';
const FLAWS: readonly Flaw[] = ['selfSigned', 'unknownAuthority', 'wrongName', 'expired'];

describe('NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
  it.each(SENDING.map((args) => [args.join(' '), args] as const))(
    '%s sends nothing to a server that cannot be verified',
    async (_name, args) => {
      for (const flaw of FLAWS) {
        const { handle, arrivals } = recorder(usageOfV3);
        const credentials: Credentials = minted[flaw];
        const { url } = await servers.https(credentials, handle);
        const ran = await ask(args, url, {
          NODE_TLS_REJECT_UNAUTHORIZED: '0',
          NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
        });
        expect([flaw, arrivals.length, ran.exitCode]).toEqual([flaw, 0, 3]);
      }
    },
  );

  it('the relay sends nothing to a server that cannot be verified', async () => {
    for (const flaw of FLAWS) {
      const { handle, arrivals } = recorder(usageOfV3);
      const { url } = await servers.https(minted[flaw], handle);
      const relay = lushaDoctor(['watch-ratelimit', '--relay', '0', '--base-url', url], {
        env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
        cwd: folder,
        timeout: 30_000,
      });
      const address = await new Promise<string>((resolve) => {
        relay.stderr.on('data', (bytes: Buffer) => {
          const found = /relay +(http:\S+)/.exec(bytes.toString())?.[1];
          if (found !== undefined) resolve(found);
        });
      });
      const answer = await fetch(`${address}/v3/account/usage`, { headers: { api_key: TEST_KEY } });
      relay.kill('SIGTERM');
      await relay;
      expect([flaw, arrivals.length, answer.status]).toEqual([flaw, 0, 502]);
    }
  });

  it.each(CLIENTS)('--http-client %s reaches a server that is verified', async (client) => {
    const { handle, arrivals } = recorder(usageOfV3);
    const { url } = await servers.https(minted.good, handle);
    const ran = await ask(['probe', 'account.usage', '--http-client', client], url, {
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    });
    expect([arrivals.length, ran.exitCode]).toEqual([2, 0]);
  });
});

describe('an answer that is none', () => {
  const UPGRADE = 'HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n';
  const numbered = (status: string) => `HTTP/1.1 ${status} Odd\r\ncontent-length: 0\r\n\r\n`;
  it.each(
    SENDING.flatMap((args) =>
      [UPGRADE, numbered('000'), numbered('099')].map(
        (answer) => [args.join(' '), answer.slice(9, 12), args, answer] as const,
      ),
    ),
  )('%s says that %s is no answer of Lusha', async (_name, _status, args, answer) => {
    const { url } = await servers.tcp(saying(answer, 'stay'));
    const ran = await ask(args, url);
    expect([ran.exitCode, ran.timedOut]).toEqual([3, false]);
    expect(ran.stdout).toMatch(/UNKNOWN|could not/);
  });
});
