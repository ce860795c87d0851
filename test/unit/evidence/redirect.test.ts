import { expect, it } from 'vitest';
import { redirectOf } from '../../../src/evidence/redirect.ts';

const REQUEST = { origin: 'https://api.lusha.com', path: '/v3/account/usage?x=1' };

it.each([
  [
    'https://api.lusha.com/v3/account/usage/',
    'same-origin',
    'https://api.lusha.com/v3/account/usage/',
  ],
  ['/v3/other?api_key=abc', 'same-origin', 'https://api.lusha.com/v3/other'],
  ['other', 'same-origin', 'https://api.lusha.com/v3/account/other'],
  ['https://example.com/v3', 'cross-origin', 'https://example.com/v3'],
  ['https://api.lusha.com:8443/v3', 'cross-origin', 'https://api.lusha.com:8443/v3'],
  ['//example.com/', 'cross-origin', 'https://example.com/'],
  ['http://api.lusha.com/v3', 'to-clear-text', 'http://api.lusha.com/v3'],
  ['http://portal.example/login?u=1', 'to-login', 'http://portal.example/login'],
  ['https://sso.example/', 'to-login', 'https://sso.example/'],
  ['https://example.com/adfs/ls', 'to-login', 'https://example.com/adfs/ls'],
  ['https://example.com/blogin', 'cross-origin', 'https://example.com/blogin'],
  ['javascript:alert(1)', 'unusable', 'javascript:alert(1)'],
  ['http://[::1', 'unusable', 'http://[::1'],
])('calls "%s" %s', (location, kind, to) => {
  expect(redirectOf(location, REQUEST)).toEqual({ kind, to });
});

it('cannot use a location that is missing or endless', () => {
  expect(redirectOf(null, REQUEST)).toEqual({ kind: 'unusable', to: null });
  expect(redirectOf(`https://example.com/${'x'.repeat(5000)}`, REQUEST).kind).toBe('unusable');
});

it('takes an unknown request to have gone to the API', () => {
  expect(redirectOf('https://api.lusha.com/v3').kind).toBe('same-origin');
  expect(redirectOf('/v3', { origin: 'http://127.0.0.1:9', path: '/' }).to).toBe(
    'http://127.0.0.1:9/v3',
  );
});

it('is total for an origin that is none', () => {
  expect(redirectOf('/x', { origin: 'nonsense' }).kind).toBe('unusable');
});

it('does not take a path with two slashes for another host', () => {
  const request = { origin: 'https://api.lusha.com', path: '//v3/account/usage' };
  expect(redirectOf('/v3/account/usage', request)).toEqual({
    kind: 'same-origin',
    to: 'https://api.lusha.com/v3/account/usage',
  });
});
