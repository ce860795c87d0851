import { json, page, type Fault } from './bringing.ts';

const RATE_HEADERS = {
  'content-type': 'application/json',
  'x-rate-limit-daily': '1500',
  'x-daily-requests-left': '1400',
  'x-daily-usage': '100',
};

export const BODIES: readonly Fault[] = [
  ['200 and a page', page(200, {}, '<html><title>Welcome</title></html>'), 'login-page', 'edge', 3],
  [
    '200 and a form for a password',
    page(200, {}, '<html><title>Sign in</title><input type="password"></html>'),
    'login-page',
    'edge',
    3,
  ],
  ['200 and somebody else’s JSON', json(200, { hello: 'world' }), 'wrong-host', 'edge', 3],
  ['200 and a list', json(200, []), 'wrong-host', 'edge', 3],
  ['200 and a bare number', json(200, 1e308), 'wrong-host', 'edge', 3],
  ['200 and nothing', page(200, {}, ''), 'wrong-host', 'edge', 3],
  ['200 and NUL bytes', page(200, {}, '\0\0\0\0\0\0'), 'wrong-host', 'edge', 3],
  [
    '200, Lusha’s counters, and a JSON body cut in half',
    page(200, RATE_HEADERS, '{"requestId":"r-1","results":[{"id"'),
    'contract-broken',
    'service',
    7,
  ],
  [
    '500, Lusha’s counters, and a JSON body cut in half',
    page(500, RATE_HEADERS, '{"statusCode":500,"mess'),
    'service-error',
    'service',
    7,
  ],
  [
    '200, Lusha’s counters, and an empty body',
    page(200, RATE_HEADERS, ''),
    'contract-broken',
    'service',
    7,
  ],
  [
    '200 and JSON nested 100 000 deep',
    page(200, { 'content-type': 'application/json' }, '['.repeat(100_000)),
    'wrong-host',
    'edge',
    3,
  ],
];

const lushaSays = (status: number, error: string, message: string) =>
  json(status, { statusCode: status, error, message });

export const LUSHA: readonly Fault[] = [
  [
    'Lusha does not know the key',
    lushaSays(401, 'Unauthorized', 'Invalid API key'),
    'key-unknown',
    'key',
    4,
  ],
  [
    'the key was dropped on the way',
    json(401, {
      statusCode: 401,
      error: 'invalid_request',
      error_description: 'missing Authorization header',
    }),
    'key-dropped-on-the-way',
    'proxy',
    3,
  ],
  [
    'the key was sent as Bearer',
    json(
      401,
      {
        statusCode: 401,
        error: 'invalid_request',
        error_description: 'invalid Bearer token format',
      },
      {},
      { args: ['--auth', 'bearer'] },
    ),
    'key-sent-as-bearer',
    'key',
    4,
  ],
  [
    'Lusha calls the key malformed',
    lushaSays(400, 'Bad Request', 'Invalid API key format'),
    'key-malformed',
    'key',
    4,
  ],
  [
    'the day window is empty',
    lushaSays(
      429,
      'Too Many Requests',
      'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 60 seconds.',
    ),
    'quota-day-exhausted',
    'quota',
    6,
  ],
  [
    'Lusha fails',
    lushaSays(500, 'Internal Server Error', 'Internal server error'),
    'service-error',
    'service',
    7,
  ],
  [
    'a gateway at an address of one’s own has no such route',
    json(404, { message: 'no Route matched with those values', request_id: 'abc123' }),
    'gateway-lacks-route',
    'edge',
    3,
  ],
];
