import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { request as undiciRequest } from 'undici';
import { clientBehaviours } from '../../../src/key/clients.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

/** Characters that make a difference to somebody. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a clean key', KEY],
  ['a blank before', ` ${KEY}`],
  ['a blank after', `${KEY} `],
  ['a tab after', `${KEY}\t`],
  ['a tab inside', `${KEY}\t${KEY}`],
  ['a line feed after', `${KEY}\n`],
  ['CR LF after', `${KEY}\r\n`],
  ['a line feed inside', `${KEY}\n${KEY}`],
  ['NUL', `${KEY}\0`],
  ['a control character', `${KEY}\u0007`],
  ['a no-break space', `${KEY}\u00A0`],
  ['a zero-width space', `${KEY}\u200B`],
  ['a byte order mark', `\uFEFF${KEY}`],
  ['typographic quotes', `\u201C${KEY}\u201D`],
  ['quotes', `"${KEY}"`],
];

/** What arrived last, as one character for each byte; null when nothing did. */
let arrived: string | null = null;
const server = createServer((incoming, response) => {
  const at = incoming.rawHeaders.findIndex((name) => name.toLowerCase() === 'api_key');
  arrived = incoming.rawHeaders[at + 1] ?? null;
  response.end('{}');
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends the text with the real client; gives what the server got, or the error. */
const REAL: Readonly<Record<string, (text: string) => Promise<unknown>>> = {
  fetch: (text) => fetch(url, { headers: [['api_key', text]] }),
  'http, axios, got': (text) =>
    new Promise((resolve, reject) => {
      request(url, { headers: { api_key: text } }, (response) => resolve(response.resume()))
        .on('error', reject)
        .end();
    }),
  'undici.request': (text) => undiciRequest(url, { headers: { api_key: text } }),
};

async function really(
  client: string,
  text: string,
): Promise<{ arrived: string } | { error: string }> {
  arrived = null;
  try {
    await REAL[client]?.(text);
  } catch (error) {
    const { name, code } = error as Error & { code?: string };
    return { error: code ?? name };
  }
  return { arrived: arrived ?? 'nothing' };
}

describe.each(Object.keys(REAL))('%s is foretold as it behaves', (client) => {
  it.each(TEXTS)('%s', async (_what, text) => {
    const told = clientBehaviours(text).find((one) => one.client === client);
    const seen = await really(client, text);
    if ('error' in seen) {
      expect(told).toMatchObject({ does: 'refuses', detail: seen.error, works: false });
    } else {
      expect(told?.does).toBe(seen.arrived === text || told?.detail !== '' ? 'sends' : 'trims');
      expect(told?.works).toBe(seen.arrived === KEY);
      expect(told?.basis).toBe('computed');
    }
  });
});

/** As measured with curl 7.88.1, requests 2.34.2 and httpx 0.28.1. */
describe('what was measured', () => {
  it.each([
    ['a blank before', ` ${KEY}`, 'trims', 'refuses', 'refuses'],
    ['a blank after', `${KEY} `, 'trims', 'trims', 'refuses'],
    ['a line feed after', `${KEY}\n`, 'breaks', 'refuses', 'refuses'],
    ['CR LF after', `${KEY}\r\n`, 'trims', 'refuses', 'refuses'],
    ['NUL', `${KEY}\0`, 'refuses', 'sends', 'refuses'],
    ['a control character', `${KEY}\u0007`, 'sends', 'sends', 'sends'],
    ['a no-break space', `${KEY}\u00A0`, 'sends', 'sends', 'refuses'],
    ['a zero-width space', `${KEY}\u200B`, 'sends', 'refuses', 'refuses'],
    ['quotes', `"${KEY}"`, 'sends', 'sends', 'sends'],
  ] as const)('%s', (_what, text, ...does) => {
    const told = clientBehaviours(text).filter(({ basis }) => basis === 'measured');
    expect(told.map(({ client }) => client)).toEqual(['curl', 'Python requests', 'Python httpx']);
    expect(told.map((one) => one.does)).toEqual(does);
  });
});

it('never tells the key', () => {
  for (const [, text] of TEXTS) {
    expect(JSON.stringify(clientBehaviours(text))).not.toContain(KEY.slice(0, 8));
  }
});
