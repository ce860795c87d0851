import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates } from '../support/certificates.ts';
import { expectGenerated } from '../support/generated.ts';
import { SQUID_DENIAL, startProxy } from '../support/proxies.ts';
import { saying, Servers } from '../support/servers.ts';
import { reportIn, run } from '../support/world.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const ENV = { LUSHA_API_KEY: KEY };

interface Situation {
  /** As the README's table says it. */
  readonly what: string;
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly cause: string;
  readonly exitCode: number;
}

interface Seen {
  readonly verdict: unknown;
  readonly cause: unknown;
  readonly exitCode: number;
}

const servers = new Servers();
let situations: readonly Situation[] = [];

beforeAll(async () => {
  const { authority, good, unknownAuthority } = await certificates();
  const json = (status: number, body: object) =>
    servers.http((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  const timestamp = '2026-11-23T10:00:00.000Z';
  // Lusha tells a request without a key from one with a key that it does not know.
  const unknownKey = await servers.http(({ headers }, response) => {
    const said =
      headers['api_key'] === undefined
        ? { error: 'invalid_request', error_description: 'missing Authorization header' }
        : { timestamp, message: 'Invalid API key', error: 'Unauthorized' };
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ statusCode: 401, ...said }));
  });
  const plan = await json(403, {
    statusCode: 403,
    message:
      'Exclude DNC is not supported on your current plan. Please contact support or your account manager for assistance.',
    errors: ['excludeDnc is not available on your current plan'],
  });
  const quota = await json(429, {
    statusCode: 429,
    message: 'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 81671 seconds.',
    timestamp,
  });
  const down = await json(503, { statusCode: 503, message: 'Service Unavailable' });
  const squid = await servers.tcp(saying(SQUID_DENIAL));
  const login = await servers.http((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      '<!doctype html><title>Sign in</title><form action="/login"><input type="password"></form>',
    );
  });
  const untrusted = await servers.https(unknownAuthority, () => {});
  const trusted = await servers.https(good, () => {});
  const nobody = await servers.nobody('https');
  const denying = await startProxy(servers, { say: SQUID_DENIAL });
  const at = (url: string) => ['check-key', '--json', '--base-url', url];
  situations = [
    {
      what: 'Lusha does not know the key (401)',
      args: at(unknownKey.url),
      cause: 'key-unknown',
      exitCode: 4,
    },
    {
      what: 'the plan lacks an option (403)',
      args: at(plan.url),
      cause: 'plan-lacks-option',
      exitCode: 5,
    },
    {
      what: 'a squid proxy answers in place of Lusha (403)',
      args: at(squid.url),
      cause: 'proxy-denied',
      exitCode: 3,
    },
    {
      what: "the day's requests are used up (429)",
      args: at(quota.url),
      cause: 'quota-day-exhausted',
      exitCode: 6,
    },
    { what: 'Lusha is down (503)', args: at(down.url), cause: 'service-down', exitCode: 7 },
    { what: 'a login page with status 200', args: at(login.url), cause: 'login-page', exitCode: 3 },
    {
      what: 'a certificate from an unknown CA',
      args: at(`https://localhost:${untrusted.port}`),
      cause: 'tls-unknown-ca',
      exitCode: 3,
    },
    {
      what: 'nothing listens on the port',
      args: at(nobody.url),
      cause: 'connection-refused',
      exitCode: 3,
    },
    {
      what: 'a proxy refuses the tunnel (CONNECT 403)',
      args: [...at(`https://localhost:${trusted.port}`), '--proxy', denying.url, '--ca', 'ca.pem'],
      files: { 'ca.pem': authority },
      cause: 'proxy-refused-connect',
      exitCode: 3,
    },
  ];
});

afterAll(() => servers.close());

async function look({ args, files = {} }: Situation): Promise<Seen> {
  const ran = await run(args, { env: ENV, files });
  expect(`${ran.stdout}${ran.stderr}`).not.toContain(KEY.slice(4, -4));
  const { verdict, exitCode, diagnoses } = reportIn(ran);
  expect(exitCode).toBe(ran.exitCode);
  const [first] = Array.isArray(diagnoses) ? diagnoses : [];
  return { verdict, cause: first?.cause, exitCode: ran.exitCode };
}

describe('nine failures that other clients report alike', () => {
  it('have nine verdicts of their own', async () => {
    const seen: Seen[] = [];
    for (const situation of situations) seen.push(await look(situation));
    expect(seen.map(({ cause }) => cause)).toEqual(situations.map(({ cause }) => cause));
    expect(seen.map(({ exitCode }) => exitCode)).toEqual(
      situations.map(({ exitCode }) => exitCode),
    );
    expect(new Set(seen.map(({ cause }) => cause)).size).toBe(9);
  });

  it('and a good day have six exit codes between them', async () => {
    const good = await run(['check-key', '--simulate', 'healthy']);
    const codes = [good.exitCode, ...situations.map(({ exitCode }) => exitCode)];
    expect(new Set(codes)).toEqual(new Set([0, 3, 4, 5, 6, 7]));
  });

  it('never call a key bad that was not asked about', async () => {
    for (const situation of situations.filter(({ exitCode }) => exitCode === 3)) {
      expect((await look(situation)).verdict).toBe('UNKNOWN');
    }
  });

  it('stand in the README as they are seen here', async () => {
    const rows = await Promise.all(
      situations.map(async (situation) => {
        const { verdict, cause, exitCode } = await look(situation);
        return `| ${situation.what} | ${String(verdict)} | \`${String(cause)}\` | ${exitCode} |`;
      }),
    );
    const head = ['| what happens | verdict | cause | exit |', '|---|---|---|---|'];
    const good = '| for comparison: all is well | PASS | | 0 |';
    expectGenerated('README.md', 'nine-causes', [...head, ...rows, good].join('\n'));
  });
});
