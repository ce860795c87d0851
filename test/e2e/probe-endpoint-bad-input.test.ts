import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recorder } from '../support/recorder.ts';
import { Servers } from '../support/servers.ts';
import { run, type World } from '../support/world.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const servers = new Servers();
const { arrivals, handle } = recorder();
let url = '';

beforeAll(async () => {
  ({ url } = await servers.http(handle));
});

afterAll(() => servers.close());

interface Mistake {
  readonly what: string;
  readonly args: readonly string[];
  readonly world?: World;
  readonly says: RegExp;
}

const SEARCH = ['POST', '/v3/contacts/search', '-d'];

const MISTAKES: readonly Mistake[] = [
  {
    what: 'an unknown id',
    args: ['contacts.enrch'],
    says: /no endpoint "contacts\.enrch".*Nearest: contacts\.enrich/s,
  },
  {
    what: 'an unknown POST',
    args: ['POST', '/v3/contacts/enrch', '-d', '{}'],
    says: /Nearest: POST \/v3\/contacts\/enrich/,
  },
  {
    what: 'a wrong method',
    args: ['GET', '/v3/contacts/search'],
    says: /it takes POST\. Nothing was sent/,
  },
  { what: 'a wrong method for an id', args: ['GET', 'contacts.search'], says: /it takes POST/ },
  { what: 'a method nobody lists', args: ['PUT', '/v3/contacts/tables/1'], says: /it takes/ },
  {
    what: 'HEAD where it might be charged',
    args: ['HEAD', '/v2/person?email=a%40example.com'],
    says: /wrong method/,
  },
  {
    what: 'a dead path',
    args: ['GET', '/person'],
    says: /no safe probe.*probe contacts\.search-and-enrich/s,
  },
  {
    what: 'two targets',
    args: ['GET', '/v3/account/usage', '/v3/account/usage'],
    says: /one word too many/,
  },
  {
    what: 'another origin',
    args: ['https://evil.example/v3/account/usage'],
    says: /not the whole URL/,
  },
  { what: 'two slashes', args: ['//evil.example/v3'], says: /start with one/ },
  { what: 'a backslash', args: [String.raw`/\evil.example`], says: /backslashes/ },
  { what: 'a blank in the path', args: ['/v3/account/usage HTTP/1.1'], says: /blanks/ },
  {
    what: 'a line break in the path',
    args: ['/v3/account/usage\r\nx: y'],
    says: /control characters/,
  },
  {
    what: 'the key in the path',
    args: [`/v3/account/usage?api_key=${KEY}`],
    says: /ends up in logs/,
  },
  {
    what: 'another method in the query',
    args: ['account.usage', '-q', '_method=DELETE'],
    says: /_method/,
  },
  {
    what: 'another method in a header',
    args: ['account.usage', '-H', 'x-http-method-override: DELETE'],
    says: /can change what the request does/,
  },
  ...[
    'X-Original-URL',
    'X-Rewrite-URL',
    'X-Original-URI',
    'X-Forwarded-Uri',
    'X-Forwarded-Prefix',
    'X-Forwarded-Host',
    'X-Original-Method',
    'X-HTTP-Method',
    'X-Method-Override',
    'X-Http-DestinationURL',
    'Forwarded',
  ].map((name) => ({
    what: `another call in the header ${name}`,
    args: ['account.usage', '-H', `${name}: /v2/person?email=a%40example.com`],
    says: /can change what the request does/,
  })),
  {
    what: 'another method in the body',
    args: [...SEARCH, '{"_method":"DELETE","contacts":[]}', '--max-credits', '1'],
    says: /_method/,
  },
  ...['%20', '.json', '%00', '%2e', '/', '%252f', ';x', '%3F', '/more'].map((suffix) => ({
    what: `a path that can be charged with ${suffix} behind it`,
    args: ['GET', `/v2/person${suffix}?email=a%40example.com`],
    says: /can be charged.*--max-credits/s,
  })),
  ...[
    'API_KEY',
    'Authorization',
    'x-api-key',
    'api-key',
    'Host',
    'Content-Length',
    'Transfer-Encoding',
    'Proxy-Authorization',
  ].map((name) => ({
    what: `a header ${name} of one's own`,
    args: ['account.usage', '-H', `${name}: x`],
    says: /is set by this tool/,
  })),
  {
    what: 'a control character in a header',
    args: ['account.usage', '-H', 'x-a: b\u0007'],
    says: /no header can carry/,
  },
  {
    what: 'a control character in a body',
    args: [...SEARCH, '{"contacts":[{"email":"a\u0007@example.com"}]}'],
    says: /control characters/,
  },
  {
    what: 'an escaped one',
    args: [...SEARCH, String.raw`{"contacts":[{"email":"a\u0000@example.com"}]}`],
    says: /contacts\[0\]\.email/,
  },
  { what: 'a body that is no JSON', args: [...SEARCH, '{contacts:[]}'], says: /no valid JSON/ },
  {
    what: 'a body file that is missing',
    args: [...SEARCH, '@nope.json'],
    says: /nope\.json cannot be read/,
  },
  {
    what: 'a body file of 2 MiB',
    args: [...SEARCH, '@big.json'],
    world: { files: { 'big.json': `"${'x'.repeat(2_100_000)}"` } },
    says: /larger than 1 MiB/,
  },
  { what: 'a terminal as body', args: [...SEARCH, '@-'], says: /stdin is a terminal/ },
  {
    what: 'stdin for two things',
    args: [...SEARCH, '@-', '--key-stdin'],
    world: { stdin: 'x' },
    says: /cannot both come from stdin/,
  },
  {
    what: 'a body with GET',
    args: ['GET', '/v3/account/usage', '-d', '{}'],
    says: /GET takes no body/,
  },
  {
    what: 'a million repetitions',
    args: ['account.usage', '--repeat', '1000000'],
    says: /--repeat takes a whole number of calls from 2 to 100/,
  },
  { what: 'half a repetition', args: ['account.usage', '--repeat', '2.5'], says: /whole number/ },
  {
    what: 'an interval without repetition',
    args: ['account.usage', '--interval', '1'],
    says: /--interval means nothing without --repeat/,
  },
  {
    what: 'a longest wait without retries',
    args: ['account.usage', '--max-wait', '1'],
    says: /--max-wait means nothing without --retry/,
  },
  {
    what: 'a wait below nothing',
    args: ['account.usage', '--retry', '--max-wait', '-1'],
    says: /--max-wait takes/,
  },
  { what: 'all and one', args: ['--all', 'account.usage'], says: /probes many endpoints/ },
  {
    what: 'all and a group',
    args: ['--all', '--group', 'filters'],
    says: /--all and --group do not go together/,
  },
  {
    what: 'a group with a body',
    args: ['--group', 'filters', '-d', '{}'],
    says: /do not go together/,
  },
  { what: 'a group that is none', args: ['--group', 'prospectin'], says: /Nearest: prospecting/ },
  {
    what: 'a dry run that is repeated',
    args: ['account.usage', '--dry-run', '--repeat', '2'],
    says: /do not go together/,
  },
  {
    what: 'a curl line that demands',
    args: ['account.usage', '--curl', '--expect-status', '200'],
    says: /do not go together/,
  },
  {
    what: 'a curl line of the simulator',
    args: ['account.usage', '--curl', '--simulate', 'healthy'],
    says: /simulator is gone/,
  },
  {
    what: 'retries of repetitions',
    args: ['account.usage', '--retry', '--repeat', '2'],
    says: /do not go together/,
  },
  {
    what: 'an unknown client',
    args: ['account.usage', '--http-client', 'axios'],
    says: /fetch, undici, node/,
  },
  {
    what: 'a status that cannot be',
    args: ['account.usage', '--expect-status', '2xx'],
    says: /from 100 to 599/,
  },
  {
    what: 'a demand without a value',
    args: ['account.usage', '--expect-json', 'credits'],
    says: /path=value/,
  },
  {
    what: 'a first byte in no time',
    args: ['account.usage', '--max-ttfb', '0'],
    says: /--max-ttfb takes/,
  },
  {
    what: 'deleting by POST',
    args: ['POST', '/api/subscriptions/delete', '-d', '{"ids":["1"]}', '--max-credits', '9'],
    says: /never sends it/,
  },
  {
    what: 'rows of a real table',
    args: ['GET', '/v3/contacts/tables/7/entities', '--max-credits', '9'],
    says: /never sends it.*probe contacts\.tables\.rows/s,
  },
  {
    what: 'an empty conversations search',
    args: ['POST', '/v3/account/conversations/search', '-d', ' { } ', '--max-credits', '9'],
    says: /never sends it/,
  },
  {
    what: 'a billed body',
    args: ['POST', '/v3/contacts/enrich', '-d', '{"ids":["v1.x"]}'],
    says: /6 credits at most.*--max-credits is 0\. Nothing was sent/s,
  },
];

describe('a wrong call of probe-endpoint exits 2, says what to do, and sends nothing', () => {
  it.each(MISTAKES)('$what', async ({ args, world = {}, says }) => {
    arrivals.length = 0;
    const ran = await run(['probe', ...args, '--base-url', url], {
      env: { LUSHA_API_KEY: KEY },
      ...world,
    });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).not.toContain(KEY.slice(4, -4));
    expect(arrivals).toEqual([]);
  });
});

describe('what looks wrong and is not', () => {
  it.each([
    ['a path nobody lists, read', ['/v3/nothing/here'], 'GET /v3/nothing/here'],
    [
      'a path that takes POST, without its method',
      ['/v3/contacts/enrich'],
      'POST /v3/contacts/enrich',
    ],
    [
      'a path of the reference with its braces',
      ['/v3/contacts/jobs/{jobId}'],
      'GET /v3/contacts/jobs/00000000-0000-4000-8000-000000000000',
    ],
    ['an id in capitals', ['ACCOUNT.USAGE'], 'GET /v3/account/usage'],
  ])('%s', async (_what, args, call) => {
    arrivals.length = 0;
    const ran = await run(['probe', ...args, '--base-url', url], { env: { LUSHA_API_KEY: KEY } });
    expect(ran.exitCode).not.toBe(2);
    expect(arrivals.map(({ method, path }) => `${method} ${path}`)).toEqual([call]);
  });
});
