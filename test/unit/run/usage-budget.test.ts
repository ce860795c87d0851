import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/model/secret.ts';
import { UsageBudget } from '../../../src/run/usage-budget.ts';

const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 10, 23, 14);
const KEY = new Secret('7d4e8a10-0000-4000-8000-00000000beef');
const OTHER = new Secret('7d4e8a10-0000-4000-8000-00000000cafe');
const LUSHA = { origin: 'https://api.lusha.com', key: KEY };

type World = ConstructorParameters<typeof UsageBudget>[0];

/** A machine whose files several runs see, and whose clock the test moves. */
function machine(env: World['env'] = { HOME: '/home/me' }) {
  const files = new Map<string, string>();
  let now = NOW;
  const world: World = {
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
        return Promise.resolve({ ok: true });
      },
    },
  };
  return {
    files,
    run: (counted: ConstructorParameters<typeof UsageBudget>[1] = LUSHA) =>
      new UsageBudget(world, counted),
    wait: (ms: number) => {
      now += ms;
    },
  };
}

async function take(budget: UsageBudget, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await budget.take();
}

describe('the budget of usage calls', () => {
  it('lets one run make four and leaves one to the next', async () => {
    const { run, wait } = machine();
    const first = run();
    await take(first, 4);
    expect(await first.room()).toBe(0);
    expect(await first.waitMs()).toBe(MINUTE_MS);

    wait(1000);
    const second = run();
    expect(await second.waitMs()).toBe(0);
    expect(await second.room()).toBe(1);
    await second.take();
    expect(await second.room()).toBe(0);
    expect(await run().waitMs()).toBe(MINUTE_MS - 1000);
  });

  it.each([1000, 7000, 14_000, 40_000])(
    'never lets any minute of a machine see a sixth call, a run every %i ms',
    async (every) => {
      const { run, wait } = machine();
      const calls: number[] = [];
      for (let at = 0; at < 20 * MINUTE_MS; at += every, wait(every)) {
        const budget = run();
        if ((await budget.waitMs()) > 0) continue;
        do {
          await budget.take();
          calls.push(at);
        } while ((await budget.room()) > 0);
      }
      for (const at of calls) {
        const inMinute = calls.filter((other) => other >= at && other < at + MINUTE_MS);
        expect(inMinute.length).toBeLessThanOrEqual(5);
      }
      expect(calls.length).toBeGreaterThan(20);
    },
  );

  it('counts each key and each host by itself', async () => {
    const { run } = machine();
    await take(run(), 5);
    expect(await run().room()).toBe(0);
    expect(await run({ ...LUSHA, key: OTHER }).room()).toBe(4);
    expect(await run({ ...LUSHA, origin: 'http://127.0.0.1:8080' }).room()).toBe(4);
  });

  it('counts nothing with a simulator', async () => {
    const { run, files } = machine();
    const budget = run(null);
    await take(budget, 9);
    expect({ wait: await budget.waitMs(), room: await budget.room() }).toEqual({
      wait: 0,
      room: 4,
    });
    expect(files.size).toBe(0);
  });

  it.each([
    [{ XDG_CACHE_HOME: '/cache', HOME: '/home/me' }, '/cache/lusha-doctor/usage-calls'],
    [{ HOME: '/home/me' }, '/home/me/.cache/lusha-doctor/usage-calls'],
  ])('is put down in the cache, without the key: %j', async (env, place) => {
    const { run, files } = machine(env);
    await run().take();
    const [[path, text] = ['', '']] = files;
    expect(path).toBe(place);
    expect(text).toMatch(/^\d{13} [\da-f]{4}-[\da-f]{4}-[\da-f]{4}@api\.lusha\.com\n$/);
  });

  it('forgets what is older than a minute', async () => {
    const { run, files, wait } = machine();
    for (let n = 0; n < 500; n += 1, wait(1000)) await run().take();
    expect([...files.values()].join('').split('\n').length).toBeLessThanOrEqual(61);
  });

  it.each([
    ['noise', '\0\0 not a line\nNaN x\n'],
    ['times to come', `${NOW + 3_600_000} ab12-cd34-ef56@api.lusha.com\n`.repeat(9)],
  ])('is not led astray by a file of %s', async (_what, text) => {
    const { run, files } = machine();
    files.set('/home/me/.cache/lusha-doctor/usage-calls', text);
    expect(await run().room()).toBe(4);
    await run().take();
    expect(await run().room()).toBe(4);
  });

  it('counts its own calls where there is no folder', async () => {
    const { run, files } = machine({});
    const budget = run();
    await take(budget, 4);
    expect(await budget.room()).toBe(0);
    expect(files.size).toBe(0);
  });
});
