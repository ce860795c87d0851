import { afterAll, describe, expect, it } from 'vitest';
import { TEST_KEY } from '../support/probing.ts';
import { SQUID_DENIAL, startProxy } from '../support/proxies.ts';
import { Servers } from '../support/servers.ts';
import { run } from '../support/world.ts';

const servers = new Servers();
afterAll(() => servers.close());

const env = { LUSHA_API_KEY: TEST_KEY };
const jsonAnswer = (status: number, body: object, headers: Record<string, string> = {}) =>
  servers.http((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  });

describe('--support-text', () => {
  it.each<[string, string, number, RegExp]>([
    ['service-error', 'Lusha Support', 7, /was answered with status 500/],
    ['account-inactive', 'the admin of our Lusha account', 5, /API access of our account/],
    ['proxy-page', 'the network team', 3, /let this machine reach/],
    ['key-dropped-on-the-way', 'the network team', 3, /all headers included/],
  ])('%s: a message to %s', async (scenario, recipient, exitCode, asks) => {
    const ran = await run(['check-key', '--simulate', scenario, '--support-text']);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stdout.replace(/\s+/g, ' ')).toMatch(`To ${recipient}`);
    expect(ran.stdout.replace(/\s+/g, ' ')).toMatch(asks);
    expect(ran.stdout).toMatch(/^When {10}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/m);
    expect(ran.stdout).toMatch(/^Endpoint {6}GET \/v3\/account\/usage at 127\.0\.0\.1:\d+$/m);
    expect(ran.stdout).toContain('What we saw:');
    expect(ran.stdout.split('\n').every((line) => line.length <= 72)).toBe(true);
    expect(ran.stderr).toBe('');
  });

  it.each<[string, string, number, RegExp]>([
    ['healthy', 'all is well', 0, /nothing failed/],
    ['key-unknown', 'you act yourself', 4, /explain key-unknown/],
  ])('%s: nothing to send, because %s', async (scenario, _why, exitCode, says) => {
    const ran = await run(['check-key', '--simulate', scenario, '--support-text']);
    expect(ran).toMatchObject({ exitCode, stdout: '' });
    expect(ran.stderr).toMatch(says);
  });

  it('holds the id of the request, and neither key nor contact data nor control characters', async () => {
    const { url } = await jsonAnswer(
      500,
      {
        statusCode: 500,
        message: `cannot enrich jane.doe@example.com (+44 20 7946 0958)\u001b[31m for ${TEST_KEY}`,
      },
      { 'x-request-id': 'req-4711' },
    );
    const ran = await run(
      [
        'probe',
        'GET',
        '/v2/person?email=jane.doe@example.com',
        '--support-text',
        '--max-credits',
        '6',
        '--base-url',
        url,
      ],
      { env },
    );
    expect(ran.stdout).toMatch(/^Request id {4}req-4711$/m);
    expect(ran.stdout).toContain('cannot enrich');
    expect(ran.stdout).not.toMatch(/jane|7946/);
    expect(ran.stdout).not.toContain(TEST_KEY);
    expect(ran.stdout).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('names the proxy and its answer, without its password', async () => {
    const proxy = await startProxy(servers, { say: SQUID_DENIAL });
    const address = proxy.url.replace('//', '//jane:s3cr3t-word@');
    const ran = await run(
      ['check-key', '--support-text', '--base-url', 'https://localhost', '--proxy', address],
      { env },
    );
    expect(ran.stdout).toMatch(/^Proxy {9}http:\/\/•••@127\.0\.0\.1:\d+ \(--proxy\)$/m);
    expect(ran.stdout).toMatch(/localhost:443/);
    expect(ran.stdout.replace(/\s+/g, ' ')).toMatch(/CONNECT was answered 403/);
    expect(ran.stdout).not.toMatch(/jane|s3cr3t/);
  });

  it('of a pasted answer leaves the time to the sender', async () => {
    const pasted =
      'HTTP/1.1 403 Forbidden\nServer: squid/5.7\nX-Squid-Error: ERR_ACCESS_DENIED 0\n\n<html>no</html>';
    const ran = await run(['explain', '-', '--support-text'], { stdin: pasted });
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toMatch(/the network team/);
    expect(ran.stdout).toMatch(/please fill in/);
    expect(ran.stdout).toMatch(/\(explain-error:\s+proxy-denied,\s+\w+\)/);
  });

  it('goes together with a report in a file', async () => {
    const ran = await run([
      'check-key',
      '--simulate',
      'service-error',
      '--support-text',
      '--output',
      'report.json',
    ]);
    expect(ran.stdout).toMatch(/^To /);
    expect(JSON.parse(ran.written['report.json'] ?? '')).toMatchObject({ exitCode: 7 });
  });

  it('in a workflow is the message and nothing else', async () => {
    const ran = await run(['check-key', '--simulate', 'service-error', '--support-text'], {
      env: { GITHUB_ACTIONS: 'true' },
    });
    expect(ran.stdout).toMatch(/^To /);
    expect(ran.stdout).not.toContain('::');
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['a report as well', ['check-key', '--json', '--simulate', 'healthy'], 2, /two-outputs/],
    ['a watch', ['watch', '--count', '1', '--simulate', 'healthy'], 2, /--once --support-text/],
    ['a look-up of no failure', ['explain', 'prices'], 2, /nothing-to-send/],
    ['several meanings', ['explain', '403'], 0, /several causes are possible/],
  ])('with %s says so', async (_what, args, exitCode, says) => {
    const ran = await run([...args, '--support-text']);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stdout.startsWith('To ')).toBe(false);
    expect(ran.stderr).toMatch(says);
  });
});
