import { get } from 'node:http';
import axios from 'axios';
import * as fc from 'fast-check';
import { request as undiciRequest } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnose, explain, type DiagnoseOptions } from '../../src/library.ts';
import { openSimulator, type Simulator } from '../../src/simulator/http/server.ts';
import { STATUSES } from '../../src/knowledge/statuses.ts';
import { systemClock } from '../support/clock.ts';
import { run } from '../support/world.ts';

const KEY = '7c1d2e3f-1111-4111-8111-00000000f2ab';
const PATH = '/v3/account/usage';
let simulator: Simulator;
let url: string;
/** An address where something listened a moment ago. */
let closed: string;

beforeAll(async () => {
  const opened = await openSimulator({ scenario: 'key-unknown', clock: systemClock });
  if (!opened.ok) throw new Error(opened.problem.message);
  simulator = opened.value;
  url = `${simulator.url}${PATH}`;
  const gone = await openSimulator({ scenario: 'healthy', clock: systemClock });
  if (!gone.ok) throw new Error(gone.problem.message);
  closed = gone.value.url;
  await gone.value.close();
});
afterAll(() => simulator.close());

const headers = { api_key: KEY };

interface Caught {
  readonly thing: unknown;
  readonly options?: DiagnoseOptions;
}

/** One refused call, made with each client and handed over as an app would. */
const CLIENTS: Record<string, () => Promise<Caught>> = {
  fetch: async () => ({
    thing: await fetch(url, { headers }),
    options: { request: { method: 'GET', url, headers } },
  }),
  'undici.request, its body read before': async () => {
    const { statusCode, headers: answered, body } = await undiciRequest(url, { headers });
    return {
      thing: { statusCode, headers: answered },
      options: { body: await body.text(), request: { url, headers } },
    };
  },
  'axios, its error': async () => ({ thing: await rejection(axios.get(url, { headers })) }),
  'axios, its response': async () => ({
    thing: await axios.get(url, { headers, validateStatus: () => true }),
  }),
  'node:http, its body read before': () =>
    new Promise((resolve) => {
      get(url, { headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () => resolve({ thing: response, options: { body } }));
      });
    }),
  'an error around a fetch response': async () => ({
    thing: Object.assign(new Error('refused'), { response: await fetch(url, { headers }) }),
  }),
  'an error text': () =>
    Promise.resolve({ thing: new Error('401: {"statusCode":401,"message":"Invalid API key"}') }),
};

describe('the same refused call, caught with', () => {
  it.each(Object.keys(CLIENTS))('%s, has the same cause', async (client) => {
    const { thing, options } = (await CLIENTS[client]?.()) ?? { thing: null };
    const { verdict } = await diagnose(thing, options);
    expect(verdict).toMatchObject({ cause: 'key-unknown', layer: 'key', whoActs: 'you' });
    expect(JSON.stringify(verdict)).not.toContain(KEY);
  });
});

describe('a call that never came through', () => {
  const CASES: [string, () => Promise<unknown>, string][] = [
    ['fetch, nothing listens', () => fetch(closed), 'connection-refused'],
    ['axios, nothing listens', () => axios.get(closed), 'connection-refused'],
    ['undici, nothing listens', () => undiciRequest(closed), 'connection-refused'],
    ['fetch, no such host', () => fetch('http://nothing.invalid/'), 'dns-not-found'],
    [
      'fetch, a key with a line break',
      () => fetch(url, { headers: { api_key: 'a\nb' } }),
      'header-refused',
    ],
    [
      'fetch, its time is up',
      () => fetch(url, { signal: AbortSignal.timeout(0) }),
      'client-timed-out',
    ],
  ];

  it.each(CASES)('%s', async (_name, call, cause) => {
    const { verdict } = await diagnose(await rejection(call()));
    expect(verdict.cause).toBe(cause);
  });
});

describe('what is handed over', () => {
  it('stays the property of the caller: a fetch response can still be read', async () => {
    const response = await fetch(url, { headers });
    await diagnose(response);
    expect(await response.json()).toMatchObject({ message: 'Invalid API key' });
  });

  it('may have been read already', async () => {
    const response = await fetch(url, { headers });
    await response.text();
    const { verdict, alternatives } = await diagnose(response);
    expect([verdict, ...alternatives].map(({ cause }) => cause)).toContain('key-unknown');
    expect(verdict).toMatchObject({ layer: 'key', certainty: 'possible' });
  });

  it('keeps no secret of the request', async () => {
    const { verdict, alternatives } = await diagnose(
      { status: 401, headers: {}, data: { message: `bad key ${KEY}`, api_key: KEY } },
      {
        request: {
          url: `https://api.lusha.com/x?api_key=${KEY}`,
          headers: [['Authorization', `Bearer ${KEY}`]],
        },
      },
    );
    expect(JSON.stringify([verdict, alternatives])).not.toContain(KEY);
  });

  it('turns "in so many seconds" into a time, where the time is said', async () => {
    const thing = { status: 429, headers: { 'retry-after': '37' }, data: { message: 'Too many' } };
    const { verdict } = await diagnose(thing, { now: Date.parse('2026-11-23T12:00:00Z') });
    expect(verdict.retry).toMatchObject({ worth: true, at: '2026-11-23T12:00:37.000Z' });
    expect((await diagnose(thing)).verdict.retry.at).toBeNull();
  });

  it('is fit for a log, whatever the server wrote', async () => {
    const data = { statusCode: 401, message: 'Invalid\u001B[2J API key\n::error::x\u202E' };
    const { verdict, alternatives } = await diagnose({ status: 401, headers: {}, data });
    const texts = JSON.stringify([verdict, alternatives], (_key, value: unknown) =>
      typeof value === 'string' ? value.replace(/[\p{Cc}\p{Cf}]/gu, 'HOSTILE') : value,
    );
    expect(texts).not.toContain('HOSTILE');
  });

  it('may be anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        async (thing) => {
          const { verdict } = await diagnose(thing);
          expect(verdict.cause).not.toBe('');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('may throw at every touch', async () => {
    const trap = new Proxy(() => {}, {
      get: () => {
        throw new Error('touched');
      },
    });
    for (const thing of [trap, { response: trap }, { status: 401, headers: trap, data: trap }]) {
      expect((await diagnose(thing)).verdict.cause).not.toBe('');
    }
  });
});

describe('explain', () => {
  it.each([
    [403, 5],
    ['429', 3],
    ['key-unknown', 1],
    ['Invalid API key format', 1],
  ])('knows what %j can mean', (what, least) => {
    expect(explain(what).length).toBeGreaterThanOrEqual(least);
  });

  it.each(STATUSES.map(({ status }) => status))('ranks %i as the command does', async (status) => {
    const { stdout } = await run(['explain', `${status}`, '--json']);
    const told: { diagnoses: { cause: string }[] } = JSON.parse(stdout);
    expect(explain(status).map(({ cause }) => cause)).toEqual(
      told.diagnoses.map(({ cause }) => cause),
    );
  });

  it.each(['', 'gibberish', 'constructor', 'http://'])('says nothing about %j', (what) => {
    expect(explain(what)).toEqual([]);
  });
});

async function rejection(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error('the call succeeded');
    },
    (error: unknown) => error,
  );
}
