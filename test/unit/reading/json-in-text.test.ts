import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  jsonObjectIn,
  jsonObjectOf,
  jsonObjectsIn,
} from '../../../src/reading/matches/json-in-text.ts';

const SAYS = { statusCode: 401, message: 'Invalid API key' };

describe('the object of a text', () => {
  it.each([
    ['JSON among words', 'got {"statusCode":401,"message":"Invalid API key"} from it'],
    ['pretty JSON', `body:\n${JSON.stringify(SAYS, null, 2)}\nend`],
    ['escaped once', String.raw`err="{\"statusCode\":401,\"message\":\"Invalid API key\"}"`],
    ['a cell of a CSV file', 'a,b,"{""statusCode"":401,""message"":""Invalid API key""}"'],
    ['a Python dictionary', "{'statusCode': 401, 'message': 'Invalid API key'}"],
    ['an object as Node prints it', "data: { statusCode: 401, message: 'Invalid API key' }"],
    ['a Ruby hash', '{"statusCode"=>401, "message"=>"Invalid API key"}'],
    ['an Elixir map', '%{"statusCode" => 401, "message" => "Invalid API key"}'],
    ['curly quotes', '{“statusCode”: 401, “message”: “Invalid API key”}'],
    ['a trailing comma', '{"statusCode": 401, "message": "Invalid API key",}'],
    ['quoted by a mail program', '{"statusCode":401,"message":"Invalid\n> API key"}'],
    ['without its end', 'x {"statusCode":401,"message":"Invalid API key'],
    [
      'truncated by Guzzle',
      '{"statusCode":401,"message":"Invalid API key (truncated...)\n in /app/x',
    ],
    [
      'after what was sent',
      'sent {"contacts":[{"id":"1"}]}, got {"statusCode":401,"message":"Invalid API key"}',
    ],
    ['before a config', '{"statusCode":401,"message":"Invalid API key"} {"timeout":429}'],
    ['after code', 'if (x) { fail() } {"statusCode":401,"message":"Invalid API key"}'],
  ])('%s', (_, text) => {
    expect(jsonObjectIn(text)).toEqual(SAYS);
  });

  it('is read out of a whole error as Node prints it', () => {
    const error: Record<string, unknown> = {
      code: 'ERR_BAD_REQUEST',
      config: { transform: [function named() {}], timeout: undefined, body: Buffer.from('abc') },
      response: { status: 401, headers: new Map(), data: SAYS },
    };
    error['self'] = error;
    expect(jsonObjectIn(inspect(error, { depth: 5 }))).toMatchObject({
      code: 'ERR_BAD_REQUEST',
      response: { status: 401, data: SAYS },
    });
  });

  it.each([
    ['no object', 'nothing here'],
    ['code', 'function f() { return null; }'],
    ['a template', 'curl -H "api_key: ${LUSHA_API_KEY}" {id}'],
    ['a brace alone', 'error: {'],
    ['nesting out of all reason', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
  ])('is none in %s', (_, text) => {
    expect(jsonObjectIn(text)).toBeNull();
    expect(jsonObjectOf(text)).toBeNull();
  });

  it('comes with its place', () => {
    const text = 'a {"b":1} c {"d":{"e":2}} f';
    expect(jsonObjectsIn(text).map(({ at, end }) => text.slice(at, end))).toEqual([
      '{"b":1}',
      '{"d":{"e":2}}',
    ]);
  });

  it('is looked for in any text without an exception', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '\\',
      ':',
      ',',
      'a',
      ' ',
      '\n> ',
      '=>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
        jsonObjectsIn(parts.join(''));
        jsonObjectOf(parts.join(''));
      }),
      { numRuns: 500 },
    );
  });

  it('survives JSON of any value in any words', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
        expect(jsonObjectIn(`words ${JSON.stringify(value)} words`)).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });
});
