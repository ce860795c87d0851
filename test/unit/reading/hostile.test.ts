import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/evidence/facts.ts';
import { readPasted } from '../../../src/reading/from-text.ts';

const PIECES = [
  'HTTP/1.1 403 Forbidden\n',
  'HTTP/2 200\n',
  'content-type: application/json\n',
  '\n',
  '> GET /v3/account/usage HTTP/1.1\n',
  '> CONNECT api.lusha.com:443 HTTP/1.1\n',
  '< HTTP/1.1 407 x\n',
  '* Connected to api.lusha.com (192.0.2.7) port 443\n',
  "* Uses proxy env variable HTTPS_PROXY == 'http://x'\n",
  '*  start date: never\n',
  'curl: (56) ',
  'CONNECT tunnel failed, response 999',
  'curl https://[ -H "api_key: x"\n',
  '{"statusCode":401,"message":',
  '{"results":[{"error":{"code":"NOT_FOUND"}}]}',
  '"',
  "'",
  'ECONNREFUSED ',
  'api_key: ',
  'Authorization: Bearer ',
  'https://api.lusha.com/%%%',
  'POST https://',
  '<html><title>403',
  '\0\u001B[2J\u202E',
];

/** Runs of one piece, as long as what is read of a text. */
const LONG_RUNS = [
  'a',
  '"',
  '{',
  '[',
  '<',
  ' ',
  '\n',
  '403 ',
  'api_key:"',
  '-H "api_key: ',
  'https://a/',
  'AB_CD ',
  '* A\n',
  '<form ',
  'HTTP/1.1 200 OK\n',
];

describe('readPasted', () => {
  it('is total: any text has a reading, and every reading has facts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 20 })
        .map((parts) => parts.join('')),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const { kind, entries } = readPasted(pasted);
        expect(entries.length === 0).toBe(kind === 'nothing');
        for (const { exchange, facts } of entries) {
          expect(exchange.door).toBe('pasted');
          factsOf(exchange, { extra: facts });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never keeps a credential, wherever the text has it', () => {
    const place = fc.constantFrom<(key: string) => string>(
      (key) => `curl -i https://api.lusha.com/v3/account/usage -H 'api_key: ${key}'`,
      (key) =>
        `> GET /v3/account/usage?api_key=${key} HTTP/1.1\n> Authorization: Bearer ${key}\n> `,
      (key) => `GET /v3/account/usage HTTP/1.1\nAuthorization: ${key}\n`,
      (key) => `Error: connect ECONNREFUSED {"headers":{"api_key":"${key}"}}`,
      (key) => `TypeError: Headers.append: "${key}" is an invalid header value. ByteString`,
      (key) => `* Uses proxy env variable HTTPS_PROXY == 'http://u:${key}@proxy.example'`,
    );
    const answer = fc.constantFrom<(key: string) => string>(
      () => '',
      (key) =>
        `HTTP/1.1 401 Unauthorized\nx-echo: ${key}\n\n{"statusCode":401,"message":"unknown ${key}"}`,
      (key) => `< HTTP/1.1 401 Unauthorized\n< set-cookie: a=${key}\n< \n<html>${key}`,
      () => 'curl: (7) Failed to connect to api.lusha.com port 443: Connection refused',
    );
    const key = fc.oneof(
      fc.uuid(),
      fc.stringMatching(/^[A-Za-z0-9+_.-]{9,60}$/).map((text) => `9${text}`),
    );
    fc.assert(
      fc.property(key, place, answer, (secret, ask, reply) => {
        const reading = readPasted(`${ask(secret)}\n${reply(secret)}`);
        expect(JSON.stringify(reading)).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });

  it.each(LONG_RUNS)('gets through a mebibyte of %j', (piece) => {
    const text = piece.repeat(Math.ceil(1_048_576 / piece.length));
    const { entries } = readPasted(text);
    expect(entries.length).toBeLessThanOrEqual(50);
  });
});
