import { afterEach, describe, expect, it } from 'vitest';
import {
  scenarioNames,
  startSimulator,
  type RequestLogEntry,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator.ts';

const open: Simulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()));
});

async function start(options?: SimulatorOptions): Promise<Simulator> {
  const simulator = await startSimulator(options);
  open.push(simulator);
  return simulator;
}

async function usage({ url, key }: Simulator, other = key): Promise<Response> {
  return fetch(`${url}/v3/account/usage`, { headers: { api_key: other } });
}

describe('startSimulator', () => {
  it('needs no options', async () => {
    const simulator = await start();
    expect((await usage(simulator)).status).toBe(200);
    expect(simulator.requests).toHaveLength(1);
    expect(simulator).toMatchObject({ proxyUrl: null, authority: null });
  });

  it('gives each its own port and account', async () => {
    const [one, two] = [await start({ limits: { day: 1 } }), await start()];
    await usage(one);
    expect([(await usage(one)).status, (await usage(two)).status]).toEqual([429, 200]);
  });

  it('goes by the time it is given', async () => {
    let time = Date.parse('2026-11-23T12:00:00Z');
    const simulator = await start({ limits: { minute: 1 }, now: () => time });
    const statuses = [(await usage(simulator)).status, (await usage(simulator)).status];
    time += 60_000;
    statuses.push((await usage(simulator)).status);
    expect(statuses).toEqual([200, 429, 200]);
  });

  it('takes latency, rules, further keys and a listener', async () => {
    const seen: RequestLogEntry[] = [];
    const key = '0b9f1c3d-5e7a-4c2b-9d8e-1f3a5c7e9b0d';
    const simulator = await start({
      latencyMs: 1,
      jitterMs: 1,
      rules: ['GET /v3/account/usage: 100% 503'],
      acceptKeys: [key],
      log: (entry) => void seen.push(entry),
    });
    expect((await usage(simulator, key)).status).toBe(503);
    expect(seen).toEqual(simulator.requests);
  });

  it('sums up what the client did', async () => {
    const simulator = await start();
    const headers = { authorization: `Bearer ${simulator.key}` };
    await fetch(`${simulator.url}/v3/account/usage`, { headers });
    const { requests, misuses } = simulator.summary();
    expect({ requests, ids: misuses.map(({ id }) => id) }).toEqual({
      requests: 1,
      ids: ['bearer-key'],
    });
  });

  it('goes on from the state of another', async () => {
    const first = await start({ credits: 7 });
    await usage(first);
    const second = await start({ state: JSON.parse(JSON.stringify(first.state())) });
    expect(await (await usage(second)).json()).toMatchObject({ credits: { total: 7 } });
  });

  it('ends with connections open', async () => {
    const simulator = await start({ scenario: 'headers-timeout' });
    const hanging = usage(simulator).catch((error: unknown) => error);
    while (simulator.requests.length === 0) await new Promise((done) => setTimeout(done, 5));
    await simulator.close();
    expect(await hanging).toBeInstanceOf(TypeError);
  });

  it.each<[string, SimulatorOptions, string]>([
    ['a scenario', { scenario: 'helthy' }, 'Nearest: healthy'],
    ['a rule', { rules: ['nonsense'] }, 'cannot be read'],
    ['a state', { state: { version: 9 } }, 'no saved state'],
    ['a host', { host: '192.0.2.1' }, 'Cannot listen on 192.0.2.1'],
  ])('says what is wrong with %s', async (_what, options, text) => {
    const refused = await startSimulator(options).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TypeError);
    expect(String(refused)).toContain(text);
  });

  it('names its scenarios', () => {
    expect(scenarioNames()).toContain('quota-day-exhausted');
  });
});

describe('trouble by rule', () => {
  it.each([
    ['reset', 'UND_ERR_SOCKET'],
    ['close', 'UND_ERR_SOCKET'],
    ['cut', 'UND_ERR_SOCKET'],
  ])('%s breaks a real call', async (effect, code) => {
    const simulator = await start({ rules: [`*: 100% ${effect}`] });
    const failed: unknown = await usage(simulator)
      .then((response) => response.text())
      .catch((error: unknown) => error);
    const cause = failed instanceof Error ? failed.cause : null;
    expect(['ECONNRESET', code]).toContain(Reflect.get(Object(cause), 'code'));
  });

  it('hits the share that was asked for, and the same requests every time', async () => {
    const runs: number[][] = [];
    for (const seed of ['a', 'a', 'b']) {
      const simulator = await start({ seed, rules: ['*: 30% 429'], endpointLimits: false });
      const statuses: number[] = [];
      for (let call = 0; call < 100; call += 1) statuses.push((await usage(simulator)).status);
      runs.push(statuses);
    }
    const throttled = runs[0]?.filter((status) => status === 429).length ?? 0;
    expect(throttled).toBeGreaterThan(15);
    expect(throttled).toBeLessThan(45);
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).not.toEqual(runs[0]);
  });
});
