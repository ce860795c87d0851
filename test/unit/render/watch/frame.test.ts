import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cellWidth } from '../../../../src/render/text/cells.ts';
import { createTheme } from '../../../../src/render/text/theme.ts';
import { closingLines, frameOf } from '../../../../src/render/watch/frame.ts';
import { BUSY_VIEW, EMPTY_VIEW, STATUS } from '../../../support/watch-views.ts';

const plain = await createTheme({ level: 0, ascii: false, width: 80 });
const coloured = await createTheme({ level: 3, ascii: false, width: 80 });
const ascii = await createTheme({ level: 0, ascii: true, width: 80 });

describe('the live view', () => {
  it.each([120, 80, 40])('at %i columns', async (columns) => {
    const lines = frameOf(BUSY_VIEW, STATUS, plain, { columns, rows: 30 });

    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `../../../transcripts/watch-${columns}-columns.txt`,
    );
  });

  it('fits any size of terminal', () => {
    for (const view of [BUSY_VIEW, EMPTY_VIEW]) {
      for (let columns = 1; columns <= 140; columns += 3) {
        for (const rows of [1, 5, 12, 30]) {
          const lines = frameOf(view, STATUS, plain, { columns, rows });
          expect(lines.length).toBeLessThanOrEqual(Math.max(2, rows));
          for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
        }
      }
    }
  });

  it('says with colours what it says without', () => {
    for (const columns of [40, 80, 120]) {
      const size = { columns, rows: 30 };
      const stripped = frameOf(BUSY_VIEW, STATUS, coloured, size).map(stripVTControlCharacters);
      expect(stripped).toEqual(frameOf(BUSY_VIEW, STATUS, plain, size));
    }
  });

  it('does without anything beyond ASCII when asked to', () => {
    const text = frameOf(BUSY_VIEW, STATUS, ascii, { columns: 100, rows: 30 }).join('\n');

    expect(text).toMatch(/^[\x0a\x20-\x7e]*$/);
  });

  it('shows no control character of somebody else', () => {
    const text = frameOf(BUSY_VIEW, STATUS, plain, { columns: 100, rows: 30 }).join('\n');

    expect(text).not.toContain('\u001B');
  });

  it('says that it is paused', () => {
    const text = frameOf(BUSY_VIEW, { ...STATUS, paused: true }, plain, { columns: 80, rows: 30 });

    expect(text.join('\n')).toContain('PAUSED');
  });
});

it('closes with what was seen', () => {
  const end = { why: 'q was pressed', watchedMs: 720_000, alerts: 1 };

  expect(closingLines(BUSY_VIEW, end)).toEqual([
    'Watched 12 min: 48 samples, 48 own calls, 1 alert. Ended: q was pressed.',
    '  minute: 26 of 50 left, resets 14:18:26 UTC',
    '  hour: 46 of 150 left, resets 15:00:05 UTC',
    '  day: 888 of 1500 left, resets 23:58 UTC',
  ]);
});
