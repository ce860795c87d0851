import { execFile } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { clientBehaviours } from '../../src/key/clients.ts';
import { afterRequest, Servers } from '../support/servers.ts';
import { lacks } from '../support/tools.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

const servers = new Servers();
afterAll(() => servers.close());

const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a blank before', ` ${KEY}`],
  ['a blank after', `${KEY} `],
  ['a tab after', `${KEY}\t`],
  ['a tab inside', `${KEY}\t${KEY}`],
  ['a line feed after', `${KEY}\n`],
  ['CR LF after', `${KEY}\r\n`],
  ['a carriage return after', `${KEY}\r`],
  ['a line feed inside', `${KEY}\n${KEY}`],
  ['a control character', `${KEY}\u0007`],
  ['a no-break space', `${KEY}\u00A0`],
  ['a zero-width space', `${KEY}\u200B`],
  ['a byte order mark', `\uFEFF${KEY}`],
  ['typographic quotes', `\u201C${KEY}\u201D`],
  ['quotes', `"${KEY}"`],
];

/** Runs a program that sends the text; gives the bytes after `api_key:` up to the next header. */
async function sentBy(program: string, args: (url: string) => readonly string[]) {
  let head = '';
  const { url } = await servers.tcp((socket) => {
    socket.on('data', (bytes) => {
      head += bytes.toString('latin1');
    });
    afterRequest((open) => open.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'))(socket);
  });
  const failure = await new Promise<string | null>((resolve) => {
    const env = { PATH: process.env['PATH'], NO_PROXY: '*' };
    execFile(program, [...args(url)], { timeout: 10_000, env }, (error, _out, stderr) =>
      resolve(error === null ? null : stderr),
    );
  });
  const [, value] = /\r\napi_key: ?([^]*?)(?:\r\n[\w-]+:|\r\n\r\n|$)/i.exec(head) ?? [];
  return { failure, value: value ?? null };
}

function expectAsTold(
  client: string,
  text: string,
  { failure, value }: Awaited<ReturnType<typeof sentBy>>,
): void {
  const told = clientBehaviours(text).find((one) => one.client === client);
  if (told?.does === 'refuses') {
    expect(failure).toContain(told.detail);
    expect(value).toBeNull();
    return;
  }
  expect(failure).toBeNull();
  expect(/[\r\n]/.test(value ?? '')).toBe(told?.does === 'breaks');
  expect(value?.replaceAll(/^[ \t]+|[ \t]+$/g, '') === KEY && told?.does !== 'breaks').toBe(
    told?.works,
  );
}

describe('curl does with a key what is told of it', () => {
  it.for(TEXTS)('%s', async ([, text], { skip }) => {
    if (lacks('curl')) skip('curl is not installed');
    const args = (url: string) => [
      '-sS',
      '-m',
      '5',
      '-o',
      '/dev/null',
      '-H',
      `api_key: ${text}`,
      url,
    ];
    expectAsTold('curl', text, await sentBy('curl', args));
  });
});

describe.each([
  ['Python requests', 'requests', 'requests.get(u, headers={"api_key": k}, timeout=5)'],
  ['Python httpx', 'httpx', 'httpx.get(u, headers={"api_key": k}, timeout=5, trust_env=False)'],
])('%s does with a key what is told of it', (client, module, call) => {
  it.for(TEXTS)('%s', async ([, text], { skip }) => {
    if (!(await hasModule(module))) skip(`${module} is not installed`);
    const script = `import sys, json, ${module}\nu, k = sys.argv[1], json.loads(sys.argv[2])\n${call}`;
    const args = (url: string) => ['-c', script, url, JSON.stringify(text)];
    expectAsTold(client, text, await sentBy(PYTHON, args));
  });
});

const PYTHON = process.env['TEST_PYTHON'] ?? 'python3';
const known = new Map<string, Promise<boolean>>();

/** Python's HTTP clients are no part of Python; where one is not installed its row is left out. */
function hasModule(module: string): Promise<boolean> {
  const found =
    known.get(module) ??
    new Promise<boolean>((resolve) => {
      execFile(PYTHON, ['-c', `import ${module}`], (error) => resolve(error === null));
    });
  known.set(module, found);
  return found;
}
