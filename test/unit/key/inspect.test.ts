import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectKey } from '../../../src/key/inspect.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('a key in order', () => {
  it('has no defect and is sent as it is', () => {
    expect(inspectKey(KEY)).toEqual({
      defects: [],
      sendable: KEY,
      unsendable: null,
      repaired: null,
    });
  });

  it('may be in upper case', () => {
    expect(inspectKey(KEY.toUpperCase()).defects).toEqual([]);
  });
});

describe('a defect is named with its place and repaired where it can be', () => {
  it.each([
    // what, text, defects, position of the first, sendable?, repaired?
    ['a line feed at the end', `${KEY}\n`, ['line-break'], 37, true, true],
    ['CR LF at the end', `${KEY}\r\n`, ['line-break'], 37, true, true],
    ['a blank before', ` ${KEY}`, ['blank-around'], 1, true, true],
    ['a tab after', `${KEY}\t`, ['blank-around'], 37, true, true],
    ['straight quotes around', `"${KEY}"`, ['quotes'], 1, true, true],
    ['typographic quotes around', `\u201C${KEY}\u201D`, ['smart-quotes'], 1, false, true],
    ['a byte order mark', `\uFEFF${KEY}`, ['bom'], 1, true, true],
    [
      'a zero-width space inside',
      `${KEY.slice(0, 8)}\u200B${KEY.slice(8)}`,
      ['zero-width'],
      9,
      false,
      true,
    ],
    ['a no-break space at the end', `${KEY}\u00A0`, ['nbsp'], 37, true, true],
    [
      'a Cyrillic letter',
      KEY.replace('e', '\u0435'),
      ['look-alike', 'not-a-uuid'],
      7,
      false,
      false,
    ],
    [
      'hyphens that are not ASCII',
      KEY.replaceAll('-', '\u2011'),
      ['look-alike', 'not-a-uuid'],
      9,
      false,
      false,
    ],
    ['a blank inside', `${KEY.slice(0, 8)} ${KEY.slice(8)}`, ['blank-inside'], 9, true, true],
    [
      'the key on two lines',
      `${KEY}\n${KEY}`,
      ['several-lines', 'doubled', 'not-a-uuid'],
      37,
      false,
      true,
    ],
    ['NUL at the end', `${KEY}\0`, ['nul'], 37, false, true],
    ['a control character', `${KEY}\u0007`, ['control-character', 'not-a-uuid'], 37, false, false],
    ['the Bearer scheme before', `Bearer ${KEY}`, ['blank-inside', 'bearer-prefix'], 7, true, true],
    ['a header name before', `api_key: ${KEY}`, ['blank-inside', 'header-prefix'], 9, true, true],
    ['the key twice', `${KEY}${KEY}`, ['doubled', 'not-a-uuid'], null, true, true],
    ['a key cut short', KEY.slice(0, 30), ['truncated', 'not-a-uuid'], null, true, false],
    ['a letter outside hexadecimal', KEY.replace('3', 'g'), ['not-a-uuid'], null, true, false],
    ['a braced variable', '${LUSHA_API_KEY}', ['unexpanded-variable'], null, false, false],
    ['a plain variable', '$LUSHA_API_KEY', ['unexpanded-variable'], null, false, false],
    [
      'a template expression',
      '{{ secrets.LUSHA }}',
      ['blank-inside', 'unexpanded-variable'],
      3,
      false,
      false,
    ],
    ['a placeholder in words', 'YOUR_API_KEY', ['placeholder'], null, false, false],
    ['a placeholder of crosses', 'xxxxxxxx', ['placeholder'], null, false, false],
    ['a JSON Web Token', 'eyJhbGciOiJI.eyJzdWIiOiIx.c2ln', ['jwt'], null, false, false],
    ['a Stripe secret', 'sk_live_0000000000000000', ['other-vendor'], null, false, false],
    ['nothing', '', ['empty'], null, false, false],
    ['white space only', ' \n', ['empty'], null, false, false],
    ['100,000 characters', 'k'.repeat(100_000), ['too-long'], null, false, false],
    ['a word in Cyrillic', 'ключ', ['look-alike', 'not-a-uuid'], 1, false, false],
  ] as const)('%s', (...[, text, names, position, sent, repaired]) => {
    const seen = inspectKey(text);
    expect(seen.defects.map(({ name }) => name)).toEqual(names);
    expect(seen.defects[0]?.position ?? null).toBe(position);
    expect(seen.sendable !== null).toBe(sent);
    expect(seen.sendable === null).toBe(seen.unsendable !== null);
    expect(seen.repaired).toBe(repaired ? KEY : null);
  });
});

describe('what is wrong is said in words', () => {
  const TWICE = '72 characters, a key has 36';
  const CUT = '30 characters, a key has 36';
  it.each<readonly [string, readonly string[], string | null]>([
    [' ', ['nothing but white space'], 'it is empty'],
    ['k'.repeat(4096), ['4096 characters, a key has 36'], null],
    ['k'.repeat(4097), ['4097 characters, a key has 36'], 'it is too long'],
    [`Bearer ${KEY}`, ['the scheme "Bearer" before the key'], null],
    [`  Bearer ${KEY}`, ['the scheme "Bearer" before the key'], null],
    [`api_key: ${KEY}`, ['a header or variable name before the key'], null],
    [`${KEY}${KEY}`, ['the same key twice in a row', TWICE], null],
    [`${KEY}${KEY.replace('0', '1')}`, [TWICE], null],
    ['ab'.repeat(18), ['its hyphens are not where a key has them'], null],
    [KEY.slice(0, 30), [CUT, CUT], null],
    [`x${KEY.slice(0, 29)}`, [CUT], null],
    [`${KEY.slice(0, 29)}x`, [CUT], null],
    [`${KEY}0`, ['37 characters, a key has 36'], null],
    [
      `${KEY.slice(0, 20)}g${KEY.slice(21)}`,
      ['a character that is no hexadecimal digit at position 21'],
      null,
    ],
    ['$LUSHA', ['a variable that was not expanded'], 'it is a variable name, not a key'],
    ['YOUR_API_KEY', ['a placeholder'], 'it is a placeholder, not a key'],
    [
      'eyJhbGciOiJI.eyJzdWIiOiIx.c2ln',
      ['a JSON Web Token (OAuth access token)'],
      'it is an OAuth token, and tokens are not sent where a key belongs',
    ],
    [
      'sk_live_0000000000000000',
      ['a credential of Stripe by its prefix'],
      "it is another service's secret, which is none of Lusha's business",
    ],
    ['k\u00e9y', ['3 characters, a key has 36'], 'a header cannot hold characters outside ASCII'],
  ])('%j', (text, words, why) => {
    const { defects, unsendable } = inspectKey(text);
    const told = defects.filter(({ what }) => !/U\+[\dA-F]{4}/.test(what));
    expect(told.map(({ what }) => what)).toEqual(words);
    expect(unsendable).toBe(why);
  });
});

describe('for any text', () => {
  it('what is sent can stand in a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { sendable } = inspectKey(text);
        if (sendable !== null) expect(sendable).toMatch(/^[\t\x20-\x7E]+$/);
      }),
    );
  });

  it('a description of a defect never quotes the key', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 5 });
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const told = JSON.stringify(inspectKey(`${before}${KEY}${after}`).defects);
        expect(told).not.toContain(KEY.slice(0, 8));
        expect(told).not.toContain(KEY.slice(-12));
      }),
    );
  });
});
