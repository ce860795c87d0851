import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noProxyEntries, noProxyEntryFor } from '../../../src/probe/proxy/no-proxy.ts';

const covered = (target: string, list: string) =>
  noProxyEntryFor(new URL(target), noProxyEntries(list)) !== undefined;

describe('NO_PROXY covers', () => {
  it.each([
    ['the name itself', 'https://api.lusha.com', 'api.lusha.com'],
    ['another case of letters', 'https://api.lusha.com', 'API.Lusha.COM'],
    ['a domain', 'https://api.lusha.com', 'lusha.com'],
    ['a domain with a dot in front', 'https://api.lusha.com', '.lusha.com'],
    ['a domain with a star in front', 'https://api.lusha.com', '*.lusha.com'],
    ['a name with a dot at the end', 'https://api.lusha.com.', 'api.lusha.com'],
    ['everything', 'https://api.lusha.com', '*'],
    ['one of many', 'https://api.lusha.com', 'a.example, ,b.example,,lusha.com'],
    ['one of many between blanks', 'https://api.lusha.com', 'a.example lusha.com\tb.example'],
    ['the default port', 'https://api.lusha.com', 'lusha.com:443'],
    ['a port', 'https://api.lusha.com:8443', 'lusha.com:8443'],
    ['an address', 'https://192.0.2.7', '192.0.2.7'],
    ['a network', 'https://192.0.2.7', '192.0.2.0/24'],
    ['all addresses', 'https://192.0.2.7', '0.0.0.0/0'],
    ['an IPv6 address', 'https://[2001:db8::7]', '2001:db8::7'],
    ['an IPv6 address written in full', 'https://[2001:db8::7]', '2001:0db8:0:0:0:0:0:7'],
    ['an IPv6 address in brackets with a port', 'https://[2001:db8::7]', '[2001:db8::7]:443'],
    ['an IPv6 network', 'https://[2001:db8::7]', '2001:db8::/32'],
  ])('%s', (_what, target, list) => {
    expect(covered(target, list)).toBe(true);
  });

  it.each([
    ['nothing when empty', 'https://api.lusha.com', ''],
    ['nothing when it holds separators only', 'https://api.lusha.com', ' , ,'],
    ['no name that merely ends alike', 'https://api.notlusha.com', 'lusha.com'],
    ['no parent', 'https://lusha.com', 'api.lusha.com'],
    ['no other port', 'https://api.lusha.com', 'lusha.com:8443'],
    ['no other address', 'https://192.0.2.7', '192.0.2.70'],
    ['no other network', 'https://192.0.3.7', '192.0.2.0/24'],
    ['no other family', 'https://192.0.2.7', '::/0'],
    ['no network that cannot be', 'https://192.0.2.7', '192.0.2.0/33,192.0.2.0/x,192.0.2.0/'],
    ['no name by a network', 'https://api.lusha.com', '0.0.0.0/0'],
    ['no URL', 'https://api.lusha.com', 'https://api.lusha.com'],
    ['a lone dot', 'https://api.lusha.com', '.'],
  ])('%s', (_what, target, list) => {
    expect(covered(target, list)).toBe(false);
  });

  it('any text without throwing', () => {
    const target = new URL('https://[2001:db8::7]:8443');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129abf.:/[]*, \t-é') }), (list) => {
        expect(typeof noProxyEntryFor(target, noProxyEntries(list))).toMatch(/object|undefined/);
      }),
    );
  });
});
