import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHostile, sanitizeBlock, sanitizeLine } from '../../../src/redact/sanitize.ts';

/** Any UTF-16, lone surrogates included, with the dangerous characters far above their share. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        ...Array.from(
          '\u0000\n\r\t\u001B\u007F\u0085\u009B\u200B\u200E\u202E\u2028\u2066\uFEFF\uD83D',
        ),
      ),
      fc.constant('\r\n'),
      fc.constant('😀'),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const DANGEROUS =
  /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]|\p{Cs}/u;

describe('one line', () => {
  it.each([
    ['plain – text, ünïcode 茶 😀', 'plain – text, ünïcode 茶 😀'],
    ['\u001B[31mred\u001B[0m', '^[[31mred^[[0m'],
    ['a\r\nb\tc', 'a^M^Jb^Ic'],
    ['\u0000\u0007\u007F', '^@^G^?'],
    ['\u009B2J', '<U+009B>2J'],
    ['invoice\u202Etxt.exe', 'invoice<U+202E>txt.exe'],
    ['\u2066\u2069\u200E\u200F\u061C', '<U+2066><U+2069><U+200E><U+200F><U+061C>'],
    ['zero\u200Bwidth\uFEFF', 'zero<U+200B>width<U+FEFF>'],
    ['\u2028\u2029', '<U+2028><U+2029>'],
    ['half \uD83D pair', 'half <U+D83D> pair'],
    ['tag \u{E0041}', 'tag <U+E0041>'],
  ])('shows %j as %j', (text, expected) => {
    expect(sanitizeLine(text)).toBe(expected);
  });

  it('says how long a text was that it cut', () => {
    const line = sanitizeLine('x'.repeat(5000), 40);
    expect(line).toBe(`${'x'.repeat(16)}… (cut, 5000 characters)`);
  });

  it.each([0, 1, 10, 30])('keeps a pair of surrogates whole when it cuts at %i', (max) => {
    expect(sanitizeLine('😀'.repeat(100), max)).not.toMatch(/\p{Cs}/u);
  });

  it('never lets a dangerous character through, whatever comes in', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 0, max: 300 }), (text, max) => {
        const line = sanitizeLine(text, max);
        expect(line).not.toMatch(DANGEROUS);
        expect(line.length).toBeLessThanOrEqual(max);
        expect(sanitizeLine(line, max)).toBe(line);
      }),
    );
  });
});

describe('a block', () => {
  it('keeps line breaks, turns CR LF into one, and shows a lone CR', () => {
    expect(sanitizeBlock('a\nb\r\nc\rd\te\u001B[0m')).toBe('a\nb\nc^Md  e^[[0m');
  });

  it('lets no control but the line break through, whatever comes in', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 0, max: 300 }), (text, max) => {
        const block = sanitizeBlock(text, max);
        expect(block.replaceAll('\n', '')).not.toMatch(DANGEROUS);
        expect(block.length).toBeLessThanOrEqual(max);
        expect(sanitizeBlock(block, max)).toBe(block);
      }),
    );
  });
});

describe('escaping for JSON', () => {
  it('keeps the value and hides every dangerous character', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = escapeHostile(JSON.stringify({ text }));
        expect(json).not.toMatch(DANGEROUS);
        expect(JSON.parse(json)).toEqual({ text });
      }),
    );
  });
});
