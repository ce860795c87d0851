import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellWidth } from '../../../src/render/text/cells.ts';
import { commandLine, labelled, pairs } from '../../../src/render/text/layout.ts';
import { createTheme } from '../../../src/render/text/theme.ts';
import { oneLine, wrap, type Span } from '../../../src/render/text/wrap.ts';

const plain = await createTheme({ level: 0, ascii: false, width: 80 });
const coloured = await createTheme({ level: 3, ascii: false, width: 80, hyperlinks: true });
const ascii = await createTheme({ level: 0, ascii: true, width: 80 });
const narrow = await createTheme({ level: 0, ascii: false, width: 40 });

const span = fc.record({
  text: fc.string({ unit: fc.constantFrom(...Array.from('abcdefgh   -茶é')), maxLength: 80 }),
  style: fc.constantFrom('strong', 'muted', undefined),
  solid: fc.boolean(),
  link: fc.constantFrom('https://docs.lusha.com/page', undefined),
} satisfies Record<keyof Span, unknown>);

describe('wrapping', () => {
  it.each([
    [['one two three'], 8, 0, ['one two', 'three']],
    [['one two three'], 8, 2, ['one two', '  three']],
    [['abcdefghij'], 4, 0, ['abcd', 'efgh', 'ij']],
    [['x abcdefghij y'], 6, 2, ['x abcd', '  efgh', '  ij y']],
    [['茶茶茶'], 5, 0, ['茶茶', '茶']],
    [['(', { text: 'glued' }, ')', ' next'], 8, 0, ['(glued)', 'next']],
    [['dns  4'], 20, 0, ['dns  4']],
    [['a ', { text: 'b c d', solid: true }], 6, 0, ['a', 'b c d']],
    [[''], 8, 0, []],
    [['line\nbreak \u001B[2J'], 30, 0, ['line^Jbreak ^[[2J']],
  ])('of %j to %i cells, hanging by %i, gives %j', (content, width, hang, expected) => {
    expect(wrap(plain, content, width, hang)).toEqual(expected);
  });

  it('never exceeds the width, loses no character and looks the same in colour', () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 6 }),
        fc.integer({ min: 8, max: 60 }),
        fc.integer({ min: 0, max: 5 }),
        (content, width, hang) => {
          const lines = wrap(plain, content, width, hang);
          for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
          const all = content.map(({ text }) => text).join('');
          expect(lines.join('').replaceAll(' ', '')).toBe(all.replaceAll(' ', ''));
          expect(wrap(coloured, content, width, hang).map(stripVTControlCharacters)).toEqual(lines);
        },
      ),
    );
  });

  it('cuts to one line with an ellipsis', () => {
    expect(oneLine(plain, ['one two three'], 9)).toBe('one two…');
    expect(oneLine(plain, ['one two'], 9)).toBe('one two');
  });

  it('spells what ASCII cannot say', () => {
    expect(wrap(ascii, ['“Müller” – 5 ≤ 6 … 茶'], 80)).toEqual(['"Muller" - 5 <= 6 ... ?']);
  });
});

describe('layout', () => {
  it('puts the label beside the text, or above it where the terminal is narrow', () => {
    expect(labelled(plain, 'FIX', ['a', 'b'])).toEqual(['FIX         a', '            b']);
    expect(labelled(narrow, 'FIX', ['a', 'b'])).toEqual(['FIX', '  a', '  b']);
    expect(labelled(plain, 'VERY-LONG-LABEL', ['a'])).toEqual(['VERY-LONG-LABEL', '            a']);
    expect(labelled(plain, 'FIX', [])).toEqual([]);
  });

  it('aligns pairs, and stacks them where the names are too long', () => {
    const rows = [
      ['a', ['one two three']],
      ['long name', ['x']],
    ] as const;
    expect(pairs(plain, rows, 20)).toEqual([
      'a          one two',
      '           three',
      'long name  x',
    ]);
    expect(pairs(plain, rows, 16)).toEqual(['a', '  one two three', 'long name', '  x']);
  });

  it('keeps a command on one line however long it is, and defuses it', () => {
    const command = `curl ${'x'.repeat(300)}`;
    expect(commandLine(narrow, command, 2)).toBe(`  ${command}`);
    expect(commandLine(narrow, 'echo\nrm -rf \u001B[8m')).toBe('echo^Jrm -rf ^[[8m');
  });
});
