import { describe, expect, it } from 'vitest';
import {
  chooseProxy,
  type ProxyDecision,
  type ProxyQuestion,
} from '../../../src/probe/proxy/proxy-settings.ts';
import { maskProxyUrl, parseProxyUrl } from '../../../src/probe/proxy/proxy-url.ts';

const LUSHA = 'https://api.lusha.com';
const PROXY = 'http://proxy.example:3128';

function decided(
  env: ProxyQuestion['env'],
  {
    target = LUSHA,
    node = '20.20.2',
    ...more
  }: Partial<Omit<ProxyQuestion, 'target'>> & { target?: string } = {},
): ProxyDecision {
  const decision = chooseProxy({ env, target: new URL(target), node, ...more });
  if (!decision.ok) throw new Error(decision.problem.message);
  return decision.value;
}

/** The proxy in short: `source url`, or `none`. */
function way({ choice }: ProxyDecision): string {
  if (choice.kind === 'none') return 'none';
  return `${choice.source} ${choice.kind === 'proxy' ? choice.url.href : `unusable: ${choice.text}`}`;
}

describe('the way to a target', () => {
  it.each<[string, ProxyQuestion['env'], string, string]>([
    ['no variables', {}, LUSHA, 'none'],
    ['the variable for https', { HTTPS_PROXY: PROXY }, LUSHA, `HTTPS_PROXY ${PROXY}/`],
    ['lower case', { https_proxy: PROXY }, LUSHA, `https_proxy ${PROXY}/`],
    [
      'lower case first',
      { https_proxy: PROXY, HTTPS_PROXY: 'http://b:1' },
      LUSHA,
      `https_proxy ${PROXY}/`,
    ],
    [
      'an empty one does not count',
      { https_proxy: ' ', HTTPS_PROXY: PROXY },
      LUSHA,
      `HTTPS_PROXY ${PROXY}/`,
    ],
    ['the variable for http does not serve https', { HTTP_PROXY: PROXY }, LUSHA, 'none'],
    ['the variable for all', { ALL_PROXY: PROXY }, LUSHA, `ALL_PROXY ${PROXY}/`],
    [
      'the particular before the general',
      { all_proxy: 'http://b:1', HTTPS_PROXY: PROXY },
      LUSHA,
      `HTTPS_PROXY ${PROXY}/`,
    ],
    ['clear text', { http_proxy: PROXY }, 'http://portal.test', `http_proxy ${PROXY}/`],
    ['no scheme', { HTTPS_PROXY: 'proxy.example:3128' }, LUSHA, `HTTPS_PROXY ${PROXY}/`],
    [
      'SOCKS is passed on, to be refused',
      { ALL_PROXY: 'socks5://p:1080' },
      LUSHA,
      'ALL_PROXY socks5://p:1080',
    ],
    ['no usable URL', { HTTPS_PROXY: 'http://[' }, LUSHA, 'HTTPS_PROXY unusable: http://['],
    [
      'a number sign in the password',
      { HTTPS_PROXY: 'http://me:pa#ss@p:1' },
      LUSHA,
      'HTTPS_PROXY unusable: http://•••@p:1',
    ],
    [
      'a slash in the password',
      { HTTPS_PROXY: 'http://me/pa:ss@p:1' },
      LUSHA,
      'HTTPS_PROXY unusable: http://•••@p:1',
    ],
    [
      'a scheme without its colon',
      { HTTPS_PROXY: 'http//p:1' },
      LUSHA,
      'HTTPS_PROXY unusable: http//p:1',
    ],
    [
      'an unusable one that the target is exempt from',
      { HTTPS_PROXY: 'http://[', NO_PROXY: 'lusha.com' },
      LUSHA,
      'none',
    ],
    ['an exemption', { HTTPS_PROXY: PROXY, NO_PROXY: 'lusha.com' }, LUSHA, 'none'],
    [
      'an exemption of something else',
      { HTTPS_PROXY: PROXY, no_proxy: 'example.com' },
      LUSHA,
      `HTTPS_PROXY ${PROXY}/`,
    ],
    ['127.0.0.1', { HTTPS_PROXY: PROXY, ALL_PROXY: PROXY }, 'https://127.0.0.1:1', 'none'],
    ['localhost', { HTTP_PROXY: PROXY }, 'http://localhost:1', 'none'],
    ['[::1]', { HTTP_PROXY: PROXY }, 'http://[::1]:1', 'none'],
  ])('%s', (_what, env, target, expected) => {
    expect(way(decided(env, { target }))).toBe(expected);
  });

  it.each([
    ['http://p:1', LUSHA, '--proxy http://p:1/'],
    ['p:1', LUSHA, '--proxy http://p:1/'],
    ['none', LUSHA, 'none'],
    [' NONE ', LUSHA, 'none'],
    ['http://p:1', 'https://127.0.0.1:1', '--proxy http://p:1/'],
    ['http://p:1', 'http://127.0.0.1:1', 'none'],
  ])('--proxy %s for %s wins over variables and exemptions', (option, target, expected) => {
    const env = { HTTPS_PROXY: 'http://env:1', NO_PROXY: '*' };
    expect(way(decided(env, { option, target }))).toBe(expected);
  });

  it.each(['', 'http://', '::', 'http://p:99999'])('--proxy "%s" is wrong usage', (option) => {
    const decision = chooseProxy({ env: {}, option, target: new URL(LUSHA), node: '20.20.2' });
    expect(decision).toMatchObject({ ok: false, problem: { code: 'bad-proxy', exitCode: 2 } });
  });

  it('says why there is no proxy', () => {
    const env = { HTTPS_PROXY: PROXY, no_proxy: 'x, .Lusha.com' };
    const { choice } = decided(env);
    expect(choice).toMatchObject({ kind: 'none', because: expect.stringContaining('.Lusha.com') });
  });
});

describe('findings about the environment', () => {
  const fine = { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: PROXY };
  const modern = { node: '24.5.0' };

  it.each<[string, ProxyQuestion['env'], string[]]>([
    ['nothing at all', {}, []],
    ['a proxy that every client obeys', fine, []],
    ['verification off', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, ['tls-verification-off']],
    ['verification on', { NODE_TLS_REJECT_UNAUTHORIZED: '1' }, []],
    ['credentials', { ...fine, HTTPS_PROXY: 'http://u:p@p:1' }, ['proxy-credentials-in-url']],
    [
      'two spellings that differ',
      { ...fine, https_proxy: 'http://b:1' },
      ['proxy-variables-differ'],
    ],
    ['two spellings alike', { ...fine, https_proxy: PROXY }, []],
    ['two exemptions that differ', { NO_PROXY: 'a', no_proxy: 'b' }, ['proxy-variables-differ']],
    [
      'a URL that only curl takes',
      { ...fine, HTTPS_PROXY: 'proxy:3128' },
      ['proxy-without-scheme'],
    ],
    ['blanks', { ...fine, NO_PROXY: 'a.example b.example' }, ['no-proxy-blanks']],
    ['blanks after commas', { ...fine, NO_PROXY: 'a.example, b.example' }, []],
    ['a URL as exemption', { ...fine, NO_PROXY: 'https://api.lusha.com' }, ['no-proxy-typo']],
    ['semicolons', { ...fine, NO_PROXY: 'a.example;api.lusha.com' }, ['no-proxy-typo']],
    ['quotes', { ...fine, NO_PROXY: '"api.lusha.com"' }, ['no-proxy-typo']],
    ['a star in the middle', { ...fine, NO_PROXY: 'api.*.com' }, ['no-proxy-typo']],
    ['a path', { ...fine, NO_PROXY: 'api.lusha.com/v3' }, ['no-proxy-typo']],
    ['a letter missing', { ...fine, NO_PROXY: 'api.lusha.co' }, ['no-proxy-typo']],
    ['a letter wrong', { ...fine, NO_PROXY: 'api.lusha.con' }, ['no-proxy-typo']],
    ['letters swapped', { ...fine, NO_PROXY: 'api.lsuha.com' }, ['no-proxy-typo']],
    ['a letter too many', { ...fine, NO_PROXY: 'api.lushaa.com' }, ['no-proxy-typo']],
    ['a variable of that name by mistake', { ...fine, NOPROXY: 'lusha.com' }, ['no-proxy-typo']],
    ['a typo that does no harm', { ...fine, NO_PROXY: 'api.lusha.con,lusha.com' }, []],
    ['other names and networks', { ...fine, NO_PROXY: '10.0.0.0/8,.example.com,::1/128' }, []],
  ])('%s', (_what, env, findings) => {
    expect(decided(env, modern).findings).toEqual(findings);
  });

  it.each([
    ['20.20.2', { NODE_USE_ENV_PROXY: '1' }, true],
    ['22.20.0', { NODE_USE_ENV_PROXY: '1' }, true],
    ['22.21.0', { NODE_USE_ENV_PROXY: '1' }, false],
    ['22.21.0', {}, true],
    ['23.11.0', { NODE_USE_ENV_PROXY: '1' }, true],
    ['24.0.0', { NODE_USE_ENV_PROXY: '1' }, false],
    ['24.4.0', { NODE_OPTIONS: '--use-env-proxy' }, true],
    ['24.5.0', { NODE_OPTIONS: '--no-warnings --use-env-proxy' }, false],
    ['26.10.0', { NODE_USE_ENV_PROXY: '1' }, false],
    ['26.10.0', { NODE_USE_ENV_PROXY: '0' }, true],
  ])('Node %s with %j: its fetch ignores the proxy: %s', (node, env, ignored) => {
    const { findings } = decided({ HTTPS_PROXY: PROXY, ...env }, { node });
    expect(findings.includes('proxy-ignored-by-fetch')).toBe(ignored);
  });

  it('a proxy that is not used, or only asked for, is not ignored by anybody', () => {
    expect(decided({ HTTPS_PROXY: PROXY, NO_PROXY: '*' }).findings).toEqual([]);
    expect(decided({}, { option: PROXY }).findings).toEqual([]);
  });

  it.each([
    [{ NODE_EXTRA_CA_CERTS: '/x.pem' }, false, ['ca-file-unreadable']],
    [{ NODE_EXTRA_CA_CERTS: '/x.pem' }, true, []],
    [{ NODE_EXTRA_CA_CERTS: '' }, false, []],
  ])('%j with a file that can be read: %s', (env, extraCaReadable, findings) => {
    expect(decided(env, { extraCaReadable }).findings).toEqual(findings);
  });
});

describe('maskProxyUrl', () => {
  it.each([
    ['http://proxy.example:3128', 'http://proxy.example:3128'],
    ['http://user:secret@proxy.example:3128/path?x=secret', 'http://•••@proxy.example:3128'],
    ['http://:secret@proxy.example', 'http://•••@proxy.example'],
    ['socks5://user@[::1]:1080', 'socks5://•••@[::1]:1080'],
  ])('%s becomes %s', (address, masked) => {
    const url = parseProxyUrl(address);
    expect(url === undefined ? undefined : maskProxyUrl(url)).toBe(masked);
  });
});
