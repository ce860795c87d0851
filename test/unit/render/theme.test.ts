import { describe, expect, it } from 'vitest';
import { createTheme } from '../../../src/render/text/theme.ts';

describe('theme', () => {
  it.each([
    [0, 80],
    [1, 40],
    [40, 40],
    [97.5, 97],
    [120, 120],
    [5000, 200],
  ])('takes a terminal of %d columns as %d cells wide', async (width, expected) => {
    expect((await createTheme({ level: 0, ascii: false, width })).width).toBe(expected);
  });

  it('leaves text alone without colour and colours it with', async () => {
    const plain = await createTheme({ level: 0, ascii: false, width: 80 });
    const coloured = await createTheme({ level: 1, ascii: false, width: 80 });
    expect(plain.style.fail('x')).toBe('x');
    expect(coloured.style.fail('x')).toBe('\u001B[31mx\u001B[39m');
  });

  it.each([true, false])('tells check states apart by shape, ASCII %s', async (ascii) => {
    const { glyph } = await createTheme({ level: 0, ascii, width: 80 });
    const shapes = Object.values(glyph.status);
    expect(new Set(shapes).size).toBe(5);
    expect(new Set(shapes.map((shape) => shape.length)).size).toBe(1);
  });
});
