import type { IncomingMessage, RequestListener } from 'node:http';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { checkKey } from '../../src/commands/check-key/index.ts';
import { guard } from '../../src/redact/guard.ts';
import { fingerprintOf } from '../../src/key/fingerprint.ts';
import { Secret } from '../../src/model/secret.ts';
import { startSimulator } from '../../src/simulator/http/server.ts';
import { systemClock } from '../support/clock.ts';
import { installed, RealPrograms } from '../support/real-programs.ts';
import { Servers } from '../support/servers.ts';
import { reportIn, run, runIn, type Ran } from '../support/world.ts';

const KEY = 'a9c3e7b1-d4f8-4b6e-9d2c-e5a7f3b8c1d6';
const ENV = { LUSHA_API_KEY: KEY };

const servers = new Servers();
const programs = new RealPrograms();
afterEach(() => programs.close());
afterAll(() => servers.close());

function check(url: string, ...args: string[]): Promise<Ran> {
  return run(['check-key', '--json', '--base-url', url, ...args], { env: ENV });
}

function summaryOf(ran: Ran, id: string): string {
  const checks = reportIn(ran)['checks'] as readonly { id: string; summary: string }[];
  return checks
    .filter((one) => one.id === id)
    .map(({ summary }) => summary)
    .join('\n');
}

function causesOf(ran: Ran): readonly string[] {
  return (reportIn(ran)['diagnoses'] as readonly { cause: string }[]).map(({ cause }) => cause);
}

/** A server that decides by what it gets. */
async function answering(
  answer: (request: IncomingMessage) => {
    status: number;
    body: object;
    headers?: Record<string, string>;
  },
) {
  const seen: IncomingMessage[] = [];
  const handle: RequestListener = (request, response) => {
    seen.push(request);
    const { status, body, headers = {} } = answer(request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
  return { seen, ...(await servers.http(handle)) };
}

const USAGE = {
  credits: { total: 100, used: 20, remaining: 80 },
  rateLimits: {
    daily: { limit: 1500, used: 10, remaining: 1490, resetsAt: '2026-11-24T00:00:00.000Z' },
    hourly: null,
  },
  plan: { category: 'pro', renewalType: 'annual' },
};
const MALFORMED = {
  statusCode: 400,
  timestamp: '2026-11-23T10:00:00.000Z',
  message: 'Invalid API key format',
  error: 'Bad Request',
};
const UNKNOWN = {
  ...MALFORMED,
  statusCode: 401,
  message: 'Invalid API key',
  error: 'Unauthorized',
};

describe('a real nginx in front of the API', () => {
  it.for([
    ['that drops the header', '', 'key-dropped-on-the-way', 3, 4],
    ['that lets it pass', 'underscores_in_headers on;', undefined, 0, 1],
    [
      'that puts a scheme before it',
      'underscores_in_headers on; proxy_set_header api_key "Bearer $http_api_key";',
      'key-altered-on-the-way',
      3,
      4,
    ],
    [
      'that has a bad key of its own',
      'proxy_set_header api_key "00000000-1111-4222-8333-444444444444";',
      'answer-ignores-key',
      3,
      4,
    ],
  ] as const)('%s', { timeout: 20_000 }, async (row, { skip }) => {
    const [, rules, cause, exitCode, requests] = row;
    const path = installed('nginx');
    if (path === null) {
      skip('nginx is not installed');
      return;
    }
    const simulator = await startSimulator({
      scenario: 'healthy',
      clock: systemClock,
      acceptKeys: [KEY],
    });
    try {
      const port = await programs.start('nginx', path, (listen, folder) =>
        [
          'daemon off;',
          `pid ${folder}/nginx.pid;`,
          'events {}',
          'http {',
          '  access_log off;',
          `  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;`,
          `  fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;`,
          `  server { listen 127.0.0.1:${listen}; ${rules} location / { proxy_pass ${simulator.url}; } }`,
          '}',
        ].join('\n'),
      );
      const ran = await check(`http://127.0.0.1:${port}`);
      expect(ran.exitCode).toBe(exitCode);
      expect(simulator.requests).toHaveLength(requests);
      if (cause !== undefined) expect(causesOf(ran)).toContain(cause);
      expect(ran.stdout).not.toContain(KEY.slice(4, -4));
    } finally {
      await simulator.close();
    }
  });
});

describe('what other requests prove', () => {
  it('an OAuth token in the place of a key', async () => {
    const { url, seen } = await answering(({ headers }) =>
      headers.authorization === undefined
        ? { status: 400, body: MALFORMED }
        : { status: 200, body: USAGE },
    );
    const ran = await check(url);
    expect(ran.exitCode).toBe(4);
    expect(causesOf(ran)[0]).toBe('oauth-token-as-key');
    expect(summaryOf(ran, 'login.compared')).toContain('so it is an OAuth token, not a key');
    expect(seen).toHaveLength(4);
  });

  it('an answer that has nothing to do with the key', async () => {
    const { url } = await answering(() => ({ status: 401, body: UNKNOWN }));
    const ran = await check(url);
    expect(ran.exitCode).toBe(3);
    expect(causesOf(ran)).toEqual(['answer-ignores-key']);
  });

  it('answers that break off are not the same', async () => {
    const { url } = await servers.http((_request, response) => {
      response.writeHead(401, {
        'content-type': 'application/json',
        'x-rate-limit-daily': '1500',
        'x-daily-requests-left': '1400',
        'content-length': '300',
      });
      response.write('{"statusCode":401,"mess', () => response.destroy());
    });
    const ran = await check(url);
    expect(ran.exitCode).toBe(4);
    expect(causesOf(ran)[0]).toBe('key-refused-unexplained');
    expect(causesOf(ran)).not.toContain('answer-ignores-key');
    expect(summaryOf(ran, 'login.compared')).toContain('without a key: 401, broken off');
    expect(summaryOf(ran, 'login.compared')).toContain('which settles nothing');
  });

  it('a relay that adds a key where there is none', async () => {
    const { url } = await answering(({ headers }) =>
      headers['api_key'] === undefined && headers.authorization === undefined
        ? { status: 200, body: USAGE }
        : { status: 401, body: UNKNOWN },
    );
    const ran = await check(url);
    expect(summaryOf(ran, 'login.compared')).toContain('adds a key of its own');
    expect(causesOf(ran)).toContain('answer-ignores-key');
  });

  it('gives the same verdict again from the record of the run', async () => {
    const { url } = await answering(({ headers }) =>
      headers.authorization === undefined
        ? { status: 400, body: MALFORMED }
        : { status: 200, body: USAGE },
    );
    const { written } = await check(url, '--case', 'case.json');
    const again = await run(['explain', 'case.json', '--json'], { files: written });
    expect(causesOf(again)[0]).toBe('oauth-token-as-key');
  });

  it('is asked with the user key, with none and with a made-up one, and never in a URL', async () => {
    const { url, seen } = await answering(() => ({ status: 401, body: UNKNOWN }));
    await check(url);
    expect(seen.map(({ headers }) => headers['api_key'] ?? headers.authorization ?? null)).toEqual([
      KEY,
      null,
      '00000000-0000-4000-8000-000000000000',
      `Bearer ${KEY}`,
    ]);
    expect(seen.map((request) => request.url)).toEqual(Array(4).fill('/v3/account/usage'));
  });
});

describe('five usage calls a minute are allowed', () => {
  const folder = { XDG_CACHE_HOME: '/cache' };
  const stamps = (url: string, count: number) => {
    const tag = `${fingerprintOf(new Secret(KEY))}@${new URL(url).host}`;
    const line = (_: unknown, at: number) => `${systemClock.now() - 1000 * (at + 1)} ${tag}\n`;
    return { '/cache/lusha-doctor/usage-calls': Array.from({ length: count }, line).join('') };
  };

  it.each([
    [5, 0, 3],
    [4, 1, 4],
    [3, 2, 4],
  ])('after %d by other processes %d more are made', async (before, made, exitCode) => {
    const { url, seen } = await answering(() => ({ status: 401, body: UNKNOWN }));
    const ran = await run(['check-key', '--json', '--base-url', url], {
      env: { ...ENV, ...folder },
      files: stamps(url, before),
    });
    expect(seen).toHaveLength(made);
    expect(ran.exitCode).toBe(exitCode);
  });
});

describe('what the account answer says', () => {
  it('tells a window that is null from one that is missing', async () => {
    const { url } = await answering(() => ({ status: 200, body: USAGE }));
    const ran = await check(url);
    expect(ran.exitCode).toBe(0);
    expect(summaryOf(ran, 'quota.hour')).toBe('hour window: the answer has null in its place');
    expect(summaryOf(ran, 'quota.minute')).toContain('not in the answer');
    expect(summaryOf(ran, 'quota.day')).toBe('day window: 1490 of 1500 requests left');
  });

  it.each([
    ['V3', { credits: { total: 9, used: 2, remaining: 7 } }],
    ['V2 as documented', { usage: { bulkCredits: { total: 9, used: 2, remaining: 7 } } }],
    ['V2 as seen', { usage: { credits: { total: 9, used: 2, remaining: 7 } } }],
    ['flat', { usage: { total: 9, used: 2, remaining: 7 } }],
  ])('is read in the shape of %s', async (_shape, body) => {
    const { url } = await answering(() => ({ status: 200, body }));
    const ran = await check(url, '--min-credits', '8');
    expect(ran.exitCode).toBe(5);
    expect(summaryOf(ran, 'account.credits')).toContain('7 of 9 credits left, fewer than');
  });

  it('says whose word it is that a window lasts longer than its name', async () => {
    const at = async (days: number) => {
      const resetsAt = new Date(systemClock.now() + days * 86_400_000).toISOString();
      const rateLimits = { daily: { limit: 9, used: 2, remaining: 7, resetsAt } };
      const { url } = await answering(() => ({ status: 200, body: { ...USAGE, rateLimits } }));
      return (await run(['check-key', '--base-url', url], { env: ENV })).stdout.replaceAll(
        /\s+/g,
        ' ',
      );
    };
    expect(await at(30)).toMatch(/ day .*resets .*as Lusha states it for a day/);
    expect(await at(0.9)).not.toContain('as Lusha states it');
  });

  it('cannot be compared where it is silent, and that is said', async () => {
    const { url } = await answering(() => ({
      status: 200,
      body: { credits: { total: 9 }, plan: {} },
    }));
    const ran = await check(url, '--min-credits', '8', '--min-left', '5%');
    expect(ran.exitCode).toBe(3);
    expect(reportIn(ran)['verdict']).toBe('UNKNOWN');
  });
});

describe('announced ends', () => {
  const DAY = 86_400_000;
  const inDays = (days: number) => new Date(systemClock.now() + days * DAY);

  it.each([
    [{ sunset: inDays(10).toUTCString() }, 'lifetime.sunset', /ends on \S+, in 10 days \(Sunset\)/],
    [
      { sunset: inDays(-3).toUTCString(), link: '</v4/account/usage>; rel="successor-version"' },
      'lifetime.sunset',
      /was announced to end on \S+, 3 days ago, and still answers \(Sunset\); its successor is \/v4\/account\/usage/,
    ],
    [
      { deprecation: `@${Math.floor(inDays(-1).getTime() / 1000)}` },
      'lifetime.deprecation',
      /is deprecated since \d{4}-\d{2}-\d{2}/,
    ],
    [{ deprecation: 'true' }, 'lifetime.deprecation', /is deprecated \(Deprecation\)/],
    [{ sunset: 'soon' }, 'lifetime.sunset', /announces its end: soon/],
    [{}, 'lifetime', /no Sunset or Deprecation header/],
  ])('%j', async (headers: Record<string, string>, id, says) => {
    const { url } = await answering(() => ({ status: 200, body: USAGE, headers }));
    const ran = await check(url);
    expect(ran.exitCode).toBe(0);
    expect(summaryOf(ran, id)).toMatch(says);
    expect(causesOf(ran).includes('endpoint-sunset')).toBe('sunset' in headers);
  });
});

describe('the status page when the service fails', () => {
  const page = (status: string) => ({
    page: { updated_at: '2026-11-23T09:00:00.000Z' },
    components: [
      { id: 'bqq6gm6xj672', name: 'Lusha API', status, updated_at: '2026-11-23T08:55:00Z' },
      { id: 'other', name: 'Lusha Website', status: 'major_outage' },
    ],
    incidents: [
      { name: 'API errors', status: 'investigating', created_at: '2026-11-23T08:56:00Z' },
    ],
  });
  const failing = { status: 503, body: { statusCode: 503, message: 'Service Unavailable' } };

  async function look(own: boolean, pageStatus: number, ...args: string[]) {
    const api = await answering(() => failing);
    const status = await answering(() => ({ status: pageStatus, body: page('partial_outage') }));
    const places = {
      apiHost: own ? new URL(api.url).host : 'api.lusha.com',
      statusUrl: status.url,
    };
    const given = {
      json: true as const,
      baseUrl: new URL(api.url),
      extraRequests: true,
      status: !args.includes('--no-status'),
    };
    const ran = await runIn([], { env: ENV }, async (io) => {
      const guarded = guard(io);
      const exitCode = await checkKey(given, guarded, places);
      guarded.flush();
      return exitCode;
    });
    return { ran, asked: status.seen };
  }

  it('is read without the key and quoted with its times', async () => {
    const { ran, asked } = await look(true, 200);
    expect(ran.exitCode).toBe(7);
    expect(summaryOf(ran, 'service.status')).toBe(
      'status.lusha.com says: Lusha API partial outage since 2026-11-23T08:55:00.000Z; incident "API errors" investigating since 2026-11-23T08:56:00.000Z (page of 2026-11-23T09:00:00.000Z)',
    );
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toBe('/api/v2/summary.json');
    expect(JSON.stringify(asked[0]?.headers)).not.toContain(KEY.slice(0, 8));
    expect(reportIn(ran)['cost']).toMatchObject({ requests: 2, usageCalls: 1 });
  });

  it('is passed over when it fails itself', async () => {
    const { ran } = await look(true, 500);
    expect(ran.exitCode).toBe(7);
    expect(summaryOf(ran, 'service.status')).toContain('was not read: status 500');
  });

  it.each([
    ['with --no-status', true, ['--no-status']],
    ['for a host that is not Lusha', false, []],
  ] as const)('is not read %s', async (_when, own, args) => {
    const { ran, asked } = await look(own, 200, ...args);
    expect(ran.exitCode).toBe(7);
    expect(asked).toEqual([]);
  });
});

describe('options', () => {
  it.each([
    [['--min-left', 'much'], /--min-left takes a share from 0% to 100%/],
    [['--min-left', '101%'], /not "101%"/],
    [['--min-left', '-5'], /not "-5"/],
    [['--min-left', '1.5'], /a whole number of requests/],
    [['--min-credits', 'many'], /--min-credits takes a whole number/],
    [['--min-credits', '1e3'], /not "1e3"/],
  ])('%j is refused', async (args, says) => {
    const ran = await run(['check-key', ...args], { env: ENV });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(says);
  });

  it('--quiet prints one line', async () => {
    const ran = await run(['check-key', '--simulate', 'account-inactive', '--quiet']);
    expect(ran.stdout).toBe('FAIL  exit 5   account-inactive\n');
    expect(ran.stderr).toBe('');
  });

  it('--access says beforehand what it will ask', async () => {
    const ran = await run(['check-key', '--simulate', 'healthy', '--access']);
    expect(ran.stderr).toMatch(/--access makes 7 more free requests/);
    expect(ran.stdout).toMatch(/access +contacts +allowed +POST \/v3\/contacts\/enrich → 400/);
  });
});
