import { afterEach, describe, expect, it } from 'vitest';
import { Servers } from '../support/servers.ts';
import { run } from '../support/world.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const servers = new Servers();
afterEach(() => servers.close());

const DEEP: Readonly<Record<string, string>> = {
  'open lists': '['.repeat(400_000),
  'closed lists': '['.repeat(50_000) + ']'.repeat(50_000),
  objects: '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000),
  'a message in lists': `{"statusCode":403,"message":${'['.repeat(50_000)}"x"${']'.repeat(50_000)}}`,
};

describe('JSON nested without end', () => {
  it.each(Object.entries(DEEP))('%s: ends no command with a bug', async (_what, body) => {
    const { url } = await servers.http((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
    const world = { env: { LUSHA_API_KEY: KEY }, files: { 'body.json': body } };
    const at = ['--base-url', url];
    for (const args of [
      ['check-key', '--verbose', ...at],
      ['probe', 'account.usage', '--verbose', ...at],
      ['probe', 'account.usage', '--show-body', '--json', ...at],
      ['probe', 'account.usage', '--expect-json', 'a.b=1', ...at],
      ['watch', '--once', ...at],
      ['explain', body],
      ['explain', 'body.json', '--verbose'],
      ['probe', 'POST', '/v3/contacts/search', '-d', '@body.json', '--max-credits', '1', ...at],
    ]) {
      const ran = await run(args, world);
      expect([args.slice(0, 2), ran.exitCode, ran.stderr.includes('is a bug')]).toEqual([
        args.slice(0, 2),
        expect.not.toBeOneOf([70]),
        false,
      ]);
    }
  });
});
