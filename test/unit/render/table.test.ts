import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellWidth } from '../../../src/render/text/cells.ts';
import { renderTable } from '../../../src/render/text/table.ts';
import { createTheme } from '../../../src/render/text/theme.ts';

const themeOf = (width: number, level: 0 | 1 = 0) => createTheme({ level, ascii: false, width });

describe('table', () => {
  it('aligns columns without drawing lines', async () => {
    const rows = [
      ['a', 'one'],
      ['bcd', '茶 two'],
    ];
    expect(await renderTable(['id', 'text'], rows, await themeOf(80))).toBe(
      'id   text\na    one\nbcd  茶 two\n',
    );
  });

  it('lets the widest column give way and keeps words whole', async () => {
    const text = 'a long explanation that needs more room than there is in a line of sixty cells';
    const table = await renderTable(['id', 'text'], [['contacts.enrich', text]], await themeOf(60));
    expect(table.split('\n').slice(0, 3)).toEqual([
      'id               text',
      'contacts.enrich  a long explanation that needs more room',
      '                 than there is in a line of sixty cells',
    ]);
  });

  it('writes a block per row below 60 columns', async () => {
    expect(await renderTable(['id', 'text'], [['a', 'one'], ['b']], await themeOf(59))).toBe(
      'a\n  text:  one\n\nb\n',
    );
  });

  it('defuses hostile cells', async () => {
    const table = await renderTable(['x'], [['\u001B[2J\nnew line']], await themeOf(80));
    expect(table).toBe('x\n^[[2J^Jnew line\n');
  });

  it('fits any width with any content and looks the same in colour', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...Array.from('abcde  茶')), maxLength: 90 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }),
        fc.integer({ min: 40, max: 130 }),
        async (rows, width) => {
          const table = await renderTable(['one', 'two', 'three'], rows, await themeOf(width));
          for (const line of table.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(width);
          const coloured = await renderTable(
            ['one', 'two', 'three'],
            rows,
            await themeOf(width, 1),
          );
          expect(stripVTControlCharacters(coloured)).toBe(table);
        },
      ),
    );
  });
});
