import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/model/secret.ts';
import { seal, type UnsealedRequest } from '../../../src/probe/credential.ts';

const KEY = 'f4c1d2aa-7a11-4bd5-9e0d-5ec2e7000001';

function request(more: Partial<UnsealedRequest> = {}): UnsealedRequest {
  return {
    method: 'GET',
    url: new URL('https://api.lusha.com/v3/account/usage?page=1'),
    headers: { accept: 'application/json' },
    key: new Secret(KEY),
    keyPlacement: 'api_key',
    ...more,
  };
}

describe('seal', () => {
  it('puts the key into its header and tells names only', () => {
    const sealed = seal(request());
    expect(sealed).toMatchObject({
      ok: true,
      value: {
        headers: [
          ['accept', 'application/json'],
          ['api_key', KEY],
        ],
        carriesKey: true,
        sent: {
          origin: 'https://api.lusha.com',
          path: '/v3/account/usage?page=1',
          headerNames: ['host', 'accept', 'api_key'],
          keyPlacement: 'api_key',
          bodyBytes: 0,
        },
      },
    });
    expect(sealed.ok && inspect(sealed.value.sent)).not.toContain(KEY);
  });

  it('replaces a header of the same name, however it is spelled', () => {
    const sealed = seal(request({ headers: { API_KEY: 'other' } }));
    expect(sealed.ok && sealed.value.headers).toEqual([['api_key', KEY]]);
  });

  it('without a key there is no placement', () => {
    const { key: _key, ...keyless } = request();
    const sealed = seal(keyless);
    expect(sealed.ok && sealed.value.sent.keyPlacement).toBe('none');
    expect(sealed.ok && sealed.value.carriesKey).toBe(false);
  });

  it.each([
    ['/x?api_key=abc&b=1', '/x?api_key=[masked]&b=1'],
    ['/x?a=1&Token=abc', '/x?a=1&Token=[masked]'],
    ['/x/jane@contoso.com', '/x/[e-mail]'],
    ['/x?monkey=1', '/x?monkey=1'],
  ])('what is told of %s is %s', (path, told) => {
    const sealed = seal(request({ url: new URL(path, 'https://api.lusha.com') }));
    expect(sealed.ok && sealed.value.sent.path).toBe(told);
  });

  it.each([
    `/x/${KEY}/y`,
    `/x?id=${KEY.toUpperCase()}`,
    `/x?id=${KEY.replaceAll('-', '')}`,
    `/x?id=${Buffer.from(KEY).toString('base64url')}`,
    `/x/${KEY.replace('f', '%66').replace('-', '%2D')}`,
  ])('refuses a key in the URL: %s', (path) => {
    const sealed = seal(request({ url: new URL(path, 'https://api.lusha.com') }));
    expect(sealed).toMatchObject({ ok: false, failure: { code: 'KEY_IN_URL' } });
  });

  it.each([
    [{ 'bad name': '1' }, 'ERR_INVALID_HTTP_TOKEN'],
    [{ 'x-bad': 'a\nb' }, 'ERR_INVALID_CHAR'],
  ])('refuses the header %j', (headers, code) => {
    const sealed = seal(request({ headers }));
    expect(sealed).toMatchObject({ ok: false, failure: { kind: 'header-refused', code } });
  });

  it('any key is either sent unchanged or refused without being quoted', () => {
    const text = fc.string({ unit: 'binary', minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(text, (key) => {
        const sealed = seal(request({ key: new Secret(key) }));
        if (sealed.ok) expect(sealed.value.headers.at(-1)).toEqual(['api_key', key]);
        else expect(inspect(sealed.failure)).not.toContain(key);
        expect(sealed.ok).toBe(/^[\t\x20-\x7e\x80-\xff]*$/.test(key));
      }),
    );
  });
});
