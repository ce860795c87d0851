import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { fixesFor } from '../../../src/diagnosis/remedies.ts';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import { HOSTED, REMEDIES } from '../../../src/knowledge/remedies.ts';
import { SOURCES } from '../../../src/knowledge/sources.ts';
import type { Cause, Fix } from '../../../src/model/cause.ts';
import {
  PLATFORMS,
  RUNTIMES,
  type Facts,
  type FactValues,
  type Platform,
  type Runtime,
} from '../../../src/model/fact.ts';

function facts(values: Partial<FactValues>): Facts {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { name, value, seenIn: 'test' }]),
  );
}

function textOf({ text, command = '', verify }: Fix): string {
  return `${text} ${command} ${verify?.command ?? ''} ${verify?.expect ?? ''}`;
}

/** Words that belong to one runtime: variables, options, tools and settings of its own. */
const OWN_WORDS: readonly (readonly [readonly Runtime[], RegExp])[] = [
  [['node', 'bun'], /NODE_EXTRA_CA_CERTS/],
  [
    ['node'],
    /NODE_(?!EXTRA_CA_CERTS)[A-Z_]{3,}|\bNode\b(?! alone)|--use-system-ca|\bundici\b|require\("node:dns"\)|process\.version/,
  ],
  [['node', 'bun', 'deno'], /process\.env|AbortSignal/],
  [['deno'], /DENO_CERT/],
  [['python'], /REQUESTS_CA_BUNDLE|\bcertifi\b|truststore|os\.environ|httpx|aiohttp/],
  [['java'], /keytool|-Djavax|-Djdk|-Dhttp|\bJVM\b|OkHttp/],
  [['dotnet', 'powershell'], /LocalMachine|\[Net\.ServicePointManager\]/],
  [['dotnet'], /SocketsHttpHandler|HttpClient\.Timeout/],
  [['powershell'], /Invoke-RestMethod|-DisableKeepAlive/],
  [['php'], /curl\.cainfo|Guzzle|php\.ini/],
  [['go'], /http\.Client\{|IdleConnTimeout/],
  [['rust'], /\breqwest\b|Duration::/],
  [['elixir'], /cacertfile|\bFinch\b|receive_timeout/],
  [['dart'], /SecurityContext|connectionTimeout/],
  [['swift'], /timeoutInterval|nscurl/],
  [['r'], /httr2/],
];

/** Causes that are about one runtime, whatever made the call. */
const OF_ONE_RUNTIME: readonly string[] = [
  'tls-too-old',
  'tls-strict-verification',
  'connect-attempts-cut',
  'fetch-hides-reason',
];

const FAILURES: readonly Cause[] = CAUSES.filter(
  ({ subject, id }) => subject === 'failure' && !OF_ONE_RUNTIME.includes(id),
);

describe.each(RUNTIMES)('a call from %s', (runtime) => {
  it('never gets a variable, an option or a tool of another runtime', () => {
    const foreign = OWN_WORDS.filter(([owners]) => !owners.includes(runtime));
    const wrong = CAUSES.filter(({ id }) => !OF_ONE_RUNTIME.includes(id)).flatMap((cause) =>
      fixesFor(cause, facts({ runtime })).flatMap((fix) => {
        // What several runtimes share in one sentence is told to each of them.
        const own = REMEDIES.some((row) => row.in.includes(runtime) && row.fixes.includes(fix));
        const word = own ? undefined : foreign.find(([, words]) => words.test(textOf(fix)));
        return word === undefined ? [] : [`${cause.id}: ${textOf(fix)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(OWN_WORDS.filter(([owners]) => !owners.includes(runtime)))(
    'gets none of %s in its own remedies',
    (_, words) => {
      const shared = [
        'python',
        'php',
        'ruby',
        'dotnet',
        'powershell',
        'elixir',
        'dart',
        'r',
        'curl',
      ];
      const rows = REMEDIES.filter((row) => row.in.includes(runtime) && row.in.length === 1);
      const texts = rows.flatMap(({ fixes }) => fixes).map(textOf);
      const wrong = texts.filter((text) => words.test(text));
      // Two of a family may be named side by side.
      expect(shared.includes(runtime) ? [] : wrong).toEqual([]);
    },
  );

  it('is told how to see that it worked', () => {
    const silent = FAILURES.filter(({ severity }) => severity === 'fail').filter(
      (cause) => !fixesFor(cause, facts({ runtime })).some(({ verify }) => verify !== undefined),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});

describe.each(PLATFORMS)('a call from %s', (platform) => {
  it('has steps, and is told how to see that it worked', () => {
    const silent = FAILURES.filter(({ severity }) => severity === 'fail').filter(
      (cause) => fixesFor(cause, facts({ platform })).length === 0,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('names its own screen where the key is wrong or does not arrive', () => {
    for (const id of ['key-unknown', 'key-header-missing', 'key-has-line-break']) {
      const cause = CAUSES.find((one) => one.id === id);
      const [fix] = cause === undefined ? [] : fixesFor(cause, facts({ platform }));
      expect(fix?.source).toBe('platform/docs');
      expect(fix?.verify).toBeDefined();
    }
  });
});

describe.each(HOSTED)('on %s, where nobody has a shell,', (platform) => {
  it('no fix sets a variable or looks into files of the machine', () => {
    const wrong = CAUSES.flatMap((cause) =>
      fixesFor(cause, facts({ platform }))
        .filter(({ command = '' }) =>
          /\b(?:export|unset|sudo|keytool|read -rs|etc\/hosts)\b/.test(command),
        )
        .map((fix) => `${cause.id}: ${textOf(fix)}`),
    );
    expect(wrong).toEqual([]);
  });
});

function told(values: Partial<FactValues>): string {
  return diagnose(facts(values))
    .verdict.fixes.map(({ text, command, verify }) =>
      [text, command ?? '', verify?.command ?? ''].join(' '),
    )
    .join('\n');
}

describe('an unknown authority', () => {
  it.each<[Runtime, RegExp]>([
    ['node', /NODE_EXTRA_CA_CERTS/],
    ['python', /REQUESTS_CA_BUNDLE/],
    ['java', /keytool/],
    ['dotnet', /update-ca-certificates/],
    ['powershell', /Import-Certificate/],
    ['php', /curl\.cainfo/],
    ['ruby', /SSL_CERT_FILE/],
    ['go', /SSL_CERT_FILE/],
    ['rust', /native-roots/],
    ['elixir', /cacertfile/],
    ['dart', /SecurityContext/],
    ['swift', /keychain/],
    ['deno', /DENO_CERT/],
    ['insomnia', /Insomnia/],
    ['postman', /Postman/],
  ])('is made known to %s in its own way', (runtime, words) => {
    const text = told({ failure: 'tls-unknown-ca', failureCode: 'x', runtime });
    expect(text).toMatch(words);
    if (runtime !== 'node') expect(text).not.toMatch(/NODE_/);
  });

  it('keeps the fixes of today where nothing says what made the call', () => {
    expect(told({ failure: 'tls-unknown-ca', failureCode: 'x' })).toMatch(/NODE_EXTRA_CA_CERTS/);
  });
});

it.each<[Platform, Partial<FactValues>, RegExp]>([
  ['salesforce', { status: 401, message: 'Invalid API key' }, /Named Credentials/],
  ['zapier', { status: 401, message: 'Invalid API key' }, /Zapier open Apps/],
  ['n8n', { status: 401, message: 'Invalid API key' }, /Credentials, Lusha API/],
  ['lambda', { failure: 'unclassified', failureCode: 'Task timed out' }, /NAT gateway/],
  ['docker', { failure: 'tls-unknown-ca', failureCode: 'x' }, /ca-certificates/],
  ['kubernetes', { failure: 'dns-failure', failureCode: 'EAI_AGAIN' }, /ndots/],
  ['mcp-client', { status: 401, message: 'missing Authorization header' }, /x-api-key/],
])('%s is told what to do on its own screen', (platform, values, words) => {
  expect(told({ ...values, platform })).toMatch(words);
});

it('the address of the name is asked for without Node where Node did not make the call', () => {
  const values = { failure: 'dns-not-found', failureCode: 'x' } as const;
  expect(told(values)).toContain('node -e');
  expect(told({ ...values, runtime: 'ruby' })).not.toContain('node -e');
  expect(told({ ...values, runtime: 'ruby' })).toContain('nslookup api.lusha.com');
});

it('a condition of Node says nothing about a call of another runtime', () => {
  const values = { environment: ['tls-verification-off'] };
  const conditions = (more: Partial<FactValues>) =>
    diagnose(facts({ ...values, ...more })).conditions.map(({ cause }) => cause);
  expect(conditions({})).toContain('tls-verification-off');
  expect(conditions({ runtime: 'node' })).toContain('tls-verification-off');
  expect(conditions({ runtime: 'python' })).not.toContain('tls-verification-off');
});

describe('the remedies', () => {
  it('are for causes that exist, and name sources that exist', () => {
    const ids: ReadonlySet<string> = new Set(CAUSES.map(({ id }) => id));
    expect(REMEDIES.flatMap(({ causes }) => causes).filter((id) => !ids.has(id))).toEqual([]);
    const sources = REMEDIES.flatMap(({ fixes }) => fixes.map(({ source }) => source));
    expect(sources.filter((id) => !Object.hasOwn(SOURCES, id))).toEqual([]);
  });

  it('know each runtime and each platform', () => {
    const places: readonly string[] = REMEDIES.flatMap((row) => row.in);
    expect([...RUNTIMES, ...PLATFORMS].filter((place) => !places.includes(place))).toEqual([]);
  });
});
