import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { certificates } from '../support/certificates.ts';
import { recorder } from '../support/recorder.ts';
import { Servers, saying } from '../support/servers.ts';
import { SQUID_DENIAL, startProxy } from '../support/proxies.ts';
import { reportIn, run, type Ran, type World } from '../support/world.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const WITH_KEY: World = { env: { LUSHA_API_KEY: KEY } };
const servers = new Servers();

afterEach(() => servers.close());

interface SeenCheck {
  readonly id: string;
  readonly status: string;
  readonly summary: string;
  readonly evidence: Readonly<Record<string, unknown>>;
}

function checksIn(ran: Ran): readonly SeenCheck[] {
  const { checks } = reportIn(ran);
  if (!Array.isArray(checks)) throw new Error(`no checks: ${ran.stderr}`);
  return checks;
}

function checkIn(ran: Ran, id: string): SeenCheck | undefined {
  return checksIn(ran).find((check) => check.id === id);
}

/** A server that answers as told, and a way to probe it. */
async function against(answer: RequestListener) {
  const { arrivals, handle } = recorder(answer);
  const { url } = await servers.http(handle);
  const probe = (args: readonly string[], world: World = WITH_KEY) =>
    run(['probe', ...args, '--base-url', url], world);
  return { arrivals, probe, url };
}

function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

const UNKNOWN_PROPERTY = {
  name: 'BadRequest',
  message: 'reveal must contain at least 1 elements',
  code: 400,
  className: 'bad-request',
  errors: {},
};

describe('the expected refusal of a free probe', () => {
  it('is a success that claims no more than it shows', async () => {
    const { probe } = await against(json(400, UNKNOWN_PROPERTY));
    const ran = await probe(['contacts.enrich', '--json']);
    expect(ran.exitCode).toBe(0);
    expect(checkIn(ran, 'endpoint')).toMatchObject({
      status: 'ok',
      summary:
        'POST /v3/contacts/enrich   400 as expected: reachable, key accepted, not refused by the plan; a real body would be validated next',
    });
  });

  it.each([
    [
      'a malformed key',
      400,
      { statusCode: 400, message: 'Invalid API key format', error: 'Bad Request', timestamp: 'x' },
      4,
    ],
    [
      'a plan that lacks it',
      403,
      { statusCode: 403, message: 'This feature is not available on your current plan' },
      5,
    ],
    ['no credits', 402, { statusCode: 402, message: 'Insufficient credits' }, 5],
    [
      'a path that is gone',
      404,
      { statusCode: 404, message: 'Cannot POST /v3/contacts/enrich', error: 'Not Found' },
      8,
    ],
  ])('is not confused with %s', async (_what, status, body, exitCode) => {
    const { probe } = await against(json(status, body));
    expect((await probe(['contacts.enrich'])).exitCode).toBe(exitCode);
  });

  it('is not confused with the same status from somebody else', async () => {
    const { port } = await servers.tcp(
      saying(
        'HTTP/1.1 400 Bad Request\r\nserver: squid/5.7\r\ncontent-type: text/html\r\n\r\n<html>ERR_INVALID_REQ</html>',
      ),
    );
    const ran = await run(
      ['probe', 'contacts.enrich', '--base-url', `http://127.0.0.1:${port}`],
      WITH_KEY,
    );
    expect(ran.exitCode).toBe(3);
  });

  it('that never came is told, with the charge', async () => {
    const { probe } = await against(
      json(200, { results: [], billing: { creditsCharged: 2, resultsReturned: 0 } }),
    );
    const ran = await probe(['contacts.enrich', '--json']);
    expect(checkIn(ran, 'endpoint')).toMatchObject({ status: 'warn' });
    expect(checkIn(ran, 'endpoint')?.summary).toMatch(
      /meant to be refused and was not; it charged 2/,
    );
  });
});

describe('before sending', () => {
  const BODY = '{"pages":{"page":0,"size":5},"filters":{"contacts":{"include":{"seniority":[1]}}}}';

  it('--dry-run sends nothing and points out what would be refused', async () => {
    const { arrivals, probe } = await against(json(200, {}));
    const ran = await probe(
      ['POST', '/v3/contacts/prospecting', '-d', BODY, '--dry-run', '--json'],
      {},
    );
    expect(arrivals).toEqual([]);
    expect(ran.exitCode).toBe(8);
    expect(checkIn(ran, 'request.v2-field')?.summary).toContain(
      'pages: a V2 name, which V3 refuses; instead: pagination',
    );
    expect(checkIn(ran, 'request.page-size')?.status).toBe('fail');
    expect(checkIn(ran, 'request.cost')?.summary).toContain('1 credit at most');
    expect(reportIn(ran)['cost']).toMatchObject({ requests: 0 });
  });

  it('--dry-run of a good free call passes without a key', async () => {
    const ran = await run(['probe', 'account.usage', '--dry-run'], {});
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toContain('api_key: $LUSHA_API_KEY');
    expect(ran.stdout).toContain('nothing sent');
  });

  it('reads the body from a file and from a pipe', async () => {
    const { arrivals, probe } = await against(json(400, UNKNOWN_PROPERTY));
    const body = '\uFEFF{"ids":["v1.x"],"reveal":[]}';
    const target = ['POST', '/v3/contacts/enrich', '-d'];
    expect(
      (await probe([...target, '@b.json'], { ...WITH_KEY, files: { 'b.json': body } })).exitCode,
    ).toBe(0);
    expect((await probe([...target, '@-'], { ...WITH_KEY, stdin: body })).exitCode).toBe(0);
    expect(arrivals.map((arrival) => arrival.body)).toEqual([body.slice(1), body.slice(1)]);
  });

  it.each([
    [
      'a free probe',
      ['contacts.enrich'],
      `printf 'api_key: %s\\n' "$LUSHA_API_KEY" | curl -sS -i -H @- -H 'content-type: application/json' --data-raw '{"ids":["v1.x"],"reveal":[]}' https://api.lusha.com/v3/contacts/enrich\n`,
    ],
    [
      'another variable, as a Bearer token',
      ['account.usage', '--key-env', 'MY_KEY', '--auth', 'bearer'],
      `printf 'Authorization: Bearer %s\\n' "$MY_KEY" | curl -sS -i -H @- https://api.lusha.com/v3/account/usage\n`,
    ],
    [
      'a host without a key',
      ['status'],
      'curl -sS -i https://status.lusha.com/api/v2/summary.json\n',
    ],
    [
      'no password of a proxy',
      ['account.usage', '--proxy', 'http://me:secret@proxy.example:3128'],
      `printf 'api_key: %s\\n' "$LUSHA_API_KEY" | curl -sS -i -H @- --proxy http://proxy.example:3128 https://api.lusha.com/v3/account/usage\n`,
    ],
  ])('--curl prints %s', async (_what, args, line) => {
    const ran = await run(['probe', ...args, '--curl'], WITH_KEY);
    expect(ran).toMatchObject({ exitCode: 0, stdout: line, stderr: '' });
  });

  it('--curl prints nothing that is never sent', async () => {
    const ran = await run(['probe', 'webhooks.secret.regenerate', '--curl'], WITH_KEY);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('a V2 path', () => {
  it('is told its end, its twin and the translated request', async () => {
    const body =
      '{"contacts":[{"contactId":"1","email":"ada@corp.test"}],"metadata":{"revealEmails":true}}';
    const args = ['probe', 'POST', '/v2/person', '-d', body, '--dry-run'];
    const ran = await run([...args, '--json'], {});
    const check = checkIn(ran, 'request.version');
    expect(check?.summary).toContain('announced to end on 2026-11-18');
    expect(check?.evidence).toMatchObject({
      twin: 'contacts.search-and-enrich',
      request: 'POST /v3/contacts/search-and-enrich',
      body: '{"contacts":[{"clientReferenceId":"1","email":"***"}],"reveal":["emails"]}',
    });
    const text = await run([...args, '--show-body'], {});
    expect(text.stdout).toContain('{"clientReferenceId":"1","email":"ada@corp.test"}');
    expect(ran.stdout).not.toContain('corp.test');
  });
});

const PERSON = {
  requestId: '11111111-1111-4111-8111-111111111111',
  results: [
    { id: 'v1.a', firstName: 'Ada', emails: [{ email: 'ada@corp.test' }] },
    { error: { code: 'NOT_FOUND', message: 'Contact not found' } },
    { error: { code: 'NOT_FOUND', message: 'Contact not found' } },
    { error: { code: 'EMPTY_DATA', message: 'nothing' } },
  ],
  billing: { creditsCharged: 1, resultsReturned: 1 },
};
const USAGE = {
  credits: { total: 100, used: 60, remaining: 40 },
  rateLimits: { minute: { limit: 50, used: 1, remaining: 49 } },
  plan: { category: 'professional' },
  pricing: { revealEmail: { credits: 1, perQuantity: 1 } },
};
const ENRICH = [
  'POST',
  '/v3/contacts/enrich',
  '-d',
  '{"ids":["v1.a"],"reveal":["emails"]}',
  '--max-credits',
  '1',
];

describe('after sending', () => {
  const answer: RequestListener = (request, response) =>
    request.url === '/v3/account/usage'
      ? json(200, USAGE)(request, response)
      : json(200, PERSON, { 'x-rate-limit-minute': '50', 'x-minute-requests-left': '48' })(
          request,
          response,
        );

  it('counts item errors, credits and windows before and after', async () => {
    const { probe } = await against(answer);
    const ran = await probe([...ENRICH, '--json']);
    expect(checkIn(ran, 'items')?.summary).toBe(
      '3 of 4 items failed inside the 200: 2 NOT_FOUND, 1 EMPTY_DATA',
    );
    expect(checkIn(ran, 'credits')?.summary).toBe('40 before, 1 charged, so 39 after');
    expect(checkIn(ran, 'quota.requests')?.summary).toBe(
      'requests left: minute 49 before, 48 after',
    );
    expect(reportIn(ran)['exchanges']).toMatchObject([{ requestId: PERSON.requestId }]);
  });

  it.each([
    [[]],
    [['--verbose']],
    [['--json', '--verbose']],
    [['--format', 'markdown', '--verbose']],
  ])('shows nobody with %j', async (options) => {
    const { probe } = await against(answer);
    const { stdout } = await probe([...ENRICH, ...options]);
    expect(stdout).not.toMatch(/Ada|corp\.test/);
  });

  it('shows the whole body to who asks for it', async () => {
    const { probe } = await against(answer);
    expect((await probe([...ENRICH, '--show-body'])).stdout).toContain('"email": "ada@corp.test"');
  });

  it('masks what a path or a message says about a person', async () => {
    const { probe } = await against(
      json(404, { statusCode: 404, message: 'Could not find data for ada@corp.test' }),
    );
    const { stdout } = await probe([
      'GET',
      '/v2/person?email=ada%40corp.test',
      '--max-credits',
      '9',
      '--json',
      '--verbose',
    ]);
    expect(stdout).not.toMatch(/ada(@|%40)corp/);
  });

  it('never shows an answer that is a secret', async () => {
    const { probe } = await against(json(200, { secret: 'whsec_0123456789' }));
    for (const option of ['--show-body', '--verbose', '--json']) {
      const { stdout } = await probe([
        'webhooks.secret',
        '--show-body',
        option,
        '--expect-json',
        'secret=x',
      ]);
      expect(stdout).not.toContain('whsec_');
    }
  });
});

describe('demands', () => {
  it.each([
    ['a status that came', ['--expect-status', '400'], 0, /as demanded/],
    ['one of several', ['--expect-status', '200, 400'], 0, /as demanded/],
    ['a status that did not', ['--expect-status', '200'], 8, /status 200 demanded, it is 400/],
    ['a value that stands there', ['--expect-json', 'code=400'], 8, /code=400, as demanded/],
    [
      'a value that does not',
      ['--expect-json', 'code=200', '--expect-status', '400'],
      1,
      /code=200 demanded, it is 400/,
    ],
    [
      'a place that is not there',
      ['--expect-json', 'a.b=1', '--expect-status', '400'],
      1,
      /has no such place/,
    ],
    [
      'a first byte in time',
      ['--max-ttfb', '60000', '--expect-status', '400'],
      0,
      /at most 60000 demanded/,
    ],
  ])('%s', async (_what, args, exitCode, says) => {
    const { probe } = await against(
      json(400, { ...UNKNOWN_PROPERTY, message: 'property x should not exist' }),
    );
    const ran = await probe(['GET', '/v3/contacts/prospecting/filters/sizes', '--json', ...args]);
    expect(ran.exitCode).toBe(exitCode);
    expect(
      checksIn(ran)
        .map(({ summary }) => summary)
        .join('\n'),
    ).toMatch(says);
  });

  it('a late first byte fails', async () => {
    const { probe } = await against((request, response) => {
      setTimeout(() => json(200, USAGE)(request, response), 60);
    });
    const ran = await probe(['account.usage', '--max-ttfb', '5', '--json']);
    expect(ran.exitCode).toBe(1);
    expect(checkIn(ran, 'expect.ttfb')?.status).toBe('fail');
  });

  it('show no contact data when they are missed', async () => {
    const { probe } = await against(json(200, PERSON));
    const { stdout } = await probe([
      'GET',
      '/v3/contacts/prospecting/filters/sizes',
      '--json',
      '--expect-json',
      'results[0].emails[0].email=x',
      '--expect-json',
      'results[0].firstName=x',
    ]);
    expect(stdout).not.toMatch(/Ada|corp\.test/);
    expect(stdout).toContain('***');
  });
});

describe('many', () => {
  it('the matrix says what the plan leaves out, and does not call that a failure', async () => {
    const { probe, arrivals } = await against((request, response) => {
      const plan = json(403, {
        statusCode: 403,
        message: 'This feature is not available on your current plan',
      });
      const reply =
        request.url === '/v3/account/usage'
          ? json(200, USAGE)
          : request.url?.includes('filters') === true
            ? plan
            : json(400, { ...UNKNOWN_PROPERTY, message: 'property pages should not exist' });
      reply(request, response);
    });
    const ran = await probe(['--group', 'prospecting', '--json']);
    expect(ran.exitCode).toBe(0);
    expect(checkIn(ran, 'matrix')?.summary).toContain('3 of 7 probed');
    expect(checkIn(ran, 'endpoint.contacts.filters')).toMatchObject({ status: 'warn' });
    expect(checkIn(ran, 'endpoint.contacts.prospecting')).toMatchObject({ status: 'ok' });
    expect(arrivals).toHaveLength(7);
  });

  it('keeps half of a short day window for its owner', async () => {
    const day = { limit: 25, used: 19, remaining: 6 };
    const { probe, arrivals } = await against(json(200, { ...USAGE, rateLimits: { daily: day } }));
    const ran = await probe(['--group', 'filters', '--json']);
    expect(arrivals).toHaveLength(4);
    const kept = checksIn(ran).filter(({ status }) => status === 'skip');
    expect(kept).toHaveLength(3);
    for (const { summary } of kept) expect(summary).toContain('half of what was left in the day');
  });

  it('stops at the first answer that every other would repeat', async () => {
    const { probe, arrivals } = await against(
      json(401, {
        statusCode: 401,
        message: 'Invalid API key',
        error: 'Unauthorized',
        timestamp: 'x',
      }),
    );
    const ran = await probe(['--all', '--json']);
    expect(ran.exitCode).toBe(4);
    expect(arrivals).toHaveLength(1);
  });

  it('--all --dry-run lists the probes and sends none', async () => {
    const { probe, arrivals } = await against(json(200, USAGE));
    const ran = await probe(['--all', '--dry-run'], {});
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toContain('POST /v3/contacts/enrich');
    expect(arrivals).toEqual([]);
  });

  it('--repeat gives p50, p90 and the slowest for each phase', async () => {
    const { probe, arrivals } = await against(json(400, UNKNOWN_PROPERTY));
    const args = ['contacts.enrich', '--repeat', '4', '--interval', '0'];
    const ran = await probe([...args, '--json']);
    expect(arrivals).toHaveLength(4);
    expect(checkIn(ran, 'repeat')?.summary).toBe('4 calls: 4 x 400');
    expect(checkIn(ran, 'timing.wait')?.evidence).toMatchObject({ count: 4 });
    expect((await probe(args)).stdout).toMatch(/phase +p50 +p90 +max +calls/);
  });
});

describe('--retry', () => {
  function failing(
    times: number,
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): RequestListener {
    let seen = 0;
    return (request, response) => {
      seen += 1;
      const reply = seen <= times ? json(status, body, headers) : json(200, USAGE);
      reply(request, response);
    };
  }
  const DAY = {
    statusCode: 429,
    message: 'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 81671 seconds.',
    timestamp: 'x',
  };

  it('waits as Retry-After asks and passes', async () => {
    const { probe, arrivals } = await against(
      failing(1, 429, { statusCode: 429, message: 'Too Many Requests' }, { 'retry-after': '1' }),
    );
    const ran = await probe(['account.usage', '--retry', '--json']);
    expect(ran.exitCode).toBe(0);
    expect(arrivals).toHaveLength(2);
    expect(checkIn(ran, 'retry')?.evidence).toMatchObject({ attempts: ['429', '200'] });
    expect(Number(checkIn(ran, 'retry')?.evidence['waitedMs'])).toBeGreaterThanOrEqual(990);
  });

  it('backs off from a server that is down', async () => {
    const { probe, arrivals } = await against(
      failing(1, 503, { statusCode: 503, message: 'Service Unavailable' }),
    );
    expect((await probe(['account.usage', '--retry'])).exitCode).toBe(0);
    expect(arrivals).toHaveLength(2);
  });

  it('does not wait for a day', async () => {
    const { probe, arrivals } = await against(failing(1, 429, DAY));
    const ran = await probe(['account.usage', '--retry', '--json']);
    expect(ran.exitCode).toBe(6);
    expect(arrivals).toHaveLength(1);
    expect(checkIn(ran, 'retry')?.summary).toContain(
      'the day window opens in 81671 s, and --max-wait is 120 s',
    );
  });

  it('does not repeat what would end the same way', async () => {
    const { probe, arrivals } = await against(
      failing(9, 401, {
        statusCode: 401,
        message: 'Invalid API key',
        error: 'Unauthorized',
        timestamp: 'x',
      }),
    );
    expect((await probe(['account.usage', '--retry'])).exitCode).toBe(4);
    expect(arrivals).toHaveLength(1);
  });
});

describe('what the user’s program does, beside what works', () => {
  const byHeader: RequestListener = (request, response) => {
    const reply =
      request.headers['api_key'] === undefined
        ? json(401, {
            statusCode: 401,
            error: 'invalid_request',
            error_description: 'invalid Bearer token format',
          })
        : json(200, USAGE);
    reply(request, response);
  };

  it('--auth bearer fails where the header api_key works', async () => {
    const { probe, arrivals } = await against(byHeader);
    const ran = await probe(['account.usage', '--auth', 'bearer', '--json']);
    expect(ran.exitCode).toBe(4);
    expect(checkIn(ran, 'compare.asked')?.evidence).toMatchObject({
      status: 401,
      cause: 'key-sent-as-bearer',
    });
    expect(checkIn(ran, 'compare.usual')?.evidence).toMatchObject({ status: 200 });
    expect(arrivals).toHaveLength(2);
    expect(reportIn(ran)['cost']).toMatchObject({ requests: 2, usageCalls: 2 });
  });

  it.each(['fetch', 'undici', 'node'])(
    '--http-client %s sends the same request',
    async (client) => {
      const { probe, arrivals } = await against(json(400, UNKNOWN_PROPERTY));
      const ran = await probe(['contacts.enrich', '--http-client', client, '--json']);
      expect(ran.exitCode).toBe(0);
      const [asked, usual] = arrivals;
      expect(asked?.body).toBe(usual?.body);
      expect([asked?.method, asked?.path]).toEqual(['POST', '/v3/contacts/enrich']);
      expect(asked?.headers.find(([name]) => name.toLowerCase() === 'api_key')?.[1]).toBe(KEY);
    },
  );

  it.each([
    ['fetch', 200],
    ['undici', null],
    ['node', null],
  ])('%s meets a key with a line break at its end in its own way', async (client, status) => {
    const { probe } = await against(byHeader);
    const ran = await probe(['account.usage', '--http-client', client, '--json'], {
      env: { LUSHA_API_KEY: `${KEY}\n` },
    });
    expect(checkIn(ran, 'compare.asked')?.evidence['status']).toBe(status);
    expect(`${ran.stdout}${ran.stderr}`).not.toContain(KEY.slice(4, -4));
  });

  it.each(['fetch', 'undici', 'node'])(
    '%s meets a port where nobody listens, and silence',
    async (client) => {
      const nobody = await servers.nobody();
      const silent = await servers.tcp(() => {});
      const args = [
        'probe',
        'account.usage',
        '--http-client',
        client,
        '--json',
        '--timeout',
        '0.3',
      ];
      const refused = await run([...args, '--base-url', nobody.url], WITH_KEY);
      expect(checkIn(refused, 'compare.asked')?.evidence['cause']).toBe('connection-refused');
      const stalled = await run([...args, '--base-url', silent.url], WITH_KEY);
      expect(stalled.exitCode).toBe(3);
    },
  );

  it.each(['fetch', 'undici', 'node'])('%s reads a compressed answer', async (client) => {
    const { probe } = await against((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(gzipSync(JSON.stringify(USAGE)));
    });
    const ran = await probe([
      'account.usage',
      '--http-client',
      client,
      '--json',
      '--expect-json',
      'credits.remaining=40',
    ]);
    expect(ran.exitCode).toBe(0);
  });

  it('no client carries the key along a redirect', async () => {
    const elsewhere = recorder();
    const other = await servers.http(elsewhere.handle);
    const { probe } = await against((_request, response) => {
      response.writeHead(302, { location: `${other.url}/v3/account/usage` }).end();
    });
    for (const client of ['fetch', 'undici', 'node'])
      await probe(['account.usage', '--http-client', client]);
    expect(elsewhere.arrivals).toEqual([]);
  });

  it('--proxy none goes its own way where the environment names a proxy', async () => {
    const { good } = await certificates();
    const { port } = await servers.https(good, byHeader);
    const proxy = await startProxy(servers, { say: SQUID_DENIAL });
    // This machine under a name that no rule about loopback exempts from the proxy.
    const args = [
      'account.usage',
      '--proxy',
      'none',
      '--base-url',
      `https://0.0.0.0:${port}`,
      '--json',
    ];
    const ran = await run(['probe', ...args], {
      env: { LUSHA_API_KEY: KEY, HTTPS_PROXY: proxy.url },
    });
    expect(checkIn(ran, 'compare.asked')?.evidence['cause']).toMatch(/^tls-/);
    expect(checkIn(ran, 'compare.usual')?.evidence['cause']).toBe('proxy-refused-connect');
  });
});

describe('--list', () => {
  it('gives programs each endpoint with the same seven members', async () => {
    const ran = await run(['probe', '--list', 'prospecting', '--json']);
    const list: unknown = JSON.parse(ran.stdout);
    if (!Array.isArray(list)) throw new Error('no list');
    expect(list.length).toBeGreaterThan(5);
    for (const entry of list) {
      expect(Object.keys(entry)).toEqual([
        'id',
        'method',
        'path',
        'version',
        'cost',
        'plan',
        'freeProbe',
      ]);
    }
  });

  it('finds by several words, and says when nothing fits', async () => {
    expect((await run(['probe', '--list', 'webhooks', 'secret'])).stdout).toContain(
      'webhooks.secret',
    );
    expect(await run(['probe', '--list', 'prospectng'])).toMatchObject({ exitCode: 1 });
  });
});
