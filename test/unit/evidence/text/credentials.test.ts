import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCredentials } from '../../../../src/evidence/text/credentials.ts';
import { placementIn, placementOf } from '../../../../src/evidence/text/placement.ts';

const KEY = '00000000-1111-4222-8333-444444444444';

describe('maskCredentials', () => {
  it.each([
    [`api_key: ${KEY}`, 'api_key: [masked]'],
    [`> Authorization: Bearer ${KEY}`, '> Authorization: Bearer [masked]'],
    ['Proxy-Authorization: Basic dXNlcjpwYXNz', 'Proxy-Authorization: Basic [masked]'],
    ['api_key: two words of it', 'api_key: [masked]'],
    [`curl -H 'api_key: ${KEY}' -H "accept: */*"`, `curl -H 'api_key: [masked]' -H "accept: */*"`],
    ["curl -H 'x-api-key: two words' https://x", "curl -H 'x-api-key: [masked]' https://x"],
    [`{"api_key":"${KEY}","a":1}`, '{"api_key":"[masked]","a":1}'],
    [String.raw`"{\"api_key\":\"abc-1\"}"`, String.raw`"{\"api_key\":\"[masked]\"}"`],
    [`headers={'Authorization': 'Bearer abc'}`, `headers={'Authorization': 'Bearer [masked]'}`],
    ['{"name": "api_key", "value": "short"}', '{"name": "api_key", "value": "[masked]"}'],
    [`GET /x?api_key=${KEY}&a=b`, 'GET /x?api_key=[masked]&a=b'],
    ['LUSHA_API_KEY=abc node app.js', 'LUSHA_API_KEY=[masked] node app.js'],
    ['export LUSHA_API_KEY="abc def"', 'export LUSHA_API_KEY="[masked]"'],
    ['http://user:pass@proxy.example:3128', 'http://[masked]@proxy.example:3128'],
    ['curl -u user:pass https://x', 'curl -u [masked] https://x'],
    ['set-cookie: AWSALB=abcdef; Path=/', 'set-cookie: AWSALB=[masked]'],
    [`the key is ${KEY}.`, 'the key is [masked].'],
    [
      `Headers.append: "abc\n" is an invalid header value.`,
      `Headers.append: "[masked]" is an invalid header value.`,
    ],
    [
      `return character(s) in header value: 'abc\\n'`,
      `return character(s) in header value: '[masked]'`,
    ],
    [
      'Illegal character(s) in message header value: abc',
      'Illegal character(s) in message header value: [masked]',
    ],
    ['sent as bearer abcdefgh1234 by mistake', 'sent as bearer [masked] by mistake'],
    ['a bearer eyJhbGciOiJub25lIn.x.y', 'a bearer [masked]'],
  ])('turns %j into %j', (text, masked) => {
    expect(maskCredentials(text)).toBe(masked);
  });

  it.each([
    '{"statusCode":401,"error":"invalid_request","error_description":"missing Authorization header"}',
    '{"statusCode":400,"message":"Invalid API key format","error":"Bad Request"}',
    'invalid Bearer token format',
    'Bearer authentication failed',
    'token abc',
    `{"requestId":"${KEY}"}`,
    `x-request-id: ${KEY}`,
    'https://api.lusha.com/v2/person?email=someone@example.com',
    'SyntaxError: Unexpected token < in JSON at position 0',
    'access-control-allow-headers: api_key, authorization',
    'www-authenticate: Bearer realm="x"',
    'api_key=[masked]',
  ])('leaves %j as it is', (text) => {
    expect(maskCredentials(text)).toBe(text);
  });

  it('finds a value again where nothing announces it', () => {
    const text = 'api_key: k3y-with-odd-shape\n\n<p>no such key k3y-with-odd-shape</p>';
    expect(maskCredentials(text)).toBe('api_key: [masked]\n\n<p>no such key [masked]</p>');
  });

  it('leaves nothing of a credential in any of the usual places', () => {
    const key = fc.oneof(
      fc.uuid(),
      fc.stringMatching(/^[A-Za-z0-9]{10,40}$/).map((text) => `${text}7`),
    );
    const place = fc.constantFrom<(key: string) => string>(
      (value) => `api_key: ${value}`,
      (value) => `\r\nAPI_KEY:${value}\r\nhost: x`,
      (value) => `> Authorization: Bearer ${value}`,
      (value) => `Authorization: ${value}`,
      (value) => `curl -s -H "api_key: ${value}" https://api.lusha.com/v3/account/usage`,
      (value) => `curl --header 'x-api-key: ${value}'`,
      (value) => `GET https://api.lusha.com/v2/person?api_key=${value} 401`,
      (value) => JSON.stringify({ headers: { api_key: value }, message: `${value} is unknown` }),
      (value) => JSON.stringify(JSON.stringify({ apiKey: value })),
      (value) => `LUSHA_API_KEY=${value}\nInvalid API key ${value}`,
      (value) => `{'Authorization': 'Bearer ${value}'}`,
      (value) => `http://${value}:x@proxy.example`,
    );
    fc.assert(
      fc.property(key, place, fc.string(), (value, put, noise) => {
        expect(maskCredentials(`${noise}\n${put(value)}\n${noise}`)).not.toContain(value);
      }),
      { numRuns: 500 },
    );
  });
});

describe('placementIn', () => {
  it.each([
    ['api_key: [masked]', 'api_key'],
    ['Api-Key: [masked]', 'api-key'],
    ['"x-api-key": "[masked]"', 'x-api-key'],
    ["{'Authorization': 'Bearer [masked]'}", 'bearer'],
    ['Authorization: [masked]', 'authorization'],
    ['apikey: [masked]', 'apikey'],
    ['GET /v2/person?api_key=[masked]', 'query'],
    ['Authorization: Bearer [masked]\napi_key: [masked]', 'api_key'],
    ['LUSHA_API_KEY=[masked]', null],
    ['Proxy-Authorization: [masked]', null],
    ['missing Authorization header', null],
  ])('sees in %j the placement %s', (text, placement) => {
    expect(placementIn(text)).toBe(placement);
  });
});

it('knows from a whole request head when no credential was sent', () => {
  expect(placementOf([{ name: 'Accept', value: '*/*' }], '/v3')).toBe('none');
  expect(placementOf([{ name: 'api_key', value: '' }], '/v3')).toBe('none');
  expect(placementOf([{ name: 'API_KEY', value: '[masked]' }], '/v3')).toBe('api_key');
});
