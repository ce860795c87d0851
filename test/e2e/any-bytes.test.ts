import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/model/report-format.ts';
import { TEST_KEY } from '../support/probing.ts';
import { afterRequest, Servers, type Running } from '../support/servers.ts';
import { reportIn, run } from '../support/world.ts';

/** What the server sends next, whatever it is asked; then it closes. */
let bytes: Uint8Array = Buffer.alloc(0);
let server: Running;
const servers = new Servers();
beforeAll(async () => {
  server = await servers.tcp(
    afterRequest((socket) => {
      socket.end(bytes);
    }),
  );
});
afterAll(() => servers.close());

const EXIT_CODES = [0, 1, 3, 4, 5, 6, 7, 8];
const MOST_OUTPUT = 100_000;

const line = fc.string({ unit: 'binary', maxLength: 60 });
const hostile = fc.constantFrom(
  '\u001b[31m\u001b]0;t\u0007',
  '\u202e\u2066',
  '::error::x',
  '##vso[x]',
  '\u009b2J',
  '\r',
  '\0',
);
const headerName = fc.constantFrom(
  'content-type',
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'location',
  'server',
  'via',
  'retry-after',
  'x-request-id',
  'x-daily-requests-left',
  'date',
  'sunset',
  'cf-ray',
  'x',
);
const headerValue = fc.oneof(
  line,
  hostile,
  fc.constantFrom('gzip', 'br', 'chunked', '5', 'application/json', 'text/html', 'squid/5.7', '-1'),
);
const header = fc.tuple(headerName, headerValue).map(([name, value]) => `${name}: ${value}`);
const jsonBody = fc.oneof(
  fc.json(),
  fc
    .record({
      statusCode: fc.oneof(fc.integer(), hostile),
      message: fc.oneof(line, hostile, fc.array(line)),
      errors: fc.oneof(fc.array(line), fc.dictionary(line, line)),
      requestId: fc.oneof(line, hostile),
      __proto__: fc.constant(null),
    })
    .map((value) => JSON.stringify(value)),
  fc.constant('{"__proto__":{"status":200},"statusCode":401,"statusCode":500,"message":"a"}'),
  fc.nat(20_000).map((depth) => '{"a":'.repeat(depth)),
);
const body = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((part) => Buffer.from(part)),
  jsonBody.map((text) => Buffer.from(text)),
  jsonBody.map((text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
  jsonBody.map((text) => gzipSync(text)),
  fc.array(fc.oneof(line, hostile)).map((parts) => Buffer.from(`<html>${parts.join(' ')}`)),
);
const status = fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constantFrom(200, 401, 403, 429));
const answer = fc
  .record({ status, reason: fc.oneof(line, hostile), headers: fc.array(header), body })
  .map(({ status, reason, headers, body: content }) =>
    Buffer.concat([
      Buffer.from(`HTTP/1.1 ${status} ${reason}\r\n${headers.join('\r\n')}\r\n\r\n`, 'latin1'),
      content,
    ]),
  );
const anything = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 600 }) },
  { weight: 4, arbitrary: answer },
);

/** Runs against what was drawn, as a user would. */
function asked(format: string, args: readonly string[] = []) {
  const usual = ['probe-endpoint', 'GET', '/v3/account/usage', '--timeout', '2'];
  const where = ['--format', format, '--base-url', server.url];
  return run([...usual, ...where, ...args], { env: { LUSHA_API_KEY: TEST_KEY }, columns: 80 });
}

interface Judged {
  readonly checks: readonly { readonly id: string; readonly diagnosis: string | null }[];
  readonly verdict: string;
  readonly answeredBy: { readonly party: string } | null;
}

/** What explains the answer; conditions around it stand beside that. */
function verdictsIn(checks: Judged['checks']) {
  return checks.filter(({ id, diagnosis }) => diagnosis !== null && !id.startsWith('setup.'));
}

describe('any bytes from the server', () => {
  it('end in exactly one verdict', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (drawn) => {
        bytes = drawn;
        const ran = await asked('json');
        expect(EXIT_CODES).toContain(ran.exitCode);
        expect(ran.stderr).toBe('');
        const { checks, verdict } = reportIn(ran) as unknown as Judged;
        expect(verdictsIn(checks)).toHaveLength(1);
        expect(['PASS', 'FAIL', 'UNKNOWN']).toContain(verdict);
      }),
      { numRuns: 250 },
    );
  });

  it('end in exactly one verdict when a proxy says them', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (drawn) => {
        bytes = drawn;
        const ran = await asked('json', ['--base-url', 'https://localhost', '--proxy', server.url]);
        expect(ran.exitCode).toBe(3);
        const { checks, answeredBy } = reportIn(ran) as unknown as Judged;
        expect(verdictsIn(checks)).toHaveLength(1);
        expect(answeredBy?.party).not.toMatch(/^(?:lusha|gateway)$/);
      }),
      { numRuns: 100 },
    );
  });

  it.each(FORMATS)(
    'leave no control character in the output: %s',
    { timeout: 120_000 },
    async (format) => {
      await fc.assert(
        fc.asyncProperty(anything, async (drawn) => {
          bytes = drawn;
          const { stdout, stderr } = await asked(format, ['--verbose']);
          expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          expect(stdout.length).toBeLessThan(MOST_OUTPUT);
          expect(stdout).not.toContain(TEST_KEY);
        }),
        { numRuns: 60 },
      );
    },
  );
});
