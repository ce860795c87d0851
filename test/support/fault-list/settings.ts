import { judged, judgedRun, type Judgement } from '../faults.ts';
import { TEST_KEY } from '../probing.ts';
import type { World } from '../world.ts';
import { json, raw, servers, type Fault } from './bringing.ts';
import { saying } from '../servers.ts';

const CHECK_KEY = ['check-key'];
const MALFORMED = { statusCode: 400, error: 'Bad Request', message: 'Invalid API key format' };

/** A key as its owner holds it, at a server that says what Lusha says to no key. */
function held(text: string): () => Promise<Judgement> {
  return json(400, MALFORMED, {}, { command: CHECK_KEY, world: { env: { LUSHA_API_KEY: text } } });
}

/** Looks for a key, without any server to ask. */
function looked(args: readonly string[], world: World = {}): () => Promise<Judgement> {
  return () => judgedRun(CHECK_KEY, { args, world });
}

function gone(args: (url: string) => readonly string[], world: (url: string) => World) {
  return async () => {
    const { url } = await servers.nobody();
    return judgedRun(['probe-endpoint', 'GET', '/v3/account/usage'], {
      args: args(url),
      world: world(url),
    });
  };
}

const WITHOUT_KEY = { env: { LUSHA_API_KEY: undefined } };

/** What is wrong where the key is kept, or with what decides where a call goes. */
export const SETTINGS: readonly Fault[] = [
  ['no key anywhere', looked([], WITHOUT_KEY), 'key-absent', 'key', 4],
  ['a key file that is not there', looked(['--key-file', 'nokey.txt']), 'key-absent', 'key', 4],
  ['a variable that is not set', looked(['--key-env', 'NOPE']), 'key-absent', 'key', 4],
  ['a variable that is empty', looked([], { env: { LUSHA_API_KEY: '' } }), 'key-empty', 'key', 4],
  [
    'a key file that is empty',
    looked(['--key-file', 'key.txt'], { files: { 'key.txt': '\n' } }),
    'key-absent',
    'key',
    4,
  ],
  ['quotes around the key', held(`"${TEST_KEY}"`), 'key-has-quotes', 'key', 4],
  ['Bearer before the key', held(`Bearer ${TEST_KEY}`), 'key-has-scheme-prefix', 'key', 4],
  ['half a key', held(TEST_KEY.slice(0, 20)), 'key-is-truncated', 'key', 4],
  [
    'LUSHA_BASE_URL leads to nobody',
    gone(
      () => [],
      (url) => ({ env: { LUSHA_BASE_URL: url } }),
    ),
    'connection-refused',
    'network',
    3,
  ],
  [
    'baseUrl of a config file leads to nobody',
    gone(
      () => ['--config', 'conf.json'],
      (url) => ({ files: { 'conf.json': JSON.stringify({ baseUrl: url }) } }),
    ),
    'connection-refused',
    'network',
    3,
  ],
  [
    'HTTPS_PROXY leads to nobody',
    gone(
      () => ['--base-url', 'https://api.lusha.test'],
      (url) => ({ env: { HTTPS_PROXY: url } }),
    ),
    'proxy-unreachable',
    'proxy',
    3,
  ],
  [
    'HTTPS_PROXY is no address',
    () =>
      judged('https://api.lusha.test', {
        world: { env: { HTTPS_PROXY: 'http://user:pa#ss@proxy.example:3128' } },
      }),
    'proxy-url-unusable',
    'proxy',
    3,
  ],
  [
    'a 401 that breaks off, its counters whole',
    raw(
      saying(
        'HTTP/1.1 401 Unauthorized\r\ncontent-type: application/json\r\nx-rate-limit-daily: 1500\r\nx-daily-requests-left: 1400\r\nx-daily-usage: 100\r\ncontent-length: 300\r\n\r\n{"statusCode":401,"message":"Invalid API key","err',
      ),
    ),
    'key-refused-unexplained',
    'key',
    4,
  ],
  [
    'a 429 that says when to come back',
    json(
      429,
      { statusCode: 429, message: 'Too many requests. Please wait before making another request.' },
      { 'retry-after': '37' },
    ),
    'usage-endpoint-limit',
    'quota',
    6,
  ],
];
