import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { structuredError } from '../../../src/reading/forms/structured-error.ts';

const read = (value: unknown) => structuredError.read({ text: JSON.stringify(value), lines: [] });
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value)).toJSON();
const call = (code: number, path: string, body: unknown) => ({
  item: { name: 'a plan, with request and no answer', request: {}, response: [] },
  request: {
    url: { protocol: 'https', host: ['api', 'lusha', 'com'], path: path.split('/') },
    method: 'POST',
    header: [{ key: 'api_key', value: '[masked]' }],
  },
  response: { code, status: 'words', header: [{ key: 'x-a', value: 'b' }], stream: bytes(body) },
  assertions: [{ assertion: 'status is 200' }],
});

describe("a test runner's report", () => {
  const DAY = { statusCode: 429, message: 'Daily API quota limit exceeded' };
  const run = (...executions: readonly unknown[]) => ({ collection: {}, run: { executions } });

  it('gives each failed call with its URL, its headers and its body of bytes', () => {
    const report = run(
      call(200, 'v3/account/usage', {}),
      call(429, 'v3/contacts/search', DAY),
      call(403, 'v3/contacts/prospecting', { message: 'Forbidden' }),
    );
    expect(read(report)).toMatchObject([
      {
        exchange: {
          request: {
            origin: 'https://api.lusha.com',
            path: '/v3/contacts/search',
            method: 'POST',
            keyPlacement: 'api_key',
          },
          response: {
            status: 429,
            headers: [{ name: 'x-a', value: 'b' }],
            body: { text: JSON.stringify(DAY) },
          },
        },
      },
      { exchange: { request: { path: '/v3/contacts/prospecting' }, response: { status: 403 } } },
    ]);
  });

  it('gives the calls that went well when none failed', () => {
    expect(read(run(call(200, 'v3/account/usage', {})))).toMatchObject([
      { exchange: { response: { status: 200 } } },
    ]);
  });

  it('can be a list of runs', () => {
    const result = {
      request: { method: 'GET', url: 'https://api.lusha.com/v3/account/usage' },
      response: { status: 401, data: { statusCode: 401, message: 'Invalid API key' } },
    };
    const good = { ...result, response: { status: 200, data: {} } };
    expect(read([{ results: [good] }, { results: [result] }])).toMatchObject([
      { exchange: { response: { status: 401 } } },
    ]);
  });

  it('has the bytes of a body masked, and not more of them than a body needs', () => {
    const secret = { statusCode: 401, message: 'bad kim@example.com' };
    const [entry] = read(run(call(401, 'v3/x', secret))) ?? [];
    expect(JSON.stringify(entry)).not.toContain('kim@example.com');
    const long = call(401, 'v3/x', { statusCode: 401, message: 'x'.repeat(100_000) });
    expect(JSON.stringify(read(run(long))).length).toBeLessThan(70_000);
  });
});

describe('a record of a log', () => {
  const DAY = { statusCode: 429, message: 'Daily API quota limit exceeded' };

  it('is opened where an answer stands in texts of texts', () => {
    const err = JSON.stringify({ cause: JSON.stringify(DAY) });
    expect(read({ level: 'error', msg: 'enrich failed', err })).toMatchObject([
      { exchange: { response: { status: 429, body: { text: JSON.stringify(DAY) } } } },
    ]);
  });

  it('is not opened for ever', () => {
    let text = JSON.stringify(DAY);
    for (let layer = 0; layer < 5; layer += 1) text = JSON.stringify({ err: text });
    expect(JSON.stringify(read({ level: 'error', err: text }) ?? [])).not.toContain('"status":429');
  });

  it('is never the answer itself', () => {
    expect(read({ level: 'error', ...DAY })).toMatchObject([
      { exchange: { response: { status: 429, body: { text: '' } } }, facts: { message: {} } },
    ]);
  });

  it("keeps the words of the answer and not the service's own", () => {
    const record = {
      errorMessage: 'The service is receiving too many requests from you',
      errorDescription: 'Daily API rate limit exceeded. Limit: 1500 calls per day.',
      errorDetails: { httpCode: '429' },
    };
    expect(read(record)).toMatchObject([
      {
        facts: { message: { value: 'Daily API rate limit exceeded. Limit: 1500 calls per day.' } },
      },
    ]);
  });

  it('with a reason phrase alone has its status and nothing more', () => {
    expect(read({ message: 'Forbidden' })).toMatchObject([
      { exchange: { response: { status: 403 } }, facts: {} },
    ]);
  });
});
