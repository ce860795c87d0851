import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../../src/commands/probe-endpoint/request/address.ts';
import { endpointOf } from '../../../../src/commands/probe-endpoint/request/readings.ts';
import { mayBeSent } from '../../../../src/commands/probe-endpoint/spending.ts';
import { ENDPOINTS } from '../../../../src/knowledge/endpoints.ts';
import type { Endpoint } from '../../../../src/model/endpoint.ts';

const RISKY = ENDPOINTS.filter(
  ({ cost, never, host }) => host === undefined && (cost.kind !== 'free' || never !== undefined),
);
const FREE = ENDPOINTS.filter(
  ({ cost, never, host }) => host === undefined && cost.kind === 'free' && never === undefined,
);

const filled = ({ path }: Endpoint) => path.replaceAll(/\{[^}]*\}/g, '17').replace(/\/$/, '');
const last = (path: string) => path.lastIndexOf('/') + 1;
const at = (path: string, index: number, text: string) =>
  path.slice(0, index) + text + path.slice(index);

const escaped = (unit: string) => Buffer.from(unit).toString('hex').replaceAll(/../g, '%$&');

/** Ways to spell a path that some router takes for the path itself. */
const SPELLINGS: Readonly<Record<string, (path: string) => string>> = {
  'a blank behind it': (path) => `${path}%20`,
  'a blank and a query behind it': (path) => `${path}%20?x=1`,
  'a NUL behind it': (path) => `${path}%00`,
  'a NUL and more behind it': (path) => `${path}%00.txt`,
  'an extension': (path) => `${path}.json`,
  'a long extension': (path) => `${path}.geojson`,
  'a slash behind it': (path) => `${path}/`,
  'an escaped slash behind it': (path) => `${path}%2f`,
  'a slash escaped twice behind it': (path) => `${path}%252f`,
  'more behind it': (path) => `${path}/anything/else`,
  'a dot behind it': (path) => `${path}.`,
  'a tilde behind it': (path) => `${path}~`,
  'a quote behind it': (path) => `${path}'`,
  'a comma and more behind it': (path) => `${path},x`,
  parameters: (path) => `${path};jsessionid=1`,
  'an encoded question mark': (path) => `${path}%3Fx=1`,
  'a question mark encoded twice': (path) => `${path}%253Fx=1`,
  'an encoded hash': (path) => `${path}%23x`,
  'two slashes': (path) => at(path, last(path), '/'),
  'a dot between slashes': (path) => at(path, last(path), './'),
  'a detour': (path) => at(path, last(path), 'x/../'),
  'an escaped detour': (path) => at(path, last(path), 'x/%2e%2e/'),
  'a detour escaped twice': (path) => at(path, last(path), 'x/%252e%252e/'),
  'an escaped letter': (path) => path.replace(/.$/, escaped),
  'a letter escaped twice': (path) =>
    path.replace(/.$/, (unit) => escaped(unit).replaceAll('%', '%25')),
  'upper case': (path) => path.toUpperCase(),
  'a backslash': (path) => `${path.slice(0, last(path) - 1)}%5c${path.slice(last(path))}`,
  'full-width letters': (path) =>
    path.replace(/[a-z]$/, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0)),
  'a tab behind it': (path) => `${path}%09`,
  'a line break behind it': (path) => `${path}%0d%0a`,
};

function isSent(method: string, path: string): boolean {
  const address = addressOf([method, path], [], method === 'POST');
  if (!address.ok) return false;
  const { endpoint } = address.value;
  const body = method === 'POST' ? { text: '{"a":1}', json: { a: 1 } } : undefined;
  const request = {
    kind: 'own',
    method,
    path,
    headers: {},
    body,
    key: 'send',
    endpoint,
    inPlaceOf: null,
  } as const;
  return mayBeSent(request, { maxCredits: 0, simulated: false }).ok;
}

describe('a path that could be charged or must never be sent', () => {
  it.each(Object.entries(SPELLINGS))('is known with %s', (_how, spell) => {
    expect(RISKY.length).toBeGreaterThan(20);
    const missed = RISKY.filter((endpoint) => {
      const { method } = endpoint;
      // A body that is not empty makes these harmless.
      if (endpoint.never === 'empty-body' && endpoint.cost.kind === 'free') return false;
      return isSent(method, spell(filled(endpoint)));
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it('is known however these are combined', () => {
    const gets = RISKY.filter(({ method }) => method === 'GET');
    const spell = fc.constantFrom(...Object.values(SPELLINGS));
    fc.assert(
      fc.property(fc.constantFrom(...gets), spell, spell, (endpoint, inner, outer) => {
        expect(isSent('GET', outer(inner(filled(endpoint))))).toBe(false);
        expect(isSent('HEAD', outer(inner(filled(endpoint))))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a free path', () => {
  it('stays what it is', () => {
    for (const endpoint of FREE) {
      const match = endpointOf(endpoint.method, filled(endpoint));
      expect([endpoint.id, match.kind]).toEqual([endpoint.id, 'found']);
      if (match.kind === 'found') expect(match.endpoint.cost.kind).toBe('free');
    }
  });

  it.each(['/v9/nothing/here', '/', '/health', '/v3/account/usage2'])(
    'that nobody knows can be read: %s',
    (path) => {
      expect(isSent('GET', path)).toBe(true);
    },
  );
});
