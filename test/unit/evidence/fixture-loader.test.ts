import { describe, expect, it } from 'vitest';
import { factsOfCase, parseFixture } from '../../support/fixtures.ts';

const CASE = { name: 'a', status: 403 };
const NEAR = { ...CASE, name: 'near', is: 'other' };

function fixture(positive: unknown, nearMiss: unknown = [NEAR]): string {
  return JSON.stringify({ positive, nearMiss });
}

function withCase(part: Record<string, unknown>): string {
  return fixture([CASE, { name: 'b', ...part }]);
}

describe('parseFixture', () => {
  it('builds the exchange of a case', () => {
    const { positive, nearMiss } = parseFixture(
      'x',
      withCase({
        status: 401,
        headers: { Server: 'y' },
        body: { statusCode: 401, message: 'z' },
        method: 'GET',
        path: '/v3/account/usage',
        keyPlacement: 'api_key',
        facts: { plan: 'pro', keyDefects: ['line-break'], keyAccepted: true },
      }),
    );
    expect(positive[1]?.exchange).toMatchObject({
      door: 'live',
      request: { method: 'GET', path: '/v3/account/usage', keyPlacement: 'api_key' },
      response: {
        status: 401,
        headers: [
          { name: 'Server', value: 'y' },
          { name: 'content-type', value: 'application/json' },
        ],
        body: { text: '{"statusCode":401,"message":"z"}' },
      },
    });
    expect(positive[1]?.extra.keyDefects?.value).toEqual(['line-break']);
    expect(nearMiss[0]?.is).toBe('other');
  });

  it('takes a bare status for a pasted one', () => {
    const [bare] = parseFixture('x', withCase({ status: 500, body: '' })).positive;
    expect(bare?.exchange.door).toBe('pasted');
    expect(Object.keys(bare === undefined ? {} : factsOfCase(bare))).toEqual(['status']);
  });

  it('builds failures, proxies and certificates', () => {
    const [, built] = parseFixture(
      'x',
      withCase({
        failure: { kind: 'proxy-refused', code: 'UND_ERR_ABORTED', phase: 'proxy' },
        proxy: {
          url: 'http://p.example',
          source: 'HTTPS_PROXY',
          connect: { status: 403, body: 'no' },
        },
        certificate: {
          subject: 's',
          issuer: 'i',
          validFrom: '2026-01-01T00:00:00Z',
          validTo: '2026-11-22T12:00:00Z',
          refusal: 'CERT_HAS_EXPIRED',
        },
      }),
    ).positive;
    const facts = built === undefined ? {} : factsOfCase(built);
    expect(facts.connectStatus?.value).toBe(403);
    expect(facts.certificateDays?.value).toBe(-1);
  });

  it.each([
    ['x.json: positive: expected a list of at least 2', fixture([CASE])],
    ['x.json: nearMiss: expected a list of at least 1', fixture([CASE, CASE], [])],
    ['x.json: unknown member "extra"', JSON.stringify({ positive: [], nearMiss: [], extra: 1 })],
    ['x.json: positive[1]: unknown member "state"', withCase({ state: 403 })],
    ['x.json: positive[1]: unknown member "is"', withCase({ is: 'y' })],
    ['x.json: positive[1]: headers, body and statusText need a status', withCase({ body: 'x' })],
    ['x.json: positive[1].status: unexpected "403"', withCase({ status: '403' })],
    ['x.json: positive[1].keyPlacement: unexpected "header"', withCase({ keyPlacement: 'header' })],
    ['x.json: positive[1].headers.a: unexpected 1', withCase({ status: 1, headers: { a: 1 } })],
    [
      'x.json: positive[1].failure.kind: unexpected "no"',
      withCase({ failure: { kind: 'no', code: 'x', phase: 'tcp' } }),
    ],
    [
      'x.json: positive[1].failure.code: unexpected absence',
      withCase({ failure: { kind: 'deadline', phase: 'tcp' } }),
    ],
    ['x.json: positive[1].facts: there is no fact "weather"', withCase({ facts: { weather: 1 } })],
    [
      'x.json: positive[1].facts.keyDefects: unexpected ["dirty"]',
      withCase({ facts: { keyDefects: ['dirty'] } }),
    ],
    [
      'x.json: positive[1].certificate.validTo: unexpected "soon"',
      withCase({
        certificate: { subject: 's', issuer: 'i', validFrom: '2026-01-01', validTo: 'soon' },
      }),
    ],
    ['x.json: nearMiss[0].is: unexpected absence', fixture([CASE, { ...CASE, name: 'b' }], [CASE])],
    [
      "x.json: nearMiss[0].is: names the fixture's own cause",
      fixture([CASE, { ...CASE, name: 'b' }], [{ ...NEAR, is: 'x' }]),
    ],
    ['x.json: two cases are called "a"', fixture([CASE, CASE])],
  ])('says "%s"', (message, json) => {
    expect(() => parseFixture('x', json)).toThrow(new Error(message));
  });
});
