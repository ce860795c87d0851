import { describe, expect, it } from 'vitest';
import { curlLine, type CurlRequest } from '../../../src/request/curl.ts';

const KEY = { variable: 'LUSHA_API_KEY', header: 'api_key', scheme: '' };
const base: CurlRequest = {
  method: 'GET',
  url: 'https://api.lusha.com/v3/account/usage',
  headers: {},
  body: undefined,
  key: KEY,
};

describe('curlLine', () => {
  it.each<[string, Partial<CurlRequest>, string]>([
    [
      'a GET',
      {},
      `printf 'api_key: %s\\n' "$LUSHA_API_KEY" | curl -sS -i -H @- https://api.lusha.com/v3/account/usage`,
    ],
    ['no key', { key: null }, 'curl -sS -i https://api.lusha.com/v3/account/usage'],
    [
      'a Bearer token of another variable',
      { key: { variable: 'K', header: 'Authorization', scheme: 'Bearer ' } },
      `printf 'Authorization: Bearer %s\\n' "$K" | curl -sS -i -H @- https://api.lusha.com/v3/account/usage`,
    ],
    [
      'a body',
      { method: 'POST', body: '{"a":"it\'s"}', key: null },
      `curl -sS -i --data-raw '{"a":"it'\\''s"}' https://api.lusha.com/v3/account/usage`,
    ],
    [
      'another method',
      { method: 'DELETE', key: null },
      'curl -sS -i -X DELETE https://api.lusha.com/v3/account/usage',
    ],
    [
      'HEAD',
      { method: 'HEAD', key: null },
      'curl -sS -i -I https://api.lusha.com/v3/account/usage',
    ],
    [
      'no proxy',
      { proxy: 'none', key: null },
      `curl -sS -i --noproxy '*' https://api.lusha.com/v3/account/usage`,
    ],
    [
      'a proxy and a CA',
      { proxy: 'http://p:1', ca: 'my ca.pem', key: null },
      `curl -sS -i --proxy http://p:1 --cacert 'my ca.pem' https://api.lusha.com/v3/account/usage`,
    ],
  ])('writes %s', (_what, part, line) => {
    expect(curlLine({ ...base, ...part })).toBe(line);
  });

  it('keeps the key out of the arguments of curl', () => {
    const [pipe = '', curl = ''] = curlLine(base).split(' | ');
    expect(pipe).toContain('$LUSHA_API_KEY');
    expect(curl).not.toContain('LUSHA_API_KEY');
  });
});
