import { afterEach, describe, expect, it } from 'vitest';
import { recorder, textOf, usageOfV3 } from '../support/recorder.ts';
import { Servers } from '../support/servers.ts';
import { run, type Ran, type World } from '../support/world.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const BARE = KEY.replaceAll('-', '');
const servers = new Servers();
afterEach(() => servers.close());

/** Every place that a key can be found in without being named, and those that are named. */
const SOURCES: Readonly<Record<string, { args: readonly string[]; world: World }>> = {
  variable: { args: [], world: { env: { LUSHA_API_KEY: KEY } } },
  '.env': { args: [], world: { files: { '.env': `LUSHA_API_KEY=${KEY}\n` } } },
  'a mistaken name': { args: [], world: { env: { LUSHA_TOKEN: KEY } } },
  'a mistaken name in .env': { args: [], world: { files: { '.env': `LUSHA_KEY="${KEY}"` } } },
};
const NAMED: typeof SOURCES = {
  '--key-env': { args: ['--key-env', 'OTHER'], world: { env: { OTHER: KEY } } },
  '--key-file': { args: ['--key-file', 'k'], world: { files: { k: `${KEY}\n` } } },
  '--key-stdin': { args: ['--key-stdin'], world: { stdin: KEY } },
};

function everythingOf({ stdout, stderr, written }: Ran): string {
  return [stdout, stderr, ...Object.values(written)].join('\n');
}

const hex = Buffer.from(KEY).toString('hex');
const base64 = Buffer.from(KEY).toString('base64');

describe('explain, which is told of no key', () => {
  const TEXTS = [
    `HTTP 401 {"message":"Invalid API key","requestId":"${KEY}"}`,
    `HTTP 401 {"message":"no such key ${base64}"}`,
    `HTTP 401 {"message":"no such key ${hex}"}`,
    `HTTP 401 {"message":"no such key ${BARE.toUpperCase()} here"}`,
    `request id: ${KEY}`,
  ];
  it.each(Object.entries(SOURCES))('hides one that is in %s', async (_name, { world }) => {
    for (const text of TEXTS) {
      for (const view of [[], ['--json'], ['--verbose']]) {
        const all = everythingOf(await run(['explain', text, ...view], world));
        for (const form of [KEY, BARE, hex, base64]) {
          expect(all.toLowerCase()).not.toContain(form.slice(8, 20).toLowerCase());
        }
      }
    }
  });
});

describe('a key in the place of something else', () => {
  const REQUESTS: readonly (readonly [string, readonly string[]])[] = [
    ['in the path', ['GET', `/v3/contacts/${KEY}`]],
    ['in the path without hyphens', ['GET', `/v3/contacts/${BARE}`]],
    ['in the path in percent form', ['GET', `/v3/contacts/${KEY.replaceAll('-', '%2D')}`]],
    ['in a parameter', ['GET', '/v3/account/usage', '-q', `id=${KEY}`]],
    ['in a parameter in base64', ['GET', `/v3/account/usage?x=${encodeURIComponent(base64)}`]],
    ['in a header', ['GET', '/v3/account/usage', '-H', `x-trace: ${KEY}`]],
    [
      'in the body',
      ['POST', '/v3/contacts/search', '-d', `{"contacts":[{"id":"${KEY}"}]}`, '--max-credits', '1'],
    ],
  ];
  it.each(REQUESTS)('%s is refused wherever the key comes from', async (_where, words) => {
    const { handle, arrivals } = recorder(usageOfV3);
    const { url } = await servers.http(handle);
    for (const [name, { args, world }] of Object.entries({ ...SOURCES, ...NAMED })) {
      if (name.startsWith('a mistaken')) continue;
      for (const how of [[], ['--dry-run'], ['--http-client', 'node'], ['--curl']]) {
        if (name === '--key-stdin' && how[0] === '--curl') continue;
        const ran = await run(['probe', ...words, ...args, ...how, '--base-url', url], world);
        expect([name, how, ran.exitCode]).toEqual([name, how, 2]);
        expect(everythingOf(ran)).toContain('key-in-request');
        expect(everythingOf(ran)).not.toMatch(/4f89|41d3|9a0c/i);
      }
    }
    expect(arrivals.map(textOf)).toEqual([]);
  });
});
