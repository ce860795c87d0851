import { describe, expect, it } from 'vitest';
import { cellWidth, headOfCells, padCells } from '../../../src/render/text/cells.ts';

describe('cell width', () => {
  it.each([
    ['', 0],
    ['plain', 5],
    ['✓ ✗ – █░ … · → ◀ •', 18],
    ['Müller', 6],
    ['Mu\u0308ller', 6],
    ['茶', 2],
    ['ﾊﾝｶｸ', 4],
    ['ＦＵＬＬ', 8],
    ['한국어', 6],
    ['😀', 2],
    ['「」、。', 8],
  ])('of %j is %i', (text, expected) => {
    expect(cellWidth(text)).toBe(expected);
  });

  it.each([
    ['abcdef', 3, 'abc'],
    ['茶茶茶', 3, '茶'],
    ['茶', 1, ''],
    ['u\u0308x', 1, 'u\u0308'],
    ['ab', 9, 'ab'],
  ])('the head of %j in %i cells is %j', (text, cells, expected) => {
    expect(headOfCells(text, cells)).toBe(expected);
  });

  it('pads by cells and never cuts', () => {
    expect(padCells('茶', 4)).toBe('茶  ');
    expect(padCells('longer', 3)).toBe('longer');
  });
});
