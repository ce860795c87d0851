import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../src/library.ts';
import { Servers } from '../support/servers.ts';
import { run, type Ran } from '../support/world.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const servers = new Servers();
afterEach(() => servers.close());

const SENTENCE =
  'No match for John Appleseed <john.appleseed@corp.test>, +1 415 555 0134, (020) 7946-0958, https://www.linkedin.com/in/john-appleseed';
const TRACES = /appleseed|corp\.test|415 ?555|7946/i;

const said = (status: number, body: unknown): RequestListener => {
  return (_request, response) => {
    response.writeHead(status, 'No match for John Appleseed', {
      'content-type': 'application/json',
      server: 'made by john.appleseed@corp.test',
      'x-request-id': 'john.appleseed@corp.test',
      'x-correlation-id': '+1 415 555 0134',
      sunset: 'ask john.appleseed@corp.test',
    });
    response.end(JSON.stringify(body));
  };
};

/** Places of an answer in which a text stands that gets into a fact. */
const ANSWERS: Readonly<Record<string, RequestListener>> = {
  'a message': said(403, { statusCode: 403, message: SENTENCE, error: 'Forbidden' }),
  'an error word': said(401, { statusCode: 401, message: 'x', error: SENTENCE }),
  'a list of errors': said(400, { message: 'bad', errors: [SENTENCE, SENTENCE], code: 400 }),
  'an object of errors': said(400, { message: 'bad', errors: { email: SENTENCE }, code: 400 }),
  'an item of a success': said(200, { results: [{ error: { code: SENTENCE } }] }),
  'a plan': said(200, {
    credits: { total: 10, used: 1, remaining: 9 },
    plan: { category: 'owner John Appleseed +1 415 555 0134' },
  }),
  'a plain text': (_request, response) => {
    response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(SENTENCE);
  },
  'the title of a page': (_request, response) => {
    response.writeHead(403, { 'content-type': 'text/html', server: 'cloudflare' });
    response.end(`<html><title>${SENTENCE.replace('<', '(').replace('>', ')')}</title></html>`);
  },
  'a redirect': (_request, response) => {
    response.writeHead(302, { location: 'https://sso.test/john.appleseed@corp.test' }).end();
  },
};

const RUNS: readonly (readonly string[])[] = [
  ['check-key', '--case', 'case.json'],
  ['check-key', '--verbose'],
  ['check-key', '--support-text'],
  ...['json', 'ndjson', 'junit', 'markdown', 'github', 'linear'].map((format) => [
    'check-key',
    '--format',
    format,
  ]),
  ['check-key', '--output', 'report.txt', '--output', 'report.json', '--quiet'],
  ['watch-ratelimit', '--once'],
  ['watch-ratelimit', '--once', '--json'],
  ['probe', 'account.usage', '--verbose', '--case', 'case.json'],
  ['probe', 'account.usage', '--json', '--http-client', 'node'],
];

function everythingOf({ stdout, stderr, written }: Ran): string {
  return [stdout, stderr, ...Object.values(written)].join('\n');
}

describe("contact data in a server's answer", () => {
  it.each(Object.entries(ANSWERS))('%s: is in no view of any command', async (_where, answer) => {
    const { url } = await servers.http(answer);
    for (const args of RUNS) {
      const ran = await run([...args, '--base-url', url], { env: { LUSHA_API_KEY: KEY } });
      expect(everythingOf(ran).length).toBeGreaterThan(40);
      expect([args, TRACES.exec(everythingOf(ran))?.[0]]).toEqual([args, undefined]);
    }
  });

  it('is in no view where a text is cut in the midst of it', async () => {
    let before = 0;
    const { url } = await servers.http((request, response) => {
      const text = `${'x '.repeat(before)} for ada.lovelace@corp.test and more words `.repeat(2);
      said(401, { statusCode: 401, message: text, errors: [text], error: text })(request, response);
    });
    for (const most of [80, 200, 300, 1000, 2000]) {
      for (const back of [2, 6, 10, 13]) {
        before = most / 2 - back;
        const args = ['check-key', '--verbose', '--case', 'c.json', '--output', 'r.json'];
        const ran = await run([...args, '--base-url', url], { env: { LUSHA_API_KEY: KEY } });
        const found = /.{0,40}(?:lovel|ada\.).{0,20}/i.exec(everythingOf(ran))?.[0];
        expect([before, found]).toEqual([before, undefined]);
      }
    }
  });

  it.each(Object.entries(ANSWERS))('%s: is in no result of the library', async (_where, answer) => {
    const { url } = await servers.http(answer);
    const found = await diagnose(await fetch(`${url}/v3/account/usage`, { redirect: 'manual' }));
    expect(JSON.stringify(found)).not.toMatch(TRACES);
  });
});

describe('what the request said about somebody', () => {
  const PATHS = [
    '/v2/person?firstName=Ada&lastName=Lovelace&company=Contoso',
    '/v2/person?email=ada%40corp.test',
    '/v3/contacts/ada.lovelace@corp.test',
    '/v2/person?linkedinUrl=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fada-lovelace',
  ];
  it.each(PATHS)('%s is in no view', async (path) => {
    const found = said(404, { statusCode: 404, message: 'ADA LOVELACE not found, nor ada' });
    const { url } = await servers.http((request, response) => {
      if (request.url === '/v3/account/usage') said(500, {})(request, response);
      else found(request, response);
    });
    for (const view of [[], ['--verbose'], ['--json'], ['--case', 'c.json'], ['--dry-run']]) {
      const ran = await run(
        ['probe', 'GET', path, '--max-credits', '1', ...view, '--base-url', url],
        { env: { LUSHA_API_KEY: KEY } },
      );
      const all = everythingOf(ran);
      expect([view, /.{0,80}(?:lovelace|ada(?![a-z])|corp\.test)/i.exec(all)?.[0]]).toEqual([
        view,
        undefined,
      ]);
    }
  });

  it('is not repeated by a refusal to send it either', async () => {
    const ran = await run(['probe', 'GET', '/v2/person?email=ada%40corp.test'], {});
    expect(ran.exitCode).toBe(2);
    expect(everythingOf(ran)).not.toMatch(/corp\.test/);
  });
});
