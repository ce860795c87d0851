import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../src/run/config/parse-config.ts';
import { PLAN_IDS } from '../../../../src/knowledge/plans.ts';
import { shippedSchema } from '../../../support/report-schema.ts';

const fitsSchema = shippedSchema('config-1');
const KEY = '7c1d2e3f-0000-4000-8000-00000000f2ab';

const GOOD: [string, object][] = [
  ['nothing', {}],
  ['a schema', { $schema: './node_modules/lusha-doctor/schema/config-1.json' }],
  ['thresholds', { failOn: 'warn', networkErrors: 'warn', timeout: 5, deadline: 20 }],
  ['skips', { skip: ['setup', 'quota.minute'] }],
  ['the base URL', { baseUrl: 'https://api.lusha.com' }],
  ['a base URL of somebody else', { baseUrl: 'https://gateway.corp.example/lusha' }],
  ['a certificate', { ca: './corp.pem' }],
  ['no proxy', { proxy: 'none' }],
  ['a proxy', { proxy: 'http://proxy.corp.example:3128' }],
  ...PLAN_IDS.map((plan): [string, object] => [`the plan ${plan}`, { plan }]),
];

describe('a config file that was named', () => {
  it.each(GOOD)('may set %s', (_name, settings) => {
    const parsed = parseConfig(JSON.stringify(settings), 'c.json', true);
    expect(parsed).toEqual({ ok: true, value: settings });
    expect(fitsSchema(settings)).toBe(true);
  });

  it.each([
    ['a word that is none', { failOn: 'never' }, /"failOn" has to be one of: fail, warn/],
    ['a number as text', { timeout: '5' }, /"timeout" has to be a number of seconds/],
    ['too much time', { deadline: 601 }, /from 0\.1 to 600/],
    ['a list of numbers', { skip: [1] }, /"skip" has to be a list of ids/],
    ['no URL', { baseUrl: 'api.lusha.com' }, /has to be a URL/],
    ['a slip of the pen', { networkErorrs: 'warn' }, /does not exist.*"networkErrors"/s],
    ['another spelling', { base_url: 'https://api.lusha.com' }, /does not exist.*"baseUrl"/s],
    ['a made-up setting', { colour: 'blue' }, /does not exist.*Settings: /s],
  ])('is refused with %s, in the schema as well', (_name, settings, message) => {
    expect(problemIn(settings)).toMatch(message);
    expect(fitsSchema(settings)).toBe(false);
  });

  it.each([
    ['the key', { key: KEY }],
    ['the key by another name', { apiKey: KEY }],
    ['the key by the name of the variable', { LUSHA_API_KEY: KEY }],
    ['a token', { token: 'x' }],
    ['a key in another place', { plan: KEY }],
    ['a key within a text', { proxy: `http://proxy.example/${KEY}` }],
  ])('is refused with %s, and the message does not show it', (_name, settings) => {
    const problem = problemIn(settings);
    expect(problem).toMatch(/looks like a key/);
    expect(problem).not.toContain(KEY);
  });

  it.each([
    ['a user in the base URL', { baseUrl: 'https://u:p@api.lusha.com' }, /carries a user name/],
    ['a password for the proxy', { proxy: 'http://u:p@proxy.example' }, /carries a user name/],
    ['spending', { maxCredits: 5 }, /may not set "maxCredits": spending.*--max-credits/],
    [
      'how a result is shown',
      { color: false },
      /may not set "color": it belongs to one run.*--color/,
    ],
    ['which secret to send', { keyEnv: 'GITHUB_TOKEN' }, /may not set "keyEnv"/],
  ])('may not decide about %s', (_name, settings, message) => {
    expect(problemIn(settings)).toMatch(message);
  });

  it.each([
    ['no JSON', '{ "failOn": fail }', /no valid JSON: /],
    ['a mistake in line 3', `{\n "plan": "pro",\n "x" "${KEY}" }`, /line 3/],
    ['nothing', '', /no valid JSON/],
    ['a list', '[]', /one JSON object/],
    ['null', 'null', /one JSON object/],
  ])('is refused when it holds %s, and nothing of it is quoted', (_name, text, message) => {
    const parsed = parseConfig(text, 'c.json', true);
    const problem = parsed.ok ? '' : `${parsed.problem.message} ${parsed.problem.fix}`;
    expect(problem).toMatch(message);
    expect(problem).not.toContain(KEY);
  });

  it('has a __proto__ that changes nothing', () => {
    expect(problemIn('{"__proto__": {"failOn": "warn"}}')).toMatch(
      /"__proto__" that does not exist/,
    );
  });
});

describe('a config file that was only found', () => {
  it.each([
    ['the base URL', { baseUrl: 'https://api.lusha.com' }, /sets "baseUrl".*LUSHA_BASE_URL/s],
    ['the proxy', { proxy: 'http://proxy.example:3128' }, /sets "proxy".*HTTPS_PROXY/s],
    ['to use no proxy', { proxy: 'none' }, /sets "proxy"/],
    ['whom to trust', { ca: 'ca.pem' }, /sets "ca".*NODE_EXTRA_CA_CERTS/s],
    ['it beside what is harmless', { timeout: 5, baseUrl: 'http://127.0.0.1:1' }, /sets "baseUrl"/],
    ['it in a way that is wrong anyway', { baseUrl: 7 }, /sets "baseUrl"/],
  ])('does not decide %s', (_name, settings, message) => {
    const parsed = parseConfig(JSON.stringify(settings), '../c.json', false);
    if (parsed.ok) throw new Error('it was taken');
    const { code, message: what, fix, exitCode } = parsed.problem;
    expect({ code, exitCode }).toEqual({ code: 'found-config-decides', exitCode: 2 });
    expect(`${what} ${fix}`).toMatch(message);
    expect(fix).toContain('--config ../c.json');
  });

  it.each(
    GOOD.filter(([, settings]) => !['baseUrl', 'proxy', 'ca'].some((name) => name in settings)),
  )('may set %s', (_name, settings) => {
    const parsed = parseConfig(JSON.stringify(settings), 'c.json', false);
    expect(parsed).toEqual({ ok: true, value: settings });
  });
});

function problemIn(settings: object | string): string {
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings);
  const parsed = parseConfig(text, 'c.json', true);
  return parsed.ok ? 'no problem' : `${parsed.problem.message} ${parsed.problem.fix}`;
}
