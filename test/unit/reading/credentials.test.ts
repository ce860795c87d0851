import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCredentials } from '../../../src/redact/credentials.ts';
import { placementIn, placementOf } from '../../../src/reading/matches/placement.ts';

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
    [`url?next=api_key%3D${KEY}`, 'url?next=api_key%3D[masked]'],
    [`{"api_key":["${KEY}"]}`, '{"api_key":["[masked]"]}'],
    ['["api_key", "plainsecret1"]', '["api_key", "[masked]"]'],
    ['api_key -> sekrit-value', 'api_key -> [masked]'],
    [`key_${KEY}`, 'key_[masked]'],
    [`no key ${KEY}x here`, 'no key [masked] here'],
    [`no key ${KEY.slice(0, -1)} here`, 'no key [masked] here'],
    [`unknown key: ${KEY.replaceAll('-', '')}`, 'unknown key: [masked]'],
    ['db pwd=hunter22x', 'db pwd=[masked]'],
    ['?X-Amz-Signature=9f86d081&x=1', '?X-Amz-Signature=[masked]&x=1'],
    ['sent Cookie: a=b1c2; d=e3f4 and 401', 'sent Cookie: a=[masked] and 401'],
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
    'used tokens: 429, token -> 401',
    'max_tokens=500',
    'signature_version=4',
    'PWD=/srv/app',
    '["api_key","authorization","content-type"]',
    '{"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}',
    'traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    'request 4bf92f3577b34da6a3ce929d0e0e4736 failed',
    'sk-learn 1.4, task-1234567890123456789',
    'pid 429, port 443, 503 ms, 2026-11-23T14:00:01.429Z',
  ])('leaves %j as it is', (text) => {
    expect(maskCredentials(text)).toBe(text);
  });

  it('finds a value again where nothing announces it', () => {
    const text = 'api_key: k3y-with-odd-shape\n\n<p>no such key k3y-with-odd-shape</p>';
    expect(maskCredentials(text)).toBe('api_key: [masked]\n\n<p>no such key [masked]</p>');
  });

  it.each([
    ['OpenAI', /^sk-(?:proj-)?[A-Za-z0-9]{20,40}1$/],
    ['Stripe', /^(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,30}$/],
    ['GitHub', /^gh[pousr]_[A-Za-z0-9]{36}$/],
    ['Slack', /^xox[bp]-\d{10,12}-[A-Za-z0-9]{10,24}$/],
    ['AWS', /^A(?:K|S)IA[A-Z0-9]{16}$/],
    ['SendGrid', /^SG\.[\w-]{22}\.[\w-]{43}$/],
    ['JWT', /^eyJ[\w-]{10,40}\.eyJ[\w-]{10,60}\.[\w-]{20,43}$/],
    ['a key with a character more', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}[a-z]$/],
  ])('takes a bare secret of %s out of any text', (_, shape) => {
    const around = fc.constantFrom<(secret: string) => string>(
      (secret) => `ERROR 429 for ${secret} end`,
      (secret) => JSON.stringify({ status: 401, args: [secret] }),
      (secret) => JSON.stringify(JSON.stringify({ note: secret })),
      (secret) => `(${secret})`,
      (secret) => `x=${secret}&y=1`,
    );
    fc.assert(
      fc.property(fc.stringMatching(shape), around, (secret, put) => {
        expect(maskCredentials(put(secret))).not.toContain(secret);
      }),
    );
  });

  it('leaves statuses, times, ports, prices and ids of traces as they are', () => {
    const harmless = fc.oneof(
      fc.integer({ min: 100, max: 599 }).map((status) => `status ${status}`),
      fc.integer({ min: 1, max: 65_535 }).map((port) => `10.0.0.1:${port}`),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map(String),
      fc.integer({ min: 1, max: 99_999 }).map((cents) => `$${(cents / 100).toFixed(2)}`),
      fc.stringMatching(/^[\da-f]{32}$/).map((id) => `trace_id=${id}`),
      fc.uuid().map((id) => `"requestId":"${id}"`),
    );
    fc.assert(
      fc.property(fc.array(harmless, { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        expect(maskCredentials(text)).toBe(text);
      }),
      { numRuns: 300 },
    );
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
      (value) => `next=api_key%3D${value}`,
      (value) => `api_key -> ${value}`,
      (value) => JSON.stringify({ api_key: [value] }),
      (value) => JSON.stringify({ rawHeaders: ['api_key', value] }),
      (value) => `GET / 401 Cookie: a=b; session=${value}; c=d`,
      (value) => `https://b.example/?X-Amz-Signature=${value}`,
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
    ['{"api_key":["[masked]"]}', 'api_key'],
    ['rawHeaders: ["x-api-key", "[masked]"]', 'x-api-key'],
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
