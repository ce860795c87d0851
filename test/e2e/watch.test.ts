import { createServer, type RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { objectOf, objectsIn, parseJson, type JsonObject } from '../../src/model/json.ts';
import { Servers } from '../support/servers.ts';
import { reportIn, run, stoppable, type Ran, type World } from '../support/world.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const servers = new Servers();
afterEach(() => servers.close());

/** Each line of stdout as an object. */
function lines({ stdout }: Ran): readonly JsonObject[] {
  return objectsIn(stdout.trim().split('\n').map(parseJson));
}

function usage(left: number, more: object = {}, resetsInMs = 1_800_000): string {
  const resetsAt = new Date(Date.now() + resetsInMs).toISOString();
  return JSON.stringify({
    credits: { total: 1000, used: 188, remaining: 812 },
    plan: { category: 'pro' },
    rateLimits: { hourly: { limit: 150, used: 150 - left, remaining: left, resetsAt } },
    ...more,
  });
}

/** A server that answers with these, one after the other, the last one for ever. */
async function answering(...answers: readonly [status: number, body: string][]) {
  let asked = 0;
  const handle: RequestListener = (_request, response) => {
    const [status, body] = answers[Math.min(asked, answers.length - 1)] ?? [500, ''];
    asked += 1;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
  const server = await servers.http(handle);
  return { url: server.url, asked: () => asked };
}

function watching(args: readonly string[], url: string, world: World = {}): Promise<Ran> {
  const env = { LUSHA_API_KEY: KEY, ...world.env };
  return run(['watch', '--base-url', url, '--interval', '1', ...args], { ...world, env });
}

const UNKNOWN_KEY = JSON.stringify({
  statusCode: 401,
  message: 'Invalid API key',
  error: 'Unauthorized',
  timestamp: '2026-11-23T14:00:00Z',
});
const BROKEN = JSON.stringify({ statusCode: 500, message: 'Internal server error' });

describe('polling', () => {
  it('takes as many samples as asked for, one line each', async () => {
    const { url, asked } = await answering([200, usage(46)]);
    const ran = await watching(['--count', '2'], url);

    expect(ran.exitCode).toBe(0);
    expect(ran.stdout.trim().split('\n')).toHaveLength(2);
    expect(ran.stdout).toMatch(/^\S+Z hour left=46\/150 /);
    expect(ran.stderr).toContain('2 samples');
    expect(asked()).toBe(2);
  });

  it('never calls a fifth time within a minute, however short the interval', async () => {
    const { url, asked } = await answering([200, usage(46)]);
    await watching(['--duration', '6'], url);

    expect(asked()).toBe(4);
  });

  it.each([
    ['a compact line', ['--compact'], /^L: h 46\/150\n$/],
    ['a spoken line', ['--linear'], /^\d\d:\d\d:\d\d\. Hour: 46 of 150 left, /],
  ])('shows %s', async (_what, args, expected) => {
    const { url } = await answering([200, usage(46)]);
    const ran = await watching(['--once', ...args], url);

    expect(ran.stdout).toMatch(expected);
    expect(ran.exitCode).toBe(0);
  });

  it('writes a report with --once alone', async () => {
    const { url } = await answering([200, usage(46)]);
    const ran = await watching(['--once', '--json'], url);

    expect(reportIn(ran)['command']).toBe('watch-ratelimit');
  });

  it('shows failures, survives them and goes on', async () => {
    const { url } = await answering([200, usage(46)], [500, BROKEN], [200, usage(45)]);
    const samples = lines(await watching(['--count', '3', '--json'], url));

    expect(samples.map(({ type, call }) => [type, objectOf(call)?.status])).toEqual([
      ['sample', 200],
      ['sample', 500],
      ['sample', 200],
      ['end', undefined],
    ]);
    expect(JSON.stringify(samples[2])).toContain('calls succeed again');
  });

  it('survives one refusal of a key that worked', async () => {
    const { url } = await answering([200, usage(46)], [401, UNKNOWN_KEY], [200, usage(45)]);

    expect((await watching(['--count', '3'], url)).exitCode).toBe(0);
  });

  it('ends with 4 when a key that worked is refused, once that is confirmed', async () => {
    const { url, asked } = await answering([200, usage(46)], [401, UNKNOWN_KEY]);
    const ran = await watching(['--duration', '30'], url);
    expect(ran.exitCode).toBe(4);
    expect(asked()).toBe(3);
    expect(ran.stderr).toMatch(/Ended: the key is refused \(key-unknown\)/);
  });

  it('ends with 4 as well when the time is up before it could be confirmed', async () => {
    const { url } = await answering([200, usage(46)], [401, UNKNOWN_KEY]);
    const ran = await watching(['--count', '2'], url);
    expect(ran.exitCode).toBe(4);
    expect(ran.stderr).toMatch(/and the key is refused/);
  });

  it('says how long it watched, to the second', async () => {
    const { url } = await answering([200, usage(46)]);
    expect((await watching(['--count', '2'], url)).stderr).toMatch(/^Watched \d s: 2 samples/m);
  });

  it('does not show a reset of the past as one to come', async () => {
    const { url } = await answering([200, usage(46, {}, -245 * 86_400_000)]);
    const ran = await watching(['--once'], url, { columns: 80 });
    expect(ran.stdout).toMatch(/^hour .* stale: reset stated for \d{4}-\d\d-\d\d$/m);
  });

  it.each([
    [['--output', 'a.json'], '--output'],
    [['--case', 'a.json'], '--case'],
    [['--skip', 'quota'], '--skip'],
    [['--fail-on', 'warn'], '--fail-on'],
    [['--format', 'junit'], '--format junit'],
  ])('refuses what only a report can honour: %j', async (args, named) => {
    const { exitCode, stderr } = await run(['watch', '--simulate', 'healthy', ...args]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${named} is about a report`);
  });

  it('ends with 4 when the key never worked', async () => {
    const { url, asked } = await answering([401, UNKNOWN_KEY]);
    const ran = await watching([], url);

    expect(ran.exitCode).toBe(4);
    expect(ran.stderr).toContain('the key is refused');
    expect(asked()).toBe(1);
  });

  it('ends with 4 when there is no key', async () => {
    const ran = await run(['watch', '--base-url', 'http://127.0.0.1:9']);

    expect(ran.exitCode).toBe(4);
    expect(ran.stderr).toContain('--relay');
  });

  it('ends with the class of the failure when nothing could be read', async () => {
    const nobody = await servers.nobody();

    expect((await watching(['--count', '1'], nobody.url)).exitCode).toBe(3);
  });

  it('never writes the key', async () => {
    const { url } = await answering([200, usage(46, { echo: KEY })], [500, `{"message":"${KEY}"}`]);
    const ran = await watching(['--count', '2', '--json', '--record', 'r'], url);

    expect(JSON.stringify(ran)).not.toContain(KEY);
  });
});

describe('gates', () => {
  it('--until asks again when the empty window opens, and ends with 0 once the condition holds', async () => {
    const { url } = await answering([200, usage(0, {}, 1500)], [200, usage(150)]);
    const ran = await watching(['--until', 'hour.left>100'], url);

    expect(ran.exitCode).toBe(0);
    expect(ran.stderr).toContain('hour.left>100 holds');
  });

  it('--until ends with 6 when the time is up first, and says when the window opens', async () => {
    const { url } = await answering([200, usage(0)]);
    const ran = await watching(['--until', 'hour.left>100', '--duration', '1', '--json'], url);
    const end = lines(ran).at(-1);

    expect(ran.exitCode).toBe(6);
    expect(end).toMatchObject({ type: 'end', exitCode: 6 });
    expect(Date.parse(String(end?.releaseAt))).toBeGreaterThan(Date.now());
  });

  it.each([
    ['10%', 14, 6],
    ['10%', 15, 0],
    ['20', 19, 6],
  ])('--fail-below %s with %i left ends with %i', async (floor, left, exitCode) => {
    const { url } = await answering([200, usage(left)]);

    expect((await watching(['--fail-below', floor, '--count', '1'], url)).exitCode).toBe(exitCode);
  });

  it('a wall at the end is 6 as well', async () => {
    const { url } = await answering([200, usage(0)]);
    const ran = await watching(['--count', '1'], url);

    expect(ran.exitCode).toBe(6);
    expect(ran.stderr).toMatch(/hour: 0 of 150 left, resets \d\d:\d\d/);
  });

  it('--window looks at one window only', async () => {
    const { url } = await answering([200, usage(0)]);

    expect((await watching(['--count', '1', '--window', 'day'], url)).exitCode).toBe(0);
  });
});

describe('somebody else’s calls', () => {
  const LOG = [
    '{"time":"2026-11-23T14:00:00Z","status":200,"headers":{"x-rate-limit-hourly":"150","x-hourly-requests-left":"46"}}',
    'noise',
    '2026-11-23T14:01:00Z ERROR Hourly API rate limit exceeded. Limit: 150 calls per hour. Reset in 37 seconds',
  ].join('\n');

  it.each([
    ['--stdin', ['--stdin'], { stdin: LOG }],
    ['--file', ['--file', 'app.log'], { files: { 'app.log': LOG } }],
  ])('are read from %s without a call and without a key', async (_what, args, world) => {
    const ran = await run(['watch', '--json', ...args], world);
    const [first, second, end] = lines(ran);

    expect(first).toMatchObject({ at: '2026-11-23T14:00:00Z', source: 'log', call: null });
    expect(second).toMatchObject({
      windows: [
        {
          name: 'hour',
          left: { value: 0, source: 'message' },
          resetsAt: { value: '2026-11-23T14:01:37Z', source: 'message' },
        },
      ],
      call: { status: 429, cause: 'quota-hour-exhausted' },
    });
    expect(end).toMatchObject({ exitCode: 6, releaseAt: '2026-11-23T14:01:37Z' });
    expect(ran.exitCode).toBe(6);
  });

  it('hide a key that the log holds', async () => {
    const log = `{"status":401,"headers":{"x-daily-requests-left":"1"},"body":"bad api_key: ${KEY}"}`;
    const ran = await run(['watch', '--stdin', '--json', '--record', 'r'], { stdin: log });

    expect(JSON.stringify(ran)).not.toContain(KEY);
  });
});

describe('a record', () => {
  it('is appended to and played again, a torn last line included', async () => {
    const { url } = await answering([200, usage(46)], [200, usage(40)]);
    const { written } = await watching(['--count', '2', '--record', 'night.ndjson'], url);
    const torn = `${written['night.ndjson'] ?? ''}{"v":1,"at":"2026-`;
    const ran = await run(['watch', '--replay', 'night.ndjson', '--json'], {
      files: { 'night.ndjson': torn },
    });

    expect(lines(ran).map(({ type }) => type)).toEqual(['sample', 'sample', 'end']);
    expect(lines(ran).at(-1)?.why).toBe('the record ended (1 unreadable line left out)');
    expect(ran.exitCode).toBe(0);
  });
});

describe('the relay', () => {
  it('reads windows from passing calls and diagnoses the one that fails', async () => {
    const upstream = await servers.http((request, response) => {
      const failed = request.url === '/v3/contacts/enrich';
      response.writeHead(failed ? 401 : 200, {
        'content-type': 'application/json',
        'x-rate-limit-hourly': '150',
        'x-hourly-requests-left': '46',
      });
      response.end(failed ? UNKNOWN_KEY : '{}');
    });
    const port = await freePort();
    const { signal, stop } = stoppable();
    const running = run(['watch', '--relay', String(port), '--base-url', upstream.url, '--json'], {
      signal,
    });
    const url = `http://127.0.0.1:${port}`;
    await listening(url);
    await (await fetch(`${url}/v3/companies/search`)).text();
    await sleep(400);
    await (await fetch(`${url}/v3/contacts/enrich`, { headers: { api_key: KEY } })).text();
    await sleep(100);
    stop('SIGTERM');
    const ran = await running;
    const samples = lines(ran).filter(({ type }) => type === 'sample');

    expect(samples.at(-1)).toMatchObject({
      source: 'relay',
      call: { status: 401, endpoint: 'contacts.enrich', cause: 'key-unknown' },
      windows: [{ name: 'hour', left: { value: 46, source: 'header' } }],
      own: { calls: 0 },
    });
    expect(ran.exitCode).toBe(143);
    expect(JSON.stringify(ran)).not.toContain(KEY);
  });
});

describe('metrics', () => {
  it('are written to a file in one step', async () => {
    const { url } = await answering([200, usage(46)], [500, BROKEN]);
    const { written } = await watching(['--count', '2', '--metrics-file', 'lusha.prom'], url);

    expect(written['lusha.prom']).toContain('lusha_ratelimit_left_requests{window="hour"} 46');
    expect(written['lusha.prom']).toMatch(/lusha_requests_total\{status="500",cause="[a-z-]+"\} 1/);
  });
});

describe('wrong usage', () => {
  it.each([
    ['two sources', ['--stdin', '--relay', '0'], /--stdin and --relay/],
    ['a condition that is none', ['--until', 'soon'], /does not understand "soon"/],
    ['a floor that is none', ['--fail-below', 'low'], /--fail-below takes/],
    ['a duration that is none', ['--duration', 'long'], /--duration takes/],
    ['a window that is none', ['--window', 'week'], /no window "week"/],
    ['an interval of nothing', ['--interval', '0'], /from 1 to/],
    ['an address that is none', ['--metrics', 'here'], /--metrics takes/],
    [
      'a record that is missing',
      ['--replay', 'none.ndjson'],
      /--replay none\.ndjson cannot be read/,
    ],
    ['a log that is missing', ['--file', 'none.log'], /--file none\.log cannot be read/],
    [
      'a relay in front of itself',
      ['--relay', '8787', '--base-url', 'http://localhost:8787'],
      /the relay's own address/,
    ],
  ])('%s', async (_what, args, says) => {
    const ran = await run(['watch', ...args], { env: { LUSHA_API_KEY: KEY } });

    expect(ran.stderr).toMatch(says);
    expect(ran.exitCode).toBe(2);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function listening(url: string): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    if (
      await fetch(url, { method: 'HEAD' }).then(
        () => true,
        () => false,
      )
    )
      return;
    await sleep(20);
  }
}
