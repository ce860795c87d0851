import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { inspectKey } from '../../src/key/inspect.ts';
import {
  openSimulator,
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/http/server.ts';
import { systemClock } from '../support/clock.ts';
import { manualClock, NOON } from '../unit/simulator/manual-clock.ts';

const OTHER_KEY = '0b9f1c3d-5e7a-4c2b-9d8e-1f3a5c7e9b0d';
const PROSPECTING = {
  pagination: { page: 0, size: 10 },
  filters: { contacts: { include: { departments: ['Sales'] } } },
};
const open: Simulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()));
});

async function start(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ scenario: 'healthy', clock: manualClock(), ...options });
  open.push(simulator);
  return simulator;
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Bodies have many shapes; each test says which one it expects. */
  readonly body: ReturnType<typeof JSON.parse>;
}

interface Result {
  readonly clientReferenceId?: string;
  readonly firstName?: string;
  readonly error?: { readonly code: string };
}

async function call(
  simulator: Simulator,
  line: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = { api_key: simulator.demoKey },
): Promise<Reply> {
  const [method = 'GET', path = '/'] = line.split(' ');
  const response = await fetch(simulator.url + path, {
    method,
    redirect: 'manual',
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
  };
}

const USAGE = 'GET /v3/account/usage';

describe('the usage answer', () => {
  it('has credits, windows, plan and prices', async () => {
    const simulator = await start({ account: { plan: 'pro', credits: 800 } });
    const { status, body } = await call(simulator, USAGE);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      credits: { total: 800, used: 0, remaining: 800 },
      rateLimits: {
        daily: { limit: 1500, used: 1, remaining: 1499, resetsAt: '2026-11-24T12:00:00.000Z' },
        hourly: { limit: 150, used: 1, remaining: 149, resetsAt: '2026-11-23T13:00:00.000Z' },
        minute: { limit: 50, used: 1, remaining: 49, resetsAt: '2026-11-23T12:01:00.000Z' },
      },
      plan: { category: 'professional', renewalType: 'annual' },
      pricing: {
        revealPhone: { credits: 5, perQuantity: 1 },
        contactSearch: { credits: 1, perQuantity: 25 },
      },
    });
  });

  it('leaves out the hour and the end date on a free plan', async () => {
    const simulator = await start({ account: { plan: 'free' } });
    const { body } = await call(simulator, USAGE);
    expect(Object.keys(body.rateLimits)).toEqual(['daily', 'minute']);
    expect(body.plan).toMatchObject({ category: 'free', endDate: null });
  });

  it('is given five times a minute, under both its paths together', async () => {
    const clock = manualClock();
    const simulator = await start({ clock });
    const statuses: number[] = [];
    for (const path of ['/v3', '', '/v3', '', '/v3', '/v3', '']) {
      statuses.push((await call(simulator, `GET ${path}/account/usage`)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    clock.advance(60);
    expect((await call(simulator, USAGE)).status).toBe(200);
  });
});

describe('the key', () => {
  it.each<[string, Record<string, string>, number, object]>([
    [
      'no key',
      {},
      401,
      {
        statusCode: 401,
        error: 'invalid_request',
        error_description: 'missing Authorization header',
      },
    ],
    [
      'a Bearer key',
      { authorization: 'Bearer KEY' },
      401,
      { error_description: 'invalid Bearer token format' },
    ],
    [
      'a key with quotes',
      { api_key: '"KEY"' },
      400,
      { message: 'Invalid API key format', error: 'Bad Request' },
    ],
    [
      'an unknown key',
      { api_key: OTHER_KEY },
      401,
      {
        message: 'Invalid API key',
        error: 'Unauthorized',
        timestamp: new Date(NOON).toISOString(),
      },
    ],
    ['the demo key in capitals', { API_KEY: 'KEY' }, 200, {}],
  ])('%s', async (_what, headers, status, body) => {
    const simulator = await start();
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value.replace('KEY', simulator.demoKey),
      ]),
    );
    const reply = await call(simulator, USAGE, undefined, sent);
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject(body);
    expect(reply.headers.has('x-daily-requests-left')).toBe(status === 200);
  });

  it('is judged before the body and after the path', async () => {
    const simulator = await start();
    const bad = { api_key: 'no key' };
    expect((await call(simulator, 'POST /v3/contacts/enrich', '{', bad)).status).toBe(400);
    expect((await call(simulator, 'POST /v3/contacts/enrich', '{', bad)).body.message).toBe(
      'Invalid API key format',
    );
    expect((await call(simulator, 'GET /v3/nothing/here', undefined, bad)).status).toBe(404);
  });

  it('of the demo has the form of a real one', async () => {
    expect(inspectKey((await start()).demoKey).defects).toEqual([]);
  });

  it('opens an account of its own for each accepted key', async () => {
    const simulator = await start({ acceptKeys: [OTHER_KEY.toUpperCase()] });
    await call(simulator, USAGE);
    const other = await call(simulator, USAGE, undefined, { api_key: OTHER_KEY });
    expect(other.body.rateLimits.daily.used).toBe(1);
  });
});

describe('the windows', () => {
  it('count down in the headers, refuse, and open again', async () => {
    const clock = manualClock();
    const simulator = await start({
      clock,
      account: { limits: { minute: 2, hour: 3, day: null } },
    });
    const search = { contacts: [{ email: 'nobody@example.com' }] };
    const ask = (): Promise<Reply> => call(simulator, 'POST /v3/contacts/search', search);
    const first = await ask();
    expect(
      Object.fromEntries([...first.headers].filter(([name]) => /rate-limit|left/.test(name))),
    ).toEqual({
      'x-rate-limit-hourly': '3',
      'x-hourly-requests-left': '2',
      'x-rate-limit-minute': '2',
      'x-minute-requests-left': '1',
    });
    await ask();
    const minute = await ask();
    expect(minute.status).toBe(429);
    expect(minute.body.message).toBe(
      'Too many requests. Please wait before making another request.',
    );
    expect(minute.headers.get('x-minute-requests-left')).toBe('0');
    expect(minute.headers.has('retry-after')).toBe(false);
    clock.advance(60);
    expect((await ask()).status).toBe(200);
    const hour = await ask();
    expect(hour.status).toBe(429);
    expect(hour.body).toEqual({
      statusCode: 429,
      message: 'Hourly API rate limit exceeded. Limit: 3 calls per hour. Reset in 3540 seconds',
      timestamp: '2026-11-23T12:01:00.000Z',
    });
  });

  it('name the day with its reset', async () => {
    const simulator = await start({ account: { plan: 'free', used: { day: 100 } } });
    const { body } = await call(simulator, USAGE);
    expect(body.message).toBe(
      'Daily API rate limit exceeded. Limit: 100 calls per day. Reset in 43200 seconds.',
    );
  });

  it('count a refused body too, and show it', async () => {
    const simulator = await start();
    const { status, headers } = await call(simulator, 'POST /v3/contacts/search', {});
    expect(status).toBe(400);
    expect(headers.get('x-daily-requests-left')).toBe('49999');
  });
});

describe('credits', () => {
  it('go down by what the answer says, and once for each data point', async () => {
    const simulator = await start({ account: { credits: 20 } });
    const found = await call(simulator, 'POST /v3/contacts/search', {
      contacts: [{ email: 'ada@example.com' }],
    });
    expect(found.body.billing).toEqual({ creditsCharged: 1, resultsReturned: 1 });
    const [{ id, canReveal }] = found.body.results;
    expect(canReveal).toEqual([
      { field: 'emails', credits: 1 },
      { field: 'phones', credits: 5 },
    ]);
    const enrich = { ids: [id], reveal: ['emails', 'phones'] };
    const first = await call(simulator, 'POST /v3/contacts/enrich', enrich);
    expect(first.body.results[0].emails[0].email).toBe('ada@example.com');
    expect(first.body.billing.creditsCharged).toBe(6);
    const again = await call(simulator, 'POST /v3/contacts/enrich', enrich);
    expect(again.body.billing.creditsCharged).toBe(0);
    expect((await call(simulator, USAGE)).body.credits).toEqual({
      total: 20,
      used: 7,
      remaining: 13,
    });
  });

  it('are not taken when they do not suffice', async () => {
    const simulator = await start({ account: { credits: 5 } });
    const { status, body } = await call(simulator, 'POST /v3/contacts/enrich', { ids: ['v1.a'] });
    expect([status, body]).toEqual([
      402,
      { statusCode: 402, message: 'Insufficient credits for this operation' },
    ]);
    expect((await call(simulator, USAGE)).body.credits.remaining).toBe(5);
  });

  it('are not charged for nobody', async () => {
    const simulator = await start();
    const { body } = await call(simulator, 'POST /v3/contacts/search-and-enrich', {
      contacts: [{ email: 'nobody@example.com' }],
    });
    expect(body.billing).toEqual({ creditsCharged: 0, resultsReturned: 0 });
  });
});

describe('results', () => {
  it('stand in the order of the question, with the reference and the errors in place', async () => {
    const simulator = await start();
    const { body } = await call(simulator, 'POST /v3/contacts/search', {
      contacts: [
        { clientReferenceId: 'a', email: 'nobody@example.com' },
        { clientReferenceId: 'b', firstName: 'Ada', lastName: 'Moss', companyName: 'Acme' },
        { linkedinUrl: 'https://linkedin.example/in/x' },
      ],
    });
    expect(
      body.results.map((result: Result) => [
        result.clientReferenceId,
        result.error?.code,
        result.firstName !== undefined,
      ]),
    ).toEqual([
      ['a', 'NOT_FOUND', false],
      ['b', undefined, true],
      [undefined, undefined, true],
    ]);
    expect(body.billing).toEqual({ creditsCharged: 1, resultsReturned: 2 });
    expect(body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are the same in every run with the same seed', async () => {
    const ask = async (seed: string): Promise<unknown> => {
      const { body } = await call(
        await start({ seed }),
        'POST /v3/contacts/prospecting',
        PROSPECTING,
      );
      return body;
    };
    expect(await ask('one')).toEqual(await ask('one'));
    expect(await ask('one')).not.toEqual(await ask('two'));
  });

  it('come in pages that do not overlap and end with the total', async () => {
    const simulator = await start();
    const ask = async (page: number): Promise<Reply['body']> =>
      (
        await call(simulator, 'POST /v3/contacts/prospecting', {
          ...PROSPECTING,
          pagination: { page, size: 10 },
        })
      ).body;
    const [first, second] = [await ask(0), await ask(1)];
    expect(first.pagination).toMatchObject({ page: 0, size: 10 });
    const ids = [...first.results, ...second.results].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(20);
    expect((await ask(1000)).results).toEqual([]);
  });

  it('are none for a department that does not exist, without an error', async () => {
    const simulator = await start();
    const { status, body } = await call(simulator, 'POST /v3/contacts/prospecting', {
      ...PROSPECTING,
      filters: { contacts: { include: { departments: ['Salez]'] } } },
    });
    expect([status, body.results, body.pagination.total]).toEqual([200, [], 0]);
  });
});

describe('a wrong request', () => {
  it.each<[string, unknown, string]>([
    ['POST /v3/contacts/search', '{"contacts": [', 'Badly formatted request'],
    ['POST /v3/contacts/search', { firstName: 'Ada' }, 'property firstName should not exist'],
    [
      'POST /v3/contacts/search',
      { contacts: [{ contactId: '1' }] },
      'contacts.0.property contactId should not exist',
    ],
    [
      'POST /v3/contacts/search',
      { contacts: [{ firstName: 'Ada' }] },
      'must have a combination of 1. linkedin url 2. full name + company domain',
    ],
    [
      'POST /v3/contacts/search',
      { contacts: Array.from({ length: 101 }, () => ({ id: '1' })) },
      'contacts must contain no more than 100 elements',
    ],
    [
      'POST /v3/contacts/enrich',
      { ids: ['1'], reveal: [] },
      'reveal must contain at least 1 elements',
    ],
    ['POST /v3/contacts/enrich', { contactIds: ['1'] }, 'property contactIds should not exist'],
    [
      'POST /v3/contacts/prospecting',
      { pages: { page: 0, size: 10 }, filters: {} },
      'property pages should not exist',
    ],
    [
      'POST /v3/contacts/prospecting',
      { ...PROSPECTING, pagination: { page: 0, size: 9 } },
      'pagination.size must not be less than 10',
    ],
    ['POST /v3/contacts/signals', { ids: ['1'] }, 'signalTypes must be an array'],
    [
      'POST /v3/companies/search',
      { companies: [{ companyId: '1', domain: 'example.com' }] },
      'companies.0.property companyId should not exist',
    ],
    [
      'POST /v3/companies/prospecting',
      {
        pagination: { page: 0, size: 10 },
        filters: { companies: { include: { technologies: ['x'] } }, contacts: {} },
      },
      'filters.contacts cannot be combined with company technologies',
    ],
    [
      'POST /v3/contacts/lookalike',
      { seeds: { ids: ['1'] } },
      'seeds must contain at least 5 elements',
    ],
    [
      'POST /v3/contacts/lookalike',
      { seeds: {}, dedupeSessionId: 'x' },
      'dedupeSessionId must be a UUID',
    ],
    [
      'POST /v3/account/conversations/search',
      { pageSize: 101 },
      'pageSize must not be greater than 100',
    ],
    [
      'POST /v3/companies/website-visits',
      {
        domains: ['elsewhere.example'],
        startDate: '2026-01-01',
        endDate: '2026-01-31',
        pagination: { page: 0, size: 1 },
      },
      'domain elsewhere.example is not configured for tracking',
    ],
    ['GET /v3/contacts/prospecting/filters/locations', undefined, 'query should not be empty'],
    [
      'GET /v3/contacts/prospecting/filters/shoeSizes',
      undefined,
      'filterType must be one of the following values: departments, seniority, existingDataPoints, countries, locations',
    ],
    ['POST /v3/contacts/tables/list', {}, 'owner must be an object'],
    [
      'GET /v2/company?domain=example.com&companyName=x',
      undefined,
      'property companyName should not exist',
    ],
    [
      'POST /v2/person',
      { contacts: [{ contactId: '1', firstName: 'Ada' }] },
      'contacts.0.property firstName should not exist',
    ],
  ])('%s: 400 in the words of the API', async (line, body, message) => {
    const simulator = await start();
    const reply = await call(simulator, line, body);
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({
      name: 'BadRequest',
      message,
      code: 400,
      className: 'bad-request',
      errors: {},
    });
    expect(reply.headers.has('x-daily-requests-left')).toBe(true);
  });

  it('with a body of more than a mebibyte is refused unread', async () => {
    const simulator = await start();
    const { status, body } = await call(
      simulator,
      'POST /v3/contacts/search',
      ' '.repeat(1_048_577),
    );
    expect([status, body.message]).toEqual([413, 'request entity too large']);
  });

  it('with a body of another type is answered as if it had none', async () => {
    const simulator = await start();
    const headers = { api_key: simulator.demoKey, 'content-type': 'text/plain' };
    const { body } = await call(simulator, 'POST /v3/contacts/search', '{"contacts":[]}', headers);
    expect(body.message).toBe('contacts must be an array');
  });

  it.each([
    ['GET /v3/contact/search', { message: 'The requested endpoint was not found' }, true],
    [
      'GET /v3/contacts/search',
      { statusCode: 404, message: 'Cannot GET /v3/contacts/search', error: 'Not Found' },
      false,
    ],
    ['PUT /v3/account/usage', { statusCode: 404, message: 'Cannot PUT /v3/account/usage' }, false],
    ['POST /v3/contacts/decision-makers', { statusCode: 404 }, false],
  ])('%s is a 404 without a key being needed', async (line, expected, fromGateway) => {
    const simulator = await start();
    const { status, body } = await call(simulator, line, undefined, {});
    expect(status).toBe(404);
    expect(body).toMatchObject(expected);
    expect('request_id' in body).toBe(fromGateway);
  });
});

describe('a plan', () => {
  it.each([
    ['pro', 'GET /v3/contacts/prospecting/filters', 403],
    ['scale', 'GET /v3/contacts/prospecting/filters', 200],
    ['pro', 'GET /prospecting/filters/contacts/seniority', 403],
    ['free', 'GET /v3/contacts/signals/types', 200],
    ['free', 'GET /v3/contacts/tables/0?email=user%40example.com', 403],
    ['pro', 'GET /v3/contacts/tables/0?email=user%40example.com', 404],
  ] as const)('%s: %s is %i', async (plan, line, status) => {
    const simulator = await start({ account: { plan } });
    expect((await call(simulator, line)).status).toBe(status);
  });

  it('free has credits for company signals and is told 402', async () => {
    const simulator = await start({ account: { plan: 'free' } });
    const { status } = await call(simulator, 'POST /v3/companies/signals', {
      ids: ['1'],
      signalTypes: ['allSignals'],
    });
    expect(status).toBe(402);
  });
});

describe('objects', () => {
  it('a table can be made, filled, read at a price, and taken away', async () => {
    const simulator = await start();
    const owner = { email: 'user@example.com' };
    const made = await call(simulator, 'POST /v3/contacts/tables', { name: 'a', owner });
    expect(made.status).toBe(201);
    expect((await call(simulator, 'POST /v3/contacts/tables', { name: 'a', owner })).status).toBe(
      409,
    );
    const path = `/v3/contacts/tables/${made.body.data.tableId}`;
    const added = await call(simulator, `POST ${path}/entities`, {
      entityIds: ['1', '2', '2', 'x'],
      owner,
    });
    expect(added.body.data).toMatchObject({ added: 2, alreadyPresent: 0, invalidIds: ['x'] });
    const rows = await call(simulator, `GET ${path}/entities?email=user%40example.com`);
    expect(rows.body).toMatchObject({ pagination: { total: 2 }, billing: { creditsCharged: 2 } });
    expect((await call(simulator, `DELETE ${path}?email=user%40example.com`)).status).toBe(200);
    expect((await call(simulator, `GET ${path}?email=user%40example.com`)).body.message).toBe(
      'TABLE_NOT_FOUND: Table not found',
    );
  });

  it('a lookalike session hands nothing out twice and ends after 30 days', async () => {
    const clock = manualClock();
    const simulator = await start({ clock });
    const ask = (dedupeSessionId?: string): Promise<Reply> =>
      call(simulator, 'POST /v3/companies/lookalike', {
        seeds: { domains: ['a', 'b', 'c', 'd', 'e'] },
        limit: 5,
        ...(dedupeSessionId === undefined ? {} : { dedupeSessionId }),
      });
    const first = await ask();
    const second = await ask(first.body.dedupeSessionId);
    const ids = [...first.body.results, ...second.body.results].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(10);
    clock.advance(30 * 86_400);
    expect((await ask(first.body.dedupeSessionId)).status).toBe(410);
  });

  it('a subscription answers 201 and says for each item whether it worked', async () => {
    const simulator = await start();
    const { status, body } = await call(simulator, 'POST /api/subscriptions', {
      defaults: {
        entityType: 'contact',
        signalTypes: ['promotion'],
        url: 'https://example.com/hook',
      },
      subscriptions: [
        { entityId: '1' },
        { entityId: '1' },
        { entityId: '2', url: 'http://example.com' },
      ],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ total: 3, successful: 1, failed: 2 });
    expect(body.results.map((result: Result) => result.error?.code)).toEqual([
      undefined,
      'DUPLICATE_SUBSCRIPTION',
      'URL_VALIDATION_FAILED',
    ]);
  });
});

describe('V2', () => {
  it('still answers, in its own shapes, and says when it ends', async () => {
    const simulator = await start();
    const { status, headers, body } = await call(
      simulator,
      'GET /v2/person?email=ada%40example.com',
    );
    expect(status).toBe(200);
    expect(headers.get('sunset')).toBe('Wed, 18 Nov 2026 00:00:00 GMT');
    expect(body.contact).toMatchObject({ error: null, isCreditCharged: true });
    const nobody = await call(simulator, 'GET /v2/person?email=nobody%40example.com');
    expect(nobody.body.contact).toMatchObject({
      error: { name: 'EMPTY_DATA', code: 3 },
      isCreditCharged: false,
    });
  });
});

describe('the record of requests', () => {
  it('holds nothing of a key, wherever it was sent', async () => {
    const lines: string[] = [];
    const simulator = await start({ log: (entry) => lines.push(JSON.stringify(entry)) });
    const key = simulator.demoKey;
    const dirty = `${key.slice(0, 20)}zz`;
    await call(simulator, USAGE);
    await call(simulator, USAGE, undefined, { authorization: `Bearer ${key}` });
    await call(simulator, USAGE, undefined, { authorization: dirty });
    await call(simulator, USAGE, undefined, { api_key: dirty });
    await call(simulator, `GET /v3/account/usage?api_key=${key}`, undefined, {});
    await call(simulator, `GET /v3/account/usage/${key}`);
    await call(simulator, `GET /v3/account/${encodeURIComponent(dirty)}`, undefined, {
      api_key: dirty,
    });
    const written =
      lines.join('\n') +
      JSON.stringify(simulator.requests) +
      JSON.stringify(simulator.summary()) +
      JSON.stringify(simulator.state());
    expect(lines).toHaveLength(7);
    for (const piece of [key, key.toUpperCase(), key.slice(0, 8), key.slice(-12)]) {
      expect(written).not.toContain(piece);
    }
    expect(
      simulator.requests.map(({ keyPlacement, keyVerdict, status }) => [
        keyPlacement,
        keyVerdict,
        status,
      ]),
    ).toEqual([
      ['api_key', 'accepted', 200],
      ['bearer', 'misplaced', 401],
      ['authorization', 'misplaced', 401],
      ['api_key', 'malformed', 400],
      ['query', 'absent', 401],
      ['api_key', null, 404],
      ['api_key', null, 404],
    ]);
  });

  it('sums up what the client did', async () => {
    const simulator = await start();
    await call(simulator, 'POST /v3/contacts/search', { contacts: [{ email: 'ada@example.com' }] });
    await call(simulator, 'GET /v2/person?email=ada%40example.com');
    expect(simulator.summary()).toMatchObject({
      requests: 2,
      credits: 7,
      misuses: [{ id: 'legacy-path', count: 1 }],
    });
  });
});

describe('rules', () => {
  it('disturb the endpoint they name, after the key and without a charge', async () => {
    const simulator = await start({ rules: ['POST /v3/contacts/enrich: 100% 500'] });
    const enrich = 'POST /v3/contacts/enrich';
    const { status, body, headers } = await call(simulator, enrich, { ids: ['v1.a'] });
    expect([status, body.message]).toEqual([500, 'Internal server error. Please try again later.']);
    expect(headers.has('x-daily-requests-left')).toBe(true);
    expect((await call(simulator, enrich, { ids: ['v1.a'] }, {})).status).toBe(401);
    expect((await call(simulator, USAGE)).body.credits.used).toBe(0);
  });

  it.each(['reset', 'close', 'cut'])('can %s the connection', async (effect) => {
    const simulator = await start({ rules: [`*: 100% ${effect}`] });
    await expect(call(simulator, USAGE)).rejects.toThrow();
    expect(simulator.requests).toMatchObject([{ status: null }]);
  });

  it('that cannot be read come back as a problem', async () => {
    const opened = await openSimulator({
      scenario: 'healthy',
      clock: manualClock(),
      rules: ['nonsense'],
    });
    expect(!opened.ok && opened.problem.code).toBe('bad-rule');
  });
});

describe('the state', () => {
  it('carries windows and credits over to the next run', async () => {
    const clock = manualClock();
    const first = await start({ clock, account: { plan: 'pro' } });
    await call(first, 'POST /v3/contacts/enrich', { ids: ['v1.a'], reveal: ['phones'] });
    const state = JSON.parse(JSON.stringify(first.state()));
    clock.advance(30);
    const second = await start({ clock, state });
    const { body } = await call(second, USAGE);
    expect(body.credits.used).toBe(5);
    expect(body.rateLimits.minute).toMatchObject({ used: 2, resetsAt: '2026-11-23T12:01:00.000Z' });
  });
});

describe('the server', () => {
  it('dates its answers by its own clock', async () => {
    const { headers } = await call(await start(), USAGE);
    expect(headers.get('date')).toBe('Mon, 23 Nov 2026 12:00:00 GMT');
  });

  it('listens on loopback only, at the port it is given', async () => {
    const simulator = await start();
    const { port, hostname } = new URL(simulator.url);
    expect(hostname).toBe('127.0.0.1');
    const opened = await openSimulator({
      scenario: 'healthy',
      clock: manualClock(),
      port: Number(port),
    });
    expect(!opened.ok && opened.problem).toMatchObject({ code: 'port-not-free', exitCode: 2 });
    expect(!opened.ok && opened.problem.message).toContain('EADDRINUSE');
  });

  it('serves https with a certificate of its own', async () => {
    const simulator = await start({ tls: true });
    expect(simulator.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(simulator.authority).toContain('BEGIN CERTIFICATE');
  });

  it.each([
    'headers-timeout',
    'body-dripping',
    'body-too-large',
    'informational-flood',
    'tls-timeout',
    'proxy-timeout',
  ] as const)('ends at once while a client hangs in %s', async (scenario) => {
    const simulator = await startSimulator({ scenario, clock: systemClock });
    const { port } = new URL(simulator.proxyUrl ?? simulator.url);
    const socket = connect(Number(port), '127.0.0.1');
    const closed = new Promise((resolve) => {
      socket.on('error', () => {}).on('close', resolve);
    });
    socket.write(
      simulator.proxyUrl === null
        ? 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'
        : 'CONNECT x:443 HTTP/1.1\r\nhost: x\r\n\r\n',
    );
    await new Promise((resolve) => {
      socket.once('data', resolve);
      setTimeout(resolve, 50);
    });
    await simulator.close();
    await closed;
    expect(socket.destroyed).toBe(true);
  });

  it('survives clients that send no HTTP or go away in the middle', async () => {
    const simulator = await start();
    const { port } = new URL(simulator.url);
    for (const bytes of [
      '\u0000\u0001\u0002\r\n\r\n',
      'POST /v3/contacts/search HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => {
          socket.write(bytes, () => setTimeout(() => socket.destroy(), 20));
        });
        socket.on('error', () => {}).on('close', () => resolve());
      });
    }
    expect((await call(simulator, USAGE)).status).toBe(200);
  });
});
