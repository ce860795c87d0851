import { describe, expect, it } from 'vitest';
import { recordErrors } from '../support/report-schema.ts';
import { reportIn, run, type World } from '../support/world.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const WITH_KEY = { env: { LUSHA_API_KEY: KEY } };
const CLOSED = 'https://127.0.0.1:9';

interface Mistake {
  readonly what: string;
  readonly args: readonly string[];
  readonly world?: World;
  readonly exitCode: number;
  /** What the message has to say, on whichever stream it belongs to. */
  readonly says: RegExp;
}

const USAGE: readonly Mistake[] = [
  { what: 'nothing at all', args: [], exitCode: 2, says: /Usage: lusha-doctor/ },
  { what: 'an unknown command', args: ['chek-key'], exitCode: 2, says: /Did you mean check-key/ },
  {
    what: 'an unknown option',
    args: ['check-key', '--jsno'],
    exitCode: 2,
    says: /Did you mean --json/,
  },
  {
    what: 'an unknown format',
    args: ['check-key', '--format', 'xml'],
    exitCode: 2,
    says: /--format does not know "xml"\.\s+Use one of: terminal, .*json/,
  },
  {
    what: 'a key on the command line',
    args: ['check-key', '--key', KEY],
    exitCode: 2,
    says: /--key-file PATH/,
  },
  {
    what: 'a key on the command line, joined',
    args: ['check-key', `--key=${KEY}`],
    exitCode: 2,
    says: /LUSHA_API_KEY/,
  },
  {
    what: 'two places for the key',
    args: ['check-key', '--key-file', 'k', '--key-stdin'],
    exitCode: 2,
    says: /--key-file and --key-stdin/,
  },
  {
    what: 'a terminal as a pipe',
    args: ['check-key', '--key-stdin'],
    exitCode: 2,
    says: /printf %s/,
  },
  {
    what: 'an unknown scenario',
    args: ['check-key', '--simulate', 'key-unknwon'],
    exitCode: 2,
    says: /Nearest: key-unknown/,
  },
  {
    what: 'an unknown scenario to serve',
    args: ['simulate', 'helthy'],
    exitCode: 2,
    says: /Nearest: healthy/,
  },
  {
    what: 'a base URL that is none',
    args: ['check-key', '--base-url', 'api lusha'],
    exitCode: 2,
    says: /is no URL/,
  },
  {
    what: 'another scheme',
    args: ['check-key', '--base-url', 'ftp://api.lusha.com'],
    exitCode: 2,
    says: /neither https: nor http:/,
  },
  {
    what: 'clear text to another machine',
    args: ['check-key', '--base-url', 'http://api.lusha.com'],
    exitCode: 2,
    says: /clear text/,
  },
  {
    what: 'a password in the base URL',
    args: ['check-key', '--base-url', 'https://u:p@127.0.0.1'],
    exitCode: 2,
    says: /user name or password/,
  },
  {
    what: 'a proxy that is no URL',
    args: ['check-key', '--base-url', CLOSED, '--proxy', 'http://:x'],
    world: WITH_KEY,
    exitCode: 2,
    says: /neither a URL nor "none"/,
  },
  {
    what: 'a CA file that is missing',
    args: ['check-key', '--base-url', CLOSED, '--ca', 'ca.pem'],
    world: WITH_KEY,
    exitCode: 2,
    says: /ca\.pem cannot be read/,
  },
  {
    what: 'a CA file without a certificate',
    args: ['check-key', '--base-url', CLOSED, '--ca', 'ca.pem'],
    world: { ...WITH_KEY, files: { 'ca.pem': 'hello' } },
    exitCode: 2,
    says: /no certificate in PEM form/,
  },
  {
    what: 'a time-out that is no number',
    args: ['check-key', '--timeout', 'soon'],
    exitCode: 2,
    says: /from 0\.1 to 600/,
  },
  {
    what: 'a negative deadline',
    args: ['check-key', '--deadline', '-1'],
    exitCode: 2,
    says: /--deadline takes a number/,
  },
  {
    what: 'half a credit',
    args: ['probe', '/v3/account/usage', '--max-credits', '0.5'],
    exitCode: 2,
    says: /whole number of credits/,
  },
  {
    what: 'an unknown method',
    args: ['probe', 'FETCH', '/v3/account/usage'],
    exitCode: 2,
    says: /"FETCH" is no HTTP method/,
  },
  {
    what: 'method and path swapped',
    args: ['probe', '/v3/account/usage', 'GET'],
    exitCode: 2,
    says: /Method first/,
  },
  {
    what: 'a path without its slash',
    args: ['probe', 'GET', 'v3/account/usage'],
    exitCode: 2,
    says: /\/v3\/account\/usage/,
  },
  {
    what: 'a whole URL as path',
    args: ['probe', 'https://evil.example/v3'],
    exitCode: 2,
    says: /the path, not the whole URL/,
  },
  { what: 'no endpoint', args: ['probe'], world: WITH_KEY, exitCode: 2, says: /Which endpoint/ },
  {
    what: 'a body that is no JSON',
    args: ['probe', 'POST', '/v3/contacts/search', '-d', '{"contacts":[}'],
    exitCode: 2,
    says: /-d is no valid JSON/,
  },
  {
    what: 'a body with GET',
    args: ['probe', 'GET', '/v3/account/usage', '-d', '{}'],
    exitCode: 2,
    says: /GET takes no body/,
  },
  {
    what: 'a header without a colon',
    args: ['probe', '/v3/account/usage', '-H', 'accept'],
    exitCode: 2,
    says: /"name: value"/,
  },
  {
    what: 'a header that would override the key',
    args: ['probe', '/v3/account/usage', '-H', 'API_KEY: x'],
    exitCode: 2,
    says: /header api_key is set by this tool/,
  },
  {
    what: 'a header with a line break',
    args: ['probe', '/v3/account/usage', '-H', 'x-a: b\r\nx-c: d'],
    exitCode: 2,
    says: /no header can carry/,
  },
  {
    what: 'a key in the query',
    args: ['probe', '/v3/account/usage', '-q', `api_key=${KEY}`],
    exitCode: 2,
    says: /A key in the query/,
  },
  {
    what: 'a query without its name',
    args: ['probe', '/v3/account/usage', '-q', '=1'],
    exitCode: 2,
    says: /name=value/,
  },
  {
    what: 'a billed endpoint without a budget',
    args: ['probe', 'POST', '/v3/contacts/enrich', '-d', '{"ids":["v1.x"],"reveal":["emails"]}'],
    world: WITH_KEY,
    exitCode: 2,
    says: /--max-credits is 0\. Nothing was sent/,
  },
  {
    what: 'an endpoint that is never called',
    args: ['probe', 'POST', '/api/account/secret/regenerate', '--max-credits', '9'],
    world: WITH_KEY,
    exitCode: 2,
    says: /never sends it/,
  },
  {
    what: 'DELETE',
    args: ['probe', 'DELETE', '/v3/contacts/tables/t1', '--max-credits', '9'],
    world: WITH_KEY,
    exitCode: 2,
    says: /never sends it/,
  },
  {
    what: 'a POST that nobody knows',
    args: ['probe', 'POST', '/v3/nonsense'],
    world: WITH_KEY,
    exitCode: 2,
    says: /nobody knows what it costs/,
  },
  {
    what: 'help on nothing known',
    args: ['help', 'exit'],
    exitCode: 2,
    says: /Topics: .*exit-codes/,
  },
  { what: 'nothing to explain', args: ['explain'], exitCode: 2, says: /Give a status/ },
  {
    what: 'a port beyond all ports',
    args: ['simulate', '--port', '70000'],
    exitCode: 2,
    says: /from 0 to 65535/,
  },
];

const KEYS: readonly Mistake[] = [
  {
    what: 'no key',
    args: ['check-key'],
    exitCode: 4,
    says: /neither the variable LUSHA_API_KEY nor \.env/,
  },
  {
    what: 'no key, but one under another name',
    args: ['check-key'],
    world: { env: { LUSHA_TOKEN: KEY } },
    exitCode: 4,
    says: /--key-env LUSHA_TOKEN/,
  },
  {
    what: 'an empty key',
    args: ['check-key'],
    world: { env: { LUSHA_API_KEY: '' } },
    exitCode: 4,
    says: /key-empty/,
  },
  {
    what: 'a key file that is missing',
    args: ['check-key', '--key-file', 'nope'],
    exitCode: 4,
    says: /does not exist \(ENOENT\)/,
  },
  {
    what: 'a key file that may not be read',
    args: ['check-key', '--key-file', 'k'],
    world: { files: { k: { code: 'EACCES' } } },
    exitCode: 4,
    says: /EACCES/,
  },
  {
    what: 'an empty pipe for the key',
    args: ['check-key', '--key-stdin'],
    world: { stdin: '' },
    exitCode: 4,
    says: /stdin is empty/,
  },
  {
    what: 'a placeholder',
    args: ['check-key'],
    world: { env: { LUSHA_API_KEY: 'YOUR_API_KEY' } },
    exitCode: 4,
    says: /key-is-placeholder/,
  },
  {
    what: 'probing without a key',
    args: ['probe', '/v3/account/usage'],
    exitCode: 4,
    says: /so Lusha was not asked/,
  },
];

describe('a wrong call exits 2 and says on stderr what to do', () => {
  it.each(USAGE)('$what', async ({ args, world, exitCode, says }) => {
    const ran = await run(args, world);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
    expect(ran.stderr).not.toContain(KEY);
  });
});

describe('a program that asks for JSON gets the same as one document', () => {
  it.each(USAGE.filter(({ args }) => !args.includes('--format') && !args.includes('--')))(
    '$what',
    async ({ args, world, exitCode }) => {
      const ran = await run([...args, '--json'], world);
      const report = reportIn(ran);
      expect(report).toMatchObject({ verdict: 'UNKNOWN', exitCode });
      const [, code] = /\((\S+), exit \d+\)\s*$/.exec(ran.stderr) ?? [];
      expect(report['problem']).toMatchObject({ code });
      expect(ran.stdout).not.toContain(KEY);
    },
  );

  it('or as lines', async () => {
    const ran = await run(['check-key', '--timeout', 'soon', '--format', 'ndjson']);
    const records = ran.stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(records.flatMap(recordErrors)).toEqual([]);
    expect(records.at(-1)).toMatchObject({ type: 'result', problem: { code: 'bad-number' } });
  });
});

describe('a key that is not there is a finding, reported on stdout', () => {
  it.each(KEYS)('$what', async ({ args, world, exitCode, says }) => {
    const ran = await run(args, world);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toMatch(says);
    expect(ran.stderr).toBe('');
  });
});

describe('looking something up that nobody knows', () => {
  it.each([
    ['an unknown status', ['explain', '418'], /418\) is\s+in no list of Lusha/],
    ['an interim status', ['explain', '102'], /Nothing known fits "102".*Nearest statuses: 200/s],
    [
      'a status that cannot be',
      ['explain', '999'],
      /Nothing known fits "999": statuses go from 100/,
    ],
    ['a number beyond all statuses', ['explain', '600'], /explain statuses/],
    ['a class of statuses', ['explain', '4xx'], /a class of statuses.*401.*429/s],
    ['an id that lacks a letter', ['explain', 'contact.enrich'], /mean contacts\.enrich\?/],
    ['a mistyped plan', ['explain', 'profesional'], /mean professional\?/],
    ['a path like none that is known', ['explain', '/v9/foo'], /No such path is known/],
    ['an address', ['explain', 'a.b@acme.example not found'], /fits "\[e-mail\] not found"/],
    ['a number that is no status', ['explain', '4003'], /Nearest statuses: 400, 403/],
    ['a mistyped cause', ['explain', 'key-unknwon'], /Did you mean key-unknown\?/],
    ['a mistyped path', ['explain', '/v3/contacts/serach'], /mean POST \/v3\/contacts\/search\?/],
    ['a mistyped header', ['explain', 'x-rate-limt-daily'], /mean x-rate-limit-daily\?/],
    ['some words', ['explain', 'the weather is nice'], /Nothing known fits/],
    ['an empty text', ['explain', ' '], /Nothing known fits an empty text/],
    ['a search for nothing known', ['explain', '--search', 'qqqq'], /Nothing known fits "qqqq"/],
    ['an empty search', ['explain', '--search', ' '], /Nothing known fits/],
    ['a key', ['explain', KEY], /Nothing known fits "\[masked\]"/],
    ['a very long text', ['explain', 'x'.repeat(100_000)], /Nothing known fits "x{20,60}\.\.\."/],
    ['a very long number', ['explain', '9'.repeat(5000)], /Nothing known fits/],
  ] as const)('%s exits 1', async (_what, args, says) => {
    const ran = await run(args);
    expect(ran.exitCode).toBe(1);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(says);
  });

  it('exits 1 for an empty pipe', async () => {
    const ran = await run(['explain', '-'], { stdin: ' \n' });
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toMatch(/an empty text.*explain 403/s);
  });
});
