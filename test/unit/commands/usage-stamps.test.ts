import { describe, expect, it } from 'vitest';
import { noteUsageCall, recentUsageCalls } from '../../../src/run/usage-stamps.ts';
import { Secret } from '../../../src/model/secret.ts';

const ORIGIN = 'https://api.lusha.com';
const KEY = new Secret('7d4e8a10-0000-4000-8000-00000000beef');
const OTHER = new Secret('7d4e8a10-0000-4000-8000-00000000cafe');
const NOW = Date.UTC(2026, 10, 23, 14);

/** A machine with one folder in memory, as several processes see it. */
function machine(env: Record<string, string> = { HOME: '/home/me' }) {
  const files = new Map<string, string>();
  let now = NOW;
  const done = () => Promise.resolve({ ok: true } as const);
  const io: Parameters<typeof noteUsageCall>[0] = {
    env,
    platform: { node: '20', os: 'linux-x64' },
    clock: { now: () => now, elapsed: () => now, sleep: () => Promise.resolve() },
    files: {
      read: (path) => {
        const text = files.get(path);
        return Promise.resolve(
          text === undefined
            ? { ok: false, code: 'ENOENT', message: 'it does not exist' }
            : { ok: true, bytes: Buffer.from(text), truncated: false },
        );
      },
      write: (path, text) => {
        files.set(path, text);
        return done();
      },
      append: (path, text) => {
        files.set(path, (files.get(path) ?? '') + text);
        return done();
      },
    },
  };
  const wait = (ms: number) => {
    now += ms;
  };
  return { io, files, wait };
}

describe('calls of the usage endpoint on this machine', () => {
  it('are known to the other processes, for a minute, by key and host', async () => {
    const { io, wait } = machine();
    await noteUsageCall(io, ORIGIN, KEY);
    wait(20_000);
    await noteUsageCall(io, ORIGIN, KEY);
    await noteUsageCall(io, ORIGIN, OTHER);
    await noteUsageCall(io, 'https://other.example', KEY);

    expect(await recentUsageCalls(io, ORIGIN, KEY)).toEqual([NOW, NOW + 20_000]);
    wait(41_000);
    expect(await recentUsageCalls(io, ORIGIN, KEY)).toEqual([NOW + 20_000]);
  });

  it('are put down without the key', async () => {
    const { io, files } = machine();
    await noteUsageCall(io, ORIGIN, KEY);
    const [[path, text] = ['', '']] = files;

    expect(path).toBe('/home/me/.cache/lusha-doctor-usage-calls');
    expect(text).not.toContain('beef');
    expect(text).toMatch(/^\d+ [\da-f]{4}-[\da-f]{4}-[\da-f]{4}@api\.lusha\.com\n$/);
  });

  it('do not fill the disk', async () => {
    const { io, files, wait } = machine();
    for (let n = 0; n < 500; n += 1) {
      wait(1000);
      await noteUsageCall(io, ORIGIN, KEY);
    }
    await recentUsageCalls(io, ORIGIN, KEY);

    expect([...files.values()].join('').length).toBeLessThan(8192);
  });

  it('survive a file that holds something else', async () => {
    const { io, files } = machine();
    files.set('/home/me/.cache/lusha-doctor-usage-calls', 'what\n\n12 x\nNaN NaN\n');

    expect(await recentUsageCalls(io, ORIGIN, KEY)).toEqual([]);
  });

  it('leave no trace where there is no folder for it', async () => {
    const { io, files } = machine({});
    await noteUsageCall(io, ORIGIN, KEY);

    expect(files.size).toBe(0);
    expect(await recentUsageCalls(io, ORIGIN, KEY)).toEqual([]);
  });
});
