import { describe, expect, it } from 'vitest';
import { startSimulator, type SimulatorOptions } from '../../src/simulator/http/server.ts';
import { systemClock } from '../support/clock.ts';
import { reportIn, run, type Ran, type World } from '../support/world.ts';

/** Every piece of four characters has a letter, so that no time and no port can look like one. */
const KEY = 'a9c3e7b1-d4f8-4b6e-9d2c-e5a7f3b8c1d6';
const OTHER = 'b8d2f6a4-c3e9-4a7d-8e1b-f4c6d9a3e7b5';
const HEAD = KEY.slice(0, 8);
const TAIL = KEY.slice(8);

interface Expected {
  readonly defects?: readonly string[];
  readonly verdict: 'PASS' | 'FAIL' | 'UNKNOWN';
  readonly exitCode: number;
  /** Arrived at the server. */
  readonly requests: number;
  /** A check or cause that has to be in the report. */
  readonly says?: RegExp;
}

interface Situation extends Expected {
  readonly what: string;
  readonly world?: World;
  readonly args?: readonly string[];
  readonly server?: Partial<SimulatorOptions>;
}

/** The key in the variable. */
function env(value: string): World {
  return { env: { LUSHA_API_KEY: value } };
}

/** The key in a file. */
function file(content: NonNullable<World['files']>[string]): Pick<Situation, 'world' | 'args'> {
  return { world: { files: { k: content } }, args: ['--key-file', 'k'] };
}

const GOOD = { verdict: 'PASS', exitCode: 0, requests: 1, defects: [] } as const;
/** Blanks around a header's value are no part of it: a warning. */
const TRIMMED = { verdict: 'PASS', exitCode: 0, requests: 1 } as const;
/** Sent without what a header does not carry, and accepted: it has to be mended all the same. */
const MENDED = { verdict: 'FAIL', exitCode: 4, requests: 1 } as const;
/** Sent, refused, and compared with three other requests. */
const REFUSED = { verdict: 'FAIL', exitCode: 4, requests: 4 } as const;
/** The text of the key says why: nothing has to be compared. */
const TOLD = { ...REFUSED, requests: 1 } as const;
const KEPT_BACK = { verdict: 'FAIL', exitCode: 4, requests: 0 } as const;

const TEXTS: readonly Situation[] = [
  { what: 'a key in order', world: env(KEY), ...GOOD },
  { what: 'a key in upper case', world: env(KEY.toUpperCase()), ...GOOD },
  { what: 'a line feed at the end', world: env(`${KEY}\n`), ...MENDED, defects: ['line-break'] },
  { what: 'CR LF at the end', world: env(`${KEY}\r\n`), ...MENDED, defects: ['line-break'] },
  { what: 'a blank before', world: env(` ${KEY}`), ...TRIMMED, defects: ['blank-around'] },
  { what: 'a tab after', world: env(`${KEY}\t`), ...TRIMMED, defects: ['blank-around'] },
  { what: 'a byte order mark', world: env(`\uFEFF${KEY}`), ...MENDED, defects: ['bom'] },
  { what: 'a no-break space', world: env(`${KEY}\u00A0`), ...MENDED, defects: ['nbsp'] },
  { what: 'an ideographic space', world: env(`\u3000${KEY}`), ...MENDED, defects: ['nbsp'] },
  { what: 'quotes', world: env(`"${KEY}"`), ...TOLD, defects: ['quotes'] },
  { what: 'a blank inside', world: env(`${HEAD} ${TAIL}`), ...TOLD, defects: ['blank-inside'] },
  {
    what: 'the scheme Bearer before it',
    world: env(`Bearer ${KEY}`),
    ...TOLD,
    defects: ['blank-inside', 'bearer-prefix'],
    says: /"consequences": \[ "key-malformed" \]/,
  },
  {
    what: 'a header name before it',
    world: env(`api_key: ${KEY}`),
    ...TOLD,
    defects: ['blank-inside', 'header-prefix'],
  },
  {
    what: 'a variable name before it',
    ...file(`export LUSHA_API_KEY=${KEY}\n`),
    ...TOLD,
    defects: ['blank-inside', 'header-prefix'],
  },
  {
    what: 'the key twice',
    world: env(`${KEY}${KEY}`),
    ...TOLD,
    defects: ['doubled', 'not-a-uuid'],
  },
  {
    what: 'a key cut short',
    world: env(KEY.slice(0, 30)),
    ...TOLD,
    defects: ['truncated', 'not-a-uuid'],
  },
  {
    what: 'a letter outside hexadecimal',
    world: env(KEY.replace('a', 'g')),
    ...TOLD,
    defects: ['not-a-uuid'],
  },
  {
    what: 'typographic quotes',
    world: env(`\u201C${KEY}\u201D`),
    ...KEPT_BACK,
    defects: ['smart-quotes'],
  },
  {
    what: 'a zero-width space inside',
    world: env(`${HEAD}\u200B${TAIL}`),
    ...KEPT_BACK,
    defects: ['zero-width'],
  },
  {
    what: 'a direction mark',
    world: env(`\u202A${KEY}\u202C`),
    ...KEPT_BACK,
    defects: ['zero-width'],
  },
  {
    what: 'a Cyrillic letter',
    world: env(KEY.replace('e', '\u0435')),
    ...KEPT_BACK,
    defects: ['look-alike', 'not-a-uuid'],
  },
  {
    what: 'hyphens outside ASCII',
    world: env(KEY.replaceAll('-', '\u2011')),
    ...KEPT_BACK,
    defects: ['look-alike', 'not-a-uuid'],
  },
  {
    what: 'two keys on two lines',
    ...file(`${KEY}\n${OTHER}\n`),
    ...KEPT_BACK,
    defects: ['several-lines', 'not-a-uuid'],
    says: /a header cannot hold several lines/,
  },
  { what: 'NUL', ...file(`${KEY}\0`), ...KEPT_BACK, defects: ['nul'] },
  {
    what: 'a control character',
    world: env(`${KEY}\u0007`),
    ...KEPT_BACK,
    defects: ['control-character', 'not-a-uuid'],
  },
  {
    what: 'a variable nobody expanded',
    world: env('${LUSHA_API_KEY}'),
    ...KEPT_BACK,
    defects: ['unexpanded-variable'],
  },
  {
    what: 'a template nobody filled in',
    world: env('{{ secrets.LUSHA }}'),
    ...KEPT_BACK,
    defects: ['blank-inside', 'unexpanded-variable'],
  },
  { what: 'a placeholder', world: env('YOUR_API_KEY'), ...KEPT_BACK, defects: ['placeholder'] },
  {
    what: 'a JSON Web Token',
    world: env(`eyJhbGciOiJI.eyJzdWIiOiIx.${KEY}`),
    ...KEPT_BACK,
    defects: ['jwt'],
  },
  {
    what: "another service's secret",
    world: env(`sk_live_${KEY.replaceAll('-', '')}`),
    ...KEPT_BACK,
    defects: ['other-vendor'],
  },
  { what: 'nothing', world: env(''), ...KEPT_BACK, says: /LUSHA_API_KEY is there and empty/ },
  { what: 'white space', world: env(' \n'), ...KEPT_BACK, says: /holds only white space/ },
  { what: '100 kB', world: env(KEY.repeat(2800)), ...KEPT_BACK, defects: ['too-long'] },
];

const PLACES: readonly Situation[] = [
  { what: 'no key anywhere', ...KEPT_BACK, says: /neither the variable LUSHA_API_KEY nor \.env/ },
  {
    what: 'a key under another name',
    world: { env: { LUSHA_TOKEN: KEY } },
    ...KEPT_BACK,
    says: /check-key --key-env LUSHA_TOKEN/,
  },
  {
    what: 'a key under another name in .env',
    world: { files: { '.env': `LUSHA_APIKEY=${KEY}` } },
    ...KEPT_BACK,
    says: /LUSHA_APIKEY in \.env is set/,
  },
  { what: 'a key file', ...file(`${KEY}\n`), ...GOOD },
  { what: 'a key in .env', world: { files: { '.env': `LUSHA_API_KEY='${KEY}'` } }, ...GOOD },
  { what: 'a key from a pipe', world: { stdin: `${KEY}\n` }, args: ['--key-stdin'], ...GOOD },
  {
    what: 'a different key in .env',
    world: { ...env(KEY), files: { '.env': `LUSHA_API_KEY=${OTHER}` } },
    ...GOOD,
    says: /\.env:LUSHA_API_KEY holds a different key, fingerprint/,
  },
  {
    what: 'the same key in .env',
    world: { ...env(KEY), files: { '.env': `LUSHA_API_KEY=${KEY}` } },
    ...GOOD,
    says: /\.env:LUSHA_API_KEY holds the same key/,
  },
  {
    what: 'a file that was named over a variable',
    world: { ...env(OTHER), files: { k: KEY } },
    args: ['--key-file', 'k'],
    ...GOOD,
    says: /env:LUSHA_API_KEY holds a different key/,
  },
  { what: 'a folder as key file', ...file({ code: 'EISDIR' }), ...KEPT_BACK, says: /EISDIR/ },
  {
    what: 'a key file of 10 MB',
    ...file(KEY.repeat(280_000)),
    ...KEPT_BACK,
    says: /more than 64 kB/,
  },
  {
    what: 'a binary key file',
    ...file(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0xc3, 0x28, 0xa0, 0xff])),
    ...KEPT_BACK,
    says: /no text in UTF-8/,
  },
  {
    what: 'a key file in UTF-16',
    ...file(Buffer.from(`\uFEFF${KEY}\r\n`, 'utf16le')),
    ...KEPT_BACK,
    says: /is UTF-16/,
  },
  { what: 'an empty pipe', world: { stdin: '' }, args: ['--key-stdin'], ...KEPT_BACK },
];

const ANSWERS: readonly Situation[] = [
  {
    what: 'a key that nobody knows',
    world: env(OTHER),
    ...REFUSED,
    says: /so your key arrives, and Lusha does not know it/,
  },
  {
    what: 'the same without extra requests',
    world: env(OTHER),
    args: ['--no-extra-requests'],
    ...REFUSED,
    requests: 1,
    says: /not asked, to compare.*--no-extra-requests/,
  },
  {
    what: 'a key sent as Bearer',
    world: env(KEY),
    args: ['--auth', 'bearer'],
    ...REFUSED,
    says: /so the key is good, and only its header is wrong/,
  },
  {
    what: 'an account that is not active',
    world: env(KEY),
    server: { scenario: 'account-inactive' },
    verdict: 'FAIL',
    exitCode: 5,
    requests: 4,
    says: /so Lusha knows your key and refuses the whole account/,
  },
  {
    what: 'an account without V3',
    world: env(KEY),
    server: { scenario: 'v3-not-enabled' },
    verdict: 'FAIL',
    exitCode: 5,
    requests: 2,
    says: /10000 of 10000 credits left/,
  },
  {
    what: 'an account without V3, asked once only',
    world: env(KEY),
    args: ['--no-extra-requests'],
    server: { scenario: 'v3-not-enabled' },
    verdict: 'FAIL',
    exitCode: 5,
    requests: 1,
  },
  {
    what: 'a plan without the API',
    world: env(KEY),
    server: { scenario: 'plan-lacks-api-access' },
    verdict: 'FAIL',
    exitCode: 5,
    requests: 4,
  },
  {
    what: 'a minute window used up',
    world: env(KEY),
    server: { scenario: 'quota-minute-exhausted' },
    verdict: 'FAIL',
    exitCode: 6,
    requests: 1,
  },
  {
    what: 'the sixth usage call of a minute',
    world: env(KEY),
    server: { scenario: 'usage-endpoint-limit' },
    verdict: 'FAIL',
    exitCode: 6,
    requests: 1,
  },
  {
    what: 'an outage, elsewhere than at Lusha',
    world: env(KEY),
    server: { scenario: 'service-down' },
    verdict: 'FAIL',
    exitCode: 7,
    requests: 1,
  },
  {
    what: 'a login page in place of the API',
    world: env(KEY),
    server: { scenario: 'login-page' },
    verdict: 'UNKNOWN',
    exitCode: 3,
    requests: 1,
  },
  {
    what: 'enough credits and requests',
    world: env(KEY),
    args: ['--min-credits', '100', '--min-left', '10%'],
    ...GOOD,
  },
  {
    what: 'too few credits',
    world: env(KEY),
    args: ['--min-credits', '100'],
    server: { account: { credits: 99 } },
    verdict: 'FAIL',
    exitCode: 5,
    requests: 1,
    says: /99 of 99 credits left, fewer than --min-credits 100/,
  },
  {
    what: 'too little of a window left',
    world: env(KEY),
    args: ['--min-left', '10%'],
    server: { account: { plan: 'pro', used: { day: 1400 } } },
    verdict: 'FAIL',
    exitCode: 6,
    requests: 1,
    says: /day window: 99 of 1500 requests left, less than --min-left 10%/,
  },
  {
    what: 'too few requests left',
    world: env(KEY),
    args: ['--min-left', '40'],
    server: { account: { plan: 'pro', used: { hour: 120 } } },
    verdict: 'FAIL',
    exitCode: 6,
    requests: 1,
    says: /less than --min-left 40/,
  },
  {
    what: 'a map of what the key may use',
    world: env(KEY),
    args: ['--access'],
    server: { account: { plan: 'pro' } },
    verdict: 'PASS',
    exitCode: 0,
    requests: 8,
    says: /4 allowed, 2 not in plan, 1 unknown of 7 groups/,
  },
  {
    what: 'a map with a key that is refused',
    world: env(OTHER),
    args: ['--access'],
    ...REFUSED,
    says: /not mapped/,
  },
];

const REPAIRS: readonly Situation[] = [
  {
    what: 'nothing to repair',
    world: env(KEY),
    args: ['--try-repaired'],
    ...GOOD,
    says: /nothing to repair/,
  },
  {
    what: 'a line break that is never sent anyway',
    world: env(`${KEY}\n`),
    args: ['--try-repaired'],
    ...MENDED,
    says: /answers 200: it works/,
  },
  {
    what: 'quotes that are sent first',
    world: env(`"${KEY}"`),
    args: ['--try-repaired'],
    ...MENDED,
    requests: 2,
    says: /answers 200: it works/,
  },
  {
    what: 'a key that was not fit to be sent',
    world: env(`\u201C${KEY}\u201D`),
    args: ['--try-repaired'],
    ...MENDED,
    says: /answers 200: it works/,
  },
  {
    what: 'a repair that reveals an unknown key',
    world: env(`"${OTHER}"`),
    args: ['--try-repaired'],
    ...TOLD,
    requests: 2,
    says: /answers 401: that is not all that is wrong/,
  },
  {
    what: 'a text that no repair makes a key',
    world: env('${LUSHA_API_KEY}'),
    args: ['--try-repaired'],
    ...KEPT_BACK,
    says: /leaves no key/,
  },
];

/** Runs a situation against a fresh simulator that knows the first key, in one format. */
async function look({ world, args = [], server = {} }: Situation, format: readonly string[]) {
  const simulator = await startSimulator({
    scenario: 'healthy',
    clock: systemClock,
    acceptKeys: [KEY],
    ...server,
  });
  try {
    const ran = await run(['check-key', '--base-url', simulator.url, ...args, ...format], world);
    return { ran, requests: simulator.requests.length };
  } finally {
    await simulator.close();
  }
}

/** No four characters in a row of what the mask hides of the keys that this situation has. */
function expectNoLeak({ stdout, stderr, written }: Ran, { world }: Situation): void {
  const text = `${stdout}${stderr}${Object.values(written).join('')}`.toLowerCase();
  const given = JSON.stringify(world ?? {});
  for (const key of given.includes(OTHER) ? [KEY, OTHER] : [KEY]) {
    const secret = key.slice(4, -4);
    const pieces = Array.from({ length: secret.length - 3 }, (_, at) => secret.slice(at, at + 4));
    expect(pieces.filter((piece) => text.includes(piece))).toEqual([]);
  }
}

describe.each([
  ['the text of the key', TEXTS],
  ['the place of the key', PLACES],
  ['what Lusha says to it', ANSWERS],
  ['the repaired key', REPAIRS],
])('%s', (_group, situations) => {
  it.each(situations)('$what', async (situation) => {
    const { ran, requests } = await look(situation, ['--json', '--case', 'case.json']);
    const report = reportIn(ran);
    const { verdict, exitCode, defects, says = /./ } = situation;
    expect({ verdict: report['verdict'], exitCode: ran.exitCode, requests }).toEqual({
      verdict,
      exitCode,
      requests: situation.requests,
    });
    expect(report['cost']).toMatchObject({ requests, credits: 0 });
    if (defects !== undefined) expect(report['key']).toMatchObject({ defects });
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toMatch(says);
    expectNoLeak(ran, situation);

    const terminal = await look(situation, ['--verbose']);
    expect(terminal.ran.exitCode).toBe(exitCode);
    expect(terminal.ran.stdout).toMatch(new RegExp(`^${verdict}\\b`));
    expectNoLeak(terminal.ran, situation);
  });
});
