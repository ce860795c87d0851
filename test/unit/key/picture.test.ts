import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../src/key/picture.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const DOTS = '•'.repeat(28);

describe('the picture of a key', () => {
  it.each([
    ['a line feed', `${KEY}\n`, `3f25${DOTS}3301␊`, [[37, 37]]],
    ['CR LF', `${KEY}\r\n`, `3f25${DOTS}3301␍␊`, [[37, 38]]],
    [
      'quotes',
      `"${KEY}"`,
      `"3f25${DOTS}3301"`,
      [
        [1, 1],
        [38, 38],
      ],
    ],
    ['a zero-width space', `${KEY}\u200B`, `3f25${DOTS}3301◊`, [[37, 37]]],
    ['a tab before', `\t${KEY}`, `␉3f25${DOTS}3301`, [[1, 1]]],
    [
      'a scheme and a blank',
      `Bearer ${KEY} `,
      `Bearer ${'•'.repeat(32)}3301␣`,
      [
        [1, 7],
        [44, 44],
      ],
    ],
    ['a variable name', `LUSHA_API_KEY=${KEY}`, `LUSHA_API_KEY=${'•'.repeat(32)}3301`, [[1, 14]]],
    [
      'a short text',
      '"abcd"',
      '"••••"',
      [
        [1, 1],
        [6, 6],
      ],
    ],
  ] as const)('shows %s', (_what, text, shown, marks) => {
    expect(pictureOf(text)).toEqual({
      text: shown,
      marks: marks.map(([from, to]) => ({ from, to })),
    });
  });

  it.each([
    ['nothing is to be marked', KEY],
    ['the text is too long', `${KEY} ${KEY} ${KEY}`],
  ])('is left out where %s', (_why, text) => {
    expect(pictureOf(text)).toBeNull();
  });

  it('shows no more of the key than the mask, whatever stands around it', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const shown = pictureOf(`${before}${KEY}${after}`)?.text ?? '';
        const secret = KEY.slice(4, -4);
        for (let at = 0; at + 4 <= secret.length; at += 1) {
          expect(shown).not.toContain(secret.slice(at, at + 4));
        }
      }),
    );
  });
});
