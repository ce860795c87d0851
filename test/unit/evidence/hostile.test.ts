import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/evidence/facts.ts';
import type { Exchange, Header } from '../../../src/model/exchange.ts';

const NAMES = [
  'content-type',
  'location',
  'date',
  'retry-after',
  'sunset',
  'server',
  'via',
  'x-daily-requests-left',
  'x-ratelimit-reset',
  'x-request-id',
  'age',
];
const MEMBERS = [
  'message',
  'errors',
  'error',
  'statusCode',
  'code',
  'results',
  'contact',
  'contacts',
  'data',
  'billing',
  'credits',
  'usage',
  'rateLimits',
  'plan',
  'job',
  'tableWrite',
  '__proto__',
  'constructor',
];

const header: fc.Arbitrary<Header> = fc.record({
  name: fc.oneof(fc.constantFrom(...NAMES), fc.string()),
  value: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer().map(String),
    fc.constantFrom('application/json', 'text/html', 'Mon, 23 Nov 2026 12:00:00 GMT', 'http://x/'),
  ),
});

const nested = fc.dictionary(
  fc.constantFrom(...MEMBERS),
  fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue(),
    fc.array(fc.dictionary(fc.constantFrom(...MEMBERS), fc.jsonValue())),
  ),
);
const bodyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  nested.map((value) => JSON.stringify(value)),
  fc
    .tuple(fc.constantFrom('<html>', '<title>', '<form '), fc.string())
    .map((parts) => parts.join('')),
);

const exchange: fc.Arbitrary<Exchange> = fc
  .record({
    door: fc.constantFrom('live' as const, 'pasted' as const),
    status: fc.oneof(
      fc.constantFrom(200, 201, 302, 400, 401, 403, 404, 407, 429, 500, 511, 522),
      fc.integer(),
    ),
    statusText: fc.string(),
    headers: fc.array(header, { maxLength: 20 }),
    text: bodyText,
    path: fc.oneof(fc.string(), fc.constantFrom('/v3/account/usage', '/v2/person?x', 'http://[')),
    origin: fc.oneof(fc.string(), fc.constant('https://api.lusha.com')),
    method: fc.oneof(fc.string(), fc.constantFrom('GET', 'POST')),
    startedAt: fc.double(),
    issuer: fc.string(),
    validTo: fc.double(),
  })
  .map(
    ({
      door,
      status,
      statusText,
      headers,
      text,
      path,
      origin,
      method,
      startedAt,
      issuer,
      validTo,
    }) => {
      const body = { text, wireBytes: 0, bytes: 0, notes: [] };
      const chain = [{ subject: '', issuer, validFrom: 0, validTo, altNames: '' }];
      return {
        door,
        startedAt,
        phases: [{ phase: 'wait', startMs: 0, durationMs: 1, outcome: 'done' }],
        request: { method, origin, path },
        tls: { version: '', cipher: '', chain },
        response: { status, statusText, headers, body },
      } satisfies Exchange;
    },
  );

describe('factsOf', () => {
  it('is total and bounded, whatever came back', () => {
    fc.assert(
      fc.property(exchange, fc.option(fc.double(), { nil: undefined }), (given, now) => {
        const facts = factsOf(given, now === undefined ? {} : { now });
        for (const fact of Object.values(facts)) {
          expect(JSON.stringify(fact).length).toBeLessThan(20_000);
          if (typeof fact.value === 'number') expect(fact.value).toSatisfy(Number.isFinite);
          else expect(fact.value).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for the same exchange', () => {
    fc.assert(
      fc.property(exchange, (given) => {
        expect(factsOf(given)).toEqual(factsOf(given));
      }),
    );
  });

  it.each([
    ['a deep body', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['a body of one character', 'x'.repeat(2_000_000)],
    ['a body of opening tags', '<form action='.repeat(100_000)],
    ['a body of unclosed quotes', `{"message":"${'\\"'.repeat(500_000)}`],
    [
      'many members',
      JSON.stringify(
        Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, index])),
      ),
    ],
    [
      'many items',
      JSON.stringify({ results: Array.from({ length: 50_000 }, () => ({ error: { code: 'X' } })) }),
    ],
  ])('gets through %s', (_, text) => {
    const response = {
      status: 403,
      statusText: '',
      headers: [],
      body: { text, wireBytes: 0, bytes: 0, notes: [] },
    };
    expect(factsOf({ door: 'live', phases: [], response }).status?.value).toBe(403);
  });

  it('keeps text of the server on one line', () => {
    const body = JSON.stringify({
      statusCode: 401,
      message: 'a\r\n::error::b\u0085\u2028c\u001B[2J',
    });
    const response = {
      status: 401,
      statusText: 'x\n::y',
      headers: [],
      body: { text: body, wireBytes: 0, bytes: 0, notes: [] },
    };
    const facts = factsOf({ door: 'live', phases: [], response });
    expect(facts.message?.value).toBe('a ::error::b c [2J');
    expect(facts.statusText?.value).toBe('x ::y');
  });
});
